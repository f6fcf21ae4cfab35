import type { HolidayKind, Region, Stage } from './tables.ts'

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

/** A holiday of one school year, which is told by the calendar year in which it begins. */
export type HolidayOf = { kind: HolidayKind; firstYear: number }

export const holidayKinds: readonly HolidayKind[] = ['herfst', 'kerst', 'voorjaar', 'mei', 'zomer']

/** How a school keeps a national holiday: on its days, on days of its own, or not at all. */
export type HolidayAs = 'national' | 'moved' | 'none'

export type Holiday = HolidayOf & {
  national: Days
  /** Whether schools must keep to the national days, or are advised to. */
  standing: 'fixed' | 'advice'
  as: HolidayAs
  /** The days off at this school; null when it does not keep this holiday. */
  days: Days | null
  source: string
  checkedOn: string
}

/** "2026-mei": a holiday in an address. */
export const holidayKey = ({ kind, firstYear }: HolidayOf): string => `${firstYear}-${kind}`

/** The holiday that an address names, or null. */
export const readHolidayKey = (key: string): HolidayOf | null => {
  const [, year = '', name = ''] = /^(\d{4})-([a-z]+)$/.exec(key) ?? []
  const kind = holidayKinds.find((one) => one === name)
  return kind === undefined ? null : { kind, firstYear: Number(year) }
}

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

/** The calendar year in which the school year of a day begins. */
export const firstYearOf = (day: string): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) >= 8 ? 0 : 1)

/** The school year around a day: 1 August to 31 July (Wet op het primair onderwijs, art. 1). */
export const schoolYearAround = (day: string): { label: string } & Days => {
  const first = firstYearOf(day)
  return { label: `${first}-${first + 1}`, startsOn: `${first}-08-01`, endsOn: `${first + 1}-07-31` }
}
