import type { AgreementView } from '#modules/agreements/index.ts'
import { demandOverseer, type Stage } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { demandStage } from './add-period.ts'
import { mostGuideWeeks, type Rule } from './period.ts'
import { findPeriods } from './queries.ts'
import type { Refusal } from './refusal.ts'
import type { ReportTables } from './tables.ts'
import { lockStage, weighFloor } from './weigh-floor.ts'

/**
 * Says how a stage rounds averages, and how many weeks its school guide leaves at most between two reports.
 * @param most the most weeks that a school may leave
 * @returns null when it is done, or why not
 * @throws NotFound for who does not oversee the school, and for a stage that it does not teach
 */
export const keepRule = async (
  tx: Tx<ReportTables & AgreementView>,
  doer: Doer,
  { school, stage, rounding, guideWeeks }: Rule & { school: string; stage: Stage },
  most = mostGuideWeeks,
): Promise<Refusal | null> => {
  demandOverseer(doer, school)
  await demandStage(tx, school, stage)
  if (guideWeeks > most) return { why: 'weeks' }
  await lockStage(tx, school, stage)
  const broken = await weighFloor(tx, { school, stage }, await findPeriods(tx, school, stage), guideWeeks)
  if (broken?.why === 'gap') return { why: 'floor', stage, broken }
  const columns = { rounding, guide_weeks: guideWeeks }
  await tx
    .insertInto('report_rule')
    .values({ school_id: school, stage, ...columns })
    .onConflict((conflict) => conflict.columns(['school_id', 'stage']).doUpdateSet(columns))
    .execute()
  await record(tx, {
    school,
    event: 'reports.rule.kept',
    about: [school],
    payload: { stage, rounding, guideWeeks },
    doer,
  })
  return null
}
