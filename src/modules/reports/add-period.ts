import type { AgreementView } from '#modules/agreements/index.ts'
import { demandOverseer, type Stage } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { clashOf, type PeriodPlan } from './period.ts'
import { columnsOf, payloadOf } from './period-rows.ts'
import { findPeriods, findRule } from './queries.ts'
import type { Refusal } from './refusal.ts'
import type { ReportTables } from './tables.ts'
import { lockStage, weighFloor } from './weigh-floor.ts'

/**
 * Adds a period to a stage of a school, with the moment of its report. One whose report has come can be added too: a school that
 * begins here in the middle of a year has them.
 * @returns null when it is done, or why not
 * @throws NotFound for who does not oversee the school, and for a stage that it does not teach
 */
export const addPeriod = async (
  tx: Tx<ReportTables & AgreementView>,
  doer: Doer,
  { school, stage, ...plan }: PeriodPlan & { school: string; stage: Stage },
): Promise<Refusal | null> => {
  demandOverseer(doer, school)
  await demandStage(tx, school, stage)
  await lockStage(tx, school, stage)
  const others = await findPeriods(tx, school, stage)
  const clash = clashOf(plan, others)
  if (clash !== null) return clash
  const { guideWeeks } = await findRule(tx, school, stage)
  const broken = await weighFloor(tx, { school, stage }, [...others, plan], guideWeeks)
  // That no report is to come was so before, and is better with one more.
  if (broken?.why === 'gap') return { why: 'floor', stage, broken }
  const { id } = await tx
    .insertInto('report_period')
    .values({ school_id: school, stage, ...columnsOf(plan) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, {
    school,
    event: 'reports.period.added',
    about: [id],
    payload: { stage, ...payloadOf(plan) },
    doer,
  })
  return null
}

/** @throws NotFound for a stage that the school does not teach */
export const demandStage = async (tx: Tx<AgreementView>, school: string, stage: Stage): Promise<void> => {
  await tx
    .selectFrom('school_stage')
    .select('stage')
    .where('school_id', '=', school)
    .where('stage', '=', stage)
    .executeTakeFirstOrThrow(() => new NotFound('stage'))
}
