import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageOf, countedOf, roundingOf, type Countable, type Rounding, type Weighed } from './average.ts'

const of = (...graded: readonly (readonly [tenths: number, weight: number])[]): Weighed[] =>
  graded.map(([tenths, weight]) => ({ tenths, weight }))

test.each<[string, Weighed[], Rounding, number | null]>([
  ['nothing counts', [], 'half_up', null],
  ['only what weighs nothing', of([80, 0], [40, 0]), 'half_up', null],
  ['one grade is itself', of([64, 3]), 'half_up', 64],
  ['8,45 goes up', of([84, 1], [85, 1]), 'half_up', 85],
  ['8,449 does not', of([84, 551], [85, 449]), 'half_up', 84],
  ['5,45 goes up, as the table of a float would not', of([54, 1], [55, 1]), 'half_up', 55],
  ['weights count', of([50, 1], [80, 2]), 'half_up', 70],
  ['a third is rounded once, at the end', of([70, 1], [70, 1], [71, 1]), 'half_up', 70],
  ['two thirds go up', of([70, 1], [71, 2]), 'half_up', 71],
  ['what weighs nothing is left out', of([10, 0], [90, 1]), 'half_up', 90],
  ['down cuts off', of([84, 1], [85, 1]), 'down', 84],
  ['down keeps what is whole', of([84, 1], [86, 1]), 'down', 85],
  ['to whole, half up', of([54, 1], [56, 1]), 'half_up_whole', 60],
  ['to whole, below half', of([54, 1], [55, 1]), 'half_up_whole', 50],
  ['the highest there is', of([100, 100], [100, 100]), 'half_up', 100],
])('%s', (_why, graded, rounding, expected) => {
  expect(averageOf(graded, rounding)).toBe(expected)
})

const grades = fc.array(
  fc.record({ tenths: fc.integer({ min: 10, max: 100 }), weight: fc.integer({ min: 0, max: 100 }) }),
  {
    maxLength: 40,
  },
)

test('it is what exact fractions give, half up', () => {
  fc.assert(
    fc.property(grades, (graded) => {
      const weights = graded.reduce((all, { weight }) => all + BigInt(weight), 0n)
      const sum = graded.reduce((all, { tenths, weight }) => all + BigInt(tenths) * BigInt(weight), 0n)
      const exact = weights === 0n ? null : Number((2n * sum + weights) / (2n * weights))
      expect(averageOf(graded, 'half_up')).toBe(exact)
    }),
  )
})

test('it lies between the lowest and the highest that count, and the order does not matter', () => {
  fc.assert(
    fc.property(grades, (graded) => {
      const counting = graded.filter(({ weight }) => weight > 0).map(({ tenths }) => tenths)
      const average = averageOf(graded, 'half_up')
      expect(averageOf(graded.toReversed(), 'half_up')).toBe(average)
      expect(average === null).toBe(counting.length === 0)
      expect(average === null || (average >= Math.min(...counting) && average <= Math.max(...counting))).toBe(true)
    }),
  )
})

test('the exam dossier is rounded half up to one decimal whatever the school does', () => {
  expect(roundingOf('exam', 'down')).toBe('half_up')
  expect(roundingOf('progress', 'down')).toBe('down')
})

const result = (test: string, tenths: number | null, weight: number, retakeOf: string | null = null): Countable => ({
  test,
  tenths,
  weight,
  retakeOf,
})

test.each<[string, Countable[], Weighed[]]>([
  [
    'of a test and its retake the highest counts, with the weight of the test',
    [result('a', 48, 2), result('b', 66, 1, 'a')],
    of([66, 2]),
  ],
  ['also when the first was higher', [result('a', 70, 2), result('b', 66, 1, 'a')], of([70, 2])],
  ['of two retakes the highest', [result('a', 40, 2), result('b', 50, 2, 'a'), result('c', 45, 2, 'a')], of([50, 2])],
  ['a letter does not count', [result('a', null, 2), result('b', 66, 1)], of([66, 1])],
  ['still to be made, then made at the retake', [result('a', null, 3), result('b', 66, 1, 'a')], of([66, 3])],
  ['a retake whose test is not known counts by itself', [result('b', 66, 1, 'a')], of([66, 1])],
])('%s', (_why, results, counted) => {
  expect(countedOf(results)).toEqual(counted)
})
