import { expect, test } from 'vitest'
import { domainOf, numeric, surveyDesign } from '../src/index.ts'
import { cubicSpline } from '../src/intervals/cubic-spline.ts'
import { intervalOfShare, proportionInterval, type ProportionMethod } from '../src/intervals/proportion.ts'

const methods = ['logit', 'xlogit', 'likelihood', 'beta', 'asin', 'mean', 'wilson'] satisfies ProportionMethod[]
const sample = (n: number, ones: number) => numeric(Array.from({ length: n }, (_, i) => Number(i < ones)))
const even = (n: number) => surveyDesign({ n })

test('An interval for a share stays within 0 and 1, holds the share, and rises with it; at 0 and 1 too.', () => {
  const wrong: string[] = []
  for (const n of [12, 50, 400])
    for (const method of methods) {
      let [lower, upper] = [-1, -1]
      for (let ones = 0; ones <= n; ones += n === 400 ? 7 : 1) {
        const found = proportionInterval(even(n), sample(n, ones), { method })
        const [low, high] = [found.lower, found.upper]
        if (!(low >= 0 && low <= ones / n && high >= ones / n && high <= 1 && high > low))
          wrong.push(`${method} ${ones}/${n}`)
        // `mean` says less at one case than can be said at none, so that it does not rise at the ends.
        const isEnd = method === 'mean' && (ones < 2 || ones > n - 2)
        if (!isEnd && !(low >= lower && high >= upper)) wrong.push(`${method} falls at ${ones}/${n}`)
        ;[lower, upper] = [low, high]
      }
    }
  expect(wrong).toEqual([])
})

test('Where nobody says yes, the limit is the exact one, and falls as the sample grows.', () => {
  for (const method of methods) {
    const [few, many] = [20, 200].map((n) => proportionInterval(even(n), sample(n, 0), { method }))
    expect(few?.lower).toBe(0)
    expect(few?.upper).toBeGreaterThan(many?.upper ?? 1)
    expect(many?.upper).toBeGreaterThan(0)
  }
  // 1 − 0.025^(1/20)
  const { upper, method, effectiveRows } = proportionInterval(even(20), sample(20, 0))
  expect(upper).toBeCloseTo(0.168433470983085, 12)
  expect({ method, effectiveRows }).toEqual({ method: 'exact', effectiveRows: expect.closeTo(20, 12) })
  expect(proportionInterval(even(20), sample(20, 20)).lower).toBeCloseTo(1 - upper, 12)
})

test('Where nobody says yes, unequal weights make the limit wider.', () => {
  const uneven = surveyDesign({ weights: Array.from({ length: 20 }, (_, i) => (i < 2 ? 30 : 1)) })
  const column = sample(20, 0)
  expect(proportionInterval(uneven, column).upper).toBeGreaterThan(2 * proportionInterval(even(20), column).upper)
})

test('Yes and no are each other’s mirror.', () => {
  const [yes, no] = [sample(30, 4), numeric(Array.from({ length: 30 }, (_, i) => Number(i >= 4)))]
  for (const method of methods) {
    const [a, b] = [proportionInterval(even(30), yes, { method }), proportionInterval(even(30), no, { method })]
    expect(a.lower).toBeCloseTo(1 - b.upper, method === 'likelihood' ? 5 : 10)
    expect(a.upper).toBeCloseTo(1 - b.lower, method === 'likelihood' ? 5 : 10)
  }
})

test('A higher level gives a wider interval.', () => {
  for (const method of methods) {
    const [narrow, wide] = [0.8, 0.99].map((level) => proportionInterval(even(30), sample(30, 4), { method, level }))
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? 0)
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? 1)
  }
})

test('The interval of Wilson is the textbook one, with effective rows.', () => {
  // prop.test(30, 100, correct = FALSE): 0.2189489, 0.3958485.
  const share = {
    share: 0.3,
    standardError: Math.sqrt(0.0021),
    rows: 100,
    effectiveByWeights: 100,
    degreesOfFreedom: Infinity,
  }
  const { lower, upper } = intervalOfShare(share, { method: 'wilson' })
  expect(lower).toBeCloseTo(0.218948852949, 11)
  expect(upper).toBeCloseTo(0.395848546333, 11)
})

test('A share that the design fixes is known, and one that negative weights bring out of bounds is refused.', () => {
  const fixed = surveyDesign({ weights: [2, 2, 3, 3], strata: [['a', 'a', 'b', 'b']] })
  expect(proportionInterval(fixed, numeric([1, 1, 0, 0]))).toMatchObject({ lower: 0.4, upper: 0.4, method: 'known' })
  const negative = { ...even(3), weights: Float64Array.of(3, -1, 1) }
  expect(() => proportionInterval(negative, numeric([0, 1, 0]))).toThrow(/outside 0 … 1/u)
  expect(() => proportionInterval(even(3), numeric([0, 2, 0]))).toThrow('Row 2 is 2; a share is taken of 0 and 1.')
  expect(() => proportionInterval(domainOf(even(3), [0, 0, 0]), numeric([0, 1, 0]))).toThrow(/nothing to estimate/u)
})

test('Without bounds the limits of `mean` and `asin` are those of R, which mean little for a rare answer.', () => {
  const [column, unbounded] = [sample(30, 1), { bounded: false }]
  expect(proportionInterval(even(30), column, { method: 'mean', ...unbounded }).lower).toBeLessThan(0)
  expect(proportionInterval(even(30), column, { method: 'asin' }).lower).toBe(0)
  expect(proportionInterval(even(30), column, { method: 'asin', ...unbounded }).lower).toBeGreaterThan(0)
})

test('A spline through the points of a cubic is that cubic.', () => {
  const cubic = (x: number) => x ** 3 - 2 * x + 1
  const x = [-2, -1, 0.5, 1, 3]
  const curve = cubicSpline(x, x.map(cubic))
  for (const at of [-1.7, 0, 0.8, 2.2]) expect(curve(at)).toBeCloseTo(cubic(at), 12)
  expect(cubicSpline([0, 2], [1, 5])(1)).toBe(3)
})
