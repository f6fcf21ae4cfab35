import { findNews, newsAlong } from '#modules/agreements/index.ts'
import { currentAlong, findCurrent, type CurrentAnnouncement } from '#modules/announcements/index.ts'
import { homeworkOf, homeworkQuery, ticksQuery, type Homework } from '#modules/homework/index.ts'
import { along as notesAlong, findNotesToday } from '#modules/notes/index.ts'
import { pupilNewsAlong } from '#modules/results/index.ts'
import { choicesAlong, findWaiting, waitingAlong, type OwnSight } from '#modules/sight/index.ts'
import { findShown, showingsAlong } from '#modules/showings/index.ts'
import { questionOffQuery } from '#modules/talk/index.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import type { Entered } from '#platform/db/context.ts'
import type { Db } from '#platform/db/types.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { dayAfter, type Calendar, type Subject } from './day.ts'
import { ownIds } from './own-ids.ts'
import { askedOf, testsAhead, type WholeDay } from './whole-day.ts'

type Reads = Db<unknown>

const span = (today: string): [first: string, last: string] => [today, dayAfter(today, testsAhead)]

/** What else this page asks: in the same message, and each whether or not the page comes to show it. */
export const wholeAlong = (known: Entered): readonly Step[] => {
  const own = known.at.map(({ person }) => person)
  return [
    ...(known.groups.length > 0 ? [homeworkQuery.along(known.groups, ...span(known.today))] : []),
    ...(known.hat === 'pupil' ? [ticksQuery.along(own, ...span(known.today))] : []),
    ...(known.hat === 'guardian' ? [questionOffQuery.along(...ownIds(known))] : []),
    ...notesAlong(known),
    ...newsAlong(known),
    ...currentAlong(known),
    ...showingsAlong(known),
    ...choicesAlong(known),
    ...pupilNewsAlong(known),
    ...waitingAlong(known),
  ]
}

/** Homework and tests of the groups in reach, from today on; for a pupil without what the pupil ticked. */
export const findHomework = async (db: Reads, known: Entered, answers: Answers): Promise<Homework[]> => {
  if (known.groups.length === 0) return []
  const days = span(known.today)
  const rows = homeworkQuery.answered(answers) ?? (await homeworkQuery.rows(db, known.groups, ...days))
  if (known.hat !== 'pupil') return homeworkOf(rows)
  const own = known.at.map(({ person }) => person)
  const ticks = ticksQuery.answered(answers) ?? (await ticksQuery.rows(db, own, ...days))
  const done = new Set(ticks.map(({ homework }) => homework))
  return homeworkOf(rows).filter(({ id }) => !done.has(id))
}

/** Whether this guardian wants no question of the day. */
export const isQuestionOff = async (db: Reads, known: Entered, answers: Answers): Promise<boolean> =>
  (questionOffQuery.answered(answers) ?? (await questionOffQuery.rows(db, ...ownIds(known)))).length > 0

/** What the day holds beside its lessons, for the subjects shown. */
export const findWholeDay = async (
  db: Reads,
  known: Entered,
  answers: Answers,
  page: {
    calendar: Calendar
    subjects: readonly Subject[]
    homework: readonly Homework[]
    lang: Lang
    sight: OwnSight
    family: readonly Subject[]
  },
): Promise<WholeDay> => {
  const notes = await findNotesToday(db, known, answers)
  const isShown = (pupil: string): boolean => page.subjects.some(({ id }) => id === pupil)
  return {
    asked:
      known.hat === 'staff'
        ? []
        : askedOf(
            page.calendar,
            page.subjects.filter(({ id }) => !page.sight.hides(id, 'homework')),
            page.homework,
          ),
    notes: notes.for === 'guardian' ? { ...notes, notes: notes.notes.filter(({ pupil }) => isShown(pupil)) } : notes,
    agreed: await findNews(db, known, answers, page.lang),
    told: await findCurrent(db, known, answers, (one) => isWanted(one, page.family, page.sight)),
    sightAsked: await findWaiting(db, known, answers),
    shown: (await findShown(db, known, answers)).filter(({ pupil }) => isShown(pupil)),
  }
}

/** What is for the whole school and what is important always comes through; else not what comes through children alone of whom it is off. */
const isWanted = ({ important, groups }: CurrentAnnouncement, family: readonly Subject[], sight: OwnSight): boolean => {
  if (important || groups.includes(null)) return true
  const reached = family.filter(({ boundTo }) => groups.some((group) => group !== null && boundTo.includes(group)))
  return !sight.hidesAll(
    reached.map(({ id }) => id),
    'messages',
  )
}
