import { createHash } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import type { Plan, PlannedTest } from '../import/plan.ts'
import type { ResultView } from '../queries.ts'
import type { TaughtGroup } from '../staff-queries.ts'
import { addAssessment } from './add-assessment.ts'
import { enterResults, type Entry } from './enter-results.ts'

export type ImportInto = {
  group: Pick<TaughtGroup, 'school' | 'id'>
  stage: string
  periods: readonly { id: string; startsOn: string; endsOn: string }[]
}

/** One short text for a whole plan: what is applied must have the one that was shown. */
export const fingerprintOf = (plan: Plan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('base64url')

/**
 * Does what a plan says: makes the tests that are not there yet and enters what is new or changed, as if it were typed now.
 * The group is held from before the plan was made.
 * @returns how many results were entered
 */
export const applyImport = async (
  tx: Tx<ResultView>,
  actor: Actor,
  into: ImportInto,
  { tests }: Pick<Plan, 'tests'>,
): Promise<number> => {
  const { school, id: group } = into.group
  let entered = 0
  for (const test of tests) {
    const entries = entriesOf(test)
    if (entries.length === 0) continue
    const id = test.id ?? (await addNew(tx, actor, into, test))
    const whole = { school, id, group, subject: test.subject, dossier: 'progress' as const, retakeOf: null }
    const crossed = await enterResults(tx, actor, whole, { entries })
    if (crossed !== null) throw new Conflict('changed while the group was held')
    entered += entries.length
  }
  return entered
}

const entriesOf = ({ results }: PlannedTest): Entry[] =>
  results.flatMap(({ pupil, tenths, mark, words, before, change }) =>
    change === 'same' ? [] : [{ pupil, tenths, mark, words, was: before?.id ?? null }],
  )

const addNew = (
  tx: Tx<ResultView>,
  actor: Actor,
  { group, stage, periods }: ImportInto,
  { subject, title, kind, scale, weight, madeOn }: PlannedTest,
): Promise<string> =>
  addAssessment(tx, actor, {
    school: group.school,
    group: group.id,
    stage,
    subject,
    title,
    kind,
    scale,
    weight,
    madeOn,
    dossier: 'progress',
    period: periods.find((one) => one.startsOn <= madeOn && one.endsOn >= madeOn)?.id ?? null,
    retakeOf: null,
    retakable: false,
  })
