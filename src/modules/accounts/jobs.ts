import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import { isLoopback, type Config } from '#platform/config.ts'
import type { Tx } from '#platform/db/types.ts'
import { type AnyJob, dbOf, defineJob } from '#platform/jobs/job.ts'
import { smtpMailer } from '#platform/mail/mailer.ts'
import { openVault } from '#platform/vault.ts'
import { mailCard } from './mail-later.ts'
import { type MailTables, type Post, sendMail } from './send-mail.ts'
import type { AccountTables } from './tables.ts'

/** Deletes sessions, codes and challenges that expired, and wrong tries of more than a day. What is over, the policies of the task say. */
export const purgeAccounts = async (tx: Tx<AccountTables>): Promise<void> => {
  await tx.deleteFrom('session').execute()
  await tx.deleteFrom('account_reset').execute()
  await tx.deleteFrom('account_limit').execute()
  await tx.deleteFrom('account_challenge').execute()
}

/** Every hour: what opens nothing any more goes. */
const purgeJob = defineJob({
  name: 'accounts.purge',
  data: z.object({}),
  cron: '25 * * * *',
  run: (_data, tools) => asTask(dbOf<AccountTables>(tools), 'purge', null, purgeAccounts),
})

/** Sends what was wished for, once each time it was; a server that does not take the mail is tried again. */
export const mailJob = (post: Post) =>
  defineJob({ ...mailCard, run: (wish, tools) => sendMail(dbOf<MailTables>(tools), wish, post) })

/** What goes on beside the pages; mail only where it is set up. */
export const jobs = (config: Pick<Config, 'mail' | 'publicUrl' | 'host' | 'port' | 'dataDir'>): readonly AnyJob[] => {
  if (config.mail === null) return [purgeJob]
  return [
    purgeJob,
    mailJob({ mailer: smtpMailer(config.mail), vault: openVault(config.dataDir), origin: originOf(config) }),
  ]
}

/** The address that stands in a mail: as it is set up, never as somebody asked for it. */
const originOf = ({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  publicUrl ?? `http://${isLoopback(host) ? 'localhost' : host}:${port}`
