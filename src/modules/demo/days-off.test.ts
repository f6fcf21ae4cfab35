import { describe, expect, test } from 'vitest'
import { dayAfter, isOpen } from '#modules/today/index.ts'
import { planDaysOff, type PlannedDays } from './days-off.ts'

const school = 'klimboom'

const plan = (today: string, closures: readonly PlannedDays[] = [], knownUntil = '2028-08-27'): PlannedDays[] =>
  planDaysOff({
    school,
    calendar: { today, clock: '00:00', closures: closures.map((one) => ({ ...one, school, kind: null })) },
    until: dayAfter(today, 425),
    knownUntil,
  })

const find = (days: readonly PlannedDays[], name: string): string[] =>
  days.filter((one) => one.name === name).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)

describe('Days off', () => {
  // Dates of Easter: Astronomical Applications Department, U.S. Naval Observatory, The Date of Easter.
  test.each([
    ['2026-01-05', '2026-05-14 2026-05-15'],
    ['2027-01-04', '2027-05-06 2027-05-07'],
    ['2028-01-10', '2028-05-25 2028-05-26'],
    ['2038-01-04', '2038-06-03 2038-06-04'],
  ])('of the year of %s follow Easter', (today, ascension) => {
    expect(find(plan(today, [], '2099-01-01'), 'Hemelvaart')).toContain(ascension)
  })

  test('inside a holiday are not added', () => {
    const may = { name: 'Meivakantie', startsOn: '2027-04-24', endsOn: '2027-05-09' }
    const days = plan('2027-01-04', [may])
    expect(find(days, 'Hemelvaart')).toEqual([])
  })

  test('are filled in for years of which the national holidays are not known', () => {
    const days = plan('2028-09-11')
    expect(find(days, 'Herfstvakantie')).toEqual(['2028-10-14 2028-10-22', '2029-10-20 2029-10-28'])
    expect(find(days, 'Kerstvakantie')).toEqual(['2028-12-23 2029-01-07'])
    expect(find(days, 'Zomervakantie')).toEqual(['2029-07-14 2029-08-26'])
    expect(find(plan('2027-01-04'), 'Herfstvakantie')).toEqual([])
  })

  test('have a study day soon on every day of the year, but never tomorrow, and not a second one near it', () => {
    for (let ahead = 0; ahead < 365; ahead++) {
      const today = dayAfter('2026-08-24', ahead)
      const days = plan(today)
      const [day, ...more] = days.filter(({ name }) => name === 'Studiedag')
      if (!day) throw new Error(`no study day after ${today}`)
      expect(more).toEqual([])
      expect(day.startsOn > dayAfter(today, 3) && day.startsOn <= dayAfter(today, 14), today).toBe(true)
      const closures = days.filter((one) => one !== day).map((one) => ({ ...one, school, kind: null }))
      expect(isOpen({ today, clock: '', closures }, school, day.startsOn), today).toBe(true)
      expect(find(plan(today, [day]), 'Studiedag'), today).toEqual([])
    }
  })
})
