import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { appDatabase, appRole, layEmbedded, withClient } from '#platform/db/embedded-database.ts'
import { lockData } from '#platform/db/embedded/data-lock.ts'
import type { Placed } from '#platform/db/embedded/home.ts'
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts'
import { StartRefusal } from '#platform/db/embedded/start-refusal.ts'
import { checkExternal } from '#platform/db/external.ts'
import { migrate } from '#platform/db/migrate.ts'
import type { Log } from '#platform/log.ts'

/** A data folder that this process has for itself, and its database: migrated, and open as the login role. */
export type Installation = {
  readonly config: Config
  readonly db: Kysely<never>
  /** How the login role reaches the database, for the queue's own connections. */
  readonly connection: pg.PoolConfig
  /** What could not stand in the data folder, for the operator to read. */
  readonly placed: readonly Placed[]
  stop(): Promise<void>
}

type Opened = { pool: pg.PoolConfig; placed: readonly Placed[]; close(): Promise<void> }

const clockAsWritten = 'select transaction_timestamp()'

/** A database made for tests can be told the time, so that what waits for its moment would show early. */
const refuseReplacedClock = (owner: pg.ClientConfig): Promise<void> =>
  withClient(owner, async (client) => {
    const { rows } = await client.query<{ body: string }>(
      `select prosrc as body from pg_proc where oid = 'app.now()'::regprocedure`,
    )
    if (rows[0]?.body.trim() !== clockAsWritten) {
      throw new StartRefusal('This database was made for tests: its clock can be set. Use another database.')
    }
  })

const openEmbedded = async (dataDir: string, log: Log, onEnd: (why: string) => void): Promise<Opened> => {
  const embedded = await startEmbedded({ dataDir, log: () => undefined, onExit: onEnd })
  try {
    const migrations = await layEmbedded(embedded.connection)
    await refuseReplacedClock(embedded.connection('postgres', appDatabase))
    log.info('database.ready', { count: migrations.length, pid: embedded.pid })
  } catch (fault) {
    await embedded.stop()
    throw fault
  }
  return { pool: embedded.connection(appRole, appDatabase), placed: embedded.placed, close: () => embedded.stop() }
}

const openExternal = async (urls: { url: string; migrateUrl: string }, log: Log): Promise<Opened> => {
  const checked = await checkExternal(urls)
  if (!checked.ok) throw new StartRefusal(checked.faults.join('\n'))
  const owner = { connectionString: urls.migrateUrl }
  const migrations = await withClient(owner, (client) => migrate(client, checked.loginRole))
  await refuseReplacedClock(owner)
  log.info('database.ready', { count: migrations.length })
  return { pool: { connectionString: urls.url }, placed: [], close: async () => undefined }
}

/**
 * Takes the data folder, starts or reaches the database and brings it to the present schema.
 * @param onEnd called when the embedded database ends by itself
 * @throws StartRefusal with one sentence per reason
 */
export const openInstallation = async (
  config: Config,
  log: Log,
  onEnd: (why: string) => void = () => undefined,
): Promise<Installation> => {
  const lock = lockData(config.dataDir)
  try {
    const { database } = config
    const opened =
      database.kind === 'external' ? await openExternal(database, log) : await openEmbedded(config.dataDir, log, onEnd)
    const db = openDatabase<never>(opened.pool)
    const stop = async (): Promise<void> => {
      await db.destroy()
      await opened.close()
      lock.release()
    }
    return { config, db, connection: opened.pool, placed: opened.placed, stop }
  } catch (fault) {
    lock.release()
    throw fault
  }
}
