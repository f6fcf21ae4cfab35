import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { idOf, tokenOf, type PersonName } from '#test/access/cast-names.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { currentAlong, findCurrent } from './current-queries.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
  await db.setNow('2026-11-23T09:00:00+01:00')
  await makeMatrixCast(db.owner)
})
afterAll(() => db.drop())

const told = (who: PersonName, hat = ''): Promise<[string[], string[]]> =>
  db.app.transaction().execute(async (tx) => {
    const { entered, answers } = await enter(tx, hashOf(tokenOf(1, who, hat)), undefined, currentAlong)
    if (!entered) throw new Error(`${who} did not come in`)
    const along = await findCurrent(tx, entered, answers)
    const asked = await findCurrent(tx, entered, new Map())
    return [along.map(({ id }) => id), asked.map(({ id }) => id)]
  })

test('Everybody is told what is meant for them, the same along with other questions as alone', async () => {
  const [group, all] = [idOf(1, 'group announcement'), idOf(1, 'school announcement')]
  const found: Record<string, string[]> = {}
  for (const who of ['guardian', 'other-guardian', 'former-guardian', 'child', 'teacher', 'head'] as const) {
    const [along, asked] = await told(who)
    expect(along).toEqual(asked)
    found[who] = along.toSorted()
  }
  const both = [group, all].toSorted()
  // Staff are told here only what is meant for staff.
  expect(found).toEqual({
    guardian: both,
    'other-guardian': both,
    'former-guardian': [],
    child: [group],
    teacher: [],
    head: [],
  })
})

test('After a week it is no news any more', async () => {
  await db.setNow('2026-12-08T09:00:00+01:00')
  await db.owner.query(`update app.announcement_step set taken_at = '2026-11-23'`)
  expect((await told('guardian'))[0]).toEqual([])
})
