import { inject } from 'vitest'
import { loadDemo } from '../src/modules/demo/load-demo.ts'
import { loadRest } from '../src/modules/demo/load-rest.ts'
import type { Passwords } from '../src/modules/demo/passwords.ts'
import type { DemoTables } from '../src/modules/demo/steps.ts'
import { appRole, withClient } from '#platform/db/embedded-database.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { freshDatabase, type TestDatabase } from './rig.ts'

/** A Monday in a week of school. */
export const demoDay = '2026-11-23'

export const demoPasswords: Passwords = { of: (login) => `geheim van ${login}`, mark: 'test' }

const whole = 'template_of_demo'

/**
 * A database with all schools of the demo, as they are after a loading on the morning of `demoDay`. The first test of a run
 * that asks for it loads it; each gets a copy. Tests that need De Klimboom alone load that, which is quicker.
 */
export const wholeDemo = async (): Promise<TestDatabase> => {
  const { host, port } = inject('database')
  const asOwner = (database: string) => ({ host, port, user: 'postgres', database })
  await withClient(asOwner('postgres'), async (client) => {
    await client.query(`select pg_advisory_lock(hashtextextended('${whole}', 0))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [whole])
    if (rowCount === 0) {
      const made = await load()
      await client.query(`alter database ${made} rename to ${whole}`)
    }
  })
  return freshDatabase(whole)
}

const load = async (): Promise<string> => {
  const { host, port } = inject('database')
  const db = await freshDatabase()
  await db.setNow(`${demoDay}T07:45:00+01:00`)
  await db.app.destroy()
  const pool = openDatabase<DemoTables>({ host, port, user: appRole, database: db.name, max: 6 })
  const failed = (error: unknown): never => {
    throw error
  }
  await loadDemo(pool, demoPasswords, failed)
  await loadRest(pool, demoPasswords, { ready: () => undefined, failed })
  await pool.destroy()
  await db.owner.end()
  return db.name
}
