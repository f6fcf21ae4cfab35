import { expect, test } from 'vitest'
import { betaCdf, betaQuantile } from '../src/numeric/beta.ts'
import {
  chiSquaredQuantile,
  chiSquaredUpper,
  fUpper,
  normalCdf,
  normalQuantile,
  studentQuantile,
  studentTwoSided,
} from '../src/numeric/distributions.ts'

const off = (ours: number, theirs: number): number => Math.abs(ours / theirs - 1)

test('The normal distribution keeps its digits far in the tail.', () => {
  expect(off(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-11)
  expect(off(normalQuantile(1e-10), -6.361340902404056)).toBeLessThan(1e-11)
  expect(off(normalCdf(-5), 2.866515718791939e-7)).toBeLessThan(1e-11)
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity])
})

test('What a quantile gives, the distribution gives back, for small and large degrees of freedom.', () => {
  for (const df of [0.5, 1, 2.7, 14, 199, 1e5])
    for (const p of [1e-9, 0.01, 0.3, 0.77, 0.999]) {
      expect(off(chiSquaredUpper(chiSquaredQuantile(p, df), df), 1 - p)).toBeLessThan(1e-9)
      expect(off(studentTwoSided(studentQuantile(p, df), df), 2 * Math.min(p, 1 - p))).toBeLessThan(1e-9)
      expect(off(betaCdf(betaQuantile(p, df, 3), df, 3), p)).toBeLessThan(1e-9)
    }
})

test('F with endless degrees of freedom is chi-squared over its own, and t squared is F.', () => {
  expect(off(fUpper(2.5, 4, Infinity), chiSquaredUpper(10, 4))).toBeLessThan(1e-11)
  expect(off(fUpper(2.1 ** 2, 1, 14), studentTwoSided(2.1, 14))).toBeLessThan(1e-11)
})

test('Ten million degrees of freedom cost no digits that count.', () => {
  // pf(1, 2.5, 1e7, lower.tail = FALSE), pf(9, 1, 1e7, …), pf(0.6, 9.5, 1e7, …), 2 * pt(-2, 1e6) in R.
  expect(off(fUpper(1, 2.5, 1e7), 0.3814712697811341)).toBeLessThan(1e-9)
  expect(off(fUpper(9, 1, 1e7), 0.002699802711037162)).toBeLessThan(1e-9)
  expect(off(fUpper(0.6, 9.5, 1e7), 0.806960238304667)).toBeLessThan(1e-9)
  expect(off(studentTwoSided(2, 1e6), 0.045500533851319185)).toBeLessThan(1e-10)
})

test('No distribution gives more than 1, less than 0 or a number for nonsense.', () => {
  expect(fUpper(-1, 2, 3)).toBe(1)
  expect(chiSquaredUpper(0, 3)).toBe(1)
  expect(studentTwoSided(Infinity, 3)).toBe(0)
  expect(betaQuantile(2, 1, 1)).toBeNaN()
})
