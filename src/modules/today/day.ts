import { dayAfter, type HolidayKind } from '#modules/school/index.ts'
import type { DayLesson } from '#modules/timetable/index.ts'

export { dayAfter }

/** The days around today as the schools of the reader keep them. Days are `YYYY-MM-DD`, times `HH:MM`, both Dutch. */
export type Calendar = { today: string; clock: string; closures: readonly Closure[] }

/** Days on which a school is shut, both ends included: a national holiday by its kind, or a day off by its name. */
export type Closure = {
  school: string
  kind: HolidayKind | null
  name: string | null
  startsOn: string
  endsOn: string
}

/** Whose day it is: a child, or for staff the reader or a class. */
export type Subject = {
  kind: 'child' | 'self' | 'class'
  id: string
  school: string
  schoolName: string
  name: string
  /** Whether it is a pupil in secondary education. */
  secondary: boolean
  /** The class. Empty when there is none, or when the class is the subject. */
  className: string
  /** The ids whose timetables make this day. */
  boundTo: readonly string[]
  /** Whether there has ever been a timetable for one of those. */
  hasTimetable: boolean
}

export type Lesson = DayLesson

/** A day is not over before this time, however short it was. */
export const DAY_ENDS = '15:00'

/** How many days ahead a day off or a holiday is told of. */
export const DAYS_AHEAD = 7

const MILLISECONDS = 86_400_000

/** Monday to Friday. The first of January 1970 was a Thursday. */
export const isWeekday = (day: string): boolean => (Date.parse(day) / MILLISECONDS + 3) % 7 < 5

/** Today, tomorrow and the next weekday: the days that the page tells of in a week without holidays. */
export const comingDays = (today: string): [today: string, tomorrow: string, next: string] => {
  const tomorrow = dayAfter(today)
  const next = [tomorrow, dayAfter(today, 2), dayAfter(today, 3)].find(isWeekday) ?? tomorrow
  return [today, tomorrow, next]
}

/** Why a school is shut on a day that is no weekend, or undefined. */
export const closureOn = ({ closures }: Calendar, school: string, day: string): Closure | undefined =>
  closures.find((closure) => closure.school === school && closure.startsOn <= day && day <= closure.endsOn)

export const isOpen = (calendar: Calendar, school: string, day: string): boolean =>
  isWeekday(day) && closureOn(calendar, school, day) === undefined

/** How far closures are looked at, which is further than any holiday is long. */
const HORIZON = 90

/** The first school day after a day, or null when the school stays shut as far as we look. */
export const nextSchoolDay = (calendar: Calendar, school: string, after: string): string | null => {
  for (let day = dayAfter(after), tried = 0; tried < HORIZON; day = dayAfter(day), tried++)
    if (isOpen(calendar, school, day)) return day
  return null
}

/** Whether a lesson is on a day. A holiday stops the series of a timetable that does not know it. */
export const isOn = (calendar: Calendar, { school, boundTo }: Subject, lesson: Lesson, day: string): boolean =>
  boundTo.includes(lesson.boundTo) &&
  lesson.day <= day &&
  day <= lesson.lastDay &&
  closureOn(calendar, school, day) === undefined

/** The same holiday, or a day off of the same name on the same days. */
export const isSameClosure = (one: Closure, other: Closure): boolean =>
  one.kind === other.kind && one.name === other.name && one.startsOn === other.startsOn && one.endsOn === other.endsOn

/** In order of time, whole days first. A lesson in two timetables, or twice in one, is one lesson. */
export const once = (lessons: readonly Lesson[]): Lesson[] => {
  const seen: Lesson[] = []
  for (const lesson of lessons.toSorted(inOrder)) if (!isRepeated(lesson, seen)) seen.push(lesson)
  return seen
}

const inOrder = (a: Lesson, b: Lesson): number =>
  Number(b.wholeDay) - Number(a.wholeDay) || (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0)

/** Whether it looks like one of those that begin when it does, which stand last. */
const isRepeated = (lesson: Lesson, seen: readonly Lesson[]): boolean => {
  for (let at = seen.length - 1; at >= 0; at -= 1) {
    const other = seen[at]
    if (other === undefined || inOrder(other, lesson) !== 0) return false
    if (looksLike(other, lesson)) return true
  }
  return false
}

const looksLike = (one: Lesson, other: Lesson): boolean =>
  one.ends === other.ends && one.state === other.state && one.place === other.place && one.title === other.title
