import { expect, test } from 'vitest'
import {
  categorical,
  domainOf,
  means,
  numeric,
  postStratify,
  proportionInterval,
  quantiles,
  raoScott,
  ratios,
  replicatesGiven,
  replicatesOf,
  surveyDesign,
  totals,
  type LinearDesign,
  type LonelyPolicy,
} from '../src/index.ts'
import { comparisons } from './estimation-oracles.ts'

// Data made up by hand, with what R 4.2.2 and survey 4.1.1 give. In R: d <- data.frame(st, w, x, yes)
const st = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'd', 'd', 'd', 'e', 'e']
const w = [3, 3, 3, 5, 5, 5, 4, 2, 2, 2, 6, 6]
const x = numeric([4, 7, 5, 9, 6, 8, 10, 3, 2, 5, 7, 9])
const yes = numeric(x.values.map((value) => Number(value > 5)))
const rowsWhere = (is: (row: number) => boolean): boolean[] => st.map((_, row) => is(row))

test('A lonely unit that stands for the mean of others does so for the strata of the domain; for all after weighting.', () => {
  // options(survey.lonely.psu = "average"); s <- svydesign(~1, strata = ~st, weights = ~w, data = d)
  // svymean(~x, s); svymean(~x, subset(s, st != "b")); svytotal(~x, subset(s, st != "c")); svytotal(~x, subset(s, x > 6))
  const design = surveyDesign({ weights: w, strata: [st], lonely: 'average' satisfies LonelyPolicy })
  const notB = rowsWhere((row) => st[row] !== 'b')
  const found = comparisons()
  const variance = (own: LinearDesign, of: typeof means) => of(own, { x }).covariance.m
  found.add('all', variance(design, means), [0.242202268431002], 1e-13)
  found.add('without b', variance(domainOf(design, notB), means), [0.326049254249046], 1e-13)
  const notC = rowsWhere((row) => st[row] !== 'c')
  found.add('without the lonely one', variance(domainOf(design, notC), totals), [410], 1e-13)
  const high = rowsWhere((row) => (x.values[row] ?? 0) > 6)
  found.add('part of each', variance(domainOf(design, high), totals), [3213.33333333333], 1e-13)
  // svymean(~x, subset(postStratify(s, ~yes, data.frame(yes = 0:1, Freq = c(18, 30))), st != "b"))
  const column = categorical([...yes.values].map(String))
  const weighted = postStratify(design, { name: 'yes', column, totals: { 0: 18, 1: 30 } }).design
  found.add('weighted', variance(domainOf(weighted, notB), means), [0.208360691613194], 1e-13)
  expect(found.tooFar).toEqual([])
})

test('With replicates the logit itself is taken in each of them, as by R, whose fit stops at 1e-8; where one has a share of 0 it cannot.', () => {
  // r <- as.svrepdesign(svydesign(~1, weights = ~w, data = d), type = "JK1")
  // svyciprop(~yes, r, df = degf(r)); svyciprop(~yes, subset(r, x > 3), df = 9); svyciprop(~I(x > 8), r, df = degf(r))
  const design = replicatesOf(surveyDesign({ weights: w }), { type: 'JK1' })
  const limits = (own: typeof design, column: typeof yes) => {
    const { estimate, lower, upper } = proportionInterval(own, column)
    return [estimate, lower, upper]
  }
  const found = comparisons()
  found.add('all', limits(design, yes), [0.739130434782609, 0.411605269384231, 0.919844856917371], 1e-7)
  const part = domainOf(
    design,
    rowsWhere((row) => (x.values[row] ?? 0) > 3),
  )
  found.add('domain', limits(part, yes), [0.809523809421716, 0.410236747890076, 0.962917576708392], 1e-7)
  const above8 = numeric(x.values.map((value) => Number(value > 8)))
  found.add('rarer', limits(design, above8), [0.3260869565237759, 0.0791783201570972, 0.7313906972830504], 1e-7)
  expect(found.tooFar).toEqual([])
  const one = numeric(x.values.map((value) => Number(value === 10)))
  const rest = proportionInterval(design, one, { method: 'xlogit' })
  expect(limits(design, one)).toEqual([rest.estimate, rest.lower, rest.upper])
})

test('The quantile of a replicate is read as R reads it, below its first step too.', () => {
  // halves <- 2 * cbind(c(1,0,1,0,1,0), c(1,0,0,1,0,1), c(0,1,1,0,0,1), c(0,1,0,1,1,0)); s <- data.frame(x = c(4,9,6,3,8,5), w = 1)
  // r <- svrepdesign(data = s, weights = ~w, repweights = halves, type = "BRR", combined.weights = FALSE)
  // svyquantile(~x, r, c(.25, .5), interval.type = "quantile", df = 5)
  const halves = [
    [1, 0, 1, 0, 1, 0],
    [1, 0, 0, 1, 0, 1],
    [0, 1, 1, 0, 0, 1],
    [0, 1, 0, 1, 1, 0],
  ]
  const values = halves.map((half) => half.map((one) => 2 * one))
  const design = replicatesGiven(surveyDesign({ n: 6 }), { values, scale: 1 / 4 })
  const options = { interval: 'replicates', degreesOfFreedom: 5 } as const
  const found = comparisons()
  const theirs = [
    [4, 0.364648304853199, 7.635351695146801, Math.SQRT2],
    [5, 1.364648304853199, 8.635351695146802, Math.SQRT2],
  ]
  quantiles(design, numeric([4, 9, 6, 3, 8, 5]), [0.25, 0.5], options).forEach(
    ({ estimate, lower, upper, standardError }, k) =>
      found.add(`quantile ${k}`, [estimate, lower, upper, standardError].map(Number), theirs[k] ?? [], 1e-13),
  )
  expect(found.tooFar).toEqual([])
})

test('Half samples are those of R: a ratio, which is no sum, has its standard error.', () => {
  const found = comparisons()
  // b <- data.frame(st = rep(c("a","b","c","d"), c(4,2,2,2)), w, y, x); svyratio(~y, ~x, as.svrepdesign(svydesign(…), type = "BRR"))
  const four = surveyDesign({ strata: ['aaaabbccdd'.split('')], weights: [2, 3, 4, 2, 5, 4, 3, 3, 6, 5] })
  const [y, by] = [numeric([4, 7, 5, 9, 6, 8, 10, 3, 2, 5]), numeric([2, 3, 2, 4, 5, 3, 6, 2, 1, 4])]
  const split = (options: Parameters<typeof replicatesOf>[1]) =>
    ratios(replicatesOf(four, options), { y }, { by }).covariance.m
  found.add('a stratum of two pairs', split({ type: 'BRR' }), [0.069757040614884], 1e-12)
  found.add('Fay', split({ type: 'Fay', rho: 0.4 }), [0.0623401126320338], 1e-12)
  // With k strata of two: w = 2 + (0:(2k-1) * 7) %% 5, y = (… * 11) %% 13 + 1, x = (… * 5) %% 9 + 2
  const theirs: readonly (readonly [number, number, number])[] = [
    [10, 12, 0.0236746808281344],
    [16, 20, 0.0306842867865336],
    [22, 24, 0.0218918951738634],
    [38, 40, 0.0138039385523038],
    [41, 44, 0.0119862750085745],
    [45, 48, 0.0106336824716682],
    [58, 60, 0.00807830338435243],
    [65, 68, 0.00701540197150126],
  ]
  for (const [pairs, count, variance] of theirs) {
    const rows = <T>(value: (row: number) => T): T[] => Array.from({ length: 2 * pairs }, (_, row) => value(row))
    const design = surveyDesign({ strata: [rows((row) => row >> 1)], weights: rows((row) => 2 + ((row * 7) % 5)) })
    const halves = replicatesOf(design, { type: 'BRR' })
    const columns = [
      numeric(rows((row) => ((row * 11) % 13) + 1)),
      numeric(rows((row) => ((row * 5) % 9) + 2)),
    ] as const
    expect(halves.count).toBe(count)
    const { covariance } = ratios(halves, { y: columns[0] }, { x: columns[1] })
    found.add(`${pairs} pairs`, covariance.m, [variance], 1e-12)
  }
  expect(found.tooFar).toEqual([])
})

test('The saddle point of few units does not hang on how degrees of freedom are rounded.', () => {
  // svychisq(~g + h, svydesign(~cl, strata = ~st, data = d, nest = TRUE, fpc = ~rep(N, 8)), statistic = "saddlepoint")
  const first = {
    g: 'aaaaabac'.split(''),
    h: 'pppqpqqq'.split(''),
    cl: [1, 2, 1, 2, 1, 2, 1, 2],
    st: [1, 1, 1, 1, 2, 2, 2, 2],
    N: 6,
  }
  const other = { g: 'aaaababc'.split(''), h: 'pqqppqpp'.split(''), cl: [1, 1, 2, 2, 3, 3, 4, 4], st: first.st, N: 4 }
  const p = ({ g, h, cl, st: strata, N }: typeof first, statistic: 'saddlepoint' | 'lincom' | 'F'): number => {
    const population = [g.map(() => N)]
    const design = surveyDesign({ clusters: [cl], strata: [strata], population })
    return raoScott(design, categorical(g), categorical(h), { statistic }).p
  }
  expect(p(first, 'saddlepoint')).toBeCloseTo(0.26987147823192276, 6)
  // With one design effect that is not 0 the F is exact, and the saddle point near it. R counts 1.9999999 degrees as 1: 0.297.
  for (const sample of [first, other]) {
    expect(p(sample, 'lincom')).toBeCloseTo(p(sample, 'F'), 10)
    expect(Math.abs(p(sample, 'saddlepoint') / p(sample, 'F') - 1)).toBeLessThan(0.06)
  }
})

test('A limit of the likelihood is, but for the straight lines it is read by, where the profile itself has its root.', () => {
  for (const [ones, n] of [
    [2, 12],
    [9, 30],
    [3, 200],
  ] as const) {
    const column = numeric(Array.from({ length: n }, (_, row) => Number(row < ones)))
    const design = surveyDesign({ n })
    const { estimate: p, standardError, lower, upper } = proportionInterval(design, column, { method: 'likelihood' })
    const mean = proportionInterval(design, column, { method: 'mean', bounded: false })
    const t = (mean.upper - p) / standardError
    const loss = (theta: number) => 2 * (p * Math.log(p / theta) + (1 - p) * Math.log((1 - p) / (1 - theta)))
    const wanted = (t ** 2 * n * standardError ** 2) / (p * (1 - p))
    const root = (far: number): number => {
      let [inside, outside] = [p, far]
      for (let k = 0; k < 100; k += 1) {
        const middle = (inside + outside) / 2
        if ((n - 1) * loss(middle) < wanted) inside = middle
        else outside = middle
      }
      return inside
    }
    expect(Math.abs(lower / root(1e-12) - 1)).toBeLessThan(5e-3)
    expect(Math.abs((1 - upper) / (1 - root(1 - 1e-12)) - 1)).toBeLessThan(5e-3)
  }
})
