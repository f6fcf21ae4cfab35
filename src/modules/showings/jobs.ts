import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { ShowingTables } from './tables.ts'

/** Deletes what was shown before the first of August of this school year. Which that is, the policies of the task say. */
export const purgeShowings = async (tx: Tx<ShowingTables>): Promise<void> => {
  await tx.deleteFrom('showing').execute()
}

export const purgeJob = defineJob({
  name: 'showings.purge',
  data: z.object({}),
  cron: '25 3 * * *',
  run: (_data, tools) => asTask(dbOf<ShowingTables>(tools), 'purge', null, purgeShowings),
})

export const jobs = (): AnyJob[] => [purgeJob]
