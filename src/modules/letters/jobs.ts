import { z } from 'zod'
import { asOperator, asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob, type Job } from '#platform/jobs/job.ts'
import type { Config } from '#platform/config.ts'
import { smtpMailer, type Mailer } from '#platform/mail/mailer.ts'
import { mailNext } from './mail-next.ts'
import type { LettersView } from './queries.ts'
import type { LetterTables } from './tables.ts'

/** Deletes letters with what became of them, tries and words that are over their time. What is over, the policies of the task say. */
export const purgeLetters = async (tx: Tx<LetterTables>): Promise<void> => {
  await tx.deleteFrom('letter_use').execute()
  await tx.deleteFrom('letter_end').execute()
  await tx.deleteFrom('letter').execute()
  await tx.deleteFrom('letter_try').execute()
  await tx.deleteFrom('letter_word').execute()
}

/** Every hour: what opens nothing any more goes. */
const purgeJob = defineJob({
  name: 'letters.purge',
  data: z.object({}),
  cron: '45 * * * *',
  run: (_data, tools) => asTask(dbOf<LetterTables>(tools), 'purge', null, purgeLetters),
})

export const mailQueue = { name: 'letters.mail', data: z.object({ school: z.uuid() }) }

/**
 * Makes and mails the letters that a school ordered, one by one: what fails leaves its order, and is tried again.
 * @param origin the public address
 */
export const mailJob = (mailer: Mailer, origin: string): Job<{ school: string }> =>
  defineJob({
    ...mailQueue,
    run: async ({ school }, tools) => {
      for (;;) {
        const left = await asOperator(dbOf<LettersView>(tools), school, (tx) => mailNext(tx, school, mailer, origin))
        if (!left) return
      }
    },
  })

/** What goes on beside the pages; mail only where it is set up, with an address that stands in it. */
export const jobs = ({ mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>): AnyJob[] =>
  mail === null || publicUrl === null ? [purgeJob] : [purgeJob, mailJob(smtpMailer(mail), publicUrl)]
