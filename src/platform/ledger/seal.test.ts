import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { checkLedger } from './check-ledger.ts'
import { record } from './record.ts'
import { findLost, sealWaiting } from './seal.ts'

let db: TestDatabase
let school: string

beforeAll(async () => {
  db = await freshDatabase()
})
beforeEach(() => {
  school = randomUUID()
})
afterAll(() => db.drop())

const write = (tx: Tx<unknown>, event = 'people.group.joined', chain = school): Promise<void> =>
  record(tx, { school: chain, event, about: [], payload: {}, doer: { hat: 'operator', school: chain } })

const sealed = async (chain = school): Promise<{ seq: number; event: string }[]> => {
  const { rows } = await db.owner.query(
    `select s.seq, e.event from app.ledger_seal s join app.ledger_entry e on e.chain_id = s.chain_id and e.id = s.entry_id
     where s.chain_id = $1 order by s.seq`,
    [chain],
  )
  return rows
}

const waiting = async (): Promise<number> => {
  const { rows } = await db.owner.query('select count(*) from app.ledger_waiting')
  return rows[0].count
}

test('an entry that commits after a later one gets a later place, and none is lost', async () => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let written = (): void => undefined
  const begun = new Promise<void>((resolve) => (written = resolve))
  const slow = asOperator(db.app, school, async (tx) => {
    await write(tx, 'first.written')
    written()
    await held
  })
  await begun
  await asOperator(db.app, school, (tx) => write(tx, 'second.written'))
  expect(await sealWaiting(db.app)).toBe(1)
  expect(await sealed()).toEqual([{ seq: 1, event: 'second.written' }])
  letGo()
  await slow
  expect(await sealWaiting(db.app)).toBe(1)
  expect(await sealed()).toEqual([
    { seq: 1, event: 'second.written' },
    { seq: 2, event: 'first.written' },
  ])
  expect((await checkLedger(db.app, null)).faults).toEqual([])
})

test('chains do not touch: each begins at one', async () => {
  const other = randomUUID()
  await asOperator(db.app, school, (tx) => write(tx))
  await asOperator(db.app, other, (tx) => write(tx, 'a.b', other))
  await sealWaiting(db.app)
  expect([await sealed(), await sealed(other)]).toEqual([
    [{ seq: 1, event: 'people.group.joined' }],
    [{ seq: 1, event: 'a.b' }],
  ])
})

test('four writers and three sealers at once leave one chain without a gap', async () => {
  const writers = { busy: true }
  const sealers = [1, 2, 3].map(async () => {
    while (writers.busy) await sealWaiting(db.app)
  })
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (let n = 0; n < 50; n += 1) await asOperator(db.app, school, (tx) => write(tx))
    }),
  )
  writers.busy = false
  await Promise.all(sealers)
  await sealWaiting(db.app)
  const seals = await sealed()
  expect(seals.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
  expect(await waiting()).toBe(0)
  expect((await checkLedger(db.app, null)).faults).toEqual([])
})

test('more than a batch is sealed in one go', async () => {
  await asOperator(db.app, school, async (tx) => {
    for (let n = 0; n < 1001; n += 1) await write(tx)
  })
  expect(await sealWaiting(db.app)).toBe(1001)
  expect((await checkLedger(db.app, null)).faults).toEqual([])
})

test('a forged or repeated claim to wait changes nothing', async () => {
  await asOperator(db.app, school, (tx) => write(tx))
  await sealWaiting(db.app)
  await db.owner.query('insert into app.ledger_waiting select chain_id, id from app.ledger_entry where chain_id = $1', [
    school,
  ])
  expect(await sealWaiting(db.app)).toBe(0)
  expect(await waiting()).toBe(0)
  expect(await sealed()).toHaveLength(1)
})

test('an entry that somebody took out of the line is put back', async () => {
  await asOperator(db.app, school, (tx) => write(tx))
  await db.owner.query('delete from app.ledger_waiting')
  expect(await sealWaiting(db.app)).toBe(0)
  expect(await findLost(db.app)).toBe(1)
  expect(await findLost(db.app)).toBe(0)
  expect(await sealWaiting(db.app)).toBe(1)
})
