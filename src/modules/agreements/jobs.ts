import { sql } from 'kysely'
import { z } from 'zod'
import { asOperator, asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { dbOf, defineJob, type AnyJob } from '#platform/jobs/job.ts'
import { countKept } from './deeds/count-kept.ts'
import type { AgreementTables } from './tables.ts'
import type { AgreementView } from './visible-to.ts'

/** Deletes what is over its time: of one pupil, who said yes and who confirmed it long ago, who answered a question, old figures. The policies say which. */
export const purgeAgreements = async (tx: Tx<AgreementTables>): Promise<void> => {
  await tx.deleteFrom('agreement_poll_voter').execute()
  await tx.deleteFrom('agreement_seen').execute()
  await tx.deleteFrom('agreement_yes').execute()
  await tx.deleteFrom('agreement_kept').execute()
  await tx.deleteFrom('agreement').execute()
}

export const purgeJob = defineJob({
  name: 'agreements.purge',
  data: z.object({}),
  cron: '50 3 * * *',
  run: (_data, tools) => asTask(dbOf<AgreementTables>(tools), 'purge', null, purgeAgreements),
})

/** Each night the month before is counted anew: what was entered late in it counts too, and a missed night is made up for. */
export const countJob = defineJob({
  name: 'agreements.count',
  data: z.object({}),
  cron: '10 4 * * *',
  run: async (_data, tools) => {
    const db = dbOf<AgreementView>(tools)
    const { rows } = await asOperator(db, null, (tx) =>
      sql<{ id: string; month: string }>`select id,
        (date_trunc('month', app.today()) - interval '1 month')::date as month from school order by id`.execute(tx),
    )
    for (const { id, month } of rows) await asTask(db, 'kept', id, (tx) => countKept(tx, id, month))
  },
})

export const jobs = (): AnyJob[] => [purgeJob, countJob]
