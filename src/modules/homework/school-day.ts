import { dayAfter } from '#modules/school/index.ts'

export { dayAfter }

const MILLISECONDS = 86_400_000

/** From Monday, 0 to 6. The first of January 1970 was a Thursday. */
const weekdayOf = (day: string): number => (((Date.parse(day) / MILLISECONDS + 3) % 7) + 7) % 7

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => dayAfter(day, -weekdayOf(day))

/** The Monday of the school week to look at: in the weekend that is the coming one. */
export const schoolWeekOf = (day: string): string => (weekdayOf(day) < 5 ? mondayOf(day) : dayAfter(mondayOf(day), 7))

/** Monday to Friday of the week that begins on this Monday. */
export const weekdaysFrom = (monday: string): string[] => [0, 1, 2, 3, 4].map((days) => dayAfter(monday, days))

/** A lesson of a group on one of the coming days; `own` when it stands in the timetable of the teacher who asks. */
export type ComingLesson = { day: string; starts: string; title: string; own?: boolean }

export const isSame = (one: string, other: string): boolean =>
  one.toLocaleLowerCase('nl') === other.toLocaleLowerCase('nl')

/**
 * When homework of a subject is asked for: at its next lesson after today, or on the next school day when there is none.
 * @param days the coming school days, in order
 * @returns null when no school day is known
 */
export const nextDue = (
  days: readonly string[],
  lessons: readonly ComingLesson[],
  subject: string | null,
): { day: string; time: string | null } | null => {
  const lesson = days.map((day) => lessonOn(lessons, day, subject)).find((found) => found !== undefined)
  if (lesson !== undefined) return { day: lesson.day, time: lesson.starts }
  const [first] = days
  return first === undefined ? null : { day: first, time: null }
}

/** When the lesson of this subject begins on this day, or null. */
export const timeOn = (lessons: readonly ComingLesson[], day: string, subject: string | null): string | null =>
  lessonOn(lessons, day, subject)?.starts ?? null

const lessonOn = (lessons: readonly ComingLesson[], day: string, subject: string | null): ComingLesson | undefined =>
  subject === null ? undefined : lessons.find((one) => one.day === day && isSame(one.title, subject))

/** The subjects of the teacher's own lessons, the one of the most lessons first. */
export const ownSubjects = (lessons: readonly ComingLesson[]): string[] =>
  [
    ...Map.groupBy(
      lessons.filter(({ own }) => own === true),
      ({ title }) => title,
    ),
  ]
    .toSorted(([one, of], [other, ofOther]) => ofOther.length - of.length || order.compare(one, other))
    .map(([title]) => title)

/**
 * The subject that a teacher with an own timetable most likely means: the last one used of those given, else the one of the most
 * lessons. Who gives a class all its lessons has no such timetable, and chooses.
 */
export const likelySubject = (used: readonly string[], own: readonly string[]): string | undefined =>
  used.find((one) => own.some((given) => isSame(one, given))) ?? own[0]

/** The subjects to choose from: what the teacher used before, then what the timetable names, each once. */
export const subjectsOf = (used: readonly string[], lessons: readonly ComingLesson[]): string[] => {
  const titles = lessons.map(({ title }) => title).toSorted(order.compare)
  return [...used, ...titles].filter(
    (one, at, all) => one !== '' && one.length <= 80 && all.findIndex((other) => isSame(one, other)) === at,
  )
}

const order = new Intl.Collator('nl')
