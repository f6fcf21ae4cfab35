import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { Period } from './period.ts'
import { findPeriods } from './queries.ts'
import type { ReportTables } from './tables.ts'
import { lockStage } from './weigh-floor.ts'

/** A period and the others of its stage, for a deed: until it is done nobody else changes one of them. @throws NotFound */
export const loadPeriod = async (
  tx: Tx<ReportTables>,
  school: string,
  id: string,
): Promise<{ period: Period; others: readonly Period[] }> => {
  const { stage } = await tx
    .selectFrom('report_period')
    .select('stage')
    .where('school_id', '=', school)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('period'))
  await lockStage(tx, school, stage)
  const all = await findPeriods(tx, school, stage)
  const period = all.find((one) => one.id === id)
  if (period === undefined) throw new NotFound('period')
  return { period, others: all.filter((one) => one.id !== id) }
}
