import { describe, expect, test } from 'vitest'
import { dayAfter, daysBetween } from '#modules/school/index.ts'
import { floorBroken } from './floor.ts'
import { clashOf, type PeriodPlan } from './period.ts'

const period = (startsOn: string, endsOn: string, reportOn: string, reportAt = '15:00'): PeriodPlan => ({
  name: startsOn,
  startsOn,
  endsOn,
  reportOn,
  reportAt,
})

const year = [
  period('2026-09-01', '2026-11-06', '2026-11-13'),
  period('2026-11-07', '2027-01-22', '2027-01-29'),
  period('2027-01-23', '2027-04-02', '2027-04-09'),
  period('2027-04-03', '2027-07-09', '2027-07-02'),
]
const [first, second, third, last] = year as [PeriodPlan, PeriodPlan, PeriodPlan, PeriodPlan]
const now = '2026-11-23 09:00'
const broken = (periods: readonly PeriodPlan[], weeks = 26, since: string | null = null, at = now) =>
  floorBroken({ periods, weeks, now: at, since })

describe('the least that guardians hear', () => {
  test('holds for a year with four reports, and for one with two', () => {
    expect(broken(year)).toBe(null)
    expect(broken(year, 12)).toBe(null)
    expect(broken([second, last].toReversed())).toBe(null)
  })

  test('is broken by a gap between two reports, which is told by its days', () => {
    expect(broken([first, last])).toEqual({ why: 'gap', from: '2026-11-13', to: '2027-07-02', weeks: 26 })
    expect(broken(year, 11)).toEqual({ why: 'gap', from: '2027-04-09', to: '2027-07-02', weeks: 11 })
  })

  test('counts a school year from the first day of its first period', () => {
    expect(broken([period('2026-09-01', '2027-03-01', '2027-03-02')])).toBe(null)
    expect(broken([period('2026-09-01', '2027-03-01', '2027-03-03')])).toMatchObject({ from: '2026-09-01' })
  })

  test('counts over the summer from the last report, without the days between the two school years', () => {
    const next = (reportOn: string) => [last, period('2027-08-30', '2028-01-21', reportOn)]
    expect(broken(next('2028-02-21'))).toBe(null)
    expect(broken(next('2028-02-22'))).toMatchObject({ from: '2027-07-02', to: '2028-02-22' })
    // Of a year that was left without its end no more than a summer is spared.
    const spring = [third, period('2027-08-30', '2027-12-01', '2027-12-10')]
    expect(broken(spring)).toBe(null)
    expect(broken([third, period('2027-08-30', '2027-12-01', '2027-12-11')])).toMatchObject({ from: '2027-04-09' })
    // A year without periods in between: from the first day again.
    expect(broken([first, period('2028-08-28', '2029-01-20', '2029-02-01')], 26, null, '2026-09-02 08:00')).toBe(null)
  })

  test('is broken when no report is to come, and asks nothing of what is over', () => {
    expect(broken([], 20)).toEqual({ why: 'none', weeks: 20 })
    expect(broken([first])).toEqual({ why: 'none', weeks: 26 })
    const late = period('2026-01-05', '2026-11-20', '2026-11-20')
    expect(broken([late, second])).toBe(null)
    expect(broken([first], 26, null, '2026-11-13 14:59')).toBe(null)
    expect(broken([first], 26, null, '2026-11-13 15:00')).toMatchObject({ why: 'none' })
  })

  test('counts from the day on which it was agreed, where that came later', () => {
    expect(broken([first, last], 26, '2027-01-04')).toBe(null)
    expect(broken([first, last], 26, '2026-11-23')).toMatchObject({ from: '2026-11-23' })
    expect(broken([first, last], 26, '2026-09-01')).toMatchObject({ from: '2026-11-13' })
    expect(broken([first, last], 26, '2027-07-03')).toMatchObject({ why: 'none' })
  })

  test('holds for no set of reports in one year that leaves a guardian waiting longer than the weeks', () => {
    let held = 0
    for (let gap = 20; gap <= 240; gap += 10)
      for (let weeks = 4; weeks <= 26; weeks += 1) {
        const days = [0, gap, 2 * gap].map((after) => dayAfter('2026-09-11', after)).filter((day) => day < '2027-08-01')
        const periods = days.map((day) => period(dayAfter(day, -10), day, day))
        const holds = broken(periods, weeks, null, '2026-09-01 08:00') === null
        const longest = Math.max(10, ...days.slice(1).map((day, at) => daysBetween(days[at] ?? '', day)))
        expect([gap, weeks, holds]).toEqual([gap, weeks, longest <= 7 * weeks])
        if (holds) held += 1
      }
    expect(held).toBeGreaterThan(100)
  })
})

describe('a period beside the others', () => {
  test('shares no day with them, and its report comes in their order', () => {
    expect(clashOf(second, [first, third, last])).toBe(null)
    expect(clashOf({ ...second, startsOn: '2026-11-06' }, [first])).toEqual({ why: 'overlap', other: first })
    expect(clashOf({ ...second, endsOn: '2027-01-23' }, [third])).toEqual({ why: 'overlap', other: third })
    expect(clashOf({ ...second, reportOn: '2027-04-09' }, [first, third])).toEqual({ why: 'order', other: third })
    expect(clashOf({ ...second, reportOn: '2026-11-13' }, [first, third])).toEqual({ why: 'order', other: first })
    expect(clashOf({ ...second, reportOn: '2026-11-13', reportAt: '15:01' }, [first, third])).toBe(null)
  })
})
