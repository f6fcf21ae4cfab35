import { sql } from 'kysely'
import type { AgreementView } from '#modules/agreements/index.ts'
import { demandOverseer } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { loadPeriod } from './load-period.ts'
import { payloadOf } from './period-rows.ts'
import { findRule } from './queries.ts'
import type { Refusal } from './refusal.ts'
import type { ReportTables } from './tables.ts'
import { weighFloor } from './weigh-floor.ts'

/**
 * Takes a period away of which the report is still to come.
 * @returns null when it is done, or why not
 * @throws NotFound for who does not oversee the school, and for a period that is not there
 */
export const removePeriod = async (
  tx: Tx<ReportTables & AgreementView>,
  doer: Doer,
  { school, id }: { school: string; id: string },
): Promise<Refusal | null> => {
  demandOverseer(doer, school)
  const { period, others } = await loadPeriod(tx, school, id)
  const { stage } = period
  if (period.isReported) return { why: 'reported' }
  const { guideWeeks } = await findRule(tx, school, stage)
  const broken = await weighFloor(tx, { school, stage }, others, guideWeeks)
  if (broken !== null) return { why: 'floor', stage, broken }
  if (!(await takeAway(tx, school, id))) return { why: 'used' }
  await record(tx, {
    school,
    event: 'reports.period.removed',
    about: [id],
    payload: { stage, ...payloadOf(period) },
    doer,
  })
  return null
}

const isReferredTo = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23503'

/** @returns whether nothing hung on it */
const takeAway = async (tx: Tx<ReportTables>, school: string, id: string): Promise<boolean> => {
  await sql`savepoint remove_period`.execute(tx)
  try {
    await tx.deleteFrom('report_period').where('school_id', '=', school).where('id', '=', id).execute()
    await sql`release savepoint remove_period`.execute(tx)
    return true
  } catch (error) {
    await sql`rollback to savepoint remove_period`.execute(tx)
    await sql`release savepoint remove_period`.execute(tx)
    if (!isReferredTo(error)) throw error
    return false
  }
}
