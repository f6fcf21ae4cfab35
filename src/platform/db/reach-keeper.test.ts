import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, tokenHash } from '#test/access/matrix-cast.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { enter, type Entered } from './context.ts'
import { reachKeeper, type ReachKeeper } from './reach-keeper.ts'
import { sql } from 'kysely'

let db: TestDatabase
let keeper: ReachKeeper
let found: number
let resumed: number

beforeAll(async () => {
  db = await freshDatabase()
  await makeMatrixCast(db.owner)
  const kept = reachKeeper()
  found = 0
  resumed = 0
  keeper = {
    ...kept,
    find: (hash) => {
      const known = kept.find(hash)
      if (known !== null) resumed += 1
      return known
    },
    keep: (hash, reach) => {
      found += 1
      kept.keep(hash, reach)
    },
  }
})
afterAll(() => db.drop())

type Seen = { entered: Entered | null; settings: string }

const settings = sql<{
  all: string
}>`select concat_ws(';', app.account(), app.session_in_use(), app.hat(), app.persons(),
  app.schools(), app.overseen(), app.office(), app.administered(), app.pupils(), app.class_pupils(), app.classes(), app.groups()) as all`

const arrive = (hash: Buffer, by: ReachKeeper = keeper): Promise<Seen> =>
  (db.app as Kysely<never>)
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { entered } = await enter(tx, hash, [], by)
      const { rows } = await settings.execute(tx)
      return { entered, settings: rows[0]?.all ?? '' }
    })

const everybody = [
  ['guardian', ''],
  ['child', ''],
  ['teacher', ''],
  ['head', ''],
  ['office', ''],
  ['administrator', ''],
  ['two-hats', 'guardian'],
  ['two-hats', 'staff'],
  ['former-guardian', ''],
  ['left-staff', ''],
] as const

test('A reach that is put on again is the one that was found, setting by setting, for everybody.', async () => {
  for (const [person, hat] of everybody) {
    const hash = tokenHash(1, person, hat)
    const first = await arrive(hash)
    const before = { found, resumed }
    expect(await arrive(hash)).toEqual(first)
    expect({ found, resumed }).toEqual({ found: before.found, resumed: before.resumed + 1 })
  }
})

const changes: readonly (readonly [string, string])[] = [
  ['a relation', `update app.guardianship set ended_on = '2021-01-01' where id = '${idOf(1, 'guards guardian')}'`],
  ['an enrolment', `update app.pupil set left_on = '2021-01-01' where person_id = '${idOf(1, 'child')}'`],
  ['a place in a group', `update app.group_member set ended_on = '2021-01-01' where id = '${idOf(1, 'member child')}'`],
  ['a teaching', `update app.group_teacher set ended_on = '2021-01-01' where id = '${idOf(1, 'teaches teacher 4B')}'`],
  ['a role', `update app.staff_role set ended_on = '2021-01-01' where id = '${idOf(1, 'role teacher')}'`],
  ['an employment', `update app.staff set ended_on = '2021-01-01' where person_id = '${idOf(1, 'teacher')}'`],
  ['a name', `update app.person set first_name = 'Anders' where id = '${idOf(1, 'guardian')}'`],
  ['a language', `update app.account set language = 'en' where id = '${idOf(1, 'account guardian')}'`],
  ['a tie', `delete from app.account_person where account_id = '${idOf(1, 'account guardian')}'`],
]

test.each(changes)('When %s changes, nobody keeps what was found before.', async (_what, change) => {
  const hashes = [tokenHash(1, 'guardian'), tokenHash(1, 'teacher'), tokenHash(1, 'child')]
  for (const hash of hashes) await arrive(hash)
  await db.owner.query(change)
  for (const hash of hashes) expect(await arrive(hash)).toEqual(await arrive(hash, reachKeeper()))
})

test('A session that ended opens nothing, however lately it was used, and a hat that was changed is the hat.', async () => {
  const hash = tokenHash(1, 'two-hats', 'staff')
  await arrive(hash)
  await db.owner.query(`update app.session set hat = 'guardian' where id = '${idOf(1, 'session two-hats staff')}'`)
  expect((await arrive(hash)).entered?.hat).toBe('guardian')
  await db.owner.query(`update app.session set ended_at = now() where id = '${idOf(1, 'session two-hats staff')}'`)
  expect(await arrive(hash)).toEqual({ entered: null, settings: '{};{};{};{};{};{};{};{};{}' })
})

test('At midnight a reach is found anew.', async () => {
  const hash = tokenHash(1, 'co-guardian')
  await db.setNow('2026-11-23T22:59:00Z')
  await arrive(hash)
  await db.owner.query(
    `update app.guardianship set ended_on = '2026-11-24' where id = '${idOf(1, 'guards co-guardian')}'`,
  )
  expect((await arrive(hash)).entered?.hat).toBe('guardian')
  await db.setNow('2026-11-23T23:01:00Z')
  expect((await arrive(hash)).entered?.hat).toBe(null)
  await db.setNow(null)
})
