import { expect, test } from 'vitest'
import { countDays, daysOffFault, schoolYearAround } from './school.ts'

test('both ends of a span count', () => {
  expect(countDays({ startsOn: '2026-12-03', endsOn: '2026-12-03' })).toBe(1)
  expect(countDays({ startsOn: '2027-03-26', endsOn: '2027-03-29' })).toBe(4)
})

test.each([
  ['2026-12-04', '2026-12-03', 'order'],
  ['2026-12-19', '2027-01-03', null],
  ['2026-12-19', '2027-01-04', 'long'],
  ['2027-07-10', '2027-08-22', null],
  ['2027-07-10', '2027-10-22', 'long'],
])('days off from %s to %s: %s', (startsOn, endsOn, fault) => {
  expect(daysOffFault({ startsOn, endsOn })).toBe(fault)
})

test('a school year runs from the first of August', () => {
  expect(schoolYearAround('2026-11-23')).toEqual({ label: '2026-2027', startsOn: '2026-08-01', endsOn: '2027-07-31' })
  expect(schoolYearAround('2027-07-31').label).toBe('2026-2027')
  expect(schoolYearAround('2027-08-01').label).toBe('2027-2028')
})
