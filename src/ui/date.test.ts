import { describe, expect, test } from 'vitest'
import {
  clock,
  clockInWords,
  dateInWords,
  datesInWords,
  dayInWords,
  daysInWords,
  hoursInWords,
  momentInWords,
} from './date.ts'

test('a day is said with its weekday, in the language of the reader', () => {
  expect(dayInWords('nl', '2026-11-23')).toBe('maandag 23 november')
  expect(dayInWords('en', '2026-11-23')).toBe('Monday 23 November')
  expect(dayInWords('nl', '2026-11-23', { year: true })).toBe('maandag 23 november 2026')
  expect(dayInWords('en', '2026-11-23', { year: true })).toBe('Monday 23 November 2026')
  expect(dateInWords('nl', '2017-02-28')).toBe('28 februari 2017')
})

describe('the turn of the year and of the clock moves no day', () => {
  test.each([
    ['2025-12-31', 'woensdag 31 december 2025'],
    ['2026-01-01', 'donderdag 1 januari 2026'],
    ['2024-02-29', 'donderdag 29 februari 2024'],
    ['2026-03-29', 'zondag 29 maart 2026'],
    ['2026-10-25', 'zondag 25 oktober 2026'],
  ])('%s is %s', (day, words) => {
    expect(dayInWords('nl', day, { year: true })).toBe(words)
  })
})

describe('a range says the month and the year once where they are the same', () => {
  test.each([
    ['2026-10-19', '2026-10-23', 'maandag 19 tot en met vrijdag 23 oktober 2026'],
    ['2026-04-27', '2026-05-08', 'maandag 27 april tot en met vrijdag 8 mei 2026'],
    ['2026-12-21', '2027-01-01', 'maandag 21 december 2026 tot en met vrijdag 1 januari 2027'],
    ['2026-05-14', '2026-05-14', 'donderdag 14 mei 2026'],
  ])('%s to %s', (first, last, words) => {
    expect(daysInWords('nl', first, last)).toBe(words)
  })

  test('in English too', () => {
    expect(daysInWords('en', '2026-10-19', '2026-10-23')).toBe('Monday 19 to Friday 23 October 2026')
  })
})

test('a clock loses its leading zero and takes the point of Dutch', () => {
  expect(clock('nl', '08:30')).toBe('8.30')
  expect(clock('nl', '00:05:00')).toBe('0.05')
  expect(clock('en', '13:40')).toBe('13:40')
  expect(clockInWords('nl', '13:40')).toBe('13.40 uur')
  expect(hoursInWords('nl', '08:30', '14:00')).toBe('8.30 tot 14.00 uur')
  expect(hoursInWords('en', '08:30', '14:00')).toBe('8:30 to 14:00')
})

test('a moment is said as the clock in the Netherlands shows it, in summer and in winter', () => {
  expect(momentInWords('nl', new Date('2026-07-01T06:30:00Z'))).toBe('woensdag 1 juli om 8.30 uur')
  expect(momentInWords('nl', new Date('2026-12-31T23:15:00Z'))).toBe('vrijdag 1 januari om 0.15 uur')
  expect(momentInWords('en', new Date('2026-12-31T11:00:00Z'))).toBe('Thursday 31 December at 12:00')
})

test('what is not a day is refused', () => {
  expect(() => dayInWords('nl', '23-11-2026')).toThrow(RangeError)
})

test.each([
  ['tr', '23 Kasım Pazartesi', '23 Kasım 2026 Pazartesi', '23 Kasım 2026 Pazartesi – 27 Kasım 2026 Cuma'],
  ['ar', 'الاثنين، 23 نوفمبر', 'الاثنين، 23 نوفمبر 2026', 'الاثنين، 23 – الجمعة، 27 نوفمبر، 2026'],
  [
    'pl',
    'poniedziałek, 23 listopada',
    'poniedziałek, 23 listopada 2026',
    'poniedziałek, 23 listopada – piątek, 27 listopada 2026',
  ],
  [
    'uk',
    'понеділок, 23 листопада',
    'понеділок, 23 листопада 2026 року',
    'понеділок, 23 – пʼятниця, 27 листопада 2026 року',
  ],
] as const)('days are written in %s as its readers do', (lang, day, dayAndYear, days) => {
  expect(dayInWords(lang, '2026-11-23')).toBe(day)
  expect(dayInWords(lang, '2026-11-23', { year: true })).toBe(dayAndYear)
  expect(daysInWords(lang, '2026-11-23', '2026-11-27').replaceAll(/\u2009/g, ' ')).toBe(days)
  expect(clockInWords(lang, '08:30')).toBe('8:30')
})

test('a span of dates says once what its ends share', () => {
  expect(datesInWords('nl', '2026-11-23', '2026-11-27')).toBe('23 tot en met 27 november')
  expect(datesInWords('nl', '2026-11-30', '2026-12-04')).toBe('30 november tot en met 4 december')
  expect(datesInWords('nl', '2026-12-28', '2027-01-01')).toBe('28 december 2026 tot en met 1 januari 2027')
  expect(datesInWords('en', '2026-11-23', '2026-11-27')).toBe('23 to 27 November')
})
