import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob } from '#platform/jobs/job.ts'
import type { AccountTables } from './tables.ts'

/** Deletes sessions, codes and challenges that expired, and wrong tries of more than a day. What is over, the policies of the task say. */
export const purgeAccounts = async (tx: Tx<AccountTables>): Promise<void> => {
  await tx.deleteFrom('session').execute()
  await tx.deleteFrom('account_reset').execute()
  await tx.deleteFrom('account_limit').execute()
  await tx.deleteFrom('account_challenge').execute()
}

/** Every hour: what opens nothing any more goes. */
export const purgeJob = defineJob({
  name: 'accounts.purge',
  data: z.object({}),
  cron: '25 * * * *',
  run: (_data, tools) => asTask(dbOf<AccountTables>(tools), 'purge', null, purgeAccounts),
})
