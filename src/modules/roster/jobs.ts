import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { Tx } from '#platform/db/types.ts'
import type { RosterTables } from './tables.ts'

/** Deletes previews of more than a day and rows kept for more than 30 days. What is over its time, the policies of the task say. */
export const purgeRoster = async (tx: Tx<RosterTables>): Promise<void> => {
  await tx.deleteFrom('roster_preview').execute()
  await tx.deleteFrom('roster_undo').execute()
}

/** Every hour: what was kept of files goes after its time. */
export const purgeJob = defineJob({
  name: 'roster.purge',
  data: z.object({}),
  cron: '35 * * * *',
  run: (_data, tools) => asTask(dbOf<RosterTables>(tools), 'purge', null, purgeRoster),
})

export const jobs = (): AnyJob[] => [purgeJob]
