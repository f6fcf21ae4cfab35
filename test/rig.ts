import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { createApp } from '../src/app.tsx'
import { brought } from '../src/modules.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { reachKeeper } from '#platform/db/reach-keeper.ts'
import { asOperator } from '#platform/db/context.ts'
import { appRole, withClient } from '#platform/db/embedded-database.ts'
import { readManifest } from '#platform/http/assets.ts'
import type { House } from '#platform/http/app-env.ts'
import { wrongTries } from '#platform/http/wrong-tries.ts'
import { makeLog } from '#platform/log.ts'
import { vaultOf } from '#platform/vault.ts'

const template = 'template_of_tests'

export type TestDatabase<Tables = unknown> = {
  name: string
  /** As the login role, with policies in force. */
  app: Kysely<Tables>
  /** As the superuser: for looking behind the policies, and for breaking things on purpose. */
  owner: pg.Client
  config(user: string): pg.ClientConfig
  setNow(at: string | null): Promise<void>
  drop(): Promise<void>
}

/** A database of its own for this test file, copied from the migrated template. Drop it at the end. */
export const freshDatabase = async <Tables = unknown>(copied = template): Promise<TestDatabase<Tables>> => {
  const { host, port } = inject('database')
  const name = `t_${randomBytes(6).toString('hex')}`
  const config = (user: string, database = name) => ({ host, port, user, database })
  await withClient(config('postgres', 'postgres'), (client) =>
    client.query(`create database ${name} template ${copied} strategy file_copy`),
  )
  const owner = new pg.Client(config('postgres'))
  await owner.connect()
  const app = openDatabase<Tables>({ ...config(appRole), max: 4 })
  return {
    name,
    app,
    owner,
    config,
    setNow: async (at) => {
      await owner.query('delete from test_rig.clock')
      if (at !== null) await owner.query('insert into test_rig.clock values ($1)', [at])
    },
    drop: async () => {
      await app.destroy()
      await owner.end()
      await withClient(config('postgres', 'postgres'), (client) => dropWhenLeft(client, name))
    },
  }
}

// A connection that is closing is given the time to go: ending it by force would be an error to its client.
const dropWhenLeft = async (client: pg.Client, name: string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const force = tries > 100 ? ' with (force)' : ''
    const left = await client.query(`drop database ${name}${force}`).then(
      () => true,
      (error: unknown) => !(error instanceof Error && 'code' in error && error.code === '55006'),
    )
    if (left) return
    await wait(50)
  }
}

/** Runs as the operator of a school, for the tables named. */
export const operate = <T, R>(
  db: TestDatabase,
  school: string | null,
  run: (tx: Transaction<T>) => Promise<R>,
): Promise<R> => asOperator(db.app as Kysely<T>, school, run)

/** Lines the program logged in tests, to be searched for what must not be there. */
export const logged: string[] = []

/** The vault of every house in tests. */
export const testVault = vaultOf('secret of the tests'.padEnd(64, '.'))

/** The program in front of this database, as in production but for the log. */
export const houseFor = (db: TestDatabase, changes: Partial<House> = {}): House => ({
  db: db.app as unknown as House['db'],
  reaches: reachKeeper(),
  clock: systemClock,
  secure: false,
  origin: null,
  demo: () => false,
  examples: () => [],
  assets: readManifest(inject('assets')),
  ...brought,
  health: async () => ({ status: 'ok' }),
  log: makeLog(
    (line) => logged.push(line),
    () => 'info',
  ),
  vault: testVault,
  mails: false,
  addressOf: () => null,
  wrongTries: wrongTries(),
  ...changes,
})

export const appFor = (db: TestDatabase, changes: Partial<House> = {}) =>
  createApp(houseFor(db, changes), inject('assets'))
