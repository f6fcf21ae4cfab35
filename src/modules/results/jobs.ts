import { sql } from 'kysely'
import { z } from 'zod'
import { asOperator, asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob, type JobTools } from '#platform/jobs/job.ts'
import { releaseDue } from './deeds/release-due.ts'
import type { ResultView } from './queries.ts'
import type { ResultTables } from './tables.ts'

const releaseAt = async (tools: JobTools, since: string | null): Promise<void> => {
  const db = dbOf<ResultView>(tools)
  const { rows } = await asOperator(db, null, (tx) =>
    sql<{ id: string }>`select id from school order by id`.execute(tx),
  )
  for (const { id } of rows) await asTask(db, 'release', id, (tx) => releaseDue(tx, id, since))
}

/** Every minute: what became known is written down, so that it stays known whatever the clock does. */
export const releaseJob = defineJob({
  name: 'results.release',
  data: z.object({}),
  cron: '* * * * *',
  run: (_data, tools) => releaseAt(tools, '2 days'),
})

/** Every night everything that was missed. */
export const catchUpJob = defineJob({
  name: 'results.catch-up',
  data: z.object({}),
  cron: '20 3 * * *',
  run: (_data, tools) => releaseAt(tools, null),
})

/** Deletes the results of who left two years ago, and pauses that are long over. The policies say which. */
export const purgeResults = async (tx: Tx<ResultTables>): Promise<void> => {
  await tx.deleteFrom('result_pause').execute()
  await sql`select app.purge_results()`.execute(tx)
}

export const purgeJob = defineJob({
  name: 'results.purge',
  data: z.object({}),
  cron: '55 3 * * *',
  run: (_data, tools) => asTask(dbOf<ResultTables>(tools), 'purge', null, purgeResults),
})

export const jobs = (): AnyJob[] => [releaseJob, catchUpJob, purgeJob]
