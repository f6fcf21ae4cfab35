import type { Job as QueuedJob, PgBoss } from 'pg-boss'
import pg from 'pg'
import type { AnyJob, JobTools } from './job.ts'

export type Worker = {
  /** Lets running jobs end, at most ten seconds. */
  stop(): Promise<void>
}

const zone = 'Europe/Amsterdam'
const pollSeconds = 5

/**
 * Works through the queues of these jobs. Any number of processes may do so at once; each job runs in one of them.
 * @param connection how the login role reaches the database; the queue keeps two connections of its own
 * @throws when a job has no queue, or when the schema of the queue is of another version than the library
 */
export const startWorker = async (
  jobs: readonly AnyJob[],
  tools: JobTools,
  connection: pg.PoolConfig,
): Promise<Worker> => {
  // Loaded here alone: a process that only serves pages saves its 14 MB.
  const { PgBoss } = await import('pg-boss')
  const pool = new pg.Pool({ ...connection, max: 2 })
  pool.on('error', () => undefined)
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values ? [...values] : undefined) },
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    // Rebuilding indexes is DDL, and the login role owns none.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 300,
    monitorIntervalSeconds: 300,
    queueCacheIntervalSeconds: 600,
    flowIntervalSeconds: 3600,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 15,
  })
  boss.on('error', (error) => tools.log.error('jobs.queue', { error }))
  try {
    await boss.start()
    await refuseMissing(boss, jobs)
    await plan(boss, jobs)
    for (const job of jobs) await work(boss, job, tools)
  } catch (error) {
    await boss.stop({ graceful: false })
    await pool.end()
    throw error
  }
  return {
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 10_000 })
      await pool.end()
    },
  }
}

const refuseMissing = async (boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> => {
  const laid = new Set((await boss.getQueues()).map(({ name }) => name))
  const missing = jobs.filter(({ name }) => !laid.has(name)).map(({ name }) => name)
  if (missing.length > 0) throw new Error(`No migration laid the queues of ${missing.join(', ')}.`)
}

const plan = async (boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> => {
  const planned = new Set<string>()
  for (const { name, cron } of jobs) {
    if (cron === undefined) continue
    planned.add(name)
    await boss.schedule(name, cron, {}, { tz: zone, missed: 'once' })
  }
  for (const { name } of await boss.getSchedules()) if (!planned.has(name)) await boss.unschedule(name)
}

const work = (boss: PgBoss, job: AnyJob, tools: JobTools): Promise<string> =>
  boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, async (queued: QueuedJob<unknown>[]) => {
    for (const { data } of queued) {
      await job.perform(data, tools).catch((error: unknown) => {
        tools.log.error('jobs.failed', { job: job.name, error })
        // The queue keeps what is thrown; the message of a database error may hold a name.
        throw new Error(`${job.name} failed`)
      })
    }
  })
