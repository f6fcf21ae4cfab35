import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { systemClock } from './clock.ts'
import { checkHealth, type HealthWish } from './health.ts'

let db: TestDatabase<never>
const folder = mkdtempSync(join(tmpdir(), 'health-'))

beforeAll(async () => {
  db = await freshDatabase<never>()
})
afterAll(async () => {
  await db.drop()
  rmSync(folder, { recursive: true })
})

const statuses = async (changes: Partial<HealthWish> = {}) => {
  const { status, parts } = await checkHealth({ db: db.app, clock: systemClock, dataDir: folder, ...changes })
  return { status, ...Object.fromEntries(parts.map((part) => [part.name, part.status])) }
}

const inSeconds = (seconds: number) => ({ now: () => new Date(Date.now() + seconds * 1000) })

describe('The health of an installation', () => {
  test('is ok when the database answers with every migration', async () => {
    expect(await statuses()).toMatchObject({ database: 'ok', clock: 'ok', migrations: 'ok' })
  })

  test('tells a clock that is off by seconds from one that is off by minutes', async () => {
    expect(await statuses({ clock: inSeconds(10) })).toMatchObject({ clock: 'warning' })
    expect(await statuses({ clock: inSeconds(-300) })).toMatchObject({ status: 'error', clock: 'error' })
  })

  test('is an error when a migration waits, or when the database has one we do not know', async () => {
    const migrations = join(folder, 'migrations')
    mkdirSync(migrations)
    expect(await statuses({ migrations })).toMatchObject({ status: 'error', migrations: 'error' })
    const { rows } = await db.owner.query<{ name: string }>('select name from app.migration')
    for (const { name } of rows) writeFileSync(join(migrations, name), '')
    expect(await statuses({ migrations })).toMatchObject({ migrations: 'ok' })
    writeFileSync(join(migrations, '9999_later.sql'), '')
    expect(await statuses({ migrations })).toMatchObject({ status: 'error', migrations: 'error' })
  })

  test('is an error when the data folder is gone', async () => {
    expect(await statuses({ dataDir: join(folder, 'none') })).toMatchObject({ status: 'error', disk: 'error' })
  })

  test('is an error, without a throw, when the database is gone', async () => {
    const other = await freshDatabase<never>()
    await other.drop()
    expect(await statuses({ db: other.app })).toMatchObject({ status: 'error', database: 'error' })
  })
})
