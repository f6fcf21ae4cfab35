import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { purgeNotes } from './jobs.ts'
import type { NoteTables } from './tables.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
  await db.setNow('2026-11-23T09:00:00+01:00')
  await makeMatrixCast(db.owner)
})
afterAll(() => db.drop())

const counts = async (): Promise<unknown> =>
  (
    await db.owner.query(`select (select count(*)::int from app.child_note) as notes,
      (select count(*)::int from app.child_note_text) as texts, (select count(*)::int from app.child_note_outcome) as outcomes`)
  ).rows[0]
const purge = () => asTask(db.app as Kysely<NoteTables>, 'purge', null, purgeNotes)

test('Words go after a week and notes after a year, what is younger stays, and a second time changes nothing.', async () => {
  expect(await counts()).toEqual({ notes: 10, texts: 8, outcomes: 4 })
  await purge()
  const now = { notes: 8, texts: 6, outcomes: 4 }
  expect(await counts()).toEqual(now)
  await db.setNow('2026-11-30T23:59:00+01:00')
  await purge()
  expect(await counts()).toEqual(now)
  await db.setNow('2026-12-01T00:00:00+01:00')
  await purge()
  expect(await counts()).toEqual({ notes: 8, texts: 0, outcomes: 4 })
  await db.setNow('2027-12-29T00:00:00+01:00')
  await purge()
  await purge()
  expect(await counts()).toEqual({ notes: 0, texts: 0, outcomes: 0 })
})
