import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { loadRest } from '../load-rest.ts'
import { loadDemo } from '../load-demo.ts'
import type { Passwords } from '../passwords.ts'

const passwords: Passwords = { of: (login) => `geheim van ${login}`, mark: 'test' }
const failed = (error: unknown): void => {
  throw error
}

describe('tmp', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await freshDatabase()
    await db.setNow('2026-11-23T09:00:00+01:00')
  }, 120_000)
  afterAll(() => db.drop())
  test('time', async () => {
    let t = performance.now()
    await loadDemo(db.app, passwords, failed)
    console.info('klimboom', performance.now() - t)
    t = performance.now()
    await loadRest(db.app, passwords, { ready: (s) => console.info(s, performance.now() - t), failed })
    const { rows } = await db.owner.query('select count(*) n from app.lesson')
    console.info(rows)
  }, 120_000)
})
