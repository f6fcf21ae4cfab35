import { dayAfter } from '#modules/today/index.ts'

const dayMilliseconds = 86_400_000

/** Counts days from Monday 29 December 1969: the first of January 1970 was a Thursday. */
const daysSinceMonday = (day: string): number => Date.parse(day) / dayMilliseconds + 3

/** The Monday of the week a day lies in. */
export const mondayOf = (day: string): string => dayAfter(day, -(daysSinceMonday(day) % 7))

export type IsoWeek = { year: number; week: number }

/** A week is of the year in which its Thursday lies, and counts from the one with the first Thursday (ISO 8601). */
export const weekOf = (monday: string): IsoWeek => {
  const thursday = dayAfter(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / dayMilliseconds
  return { year, week: Math.floor(days / 7) + 1 }
}

/** "2026-W48". */
export const weekKey = (monday: string): string => {
  const { year, week } = weekOf(monday)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The Monday of a week as an address names it, or null when it names none between 2000 and 2199. */
export const readWeek = (key: string): string | null => {
  const [, year = '', week = ''] = /^(2[01]\d\d)-W(\d\d)$/.exec(key) ?? []
  if (year === '') return null
  // The fourth of January always lies in the first week.
  const monday = dayAfter(mondayOf(`${year}-01-04`), (Number(week) - 1) * 7)
  return weekKey(monday) === key ? monday : null
}

export const nextWeek = (monday: string): string => dayAfter(monday, 7)
export const previousWeek = (monday: string): string => dayAfter(monday, -7)
