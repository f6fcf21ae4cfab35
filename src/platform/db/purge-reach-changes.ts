import { z } from 'zod'
import { dbOf, defineJob } from '#platform/jobs/job.ts'
import { asTask } from './context.ts'
import type { ReachTables } from './tables.ts'
import type { Tx } from './types.ts'

/** Deletes what says that a reach changed more than two days ago: none is kept for so long. The policies of the task say which. */
export const purgeReachChanges = async (tx: Tx<ReachTables>): Promise<void> => {
  await tx.deleteFrom('reach_change').execute()
}

export const purgeReachJob = defineJob({
  name: 'reach.purge',
  data: z.object({}),
  cron: '45 * * * *',
  run: (_data, tools) => asTask(dbOf<ReachTables>(tools), 'purge', null, purgeReachChanges),
})
