import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { AnnouncementTables } from './tables.ts'

/** Deletes announcements a year after their last day, with all that belongs to them. Which those are, the policies say. */
export const purgeAnnouncements = async (tx: Tx<AnnouncementTables>): Promise<void> => {
  await tx.deleteFrom('announcement').execute()
}

export const purgeJob = defineJob({
  name: 'announcements.purge',
  data: z.object({}),
  cron: '20 3 * * *',
  run: (_data, tools) => asTask(dbOf<AnnouncementTables>(tools), 'purge', null, purgeAnnouncements),
})

export const jobs = (): AnyJob[] => [purgeJob]
