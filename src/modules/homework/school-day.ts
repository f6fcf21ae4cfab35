const MILLISECONDS = 86_400_000
const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' })

/** The day so many days later, `YYYY-MM-DD`; earlier when negative. */
export const dayAfter = (day: string, days = 1): string => iso.format(Date.parse(day) + days * MILLISECONDS)

/** From Monday, 0 to 6. The first of January 1970 was a Thursday. */
const weekdayOf = (day: string): number => (((Date.parse(day) / MILLISECONDS + 3) % 7) + 7) % 7

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => dayAfter(day, -weekdayOf(day))

/** The Monday of the school week to look at: in the weekend that is the coming one. */
export const schoolWeekOf = (day: string): string => (weekdayOf(day) < 5 ? mondayOf(day) : dayAfter(mondayOf(day), 7))

/** Monday to Friday of the week that begins on this Monday. */
export const weekdaysFrom = (monday: string): string[] => [0, 1, 2, 3, 4].map((days) => dayAfter(monday, days))

/** A lesson of a group on one of the coming days. */
export type ComingLesson = { day: string; starts: string; title: string }

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

/** The subjects to choose from: what the teacher used before, then what the timetable names, each once. */
export const subjectsOf = (used: readonly string[], lessons: readonly ComingLesson[]): string[] => {
  const titles = lessons.map(({ title }) => title).toSorted(order.compare)
  return [...used, ...titles].filter(
    (one, at, all) => one !== '' && one.length <= 80 && all.findIndex((other) => isSame(one, other)) === at,
  )
}

const order = new Intl.Collator('nl')
