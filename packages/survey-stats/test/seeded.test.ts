import { expect, test } from 'vitest'
import { seeded } from '../src/random/seeded.ts'

test('The same seed gives the same numbers, another seed gives others.', () => {
  const first = (seed: string): number[] => Array.from({ length: 5 }, seeded(seed).uniform)
  expect(first('wave 2026')).toEqual(first('wave 2026'))
  expect(first('wave 2026')).not.toEqual(first('wave 2027'))
  expect(first('')).not.toEqual(first('\0'))
})

test('Numbers are spread evenly: ten bins of 100,000 draws differ by chance only.', () => {
  const random = seeded('even')
  const bins = new Float64Array(10)
  let [sum, squares, outside] = [0, 0, 0]
  for (let i = 0; i < 100_000; i += 1) {
    const u = random.uniform()
    if (!(u >= 0 && u < 1)) outside += 1
    sum += u
    squares += u * u
    bins[Math.floor(u * 10)] = (bins[Math.floor(u * 10)] ?? 0) + 1
  }
  expect(outside).toBe(0)
  const chi2 = bins.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0)
  expect(chi2).toBeLessThan(27.9) // 0.999 of chi-squared with 9 degrees of freedom
  expect(Math.abs(sum / 100_000 - 0.5)).toBeLessThan(0.004)
  expect(Math.abs(squares / 100_000 - 1 / 3)).toBeLessThan(0.004)
})

test('Whole numbers below n come as often as each other, also when n does not divide 2³².', () => {
  const random = seeded('whole')
  const n = 3 * 2 ** 30
  let low = 0
  // Without drawing again, a remainder would make numbers below 2³⁰ twice as likely: half of all and not a third.
  for (let i = 0; i < 30_000; i += 1) if (random.below(n) < 2 ** 30) low += 1
  expect(Math.abs(low / 30_000 - 1 / 3)).toBeLessThan(0.012)
  expect(random.below(1)).toBe(0)
  expect(random.below(2 ** 53)).toBeLessThan(2 ** 53)
  for (const n of [0, -1, 1.5, NaN]) expect(() => random.below(n)).toThrow('does not exist')
})
