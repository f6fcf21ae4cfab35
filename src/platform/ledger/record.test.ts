import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator, asTask } from '#platform/db/context.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { installationChain } from './entry.ts'
import { record, recordRead, type Fact } from './record.ts'

let db: TestDatabase
const school = randomUUID()
const otherSchool = randomUUID()
const person = randomUUID()
const account = randomUUID()
const teacher = { account, hat: 'staff' as const, at: [{ school, person, roles: [] }] }
const fact: Fact = {
  school,
  event: 'people.group.joined',
  about: [randomUUID()],
  payload: { from: '2026-08-01' },
  doer: teacher,
}

beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

// What app.enter() sets for a teacher with one person at one school.
const asTeacher = <R>(run: Parameters<typeof asTask<unknown, R>>[3]): Promise<R> =>
  db.app.transaction().execute(async (tx) => {
    await sql`select set_config('app.account', ${account}, true), set_config('app.hat', 'staff', true),
      set_config('app.persons', ${`{${person}}`}, true), set_config('app.schools', ${`{${school}}`}, true)`.execute(tx)
    return run(tx)
  })

const entries = async (): Promise<Record<string, unknown>[]> => {
  const { rows } = await db.owner.query(
    `select chain_id, doer_person, doer_account, doer_hat, event, about, payload::text, sha256(salt || payload::text::bytea) = payload_hash as fits
     from app.ledger_entry join app.ledger_payload using (chain_id) where entry_id = id order by id`,
  )
  return rows
}

test('an event is one entry with its payload, and waits for its seal', async () => {
  await asTeacher((tx) => record(tx, fact))
  expect((await entries()).at(-1)).toEqual({
    chain_id: school,
    doer_person: person,
    doer_account: account,
    doer_hat: 'staff',
    event: 'people.group.joined',
    about: fact.about,
    payload: '{"from":"2026-08-01"}',
    fits: true,
  })
  const { rows } = await db.owner.query('select count(*) from app.ledger_waiting')
  expect(rows[0].count).toBe(1)
})

test('what is rolled back leaves no entry', async () => {
  const before = await entries()
  await expect(
    asTeacher(async (tx) => {
      await record(tx, fact)
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await entries()).toEqual(before)
})

test('the operator, a task and someone at the door write under their own names', async () => {
  await asOperator(db.app, school, (tx) => record(tx, { ...fact, doer: { hat: 'operator', school } }))
  await asTask(db.app, 'purge', school, (tx) => record(tx, { ...fact, doer: { hat: 'task', task: 'purge' } }))
  await db.app.transaction().execute(async (tx) => {
    await sql`select set_config('app.signing_in', 'someone', true)`.execute(tx)
    await record(tx, { ...fact, school: null, event: 'accounts.sign-in.failed', doer: null })
  })
  const rows = (await entries()).slice(-3)
  expect(rows.map((row) => [row.chain_id, row.doer_hat, row.doer_account, row.doer_person])).toEqual([
    [school, 'operator', null, null],
    [school, 'task', null, null],
    [installationChain, null, null, null],
  ])
})

test('the operator who makes a school writes in its chain', async () => {
  const made = randomUUID()
  await asOperator(db.app, null, (tx) => record(tx, { ...fact, school: made, doer: { hat: 'operator', school: null } }))
  expect((await entries()).at(-1)?.chain_id).toBe(made)
})

test('a reading of a file is an event', async () => {
  await asTeacher((tx) => recordRead(tx, { school, about: fact.about, doer: teacher }))
  expect((await entries()).at(-1)).toMatchObject({ event: 'people.file.opened', payload: '{}', doer_person: person })
})

test.each<[string, Fact]>([
  ['in the chain of another school', { ...fact, school: otherSchool }],
  ['in the name of another account', { ...fact, doer: { ...teacher, account: randomUUID() } }],
  [
    'in the name of another person',
    { ...fact, doer: { ...teacher, at: [{ school, person: randomUUID(), roles: [] }] } },
  ],
  ['under another hat', { ...fact, doer: { ...teacher, hat: 'guardian' } }],
  ['as the operator', { ...fact, doer: { hat: 'operator', school } }],
  ['as nobody', { ...fact, doer: null }],
])('an actor cannot write %s', async (_what, forged) => {
  const before = await entries()
  await expect(asTeacher((tx) => record(tx, forged))).rejects.toThrow('row-level security')
  expect(await entries()).toEqual(before)
})

test.each([
  ['a school', school],
  ['the installation', null],
])('without a context nobody writes in the chain of %s', async (_what, chain) => {
  await expect(
    db.app.transaction().execute((tx) => record(tx, { ...fact, school: chain, doer: null })),
  ).rejects.toThrow('row-level security')
})

test('an operator of one school cannot write in the chain of another', async () => {
  await expect(
    asOperator(db.app, school, (tx) => record(tx, { ...fact, school: otherSchool, doer: { hat: 'operator', school } })),
  ).rejects.toThrow('row-level security')
})
