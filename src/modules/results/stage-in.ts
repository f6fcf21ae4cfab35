import { stageOf } from '#modules/agreements/index.ts'
import { Conflict } from '#platform/errors.ts'
import type { TaughtGroup } from './staff-queries.ts'

/** The stage a group is in: of its year, else the first of the school. @throws Conflict at a school without stages */
export const stageIn = ({ year, stages, pupils }: TaughtGroup): string => {
  const stage = stageOf(year ?? pupils[0]?.year ?? null, stages) ?? stages[0]
  if (stage === undefined) throw new Conflict('no stage')
  return stage
}
