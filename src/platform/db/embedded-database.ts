import pg from 'pg'
import { migrate } from './migrate.ts'
import type { SocketConnection } from './embedded/start-embedded.ts'

export const appRole = 'samenspraak_app'
export const appDatabase = 'samenspraak'

export const withClient = async <R>(config: pg.ClientConfig, run: (client: pg.Client) => Promise<R>): Promise<R> => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Makes the login role and the database in a fresh cluster, where they are not there yet. */
const prepare = (superuser: pg.ClientConfig): Promise<void> =>
  withClient(superuser, async (client) => {
    const role = await client.query('select from pg_roles where rolname = $1', [appRole])
    if (role.rowCount === 0)
      await client.query(`create role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole`)
    const database = await client.query('select from pg_database where datname = $1', [appDatabase])
    if (database.rowCount === 0) await client.query(`create database ${appDatabase}`)
    await client.query(`revoke all on database ${appDatabase} from public`)
    await client.query(`grant connect on database ${appDatabase} to ${appRole}`)
  })

/**
 * Brings the cluster of the data folder to the present schema.
 * @returns the names of the migrations applied now
 */
export const layEmbedded = async (
  connection: (user: string, database: string) => SocketConnection,
): Promise<string[]> => {
  await prepare(connection('postgres', 'postgres'))
  return withClient(connection('postgres', appDatabase), (client) => migrate(client, appRole))
}
