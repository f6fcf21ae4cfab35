import { expect, test } from 'vitest'
import { categorical, numeric, surveyDesign, domainOf } from '../src/index.ts'
import { sortRows } from '../src/quantiles/order.ts'
import { quantiles, quantilesBy } from '../src/quantiles/quantile.ts'
import { orderOf, quantileOf, quantileRules as rules, sortedBy, type QuantileRule } from '../src/quantiles/rules.ts'

const read = (x: readonly number[], w: readonly number[], p: number, rule: QuantileRule): number => {
  const [values, weights] = [Float64Array.from(x), Float64Array.from(w)]
  return quantileOf(sortedBy(orderOf(values, weights), values, weights), p, rule)
}
const random = (start: number) => {
  let state = start
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

test('With equal weights the rules are the nine definitions of Hyndman and Fan.', () => {
  // quantile(1:5, 0.3, type = 1 … 9) in R.
  const theirs = [2, 2, 2, 1.5, 2, 1.8, 2.2, 1.93333333333333, 1.95]
  theirs.forEach((value, k) =>
    expect(read([4, 1, 5, 2, 3], [1, 1, 1, 1, 1], 0.3, rules[k + 3] ?? 'math')).toBeCloseTo(value, 13),
  )
  expect(read([4, 1, 5, 2], [1, 1, 1, 1], 0.5, 'math')).toBe(2)
  expect(read([4, 1, 5, 2], [1, 1, 1, 1], 0.5, 'school')).toBe(3)
})

test('A quantile lies among the values and does not fall as p rises; a single value is every quantile.', () => {
  const next = random(5)
  const x = Array.from({ length: 60 }, () => Math.round(next() * 40))
  const w = x.map(() => 0.2 + next())
  for (const rule of rules) {
    let before = -Infinity
    for (let p = 0; p <= 1; p += 0.01) {
      const own = read(x, w, p, rule)
      expect(own).toBeGreaterThanOrEqual(Math.max(before, Math.min(...x)))
      expect(own).toBeLessThanOrEqual(Math.max(...x))
      before = own
    }
    expect(read([7], [3], 0.2, rule)).toBe(7)
  }
  expect(read([1, 2, 3], [1, 1, 1], 0.1, 'math')).toBe(1)
})

test('Weights ten times as large, or rows that weigh nothing, change no quantile.', () => {
  const next = random(9)
  const x = Array.from({ length: 40 }, () => next() * 9)
  const w = x.map((_, i) => (i % 7 === 0 ? 0 : 1 + (i % 3)))
  const kept = x.filter((_, i) => w[i] !== 0)
  const weights = w.filter((one) => one !== 0)
  // Shah and Vaish, as R has it, is not the same for weights ten times as large.
  for (const rule of rules.filter((one) => one !== 'shahvaish'))
    for (const p of [0.1, 0.5, 0.8])
      expect(read(x, w, p, rule)).toBeCloseTo(
        read(
          kept,
          weights.map((one) => one * 10),
          p,
          rule,
        ),
        12,
      )
})

test('Many rows are put in the same order as few: rising, equals as they stood, minus before plus.', () => {
  const next = random(3)
  const values = Float64Array.from({ length: 6000 }, (_, i) =>
    i % 11 === 0 ? 0 : i % 13 === 0 ? -0 : Math.round((next() - 0.5) * 50) * (i % 5 === 0 ? 1e-300 : 1.5),
  )
  const rows = Int32Array.from(values, (_, i) => i)
  const expected = [...rows].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
  expect([...sortRows(values, rows)]).toEqual(expected)
})

test('The median of a small sample has limits; that of the greatest value has no upper one.', () => {
  const x = numeric(Array.from({ length: 30 }, (_, i) => i))
  const [middle, top] = quantiles(surveyDesign({ n: 30 }), x, [0.5, 1])
  expect(middle?.estimate).toBe(14)
  expect(middle?.lower).toBeLessThan(14)
  expect(middle?.upper).toBeGreaterThan(14)
  expect(top).toMatchObject({ estimate: 29, upper: null, standardError: null })
  const [low] = quantiles(surveyDesign({ n: 30 }), x, [0.01])
  expect(low).toMatchObject({ estimate: 0, lower: null })
})

test('A higher level gives limits no nearer, by every interval.', () => {
  const next = random(21)
  const x = numeric(Array.from({ length: 80 }, () => next() ** 2))
  const design = surveyDesign({ weights: x.values.map((one) => 1 + one) })
  for (const interval of ['mean', 'xlogit', 'asin', 'beta', 'score'] as const) {
    const [narrow] = quantiles(design, x, [0.5], { interval, level: 0.8 })
    const [wide] = quantiles(design, x, [0.5], { interval, level: 0.99 })
    expect(wide?.lower).toBeLessThanOrEqual(narrow?.lower ?? NaN)
    expect(wide?.upper).toBeGreaterThanOrEqual(narrow?.upper ?? NaN)
  }
})

test('No rows, a p outside 0 … 1, missing answers and replicates that are not there are refused.', () => {
  const [design, x] = [surveyDesign({ n: 4 }), numeric([1, 2, null, 4])]
  const all = numeric([1, 2, 3, 4])
  expect(() => quantiles(domainOf(design, [0, 0, 0, 0]), all, [0.5])).toThrow('No row has an answer here')
  expect(() => quantiles(design, all, [1.5])).toThrow('A quantile is asked at 1.5, outside 0 … 1.')
  expect(() => quantiles(design, x, [0.5])).toThrow('The column has no answer in 1 row;')
  expect(quantiles(design, x, [0.5], { missing: 'leave-out' })[0]?.estimate).toBe(2)
  expect(() => quantiles(design, all, [0.5], { interval: 'replicates' })).toThrow(/no replicates/u)
})

test('Quantiles by group are those of each group as a domain; a group without rows is not among them.', () => {
  const [design, x] = [surveyDesign({ n: 6 }), numeric([1, 2, 3, 4, 5, 6])]
  const group = categorical(['a', 'b', 'a', 'b', 'a', ''], ['a', 'b', 'c'])
  const found = quantilesBy(design, group, x, [0.5])
  expect(found.map((one) => [one.group, one.quantiles[0]?.estimate])).toEqual([
    ['a', 3],
    ['b', 2],
  ])
  expect(found[0]?.quantiles).toEqual(quantiles(domainOf(design, [1, 0, 1, 0, 1, 0]), x, [0.5]))
})
