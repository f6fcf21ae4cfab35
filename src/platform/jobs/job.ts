import type { Kysely } from 'kysely'
import type { ZodType } from 'zod'
import type { Clock } from '#platform/clock.ts'
import type { Log } from '#platform/log.ts'

/** What a job is given. It opens its own transactions: `asTask(dbOf<RosterTables>(tools), 'roster', school, …)`. */
export type JobTools = { readonly db: Kysely<never>; readonly clock: Clock; readonly log: Log }

export const dbOf = <Tables>({ db }: JobTools): Kysely<Tables> => db as unknown as Kysely<Tables>

/**
 * Work that is done beside the pages, at least once: `run` must be safe to run twice. Its queue is laid by a migration
 * of its module (`select pgboss.create_queue('roster.tidy', '{"policy": "short", …}')`).
 */
export type JobCard<Data> = {
  /** The name of its queue: dotted English nouns, the module first. */
  readonly name: string
  /** What is enqueued: opaque ids, never a name. */
  readonly data: ZodType<Data>
  /** By the calendar, in Dutch wall time, with `{}` as data; a time that was missed is made up for once. */
  readonly cron?: string
  readonly run: (data: Data, tools: JobTools) => Promise<void>
}

export type Job<Data> = JobCard<Data> & {
  /** Parses what came out of the queue and runs. */
  readonly perform: (data: unknown, tools: JobTools) => Promise<void>
}

/** A job as a list of jobs holds it. */
export type AnyJob = Pick<Job<never>, 'name' | 'cron' | 'perform'>

export const defineJob = <Data>(card: JobCard<Data>): Job<Data> => ({
  ...card,
  perform: async (data, tools) => card.run(card.data.parse(data), tools),
})
