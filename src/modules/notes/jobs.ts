import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import type { NoteTables } from './tables.ts'

/** Deletes the words of notes after a week, and the notes after a year. What is over its time, the policies of the task say. */
export const purgeNotes = async (tx: Tx<NoteTables>): Promise<void> => {
  await tx.deleteFrom('child_note_text').execute()
  await tx.deleteFrom('child_note').execute()
}

/** Every hour: what was said goes after its time. */
export const purgeJob = defineJob({
  name: 'notes.purge',
  data: z.object({}),
  cron: '45 * * * *',
  run: (_data, tools) => asTask(dbOf<NoteTables>(tools), 'purge', null, purgeNotes),
})

export const jobs = (): AnyJob[] => [purgeJob]
