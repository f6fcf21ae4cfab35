import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { asOperator, asTask } from '#platform/db/context.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { anchorKeeper } from './anchor-keeper.ts'
import { checkLedger, type LedgerReport } from './check-ledger.ts'
import { erasePayloads } from './erase-payload.ts'
import { record } from './record.ts'
import { sealWaiting } from './seal.ts'

let db: TestDatabase
let folder: string
let anchors: string
const schools = [randomUUID(), randomUUID()] as const

const write = async (school: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    await asOperator(db.app, school, (tx) =>
      record(tx, {
        school,
        event: 'people.group.joined',
        about: [randomUUID(), randomUUID()],
        payload: { from: '2026-08-01', place: n, note: 'zei "ja"' },
        doer: { hat: 'operator', school },
      }),
    )
  }
  await sealWaiting(db.app)
}

beforeAll(async () => {
  db = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  anchors = join(folder, 'ledger.jsonl')
  await write(schools[0], 150)
  await write(schools[1], 50)
  await asTask(db.app, 'erasure', null, (tx) => erasePayloads(tx, schools[0], [3]))
  await db.owner.query(`alter table app.ledger_entry disable trigger all`)
  await db.owner.query(`alter table app.ledger_payload disable trigger all`)
  await db.owner.query(`alter table app.ledger_seal disable trigger all`)
  const { rows } = await db.owner.query<{ t: string; c: string }>(
    `select conrelid::regclass::text as t, conname as c from pg_constraint
     where contype = 'c' and conrelid::regclass::text like 'app.ledger%'`,
  )
  for (const { t, c } of rows) await db.owner.query(`alter table ${t} drop constraint ${c}`)
})

afterAll(async () => {
  await rm(folder, { recursive: true })
  await db.drop()
})

const check = (): Promise<LedgerReport> => checkLedger(db.app, anchors)

test('an untouched ledger is whole, erased payloads included', async () => {
  expect(await check()).toEqual({
    chains: 2,
    entries: 200,
    erased: 1,
    anchors: 0,
    brokenAnchors: [],
    waiting: [],
    faults: [],
  })
})

type Table = 'ledger_entry' | 'ledger_payload' | 'ledger_seal'
const columns: [Table, string, string][] = [
  ['ledger_entry', 'chain_id', 'uuid'],
  ['ledger_entry', 'id', 'bigint'],
  ['ledger_entry', 'at', 'timestamptz'],
  ['ledger_entry', 'doer_person', 'uuid'],
  ['ledger_entry', 'doer_account', 'uuid'],
  ['ledger_entry', 'doer_hat', 'text'],
  ['ledger_entry', 'event', 'text'],
  ['ledger_entry', 'about', 'uuid[]'],
  ['ledger_entry', 'payload_hash', 'bytea'],
  ['ledger_payload', 'chain_id', 'uuid'],
  ['ledger_payload', 'entry_id', 'bigint'],
  ['ledger_payload', 'salt', 'bytea'],
  ['ledger_payload', 'payload', 'json'],
  ['ledger_seal', 'chain_id', 'uuid'],
  ['ledger_seal', 'seq', 'bigint'],
  ['ledger_seal', 'entry_id', 'bigint'],
  ['ledger_seal', 'hash', 'bytea'],
]

test('every column of the ledger is among those that are flipped', async () => {
  const { rows } = await db.owner.query(
    `select table_name as t, column_name as c from information_schema.columns
     where table_schema = 'app' and table_name in ('ledger_entry', 'ledger_payload', 'ledger_seal')`,
  )
  expect(columns.map(([t, c]) => `${t}.${c}`).sort()).toEqual(rows.map(({ t, c }) => `${t}.${c}`).sort())
})

// Flips bits of one byte of a column, in the form in which PostgreSQL keeps it, as far as SQL can write that.
const flipped: Record<string, string> = {
  uuid: `encode(set_byte(uuid_send(coalesce(%c, gen_random_uuid())), $2 % 16, get_byte(uuid_send(coalesce(%c, gen_random_uuid())), $2 % 16) # $3), 'hex')::uuid`,
  bigint: `%c # ($3::bigint << (8 * ($2 % 7)))`,
  timestamptz: `'2000-01-01 00:00+00'::timestamptz
    + ((extract(epoch from %c - '2000-01-01 00:00+00'::timestamptz) * 1000000)::bigint # ($3::bigint << (8 * ($2 % 6)))) * interval '1 microsecond'`,
  bytea: `set_byte(%c, $2 % length(%c), get_byte(%c, $2 % length(%c)) # $3)`,
  text: `overlay(%c placing chr(ascii(substr(%c, 1 + $2 % length(%c), 1)) # (1 + $3 % 15)) from 1 + $2 % length(%c) for 1)`,
  'uuid[]': `%c[1:$2 % 2] || encode(set_byte(uuid_send(%c[1 + $2 % 2]), 5, get_byte(uuid_send(%c[1 + $2 % 2]), 5) # $3), 'hex')::uuid || %c[2 + $2 % 2:]`,
  json: `regexp_replace(%c::text, '("from":"2026-0)8', '\\1' || ($3 % 8))::json`,
}

type Row = { chain_id: string; entry: string; seq: number | null }

const rowsOf = async (table: Table): Promise<Row[]> => {
  const key = table === 'ledger_entry' ? 'id' : 'entry_id'
  const { rows } = await db.owner.query<Row>(
    `select t.chain_id, t.${key}::text as entry, s.seq from app.${table} t
     join app.ledger_seal s on s.chain_id = t.chain_id and s.entry_id = t.${key} order by 1, 3`,
  )
  return rows
}

// Which parts a changed column may be called. The last seal of a chain has none after it that tells entry from seal.
const called: Record<Table, string[]> = {
  ledger_entry: ['entry', 'entry or seal'],
  ledger_payload: ['payload'],
  ledger_seal: ['seal', 'entry or seal'],
}
const keys = ['chain_id', 'id', 'entry_id', 'seq']

const expectNamed = (report: LedgerReport, row: Row, table: Table, column: string): void => {
  const { faults } = report
  if (keys.includes(column)) {
    const named = faults.filter((fault) =>
      fault.part === 'payload without entry'
        ? table === 'ledger_payload'
        : (fault.part === 'payload' && table === 'ledger_payload') ||
          fault.entry === row.entry ||
          (fault.chain === row.chain_id && fault.seq === row.seq),
    )
    expect(named).not.toEqual([])
  } else {
    expect(faults).toEqual([{ chain: row.chain_id, seq: row.seq, entry: row.entry, part: expect.any(String) }])
    expect(called[table]).toContain(faults[0]?.part)
  }
}

// A key that becomes another row's is refused by PostgreSQL itself; two rows in one place are the chain check's own test.
const refusedAsDouble = (error: unknown): null => {
  if (error instanceof Error && 'code' in error && error.code === '23505') return null
  throw error
}

test.each(columns)('one flipped byte in %s.%s names the row', async (table, column, type) => {
  const rows = await rowsOf(table)
  expect(rows.length).toBeGreaterThan(190)
  const key = table === 'ledger_entry' ? 'id' : 'entry_id'
  const formula = (flipped[type] ?? '').replaceAll('%c', `t.${column}`)
  await fc.assert(
    fc.asyncProperty(fc.nat(rows.length - 1), fc.nat(63), fc.integer({ min: 1, max: 255 }), async (n, place, bits) => {
      const row = rows[n]
      if (!row) throw new Error('no such row')
      const { rows: old } = await db.owner.query(
        `select ctid, ${column}::text as value from app.${table} where chain_id = $1 and ${key} = $2`,
        [row.chain_id, row.entry],
      )
      const change = await db.owner
        .query(
          `update app.${table} t set ${column} = ${formula} from (select $2::int, $3::int) _ where t.ctid = $1 returning t.ctid`,
          [old[0].ctid, place, bits],
        )
        .catch(refusedAsDouble)
      if (change === null) return
      const report = await check()
      await db.owner.query(`update app.${table} set ${column} = $1::text::${type} where ctid = $2`, [
        old[0].value,
        change.rows[0].ctid,
      ])
      expectNamed(report, row, table, column)
    }),
    { numRuns: 15 },
  )
  expect((await check()).faults).toEqual([])
})

test('entries and seals cut off at the end are found by the anchor alone', async () => {
  const keeper = anchorKeeper(db.app, anchors, systemClock)
  expect(await keeper.anchor()).toBe(2)
  expect(await keeper.anchor()).toBe(0)
  await write(schools[1], 2)
  await db.owner.query('begin')
  for (const seq of [50, 51, 52]) {
    await db.owner.query(
      `with cut as (delete from app.ledger_seal where chain_id = $1 and seq = $2 returning entry_id),
        payload as (delete from app.ledger_payload where entry_id in (select entry_id from cut))
       delete from app.ledger_entry where id in (select entry_id from cut)`,
      [schools[1], seq],
    )
  }
  await db.owner.query('commit')
  expect((await checkLedger(db.app, null)).faults).toEqual([])
  expect((await check()).faults).toEqual([{ chain: schools[1], seq: 50, entry: null, part: 'cut' }])
})

test('a chain that was rewritten from some row on is found by the anchor alone', async () => {
  const { rows } = await db.owner.query(`select count(*) from app.ledger_seal where chain_id = $1`, [schools[0]])
  await db.owner.query(`update app.ledger_entry set event = 'people.group.left' where chain_id = $1 and id = 100`, [
    schools[0],
  ])
  await db.owner.query(`delete from app.ledger_seal where chain_id = $1 and seq >= 100`, [schools[0]])
  await db.owner.query(
    `insert into app.ledger_waiting select chain_id, id from app.ledger_entry e where chain_id = $1
    and not exists (select from app.ledger_seal s where s.chain_id = e.chain_id and s.entry_id = e.id)`,
    [schools[0]],
  )
  await sealWaiting(db.app)
  expect((await checkLedger(db.app, null)).faults).toEqual([])
  const faults = (await check()).faults.filter(({ chain }) => chain === schools[0])
  expect(faults).toEqual([{ chain: schools[0], seq: rows[0].count, entry: null, part: 'rewritten' }])
})

test('a chain that is gone whole is found by the anchor', async () => {
  await db.owner.query(`delete from app.ledger_seal where chain_id = $1`, [schools[1]])
  expect((await check()).faults).toContainEqual({ chain: schools[1], seq: 50, entry: null, part: 'cut' })
})

test('an entry that waits longer than five minutes is told, and is no fault', async () => {
  const school = randomUUID()
  await db.setNow('2026-11-02T08:00:00Z')
  await asOperator(db.app, school, (tx) =>
    record(tx, { school, event: 'a.b', about: [], payload: {}, doer: { hat: 'operator', school } }),
  )
  const since = new Date('2026-11-02T08:00:00Z')
  await db.setNow('2026-11-02T08:05:00Z')
  expect((await checkLedger(db.app, null)).waiting.filter(({ chain }) => chain === school)).toEqual([])
  await db.setNow('2026-11-02T08:05:01Z')
  const report = await checkLedger(db.app, null)
  expect(report.waiting).toContainEqual({ chain: school, entries: 1, since })
  expect(report.faults).toEqual([])
})
