import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator, asTask } from '#platform/db/context.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { erasePayloads } from './erase-payload.ts'
import { record } from './record.ts'
import { sealWaiting } from './seal.ts'

let db: TestDatabase
const school = randomUUID()

beforeAll(async () => {
  db = await freshDatabase()
  await asOperator(db.app, school, (tx) =>
    record(tx, { school, event: 'school.year.opened', about: [], payload: {}, doer: { hat: 'operator', school } }),
  )
  await sealWaiting(db.app)
})
afterAll(() => db.drop())

const refusedToAll = [
  `update app.ledger_entry set event = 'a.b'`,
  'delete from app.ledger_entry',
  'truncate app.ledger_entry',
  'update app.ledger_seal set seq = 9',
  'delete from app.ledger_seal',
  'truncate app.ledger_seal',
  `update app.ledger_payload set payload = '{}'`,
  'truncate app.ledger_payload',
]

test.each(refusedToAll)('even the superuser is refused: %s', async (statement) => {
  await expect(db.owner.query(statement)).rejects.toThrow('The ledger only grows')
  await db.owner.query(`set session_replication_role = replica`)
  await expect(db.owner.query(statement)).rejects.toThrow('The ledger only grows')
  await db.owner.query(`reset session_replication_role`)
})

const refusedToTheProgram = [
  ...refusedToAll,
  'truncate app.ledger_waiting',
  'update app.ledger_waiting set entry_id = 1',
  `insert into app.ledger_entry (chain_id, id, at, event, about, payload_hash)
    values (gen_random_uuid(), 1, '2020-01-01', 'a.b', '{}', sha256(''))`,
]

test.each(refusedToTheProgram)('the program has no right to %s', async (statement) => {
  for (const task of ['ledger', 'erasure', 'operator']) {
    const attempt = asTask(db.app, task, null, (tx) =>
      tx.executeQuery(sql([statement] as unknown as TemplateStringsArray).compile(tx)),
    )
    await expect(attempt).rejects.toThrow('permission denied')
  }
})

const count = async (table: 'ledger_entry' | 'ledger_payload' | 'ledger_seal' | 'ledger_waiting'): Promise<number> => {
  const { rows } = await db.owner.query<{ count: number }>(`select count(*) from app.${table}`)
  return rows[0]?.count ?? -1
}

test('only the erasure takes a payload away', async () => {
  const { rows } = await db.owner.query<{ id: number }>('select id from app.ledger_entry')
  const ids = rows.map(({ id }) => id)
  expect(await count('ledger_payload')).toBe(1)
  for (const task of ['ledger', 'operator']) {
    expect(await asTask(db.app, task, null, (tx) => erasePayloads(tx, school, ids))).toBe(0)
  }
  expect(await asTask(db.app, 'erasure', null, (tx) => erasePayloads(tx, randomUUID(), ids))).toBe(0)
  expect(await count('ledger_payload')).toBe(1)
  expect(await asTask(db.app, 'erasure', null, (tx) => erasePayloads(tx, school, ids))).toBe(1)
  expect(await count('ledger_payload')).toBe(0)
})

test('an actor reads nothing of the ledger, not even of the own school', async () => {
  const seen = await db.app.transaction().execute(async (tx) => {
    await sql`select set_config('app.account', ${randomUUID()}, true), set_config('app.hat', 'staff', true),
      set_config('app.schools', ${`{${school}}`}, true), set_config('app.office', ${`{${school}}`}, true)`.execute(tx)
    const { rows } = await sql`select 1 from app.ledger_entry union all select 1 from app.ledger_payload
      union all select 1 from app.ledger_seal union all select 1 from app.ledger_waiting`.execute(tx)
    return rows.length
  })
  expect(seen).toBe(0)
  expect(await count('ledger_entry')).toBe(1)
})
