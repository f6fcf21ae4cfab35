import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { FileTables } from './tables.ts'

/** Deletes files that hang nowhere. Which those are, the policies of the task say. */
export const purgeFiles = async (tx: Tx<FileTables>): Promise<void> => {
  await tx.deleteFrom('file').execute()
}

/** Every hour, and within moments after something was taken away. */
export const purgeJob = defineJob({
  name: 'files.purge',
  data: z.object({}),
  cron: '50 * * * *',
  run: (_data, tools) => asTask(dbOf<FileTables>(tools), 'purge', null, purgeFiles),
})

/** Something was taken away in this transaction: what hung on it goes after it. */
export const purgeFilesSoon = <T>(tx: Tx<T>): Promise<void> => enqueue(tx, purgeJob, {})

export const jobs = (): AnyJob[] => [purgeJob]
