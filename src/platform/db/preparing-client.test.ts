import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { appRole } from './embedded-database.ts'
import { marked, PreparingClient } from './preparing-client.ts'
import { statementTexts } from './statement.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
  statementTexts.set('along_of_this_test', 'select $1::int + 1 as next')
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

const asked = `select $1::bytea as own ${marked(['along_of_this_test(1)'])}`

test('what goes along is answered beside the first statement', async () => {
  const client = await connected()
  for (let times = 0; times < 2; times += 1) {
    await ask(client, 'start transaction read only')
    const answer: unknown = await ask(client, asked, [Buffer.from('a')])
    expect(answer).toMatchObject({ rows: [{ asked: [[{ next: 2 }]] }] })
    await ask(client, 'commit')
  }
  await client.end()
})

test('a statement that could not be learnt is learnt the next time', async () => {
  const pool = new pg.Pool({ ...db.config(appRole), max: 1, Client: PreparingClient })
  pool.on('connect', (client) => client.on('error', () => undefined))
  const client = await pool.connect()
  // A reader's mistake that was caught: the transaction can do nothing any more, and ends with the next one's opening.
  await ask(client, 'start transaction read only')
  await expect(ask(client, 'select 1 / 0')).rejects.toMatchObject({ code: '22012' })
  await ask(client, 'commit')
  await ask(client, 'start transaction read only')
  expect(await ask(client, asked, [Buffer.from('a')])).toMatchObject({ rows: [{ asked: [[{ next: 2 }]] }] })
  await ask(client, 'commit')
  client.release()
  const next = await pool.connect()
  await ask(next, 'start transaction read only')
  const answer: unknown = await ask(next, asked, [Buffer.from('a')])
  expect(answer).toMatchObject({ rows: [{ asked: [[{ next: 2 }]] }] })
  await ask(next, 'commit')
  next.release()
  await pool.end()
})
