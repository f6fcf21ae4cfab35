import { expect, test } from 'vitest'
import { exactUpper, saddlepointUpper, satterthwaiteUpper } from '../src/numeric/chi-squared-sums.ts'
import { chiSquaredUpper, fUpper } from '../src/numeric/distributions.ts'

const off = (ours: number, theirs: number): number => (ours === theirs ? 0 : Math.abs(ours / theirs - 1))
const ones = (...weights: number[]) => weights.map((weight) => ({ weight, df: 1 }))

test('Imhof’s example has the chances that he published.', () => {
  // Imhof (1961), Biometrika 48, table 1: Q1 = 0.6 χ² + 0.3 χ² + 0.1 χ².
  const q = ones(0.6, 0.3, 0.1)
  expect(exactUpper(0.1, q)).toBeCloseTo(0.9458, 4)
  expect(exactUpper(0.7, q)).toBeCloseTo(0.5064, 4)
  expect(exactUpper(2, q)).toBeCloseTo(0.124, 4)
})

test('A sum of exponentials has the chance that is written down, in both tails.', () => {
  const weights = [1, 0.5, 0.2]
  const upper = (x: number): number =>
    weights.reduce((sum, a) => {
      const factor = weights.reduce((product, b) => (a === b ? product : (product * a) / (a - b)), 1)
      return sum + factor * Math.exp(-x / (2 * a))
    }, 0)
  const parts = weights.map((weight) => ({ weight, df: 2 }))
  for (const x of [0.01, 0.5, 2, 3.4, 5, 40, 400]) expect(off(exactUpper(x, parts), upper(x))).toBeLessThan(1e-12)
})

test('Equal weights make one chi-squared, and one weight less a chi-squared over its degrees of freedom makes F.', () => {
  for (const df of [1, 2.5, 7, 44])
    for (const x of [0.01, 1, 9, 200]) {
      const halves = [
        { weight: 3, df: df / 2 },
        { weight: 3, df: df / 2 },
      ]
      expect(off(exactUpper(3 * x, halves), chiSquaredUpper(x, df))).toBeLessThan(1e-11)
      for (const rest of [1, 13, 360.25, 9419, 1e7]) {
        const parts = [
          { weight: 2, df },
          { weight: (-2 * df * x) / rest, df: rest },
        ]
        expect(off(exactUpper(0, parts), fUpper(x, df, rest))).toBeLessThan(1e-9)
      }
    }
})

test('What is above and what is below make one, with weights of both signs.', () => {
  const parts = ones(2, 0.3, -1, -0.2)
  const mirrored = parts.map(({ weight, df }) => ({ weight: -weight, df }))
  for (const x of [-80, -8, -1, 0, 0.4, 3, 12])
    expect(exactUpper(x, parts) + exactUpper(-x, mirrored)).toBeCloseTo(1, 11)
})

test('The saddle point is near the exact chance and passes smoothly by the mean; Satterthwaite is less near.', () => {
  const parts = ones(3, 1, 1, 0.4, 0.1)
  for (const x of [1, 3, 5, 5.5, 5.6, 9, 20, 40, 80])
    expect(off(saddlepointUpper(x, parts), exactUpper(x, parts))).toBeLessThan(0.1)
  expect(off(satterthwaiteUpper(40, parts), exactUpper(40, parts))).toBeGreaterThan(0.3)
  let before = saddlepointUpper(5.4, parts)
  for (let x = 5.4005; x < 5.6; x += 0.0005) {
    const now = saddlepointUpper(x, parts)
    expect(before - now).toBeGreaterThan(0)
    expect(before - now).toBeLessThan(1e-4)
    before = now
  }
})

test('What cannot vary is certain, and what has no weight has no chance to tell.', () => {
  expect(exactUpper(-1, ones(1, 2))).toBe(1)
  expect(exactUpper(1, ones(-1, -2))).toBe(0)
  expect(saddlepointUpper(0, ones(1, 2))).toBe(1)
  expect(exactUpper(Infinity, ones(1, -2))).toBe(0)
  expect(exactUpper(1, ones(0, 0))).toBeNaN()
  expect(exactUpper(NaN, ones(1))).toBeNaN()
})
