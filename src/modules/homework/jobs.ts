import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { Tx } from '#platform/db/types.ts'
import type { HomeworkTables } from './tables.ts'

/** Deletes what was open until a day that is over, ticks of more than sixty days and what was for a day more than two years ago. The policies of the task say which. */
export const purgeHomework = async (tx: Tx<HomeworkTables>): Promise<void> => {
  await tx.deleteFrom('homework_open_item').execute()
  await tx.deleteFrom('homework_tick').execute()
  await tx.deleteFrom('homework').execute()
}

/** Every night: homework goes after its time. */
export const purgeJob = defineJob({
  name: 'homework.purge',
  data: z.object({}),
  cron: '45 3 * * *',
  run: (_data, tools) => asTask(dbOf<HomeworkTables>(tools), 'purge', null, purgeHomework),
})

export const jobs = (): AnyJob[] => [purgeJob]
