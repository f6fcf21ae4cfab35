import type { Region, Stage } from './tables.ts'

export const regions: readonly Region[] = ['noord', 'midden', 'zuid']

/** A school as its staff know it. */
export type School = {
  id: string
  key: string
  name: string
  brin: string | null
  region: Region
  stages: readonly Stage[]
}

/** Enough of a school to choose it. */
export type SchoolChoice = { id: string; name: string }

/** A span of days; both ends count. */
export type Days = { startsOn: string; endsOn: string }

// No holiday but summer is longer than two weeks and their weekends; a longer one is a slip of the keys.
const mostDays = 16
const mostDaysInSummer = 65

/** How many days a span has, both ends counted. */
export const countDays = ({ startsOn, endsOn }: Days): number =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1

/** What is wrong with a span of days off: it ends before it starts, or it is longer than any holiday. */
export const daysOffFault = (days: Days): 'order' | 'long' | null => {
  const count = countDays(days)
  if (count < 1) return 'order'
  const beginsInSummer = /-0[678]-/.test(days.startsOn)
  return count > (beginsInSummer ? mostDaysInSummer : mostDays) ? 'long' : null
}

/** The school year around a day: 1 August to 31 July (Wet op het primair onderwijs, art. 1). */
export const schoolYearAround = (day: string): { label: string } & Days => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const first = month >= 8 ? year : year - 1
  return { label: `${first}-${first + 1}`, startsOn: `${first}-08-01`, endsOn: `${first + 1}-07-31` }
}
