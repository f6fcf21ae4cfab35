import type { AgreementView } from '#modules/agreements/index.ts'
import { demandOverseer } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { clashOf, momentOf, type PeriodPlan } from './period.ts'
import { columnsOf, payloadOf } from './period-rows.ts'
import { findNow, findRule } from './queries.ts'
import type { Refusal } from './refusal.ts'
import { loadPeriod } from './load-period.ts'
import type { ReportTables } from './tables.ts'
import { weighFloor } from './weigh-floor.ts'

/**
 * Changes a period, also after it began. The moment of its report stays once it has passed: what was visible then stays so.
 * @returns null when it is done, or why not
 * @throws NotFound for who does not oversee the school, and for a period that is not there
 */
export const changePeriod = async (
  tx: Tx<ReportTables & AgreementView>,
  doer: Doer,
  { school, id, ...plan }: PeriodPlan & { school: string; id: string },
): Promise<Refusal | null> => {
  demandOverseer(doer, school)
  const { period, others } = await loadPeriod(tx, school, id)
  const { stage } = period
  if (momentOf(plan) !== momentOf(period)) {
    if (period.isReported) return { why: 'reported' }
    if (momentOf(plan) <= (await findNow(tx))) return { why: 'past' }
  }
  const clash = clashOf(plan, others)
  if (clash !== null) return clash
  const { guideWeeks } = await findRule(tx, school, stage)
  const broken = await weighFloor(tx, { school, stage }, [...others, plan], guideWeeks)
  if (broken !== null && !(broken.why === 'none' && period.isReported)) return { why: 'floor', stage, broken }
  await tx
    .updateTable('report_period')
    .set(columnsOf(plan))
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  await record(tx, {
    school,
    event: 'reports.period.changed',
    about: [id],
    payload: { stage, ...payloadOf(plan), before: payloadOf(period) },
    doer,
  })
  return null
}
