import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cellsOf } from '../src/cells/cells.ts'
import { distributionsBy } from '../src/cells/distributions.ts'
import { byGroup } from '../src/estimation/by-group.ts'
import { contrast } from '../src/estimation/contrast.ts'
import { meanOf } from '../src/estimation/estimand.ts'
import { means, ratios, totals, variances, type NamedEstimates } from '../src/estimation/estimate.ts'
import {
  categorical,
  degreesOfFreedom,
  domainOf,
  indicator,
  numeric,
  surveyDesign,
  type LinearDesign,
  type LonelyPolicy,
} from '../src/index.ts'
import { proportionInterval, type ProportionMethod } from '../src/intervals/proportion.ts'
import { quantiles, type QuantileInterval } from '../src/quantiles/quantile.ts'
import { quantileRules } from '../src/quantiles/rules.ts'
import { comparisons, listOf, type Found } from './estimation-oracles.ts'

// Data of our own with results of R; how each design was made stands in the file. `two` has two stages, strata and both population
// sizes; `cal` is calibrated on a class and an amount from unequal weights; `rk` is raked from the same.
const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/estimation.json'), 'utf8')) as {
  readonly data: Readonly<Record<string, readonly (string | number | null)[]>>
  readonly results: Readonly<Record<string, Found & { readonly df?: number }>>
}
const texts = (name: string): string[] => (golden.data[name] ?? []).map(String)
const amount = (name: string) =>
  numeric((golden.data[name] ?? []).map((value) => (value === null ? null : Number(value))))
const classed = (name: string, levels?: readonly string[]) => categorical(texts(name), levels)
const result = (id: string) => golden.results[id] ?? {}

const [g, ans] = [classed('g'), classed('ans', ['no', 'maybe', 'yes'])]
const [x, y, z, ym, b] = [amount('x'), amount('y'), amount('z'), amount('ym'), amount('b')]
const weights = amount('w')
const one = surveyDesign({ weights, strata: [texts('st')] })
const made = (name: string) => amount(name).values
const designs: Readonly<Record<string, LinearDesign>> = {
  two: surveyDesign({
    weights,
    strata: [texts('st')],
    clusters: [texts('psu'), texts('ssu')],
    population: [amount('N1'), amount('N2')],
  }),
  one,
  cal: {
    ...one,
    weights: made('wcal'),
    calibrations: [{ columns: [g, x], regressionWeights: weights.values, weights: made('wcal') }],
  },
  rk: {
    ...one,
    weights: made('wrk'),
    calibrations: [{ columns: [g, ans], regressionWeights: null, weights: made('wrk') }],
  },
}
const leave = { missing: 'leave-out' } as const
const against = (designEffect: 'with-replacement' | 'without-replacement') => ({ designEffect })

const { add, tooFar, count } = comparisons()
const see = (id: string, ours: NamedEstimates): void => {
  const theirs = result(id) as Found & { readonly vcov?: readonly number[] }
  const most = Math.max(...ours.covariance.m, 1e-300)
  add(`${id} estimate`, ours.values, listOf(theirs.estimate), 1e-10)
  if (theirs.vcov !== undefined) add(`${id} covariance`, ours.covariance.m, listOf(theirs.vcov), 1e-10, most * 1e-3)
  if (theirs.se !== undefined) add(`${id} standard error`, ours.standardErrors, listOf(theirs.se), 1e-10)
  if (theirs.deff !== undefined && ours.designEffects !== null)
    add(
      `${id} deff`,
      ours.designEffects.map((deff) => deff ?? NaN),
      listOf(theirs.deff),
      1e-10,
      1e-3,
    )
}

test('Estimates of two-stage, stratified, calibrated and raked samples are those of R, with missing answers and domains.', () => {
  for (const [name, design] of Object.entries(designs)) {
    const own = domainOf(design, indicator(g, 'q', 'r').values)
    see(`${name}.mean`, means(design, { x, y }, against('without-replacement')))
    see(`${name}.mean_replace`, means(design, { x, ans }, against('with-replacement')))
    see(`${name}.total`, totals(design, { x, ans }, against('without-replacement')))
    see(`${name}.mean_narm`, means(design, { ym, x }, leave))
    see(`${name}.total_narm`, totals(design, { ym }, leave))
    see(`${name}.ratio`, ratios(design, { x, y }, { z, ym }, leave))
    see(`${name}.domain`, means(own, { y }))
    add(`${name} df`, [degreesOfFreedom(own)], [result(`${name}.domain`).df ?? NaN], 0)
    see(`${name}.domain_narm_deff`, means(own, { ym }, { ...leave, ...against('with-replacement') }))
    see(`${name}.by`, byGroup(design, g, meanOf({ y })))
    const { values, standardErrors } = variances(design, { x, y })
    const whole = (three: Float64Array): number[] => [0, 1, 1, 2].map((k) => three[k] ?? NaN)
    add(`${name}.var`, whole(values), listOf(result(`${name}.var`).estimate), 1e-10)
    add(`${name}.var`, whole(standardErrors), listOf(result(`${name}.var`).se), 1e-10)
  }
  const both = designs['cal'] ?? one
  see('contrast', contrast(means(both, { x, y }), { d: { x: 1, y: -1 }, s: { x: 0.5, y: 0.5 } }))
  expect(tooFar).toEqual([])
  expect(count()).toBeGreaterThan(80)
})

test('Intervals for shares are those of R by every method.', () => {
  const found = comparisons()
  for (const [name, design] of Object.entries(designs))
    for (const method of ['logit', 'likelihood', 'asin', 'beta', 'mean', 'xlogit'] satisfies ProportionMethod[])
      for (const [kind, own, level] of [
        ['ci', design, 0.9],
        ['ci_domain', domainOf(design, indicator(g, 'p', 'q').values), 0.95],
      ] as const) {
        const id = `${name}.${kind}.${method}`
        const { lower, upper } = proportionInterval(own, b, { method, level })
        const limit = method === 'likelihood' ? 1e-6 : method === 'logit' ? 1e-7 : 1e-9
        found.add(id, [lower, upper], (result(id).ci ?? []).map(Number), limit)
      }
  expect(found.tooFar).toEqual([])
  expect(found.count()).toBe(48)
})

test('Quantiles are those of R by every rule and every interval, with missing answers left out.', () => {
  const found = comparisons()
  const intervals: readonly QuantileInterval[] = ['mean', 'beta', 'xlogit', 'asin', 'score']
  const seen = (id: string, ours: ReturnType<typeof quantiles>): void =>
    found.add(
      id,
      ours
        .flatMap(({ estimate, lower, upper, standardError }) => [estimate, lower, upper, standardError])
        .map((one) => one ?? -1),
      (result(id).m ?? []).flat().map((one) => one ?? -1),
      1e-9,
      1e-9,
    )
  for (const [name, design] of Object.entries(designs)) {
    for (const rule of quantileRules)
      seen(`${name}.q.${rule}`, quantiles(design, ym, [0.2, 0.5, 0.77], { rule, ...leave }))
    for (const interval of intervals)
      seen(`${name}.qi.${interval}`, quantiles(design, z, [0.25, 0.5, 0.8], { interval, level: 0.9 }))
  }
  expect(found.tooFar).toEqual([])
  expect(found.count()).toBe(68)
})

test('A stratum of one unit counts as R has it under every policy, by rows and by counts.', () => {
  const rows = [...Array.from({ length: 30 }, (_, i) => i), 48]
  const pick = (name: string) => rows.map((row) => golden.data[name]?.[row] ?? '')
  const found = comparisons()
  const own = categorical(pick('ans').map(String), ['no', 'maybe', 'yes'])
  for (const lonely of ['adjust', 'average', 'certainty', 'remove'] satisfies LonelyPolicy[]) {
    const design = surveyDesign({ weights: pick('w').map(Number), strata: [pick('st')], lonely })
    const { values, covariance } = means(design, { own, x: numeric(pick('x').map(Number)) })
    const theirs = result(`lonely.${lonely}`) as Found & { readonly vcov?: readonly number[] }
    found.add(lonely, values, listOf(theirs.estimate), 1e-10)
    found.add(lonely, covariance.m, listOf(theirs.vcov), 1e-10, 1e-5)
    const counted = distributionsBy(cellsOf(design), { own }, null)['own']
    const block = [0, 1, 2].flatMap((j) => [0, 1, 2].map((k) => covariance.m[j * 4 + k] ?? NaN))
    found.add(`${lonely} counted`, counted?.covariance.m ?? [], block, 1e-12, 1e-3)
  }
  expect(found.tooFar).toEqual([])
  expect(() => cellsOf(surveyDesign({ weights: pick('w').map(Number), strata: [pick('st')] }))).toThrow(
    /one sampling unit/u,
  )
})
