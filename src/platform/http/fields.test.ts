import { expect, test } from 'vitest'
import {
  dayField,
  lineField,
  oneLine,
  optionalField,
  optionalLineField,
  plainDigits,
  readDay,
  readTime,
  typedDay,
  typedTime,
} from './fields.ts'

test.each([
  ['31-7-2027', '2027-07-31'],
  ['31/07/2027', '2027-07-31'],
  ['1.2.2027', '2027-02-01'],
  ['1 2 2027', '2027-02-01'],
  ['2027-07-31', '2027-07-31'],
  ['29-2-2028', '2028-02-29'],
  ['29-2-2027', null],
  ['31-2-2027', null],
  ['2027-13-01', null],
  ['0-1-2027', null],
  ['1-1-27', null],
  ['1-1-0001', null],
  ['morgen', null],
  ['', null],
])('the day in "%s" is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})

test('a day goes back into a field as it is typed, and reads back as itself', () => {
  expect(typedDay('2027-07-31')).toBe('31-7-2027')
  expect(readDay(typedDay('2027-01-05'))).toBe('2027-01-05')
  expect(typedDay(null)).toBe('')
})

test('one line loses what a database or a page could stumble over', () => {
  expect(oneLine('  Noémie\u0000\t van\r\n den  Berg ')).toBe('Noémie van den Berg')
  expect(oneLine('e\u0301')).toBe('é')
})

test('a field says in its own words what is missing, too long or no day', () => {
  const said = (result: { error?: { issues: { message: string }[] } | undefined }) => result.error?.issues[0]?.message
  const line = lineField({ most: 3, missing: 'missing', long: 'long' })
  expect([undefined, ' ', 'abcd', 'abc'].map((value) => said(line.safeParse(value)))).toEqual([
    'missing',
    'missing',
    'long',
    undefined,
  ])
  const optional = optionalLineField({ most: 3, long: 'long' })
  expect([undefined, ' ', 'abc'].map((value) => optional.parse(value))).toEqual([null, null, 'abc'])
  expect(said(optional.safeParse(new File([], 'a')))).toBe('long')
  const day = dayField({ missing: 'missing', wrong: 'wrong' })
  expect([undefined, '', '31-2-2027', '1-2-2027'].map((value) => said(day.safeParse(value)))).toEqual([
    'missing',
    'missing',
    'wrong',
    undefined,
  ])
})

test.each([
  ['14.00', '14:00'],
  ['8:05', '08:05'],
  ['14', '14:00'],
  ['14 uur', '14:00'],
  ['9.15 uur', '09:15'],
  ['24.00', null],
  ['12.60', null],
  ['1400', null],
  ['straks', null],
  ['', null],
])('the time in "%s" is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time)
})

test('a time goes back into a field as it is typed, and reads back as itself', () => {
  expect(typedTime('09:15:00')).toBe('09.15')
  expect(readTime(typedTime('09:15:00'))).toBe('09:15')
  expect(typedTime(null)).toBe('')
})

test('a field that may stay empty is null then, and judged when it is not', () => {
  const day = optionalField(dayField({ missing: 'leeg', wrong: 'fout' }))
  expect([undefined, '', '  ', '1-2-2027'].map((typed) => day.parse(typed))).toEqual([null, null, null, '2027-02-01'])
  expect(day.safeParse('ooit').success).toBe(false)
})

test('Digits of Arabic and Persian keyboards become plain ones, and letters stay.', () => {
  expect(plainDigits('\u200f٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ab ٱ 7')).toBe('0123456789 0123456789 ab ٱ 7')
})
