import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { SightTables } from './tables.ts'

/** Deletes choices and requests of relations that are over, and requests of long ago. Which they are, the policies of the task say. */
export const purgeSight = async (tx: Tx<SightTables>): Promise<void> => {
  await tx.deleteFrom('sight_choice').execute()
  await tx.deleteFrom('sight_request').execute()
}

export const purgeJob = defineJob({
  name: 'sight.purge',
  data: z.object({}),
  cron: '35 3 * * *',
  run: (_data, tools) => asTask(dbOf<SightTables>(tools), 'purge', null, purgeSight),
})

export const jobs = (): AnyJob[] => [purgeJob]
