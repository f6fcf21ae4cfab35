import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { JobCard } from './job.ts'

export type Enqueued = {
  /** Not before this moment. */
  readonly startAfter?: Date
  /** With a queue of policy 'short': one waiting job per key. */
  readonly key?: string
}

/**
 * Puts a job in its queue, in the transaction that causes it: it is there when that commits and never was when it does
 * not. The row is the one that pg-boss writes itself (enqueue.test.ts compares them), so that a process that serves pages
 * need not load the library.
 * @throws when no migration laid the queue
 */
export const enqueue = async <T, Data>(
  tx: Tx<T>,
  job: Pick<JobCard<Data>, 'name' | 'data'>,
  data: Data,
  when: Enqueued = {},
): Promise<void> => {
  const { rows } = await sql<{ queues: number }>`with q as materialized (
      select name, policy, dead_letter, expire_seconds, deletion_seconds, retention_seconds, retry_limit, retry_delay,
        retry_backoff, retry_delay_max, heartbeat_seconds,
        coalesce(${when.startAfter ?? null}::timestamptz, pgboss.job_now()) as start_after
      from pgboss.queue where name = ${job.name}),
    added as (
      insert into pgboss.job (name, data, start_after, created_on, singleton_key, expire_seconds, deletion_seconds,
        keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
      select name, ${JSON.stringify(job.data.parse(data))}::jsonb, start_after, pgboss.job_now(), ${when.key ?? null}::text,
        expire_seconds, deletion_seconds, start_after + retention_seconds * interval '1 second', retry_limit,
        retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds
      from q on conflict do nothing)
    select count(*) as queues from q`.execute(tx)
  if (rows[0]?.queues !== 1) throw new Error(`No migration laid the queue of the job ${job.name}.`)
}
