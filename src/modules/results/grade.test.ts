import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradeText, isFail } from './grade.ts'
import { readGrade } from './read-grade.ts'

test.each([
  ['6,4', 64],
  ['6.4', 64],
  ['7', 70],
  ['10', 100],
  ['10,0', 100],
  ['1', 10],
  [' 5,5 ', 55],
  ['٧,٥', 75],
])('%s is read as a grade', (typed, tenths) => {
  expect(readGrade('tenths', typed)).toEqual({ tenths, mark: null })
})

test.each(['0,9', '10,1', '11', '64', '6,45', '-6', '6,', ',5', 'zes', '6 4', '1e1', 'O', 'III'])(
  '%s is no grade in numbers',
  (typed) => {
    expect(readGrade('tenths', typed)).toBeNull()
  },
)

test('what was not made is no number, in any case of letters', () => {
  expect(readGrade('tenths', 'vr')).toEqual({ tenths: null, mark: 'Vr' })
  expect(readGrade('tenths', 'INH')).toEqual({ tenths: null, mark: 'Inh' })
})

test('letters and levels are of their scale alone', () => {
  expect(readGrade('words', 'g')).toEqual({ tenths: null, mark: 'G' })
  expect(readGrade('roman', 'i+')).toEqual({ tenths: null, mark: 'I+' })
  expect(readGrade('roman', 'iv')).toEqual({ tenths: null, mark: 'IV' })
  expect(readGrade('letters', 'e')).toEqual({ tenths: null, mark: 'E' })
  expect(readGrade('function', 'm4')).toEqual({ tenths: null, mark: 'M4' })
  expect(readGrade('words', '6,4')).toBeNull()
  expect(readGrade('letters', 'F')).toBeNull()
  expect(readGrade('function', 'M9')).toBeNull()
})

test('every grade comes back as it is shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100 }), (tenths) => {
      expect(readGrade('tenths', gradeText({ tenths, mark: null }))).toEqual({ tenths, mark: null })
    }),
  )
})

test('below 5,5 is a fail; what is no number is none', () => {
  expect([54, 55].map(isFail)).toEqual([true, false])
  expect(isFail(null)).toBe(false)
})
