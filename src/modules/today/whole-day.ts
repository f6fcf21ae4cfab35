import type { AgreementNews } from '#modules/agreements/index.ts'
import type { CurrentAnnouncement } from '#modules/announcements/index.ts'
import type { Homework } from '#modules/homework/index.ts'
import type { NotesToday } from '#modules/notes/index.ts'
import type { ShownLine } from '#modules/showings/index.ts'
import type { TalkFacts } from '#modules/talk/index.ts'
import { closureOn, isOn, isWeekday, nextSchoolDay, once, type Calendar, type Lesson, type Subject } from './day.ts'

/** Homework or a test, and for whom. */
export type Asked = { item: Homework; subject: Subject }

/** What the day holds beside its lessons. */
export type WholeDay = {
  asked: readonly Asked[]
  notes: NotesToday
  agreed: readonly AgreementNews[]
  told: readonly CurrentAnnouncement[]
  shown: readonly ShownLine[]
  /** How many requests to see more of a pupil wait for the reader: the pupil, or a mentor. */
  sightAsked: number
}

/** Tests are told of this many days ahead; homework for the days that are shown. */
export const testsAhead = 7

/** What is to be made for today and the next school day, and the tests of the coming week; the nearest first. */
export const askedOf = (calendar: Calendar, subjects: readonly Subject[], items: readonly Homework[]): Asked[] =>
  subjects
    .flatMap((subject) =>
      items
        .filter((item) => subject.boundTo.includes(item.group) && isNear(calendar, subject, item))
        .map((item) => ({ item, subject })),
    )
    .toSorted((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : a.item.dueOn > b.item.dueOn ? 1 : 0))

const isNear = (calendar: Calendar, { school }: Subject, { kind, state, dueOn }: Homework): boolean =>
  state !== 'withdrawn' &&
  dueOn >= calendar.today &&
  (kind === 'test' || dueOn === calendar.today || dueOn === nextSchoolDay(calendar, school, calendar.today))

/** What there is to talk about with a child on the day that is today, whichever day the page shows. */
export const factsOf = (
  calendar: Calendar,
  subject: Subject,
  lessons: readonly Lesson[],
  items: readonly Homework[],
): TalkFacts => {
  const { today } = calendar
  const next = nextSchoolDay(calendar, subject.school, today)
  const ofNext = items.filter(
    ({ group, dueOn, state }) => subject.boundTo.includes(group) && dueOn === next && state !== 'withdrawn',
  )
  const subjectsOf = (kind: Homework['kind']) => ofNext.filter((item) => item.kind === kind).map((item) => item.subject)
  return {
    child: subject.id,
    day: today,
    stage: subject.secondary ? 'VO' : 'BO',
    lessons: once(lessons.filter((lesson) => isOn(calendar, subject, lesson, today))).map(({ title, state }) => ({
      title,
      cancelled: state !== 'on',
    })),
    free: !isWeekday(today) || closureOn(calendar, subject.school, today) !== undefined,
    testsNext: subjectsOf('test'),
    homeworkNext: subjectsOf('homework'),
  }
}
