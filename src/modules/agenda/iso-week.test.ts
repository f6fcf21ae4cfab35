import { expect, test } from 'vitest'
import { mondayOf, readWeek, weekKey, weekOf } from './iso-week.ts'

test.each([
  ['2026-11-25', '2026-11-23', '2026-W48'],
  ['2026-11-29', '2026-11-23', '2026-W48'],
  ['2026-12-31', '2026-12-28', '2026-W53'],
  ['2027-01-03', '2026-12-28', '2026-W53'],
  ['2027-01-04', '2027-01-04', '2027-W01'],
  ['2024-12-30', '2024-12-30', '2025-W01'],
  ['2026-03-29', '2026-03-23', '2026-W13'],
])('%s lies in the week of %s, which is %s', (day, monday, key) => {
  expect(mondayOf(day)).toBe(monday)
  expect(weekKey(monday)).toBe(key)
  expect(readWeek(key)).toBe(monday)
})

test.each(['2027-W53', '2026-W00', '2026-W54', '2026-W5', '26-W48', '2026-48', '1999-W10', '2026-W48x', ''])(
  'no week is called "%s"',
  (key) => {
    expect(readWeek(key)).toBeNull()
  },
)

test('a year has fifty-two weeks or one more', () => {
  expect(weekOf('2026-12-28')).toEqual({ year: 2026, week: 53 })
  expect(weekOf('2027-12-27')).toEqual({ year: 2027, week: 52 })
})
