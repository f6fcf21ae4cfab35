import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { categorical, numeric } from '../src/data/column.ts'
import { domainOf, surveyDesign, type Design, type LinearDesign } from '../src/design/design.ts'
import { linearRegression, type Regression } from '../src/estimation/regression.ts'
import type { Term } from '../src/estimation/model-matrix.ts'
import { compareWaves } from '../src/tests-of-hypothesis/compare-waves.ts'
import { goodnessOfFit } from '../src/tests-of-hypothesis/goodness-of-fit.ts'
import { rankTest } from '../src/tests-of-hypothesis/rank-test.ts'
import { raoScott } from '../src/tests-of-hypothesis/rao-scott.ts'
import { oneSampleTTest, tTest } from '../src/tests-of-hypothesis/t-test.ts'
import { termTest } from '../src/tests-of-hypothesis/wald-test.ts'
import { numbersOf, off } from './oracles-of-tests.ts'

// Made by golden/tests-of-hypothesis.R, in which every call to R stands.
const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/tests-of-hypothesis.json'), 'utf8')) as {
  data: Record<string, (string | number | null)[]>
  waves: Record<string, (string | number)[]>
  results: Record<string, Record<string, number[]>>
}
const text = (name: string): (string | null)[] =>
  (golden.data[name] ?? []).map((one) => (one === null ? null : String(one)))
const values = (name: string): Float64Array =>
  numeric((golden.data[name] ?? []).map((one) => (one === null ? null : Number(one)))).values

const [y, x] = [numeric(values('y')), numeric(values('x'))]
const [q, grp, h] = [categorical(text('q')), categorical(text('grp')), categorical(text('h'))]
const strata = text('s').map((one) => one ?? '')
const units = text('psu').map((one) => one ?? '')
const start = values('w')
const svy = surveyDesign({ weights: start, clusters: [units], strata: [strata] })
const fpc = surveyDesign({ weights: start, clusters: [units], strata: [strata], population: [values('N')] })
const weighted = (
  weights: Float64Array,
  columns: LinearDesign['calibrations'][number]['columns'],
  isRaked: boolean,
) => ({
  ...svy,
  weights,
  calibrations: [{ columns, regressionWeights: isRaked ? null : start, weights }],
})
const raked = weighted(values('raked'), [grp, h], true)

/** JKn: each unit left out in its turn. */
const jackknife = (): Design => {
  const all = [...new Set(units)]
  const stratumOf = new Map(units.map((unit, i) => [unit, strata[i]]))
  const size = (unit: string): number => all.filter((other) => stratumOf.get(other) === stratumOf.get(unit)).length
  return {
    kind: 'replicate',
    n: start.length,
    weights: start,
    type: 'JKn',
    count: all.length,
    weightsOf: (r, into) => {
      const out = all[r] ?? ''
      for (let i = 0; i < into.length; i += 1) {
        const isNear = strata[i] === stratumOf.get(out)
        into[i] = (start[i] ?? 0) * (units[i] === out ? 0 : isNear ? size(out) / (size(out) - 1) : 1)
      }
    },
    scale: 1,
    rscales: Float64Array.from(all, (unit) => (size(unit) - 1) / size(unit)),
    mse: false,
    degreesOfFreedom: 37,
    domain: null,
  }
}

const above = x.values.map((value) => (value > 54 ? 1 : 0))
const designs: Record<string, Design> = {
  svy,
  fpc,
  raked,
  cal: weighted(values('cal'), [grp, x], false),
  rep: jackknife(),
  part: domainOf(svy, above),
  partRaked: domainOf(raked, above),
}

const near = (what: string, ours: number, theirs: number | undefined, tolerance: number): void => {
  if (process.env['SHOW_OFF'] !== undefined) process.stdout.write(`${off(ours, theirs).toExponential(1)} ${what}\n`)
  expect(off(ours, theirs), `${what}: ${ours} and ${theirs}`).toBeLessThan(tolerance)
}
const under = (name: string, what: string): number[] => numbersOf(golden.results[name], what)

const places = Object.entries(designs)

test.each(places)('A two-way table with answers missing is tested as by R: %s.', (name, design) => {
  for (const statistic of ['F', 'Chisq', 'Wald', 'adjWald', 'saddlepoint'] as const) {
    const id = `${name}.chisq.${statistic}`
    const ours = raoScott(design, q, grp, {
      statistic,
      missing: 'leave-out',
      // R counts the units outside the domain after calibration.
      ...(name === 'partRaked' ? { degreesOfFreedom: 37 } : {}),
    })
    expect(ours.rows).toEqual(q.levels)
    near(`${id} p`, ours.p, under(id, 'p')[0], statistic === 'saddlepoint' ? 1e-6 : 1e-9)
    const [df, ddf] = under(id, 'parameter')
    if (df !== undefined) near(`${id} df`, ours.numeratorDf, df, 1e-9)
    if (ddf !== undefined) near(`${id} ddf`, ours.denominatorDf, ddf, 1e-9)
    near(`${id} value`, ours.value, under(id, 'statistic')[0], 1e-9)
  }
})

test.each(places)('Two groups are compared as by R, and one with a number: %s.', (name, design) => {
  const two = tTest(design, y, h, { missing: 'leave-out' })
  const one = oneSampleTTest(design, y, { against: 5, missing: 'leave-out' })
  for (const [id, ours, by] of [
    [`${name}.ttest`, two, 0],
    [`${name}.one`, one, 5],
  ] as const) {
    near(`${id} t`, ours.t, under(id, 't')[0], 1e-9)
    near(`${id} p`, ours.p, under(id, 'p')[0], 1e-9)
    expect([ours.degreesOfFreedom]).toEqual(under(id, 'df'))
    near(`${id} low`, ours.interval[0] - by, under(id, 'ci')[0], 1e-9)
    near(`${id} high`, ours.interval[1] - by, under(id, 'ci')[1], 1e-9)
  }
})

// With ties, R lets the rows outside a domain share in the rank of those inside once weights are calibrated.
test.each(places.filter(([name]) => name !== 'partRaked'))('Ranks are tested as by R: %s.', (name, design) => {
  for (const score of ['wilcoxon', 'vanderWaerden', 'median'] as const) {
    const two = rankTest(design, y, h, { score, missing: 'leave-out' })
    expect(two.groups).toEqual(['no', 'yes'])
    near(`${name} ${score} t`, two.t ?? NaN, under(`${name}.rank2.${score}`, 't')[0], 1e-9)
    near(`${name} ${score} p`, two.p, under(`${name}.rank2.${score}`, 'p')[0], 1e-9)
    const three = rankTest(design, y, grp, { score, missing: 'leave-out' })
    if (golden.results[`${name}.rank3.${score}`] === undefined) continue
    near(`${name} ${score} chisq`, three.F * 2, under(`${name}.rank3.${score}`, 'chisq')[0], 1e-9)
    near(`${name} ${score} p3`, three.p, under(`${name}.rank3.${score}`, 'p')[0], 1e-9)
  }
})

const isLike = (id: string, ours: Regression): void => {
  expect(ours.names).toEqual(golden.results[id]?.['names'])
  ours.values.forEach((value, k) => near(`${id} ${ours.names[k]}`, value, under(id, 'coef')[k], 1e-9))
  ours.standardErrors.forEach((value, k) => near(`${id} se ${ours.names[k]}`, value, under(id, 'se')[k], 1e-9))
  expect([ours.degreesOfFreedom]).toEqual(under(id, 'df'))
}

test.each(places)('A regression has the coefficients, errors and terms of R: %s.', (name, design) => {
  const missing = 'leave-out'
  const terms: Term[] = [
    { name: 'grp', column: grp },
    { name: 'x', column: x },
    { name: 'h', column: h },
    { product: ['grp', 'x'] },
  ]
  const whole = linearRegression(design, y, terms, { missing })
  isLike(`${name}.glm`, whole)
  near(`${name} F`, termTest(whole, ['grp:x']).F, under(`${name}.glm`, 'F')[0], 1e-9)
  near(`${name} p`, termTest(whole, ['grp:x']).p, under(`${name}.glm`, 'p')[0], 1e-9)
  near(`${name} F2`, termTest(whole, ['grp', 'grp:x']).F, under(`${name}.glm`, 'F2')[0], 1e-9)
  near(`${name} p2`, termTest(whole, ['grp', 'grp:x']).p, under(`${name}.glm`, 'p2')[0], 1e-9)
  const [byX, byGroup] = [
    { name: 'x', column: x },
    { name: 'grp', column: grp },
  ]
  isLike(`${name}.glm0`, linearRegression(design, y, [byX, byGroup], { missing, constant: false }))
  if (name === 'rep') return
  const twice = { name: 'twice', column: numeric(values('twice')) }
  const singular = linearRegression(design, y, [byX, twice, byGroup], { missing })
  isLike(`${name}.glmSingular`, singular)
  expect(singular.dropped).toEqual(['twice'])
})

test.each(places.filter(([name]) => golden.results[`${name}.gof`] !== undefined))(
  'Shares are compared with those that are given as by R: %s.',
  (name, design) => {
    const ours = goodnessOfFit(design, grp, [0.5, 0.3, 0.2])
    expect(ours.levels).toEqual(['x', 'y', 'z'])
    near(`${name} gof`, ours.value, under(`${name}.gof`, 'statistic')[0], 1e-9)
    near(`${name} gof scale`, ours.scale, under(`${name}.gof`, 'parameter')[0], 1e-9)
    near(`${name} gof df`, ours.df, under(`${name}.gof`, 'parameter')[1], 1e-9)
    near(`${name} gof p`, ours.p, under(`${name}.gof`, 'p')[0], 1e-9)
  },
)

test.each(['waves', 'wavesStrata'])('What changed between waves that share respondents is as R finds it: %s.', (id) => {
  const rows = golden.waves
  const half = (name: string, from: number): (string | number)[] => (rows[name] ?? []).slice(from, from + 160)
  const [before, after] = [0, 160].map((from) => ({
    name: from === 0 ? 'one' : 'two',
    design: surveyDesign({
      weights: half('w', from).map(Number),
      ...(id === 'waves' ? {} : { strata: [half('s', from)] }),
    }),
    units: half('unit', from),
    ...(id === 'waves' ? {} : { strata: half('s', from) }),
    outcome: numeric(half('y', from).map(Number)),
  }))
  if (before === undefined || after === undefined) throw new Error('There are two waves.')
  const ours = compareWaves(before, after)
  near('change', ours.change.estimate, under(id, 'change')[0], 1e-9)
  near('se', ours.change.standardError, under(id, 'se')[0], 1e-9)
  ours.means.covariance.m.forEach((one, k) => near('vcov', one, under(id, 'vcov')[k], 1e-9))
  expect([ours.means.degreesOfFreedom, ours.shared]).toEqual([golden.results[id]?.['df'], 100])
})
