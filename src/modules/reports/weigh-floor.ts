import { sql } from 'kysely'
import { findHeld, type AgreementView } from '#modules/agreements/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { floorBroken, type Broken } from './floor.ts'
import { isPrimary, type PeriodPlan } from './period.ts'
import { findNow } from './queries.ts'

/** One at a time changes the periods of a stage, or begins what hangs on them. */
export const lockStage = async <T>(tx: Tx<T>, school: string, stage: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reports ${school} ${stage}`}, 0))`.execute(tx)
}

/**
 * Whether guardians of a stage would hear too little with these periods and this many weeks: where they learn of results with the
 * report alone. That is so in primary education, and wherever it was agreed.
 */
export const weighFloor = async (
  tx: Tx<AgreementView>,
  { school, stage }: { school: string; stage: string },
  periods: readonly PeriodPlan[],
  weeks: number,
): Promise<Broken | null> => {
  const bound = isPrimary(stage) ? { since: null } : await findBound(tx, school, stage)
  return bound === null ? null : floorBroken({ periods, weeks, now: await findNow(tx), ...bound })
}

/** Since when it is agreed for anybody of this stage that guardians see grades with the report alone; null when for nobody. */
const findBound = async (tx: Tx<AgreementView>, school: string, stage: string): Promise<{ since: string } | null> => {
  const held = await findHeld(tx, school, 'grade-release')
  const days = held
    .filter(({ terms, stages }) => terms['when'] === 'report' && stages.includes(stage))
    .map(({ startsOn }) => startsOn)
  const [since] = days.toSorted()
  return since === undefined ? null : { since }
}
