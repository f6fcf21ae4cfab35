import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { appRole } from './embedded-database.ts'
import { Along } from './along.ts'
import { PreparingClient } from './preparing-client.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

type Client = { query: (text: string, values?: unknown[]) => unknown }

const ask = async (client: Client, text: string, values?: unknown[]): Promise<unknown> => client.query(text, values)

const connected = async (): Promise<PreparingClient> => {
  const client = new PreparingClient(db.config(appRole))
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('when a transaction cannot be opened, what was to be its first statement fails too', async () => {
  const client = await connected()
  await ask(client, 'start transaction isolation level nonsense read only')
  await expect(ask(client, 'select set_config($1, $2, true)', ['app.task', 'purge'])).rejects.toMatchObject({
    code: '42601',
  })
  await client.end()
})

const next = { text: 'select $1::int + 1 as next', values: [1] }

/** Asks a question in a transaction that only reads, with one more along. @returns what both answered */
const askBoth = async (client: Client): Promise<unknown> => {
  const along = new Along([next])
  await ask(client, 'start transaction read only')
  const own: unknown = await ask(client, 'select $1::bytea as own', [Buffer.from('a'), along])
  await ask(client, 'commit')
  return { own, next: along.answers.get(next.text) }
}
const both = { own: { rows: [{ own: Buffer.from('a') }], rowCount: 1, command: 'SELECT' }, next: [{ next: 2 }] }

test('what goes along is answered beside the first statement', async () => {
  const client = await connected()
  for (let times = 0; times < 2; times += 1) expect(await askBoth(client)).toMatchObject(both)
  await client.end()
})

test('a statement that could not be prepared is prepared the next time', async () => {
  const pool = new pg.Pool({ ...db.config(appRole), max: 1, Client: PreparingClient })
  pool.on('connect', (client) => client.on('error', () => undefined))
  const client = await pool.connect()
  // A reader's mistake that was caught: the transaction can do nothing any more, and ends with the next one's opening.
  await ask(client, 'start transaction read only')
  await expect(ask(client, 'select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
  await expect(ask(client, 'select $1::bytea as own', [Buffer.from('a')])).rejects.toMatchObject({ code: '25P02' })
  await ask(client, 'commit')
  expect(await askBoth(client)).toMatchObject(both)
  client.release()
  const again = await pool.connect()
  expect(await askBoth(again)).toMatchObject(both)
  again.release()
  await pool.end()
})

test('when one of several statements fails, those after it are not tried, and the connection goes on', async () => {
  const client = await connected()
  const along = new Along([{ text: 'select 1 / $1::int as broken', values: [0] }, next])
  await ask(client, 'begin')
  await expect(ask(client, 'select $1::int as own', [1, along])).rejects.toMatchObject({ code: '22012' })
  expect(along.answers.size).toBe(0)
  await ask(client, 'rollback')
  expect(await askBoth(client)).toMatchObject(both)
  await client.end()
})

test('several statements in one text, the first of a transaction, are answered as without it', async () => {
  const client = await connected()
  await ask(client, 'begin')
  const rows = (answer: unknown) => (Array.isArray(answer) ? answer : [answer]).map(({ rows: found }) => found)
  expect(rows(await ask(client, 'select 1 as one; select 2 as two'))).toEqual([[{ one: 1 }], [{ two: 2 }]])
  await ask(client, 'rollback')
  await ask(client, 'begin')
  expect(rows(await ask(client, 'select 1 as one'))).toEqual([[{ one: 1 }]])
  await ask(client, 'rollback')
  await ask(client, 'start transaction isolation level nonsense read only')
  await expect(ask(client, 'select 1 as one; select 2 as two')).rejects.toMatchObject({ code: '42601' })
  await client.end()
})

test('values and columns of every kind come as from any other client', async () => {
  const text = `select $1::text as a, $2::int as b, $3::date as c, $4::uuid[] as d, $5::jsonb as e, $6::bytea as f, $7::boolean as g,
    $8::timestamptz as h, null as i, $9::bigint as j, '' as k`
  const id = '00000000-0000-4000-8000-000000000001'
  const values = [
    "l'ö\n",
    3,
    '2026-11-25',
    [id, id],
    { a: [1, null] },
    Buffer.from([0, 255]),
    true,
    new Date(0),
    '9007199254740991',
  ]
  const [ours, plain] = [await connected(), new pg.Client(db.config(appRole))]
  await plain.connect()
  const { rows: wanted } = await plain.query(text, values)
  for (let times = 0; times < 2; times += 1)
    expect(await ask(ours, text, values)).toMatchObject({ rows: wanted, rowCount: 1 })
  expect(await ask(ours, 'select $1::int where false', [1])).toMatchObject({ rows: [], rowCount: 0, command: 'SELECT' })
  await Promise.all([ours.end(), plain.end()])
})

test('a statement that fails again and again stays one statement of the connection', async () => {
  const client = await connected()
  for (let times = 0; times < 5; times += 1) {
    await ask(client, 'begin')
    await expect(ask(client, 'select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
    await ask(client, 'rollback')
  }
  expect(await ask(client, 'select count(*)::int as prepared from pg_prepared_statements')).toMatchObject({
    rows: [{ prepared: 2 }],
  })
  expect(await ask(client, 'select 1 / $1::int as one', [1])).toMatchObject({ rows: [{ one: 1 }] })
  await client.end()
})

test('a statement that is learnt twice at once, and fails the second time, can be asked again', async () => {
  const client = await connected()
  const same = (): Promise<unknown> => ask(client, 'select $1::int as same', [3])
  await ask(client, 'begin')
  const answers = await Promise.allSettled([same(), ask(client, 'select 1 / $1::int', [0]), same()])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  await ask(client, 'rollback')
  for (let times = 0; times < 2; times += 1) expect(await same()).toMatchObject({ rows: [{ same: 3 }] })
  await client.end()
})

test('a value that cannot be written is refused before anything is sent, and the connection goes on', async () => {
  const client = await connected()
  const good = (): Promise<unknown> => ask(client, 'select $1::int as good', [7])
  await ask(client, 'begin')
  const [bad, beside] = await Promise.allSettled([ask(client, 'select $1::jsonb', [{ n: 1n }]), good()])
  expect([bad?.status, beside]).toMatchObject(['rejected', { status: 'fulfilled', value: { rows: [{ good: 7 }] } }])
  await ask(client, 'rollback')
  for (let times = 0; times < 3; times += 1) expect(await good()).toMatchObject({ rows: [{ good: 7 }] })
  await client.end()
})

test('a time limit of the connection ends with the answer', async () => {
  const client = new PreparingClient({ ...db.config(appRole), query_timeout: 150 })
  client.on('error', () => undefined)
  await client.connect()
  expect(await ask(client, 'select $1::int as one', [1])).toMatchObject({ rows: [{ one: 1 }] })
  await expect(ask(client, 'select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await ask(client, 'select $1::int as one', [2])).toMatchObject({ rows: [{ one: 2 }] })
  await client.end()
})
