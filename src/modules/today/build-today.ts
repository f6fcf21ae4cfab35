import {
  closureOn,
  DAY_ENDS,
  dayAfter,
  isOn,
  isOpen,
  isSameClosure,
  nextSchoolDay,
  once,
  type Calendar,
  type Closure,
  type Lesson,
  type Subject,
} from './day.ts'
import { differencesOf, type Difference } from './differences.ts'

/** Why the page does not show today. */
export type Lead = { why: 'weekend' | 'over' | 'closed' | 'mixed'; closure: Closure | null; next: string | null }

/** The day of one subject: its lessons, or why there are none. */
export type Card = {
  subject: Subject
  lessons: readonly Lesson[]
  /** The school is shut, until `next`. */
  closure: Closure | null
  next: string | null
}

export type Today = {
  today: string
  /** The day the page shows. */
  day: string
  lead: Lead | null
  differences: readonly Difference[]
  cards: readonly Card[]
}

/** The days whose lessons are needed to build the page: today, tomorrow, and the next school day of each school. */
export const daysNeeded = (calendar: Calendar, subjects: readonly Subject[]): string[] => {
  const schools = new Set(subjects.map(({ school }) => school))
  const next = [...schools]
    .map((school) => nextSchoolDay(calendar, school, calendar.today))
    .filter((day) => day !== null)
  return [...new Set([calendar.today, dayAfter(calendar.today), ...next])].toSorted()
}

/**
 * The page: today as long as somebody shown still has school, else the first day on which somebody has. What differs on
 * the next school day is told as well.
 */
export const buildToday = (calendar: Calendar, subjects: readonly Subject[], lessons: readonly Lesson[]): Today => {
  const days = daysNeeded(calendar, subjects)
  const day = days.find((candidate) => hasSchool(calendar, subjects, lessons, candidate)) ?? calendar.today
  const after =
    day === calendar.today ? days.find((other) => other > day && isSchoolDay(calendar, subjects, other)) : undefined
  return {
    today: calendar.today,
    day,
    lead: leadOf(calendar, subjects, day),
    differences: differencesOf(calendar, subjects, lessons, after === undefined ? [day] : [day, after]),
    cards: subjects.map((subject) => cardOf(calendar, subject, lessons, day)),
  }
}

const isSchoolDay = (calendar: Calendar, subjects: readonly Subject[], day: string): boolean =>
  subjects.some(({ school }) => isOpen(calendar, school, day))

const hasSchool = (
  calendar: Calendar,
  subjects: readonly Subject[],
  lessons: readonly Lesson[],
  day: string,
): boolean => {
  const on = lessons.filter((lesson) => subjects.some((subject) => isOn(calendar, subject, lesson, day)))
  if (on.length === 0 && !isSchoolDay(calendar, subjects, day)) return false
  if (day > calendar.today) return true
  return (
    calendar.clock < DAY_ENDS ||
    on.some((lesson) => lesson.state === 'on' && !lesson.wholeDay && lesson.ends > calendar.clock)
  )
}

const leadOf = (calendar: Calendar, subjects: readonly Subject[], day: string): Lead | null => {
  const { today } = calendar
  const closures = subjects.map(({ school }) => closureOn(calendar, school, today))
  const next = day > today ? day : null
  const [first] = closures
  if (first && closures.every((closure) => closure && isSameClosure(closure, first)))
    return { why: 'closed', closure: first, next }
  if (next === null) return null
  if (subjects.some(({ school }) => isOpen(calendar, school, today))) return { why: 'over', closure: null, next }
  return { why: closures.some(Boolean) ? 'mixed' : 'weekend', closure: null, next }
}

const cardOf = (calendar: Calendar, subject: Subject, lessons: readonly Lesson[], day: string): Card => {
  const closure = closureOn(calendar, subject.school, day) ?? null
  return {
    subject,
    lessons: once(lessons.filter((lesson) => isOn(calendar, subject, lesson, day))),
    closure,
    next: closure ? nextSchoolDay(calendar, subject.school, day) : null,
  }
}
