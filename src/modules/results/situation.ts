import { findInForce, stageOf, type InForce, type Situation } from '#modules/agreements/index.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Db } from '#platform/db/types.ts'
import type { Learner, ResultView } from './queries.ts'
import { agreedFor, keptKinds, type Agreed } from './release-rule.ts'

/** The stage a learner is in, or null where the school has several and the year is not known. */
export const stageOfLearner = ({ year, stages }: Pick<Learner, 'year' | 'stages'>): string | null =>
  stageOf(year, stages) ?? stages[0] ?? null

const situationOf = (learner: Learner, subject: string | null): Situation => ({
  school: learner.school,
  stage: stageOfLearner(learner),
  year: learner.year,
  groups: learner.groups,
  subject,
  pupil: learner.id,
})

/** What is agreed about the results of one learner: in general, and for a subject. */
export const findAgreed = async (
  db: Db<ResultView>,
  learner: Learner,
  today: string,
  answers?: Answers,
): Promise<(subject: string | null) => Agreed> => {
  const inForce: readonly InForce[] = await findInForce(
    db,
    { school: learner.school, pupils: [learner.id] },
    keptKinds,
    answers,
  )
  return (subject) => agreedFor(inForce, situationOf(learner, subject), today)
}
