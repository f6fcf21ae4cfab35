import {
  agreementFor,
  agreementForAll,
  findInForce,
  inForceAlong,
  situationsOfClass,
  stageOf,
  type InForce,
} from '#modules/agreements/index.ts'
import { yearsOf } from '#modules/people/index.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Entered } from '#platform/db/context.ts'
import type { Db } from '#platform/db/types.ts'
import type { TaughtGroup, TeacherView } from './teacher-queries.ts'

/** What was agreed about homework on paper: for the group as a whole, and for pupils in it, as far as the reader may know. */
export type OnPaper = { ofGroup: InForce | null; ofPupils: readonly InForce[] }

/** What a page asks for it, along with its own questions. */
export const onPaperAlong = (known: Entered) => inForceAlong(known, ['on-paper'])

/** One question for the whole page. Of two years in one group that agreed otherwise, what asks most of the school is for the group. */
export const findOnPaper = async (
  db: Db<TeacherView>,
  group: TaughtGroup,
  subject: string | null,
  today: string,
  answers: Answers,
): Promise<OnPaper> => {
  const { school, stages, id, year, pupils } = group
  const inForce = await findInForce(db, { school, pupils: pupils.map((pupil) => pupil.id) }, ['on-paper'], answers)
  const here = situationsOfClass({ school, stages, group: id, years: yearsOf(group), subject })
  const ofPupils = pupils.flatMap((pupil) => {
    const own = pupil.year ?? year
    const situation = { school, stage: stageOf(own, stages), year: own, groups: [id], subject, pupil: pupil.id }
    const one = agreementFor(inForce, 'on-paper', situation, today)
    return one?.scope.level === 'pupil' ? [one] : []
  })
  return { ofGroup: agreementForAll(inForce, 'on-paper', here, today), ofPupils }
}

/** For whom homework must always be possible on paper, or null when it may be for a screen alone. */
export const whoNeedsPaper = ({ ofGroup, ofPupils }: OnPaper): 'group' | 'pupil' | null => {
  const isAlways = ({ terms }: InForce): boolean => terms['homework'] === 'always'
  if (ofGroup !== null && isAlways(ofGroup)) return 'group'
  return ofPupils.some(isAlways) ? 'pupil' : null
}
