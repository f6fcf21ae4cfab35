import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { systemClock } from '#platform/clock.ts'
import { makeLog } from '#platform/log.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { enqueue } from './enqueue.ts'
import { defineJob, type AnyJob } from './job.ts'
import { startWorker, type Worker } from './worker.ts'

let db: TestDatabase<never>
const lines: string[] = []
const done: string[] = []

const greet = defineJob({
  name: 'test.greet',
  data: z.object({ whom: z.string() }),
  run: async ({ whom }) => {
    done.push(whom)
  },
})
const fail = defineJob({
  name: 'test.fail',
  data: z.object({}),
  run: async () => {
    throw new Error('duplicate key (email)=(sanne@example.org)')
  },
})
const daily = defineJob({ name: 'test.daily', data: z.object({}), cron: '30 3 * * *', run: async () => undefined })

const start = (...jobs: AnyJob[]): Promise<Worker> => {
  const log = makeLog(
    (line) => lines.push(line),
    () => 'info',
  )
  return startWorker(jobs, { db: db.app, clock: systemClock, log }, db.config('samenspraak_app'))
}

const queued = async (name: string): Promise<number> => {
  const { rows } = await db.owner.query<{ count: number }>('select count(*) from pgboss.job where name = $1', [name])
  return rows[0]?.count ?? -1
}

beforeAll(async () => {
  db = await freshDatabase<never>()
  for (const { name } of [greet, fail, daily]) {
    await db.owner.query(`select pgboss.create_queue($1, '{"policy": "short", "retryLimit": 0}')`, [name])
  }
})
afterAll(() => db.drop())

test('a job is in the queue when its transaction commits and never was when it does not', async () => {
  const attempt = db.app.transaction().execute(async (tx) => {
    await enqueue(tx, greet, { whom: 'nobody' })
    throw new Error('changed my mind')
  })
  await expect(attempt).rejects.toThrow('changed my mind')
  expect(await queued('test.greet')).toBe(0)
  await db.app.transaction().execute((tx) => enqueue(tx, greet, { whom: 'Noor' }))
  expect(await queued('test.greet')).toBe(1)
})

test('of one kind and key one job waits', async () => {
  await db.app.transaction().execute(async (tx) => {
    await enqueue(tx, greet, { whom: 'a' }, { key: 'one' })
    await enqueue(tx, greet, { whom: 'b' }, { key: 'one' })
    await enqueue(tx, greet, { whom: 'c' }, { key: 'two' })
  })
  expect(await queued('test.greet')).toBe(3)
  await db.owner.query(`delete from pgboss.job where singleton_key is not null`)
})

test('a job without a queue, or with other data than it takes, is refused', async () => {
  const lost = defineJob({ ...greet, name: 'test.lost' })
  await expect(db.app.transaction().execute((tx) => enqueue(tx, lost, { whom: 'x' }))).rejects.toThrow(
    'No migration laid the queue of the job test.lost.',
  )
  await expect(
    db.app.transaction().execute((tx) => enqueue(tx, greet, { whom: JSON.parse('7') as string })),
  ).rejects.toThrow('expected string')
  await expect(start(lost)).rejects.toThrow('No migration laid the queues of test.lost.')
})

test('the row is the one that the library writes itself', async () => {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    ...db.config('samenspraak_app'),
    migrate: false,
    supervise: false,
    schedule: false,
  } as never)
  await boss.start()
  const at = new Date('2030-01-02T03:04:05Z')
  const options = { startAfter: at, singletonKey: 'same' }
  await boss.send('test.fail', { a: 1 }, options)
  await boss.stop({ graceful: false })
  const loose = defineJob({ name: 'test.fail', data: z.looseObject({}), run: async () => undefined })
  const read = async (): Promise<Record<string, unknown>> => {
    const { rows } = await db.owner.query<Record<string, unknown>>(
      'delete from pgboss.job where name = $1 returning *',
      ['test.fail'],
    )
    expect(rows).toHaveLength(1)
    return { ...rows[0], id: null, created_on: null }
  }
  const theirs = await read()
  await db.app.transaction().execute((tx) => enqueue(tx, loose, { a: 1 }, { startAfter: at, key: 'same' }))
  expect(await read()).toEqual(theirs)
})

test('a worker runs what was enqueued, plans by the calendar, and changes no schema', async () => {
  await db.owner.query(`create function test_rig.no_ddl() returns event_trigger language plpgsql
    as $$ begin raise exception 'schema change: %', tg_tag; end $$`)
  await db.owner.query('create event trigger no_ddl on ddl_command_start execute function test_rig.no_ddl()')
  await db.app.transaction().execute((tx) => enqueue(tx, fail, {}))
  const worker = await start(greet, fail, daily)
  await vi.waitFor(() => expect(done).toEqual(['Noor']), 10_000)
  await vi.waitFor(() => expect(lines.join('')).toContain('jobs.failed'), 10_000)
  const { rows } = await db.owner.query('select name, cron, timezone, options from pgboss.schedule')
  expect(rows).toEqual([
    {
      name: 'test.daily',
      cron: '30 3 * * *',
      timezone: 'Europe/Amsterdam',
      options: expect.objectContaining({ missed: 'once' }),
    },
  ])
  await worker.stop()
  const without = await start(greet, fail)
  expect((await db.owner.query('select from pgboss.schedule')).rowCount).toBe(0)
  await without.stop()
  await db.owner.query('drop event trigger no_ddl')
  expect(lines.filter((line) => !line.includes('"job":"test.fail"'))).toEqual([])
})

test('neither the log nor the queue keeps what an error said', async () => {
  const { rows } = await db.owner.query<{ output: unknown; state: string }>(
    `select state, output from pgboss.job where name = 'test.fail'`,
  )
  expect(rows.map(({ state }) => state)).toEqual(['failed'])
  expect(lines.join('') + JSON.stringify(rows)).not.toContain('sanne')
})

test('the maintenance of the library needs no more rights than the worker has', async () => {
  const { PgBoss } = await import('pg-boss')
  const errors: unknown[] = []
  const boss = new PgBoss({
    ...db.config('samenspraak_app'),
    migrate: false,
    reindex: false,
    monitorVacuum: false,
  } as never)
  boss.on('error', (error) => errors.push(error))
  await boss.start()
  await db.owner.query(`update pgboss.queue set monitor_on = null, maintain_on = null`)
  await db.owner.query(
    `update pgboss.job set completed_on = now() - interval '1 year', keep_until = now() - interval '1 year'`,
  )
  await boss.supervise()
  await boss.resolveFlow()
  await boss.stop({ graceful: false })
  expect(errors).toEqual([])
  expect(await queued('test.fail')).toBe(0)
})

test('the login role may change no schema, nor run a statement of the library that does', async () => {
  const attempt = sql`create table pgboss.mine (a int)`.execute(db.app)
  await expect(attempt).rejects.toThrow('permission denied')
  await expect(sql`alter table pgboss.job add column mine int`.execute(db.app)).rejects.toThrow('must be owner')
  await expect(
    sql`select pgboss.create_queue('test.own', '{"policy": "standard", "partition": true}')`.execute(db.app),
  ).rejects.toThrow('permission denied')
})
