import {
  closureName,
  closureOn,
  dayAfter,
  isOn,
  isWeekday,
  once,
  placeOf,
  titleOf,
  type Calendar,
  type Lesson,
  type Subject,
} from '#modules/today/index.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { isSameExtra, type DayExtra } from './extra.ts'

/** How a lesson is not as usual; `moved-away` stands on the day it was moved from. */
export type LessonMark = 'cancelled' | 'vanished' | 'moved' | 'moved-away' | 'room'

export type WeekLesson = {
  starts: string
  ends: string
  wholeDay: boolean
  title: string
  /** Where, and by whom. */
  place: string
  mark: LessonMark | null
  /** Of one that moved: from or to where, as day and time. */
  other: { day: string; at: string } | null
}

/** A day of one subject. */
export type DayPart = {
  subject: Subject
  /** Why there is no school, when that is not so for all. */
  closed: string | null
  lessons: readonly WeekLesson[]
  extras: readonly DayExtra[]
}

export type WeekDay = {
  day: string
  when: 'past' | 'today' | 'coming'
  /** Why none of them has school. */
  closed: string | null
  /** What is told of all of them. */
  extras: readonly DayExtra[]
  parts: readonly DayPart[]
}

export type Week = { monday: string; today: string; days: readonly WeekDay[] }

/** Monday to Sunday. */
export const daysOf = (monday: string): string[] => Array.from({ length: 7 }, (_, at) => dayAfter(monday, at))

/** The week of these subjects; Saturday and Sunday when something is on them. */
export const buildWeek = (
  lang: Lang,
  calendar: Calendar,
  monday: string,
  subjects: readonly Subject[],
  { lessons, extras }: { lessons: readonly Lesson[]; extras: readonly DayExtra[] },
): Week => ({
  monday,
  today: calendar.today,
  days: daysOf(monday)
    .map((day) => dayOf(lang, calendar, day, subjects, lessons, extras))
    .filter(({ day, extras: told, parts }) => isWeekday(day) || told.length > 0 || parts.some(hasAnything)),
})

const hasAnything = ({ lessons, extras }: DayPart): boolean => lessons.length > 0 || extras.length > 0

const dayOf = (
  lang: Lang,
  calendar: Calendar,
  day: string,
  subjects: readonly Subject[],
  lessons: readonly Lesson[],
  extras: readonly DayExtra[],
): WeekDay => {
  const ofDay = extras.filter((extra) => extra.day === day)
  const shared = subjects.length < 2 ? [] : sharedBy(subjects, ofDay)
  const closures = subjects.map(({ school }) => nameOfClosure(lang, calendar, school, day))
  const [first = null] = closures
  const allClosed = first !== null && closures.every((closure) => closure === first) ? first : null
  return {
    day,
    when: day < calendar.today ? 'past' : day === calendar.today ? 'today' : 'coming',
    closed: allClosed,
    extras: shared,
    parts: subjects.map((subject, at) => ({
      subject,
      closed: allClosed === null ? (closures[at] ?? null) : null,
      lessons: lessonsOf(lang, calendar, subject, lessons, day),
      extras: ofDay.filter(
        (extra) => extra.subject === subject.id && !shared.some((other) => isSameExtra(other, extra)),
      ),
    })),
  }
}

const nameOfClosure = (lang: Lang, calendar: Calendar, school: string, day: string): string | null => {
  const closure = isWeekday(day) ? closureOn(calendar, school, day) : undefined
  return closure === undefined ? null : closureName(lang, closure)
}

/** What each of them is told, once. */
const sharedBy = (subjects: readonly Subject[], extras: readonly DayExtra[]): DayExtra[] =>
  extras
    .filter(({ subject }) => subject === subjects[0]?.id)
    .filter((extra) => subjects.every(({ id }) => extras.some((one) => one.subject === id && isSameExtra(one, extra))))

const lessonsOf = (
  lang: Lang,
  calendar: Calendar,
  subject: Subject,
  lessons: readonly Lesson[],
  day: string,
): WeekLesson[] => {
  const on = once(lessons.filter((lesson) => isOn(calendar, subject, lesson, day)))
  const gone = lessons.filter(
    ({ boundTo, wasDay, day: now, state }) =>
      subject.boundTo.includes(boundTo) && wasDay === day && now !== day && state === 'on',
  )
  const told = [
    ...on.map((lesson) => toldOf(lang, lesson, day)),
    ...once(gone).map((lesson) => movedAway(lang, lesson)),
  ]
  return told.toSorted(
    (one, other) => Number(other.wholeDay) - Number(one.wholeDay) || (one.starts < other.starts ? -1 : 1),
  )
}

const toldOf = (lang: Lang, lesson: Lesson, day: string): WeekLesson => {
  const mark = markOf(lesson)
  const { starts, ends, wholeDay, teacher, wasStarts, wasDay } = lesson
  return {
    starts,
    ends,
    wholeDay,
    title: titleOf(lang, lesson),
    place: mark === 'cancelled' ? '' : [placeOf(lang, lesson), teacher].filter(Boolean).join(', '),
    mark,
    other: mark === 'moved' ? { day: wasDay ?? day, at: wasStarts ?? '' } : null,
  }
}

const movedAway = (lang: Lang, lesson: Lesson): WeekLesson => ({
  starts: lesson.wasStarts ?? '',
  ends: '',
  wholeDay: lesson.wholeDay,
  title: titleOf(lang, lesson),
  place: '',
  mark: 'moved-away',
  other: { day: lesson.day, at: lesson.starts },
})

const markOf = ({ state, wasStarts, wasPlace }: Lesson): LessonMark | null => {
  if (state !== 'on') return state
  if (wasStarts !== null) return 'moved'
  return wasPlace === null ? null : 'room'
}
