import { expect, test } from 'vitest'
import { hadamardOf } from '../../src/design/hadamard.ts'
import { replicatesGiven, replicatesOf } from '../../src/design/replicates.ts'
import { surveyDesign, type LonelyPolicy, type ReplicateDesign } from '../../src/design/design.ts'
import { estimateOf } from '../../src/estimation/statistic.ts'
import { calibrate } from '../../src/weighting/calibrate.ts'
import { postStratify } from '../../src/weighting/post-stratify.ts'
import { rake } from '../../src/weighting/rake.ts'
import { a, b, designs, four, fourOf, golden, x } from './golden.ts'
import { amount, column, furthestApart, hasOracles, numbers, readResults, readTable } from './oracles.ts'

const { data } = golden
const weights = [...data.w]

const off = (
  design: ReplicateDesign,
  ofR: { estimate: readonly number[]; se: readonly number[] } | undefined,
): number => {
  const { values, standardErrors } = estimateOf(design, four)
  const known = ofR?.se.map((se) => (se < 1e-8 ? 0 : se)) ?? []
  const own = [...standardErrors].map((se, k) => (known[k] === 0 && se < 1e-6 ? 0 : se))
  return Math.max(furthestApart(values, ofR?.estimate ?? []), furthestApart(own, known))
}

const units = (more: object = {}) => surveyDesign({ weights, clusters: [data.unit], ...more })
const strata = [data.stratum]

test('The jackknife of R: scales, degrees of freedom and standard errors, with and without a population.', () => {
  const made = {
    JK1: replicatesOf(units(), { type: 'JK1' }),
    JK1_fpc: replicatesOf(units({ population: [weights.map(() => 20)] }), { type: 'JK1' }),
    JKn: replicatesOf(designs.units, { type: 'JKn' }),
    JKn_mse: replicatesOf(designs.units, { type: 'JKn', mse: true }),
    JKn_fpc: replicatesOf(units({ strata, population: [data.stratum.map((h) => 4 + h)] }), { type: 'JKn' }),
  }
  for (const [name, design] of Object.entries(made)) {
    const ofR = golden.replicates[name]
    expect(off(design, ofR), name).toBeLessThan(1e-10)
    expect(furthestApart([design.scale, ...design.rscales], [ofR?.scale ?? NaN, ...(ofR?.rscales ?? [])])).toBeLessThan(
      1e-12,
    )
    expect(design.degreesOfFreedom).toBe(ofR?.degf)
  }
})

test('A lonely unit is refused, or treated as the design says, as R treats it.', () => {
  const lonely = (policy: LonelyPolicy) =>
    units({ strata: [data.stratum.map((h, i) => (data.unit[i] === 8 ? 5 : h))], lonely: policy })
  for (const policy of ['remove', 'average', 'adjust', 'certainty'] as const) {
    const ofR = golden.replicates[`JKn_${policy}`]
    const design = replicatesOf(lonely(policy), { type: 'JKn' })
    expect(off(design, ofR), policy).toBeLessThan(1e-10)
    expect(design.degreesOfFreedom).toBe(ofR?.degf)
  }
  const chance = { replicates: 10, seed: 1 }
  expect(() => replicatesOf(lonely('fail'), { type: 'JKn' })).toThrow('has one sampling unit')
  expect(() => replicatesOf(lonely('fail'), { type: 'bootstrap', ...chance })).toThrow('has one sampling unit')
  expect(() => replicatesOf(lonely('remove'), { type: 'BRR' })).toThrow('half samples need pairs')
  expect(replicatesOf(lonely('remove'), { type: 'subbootstrap', ...chance }).count).toBe(10)
})

test('Half samples, and those of Fay, are those of R.', () => {
  const brr = replicatesOf(designs.units, { type: 'BRR' })
  const fay = replicatesOf(designs.units, { type: 'Fay', rho: 0.3 })
  expect(off(brr, golden.replicates['BRR'])).toBeLessThan(1e-10)
  expect(off(fay, golden.replicates['Fay'])).toBeLessThan(1e-10)
  expect([brr.count, brr.scale, brr.degreesOfFreedom]).toEqual([8, 1 / 8, 4])
  expect(fay.scale).toBeCloseTo(1 / (8 * 0.49), 12)
})

test('Half samples give the variance of a total exactly as linearisation does, as they are balanced.', () => {
  const linear = estimateOf(designs.units, four).standardErrors
  for (const options of [{ type: 'BRR' }, { type: 'Fay', rho: 0.5 }] as const) {
    const { standardErrors } = estimateOf(replicatesOf(designs.units, options), four)
    expect(furthestApart(standardErrors.slice(1, 3), linear.slice(1, 3))).toBeLessThan(1e-12)
  }
})

test('A Hadamard matrix has rows of ones and minus ones that are orthogonal, the first all ones.', () => {
  for (const least of [2, 4, 5, 9, 13, 17, 21, 25, 28, 29, 33, 37, 45, 49, 53, 61, 93, 101]) {
    const rows = hadamardOf(least)
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(rows[0]?.every((sign) => sign === 1)).toBe(true)
    let sum = 0
    rows.forEach((one, i) =>
      rows.forEach((other, j) => {
        const product = one.reduce((total, sign, k) => total + sign * (other[k] ?? 0), 0)
        if (i !== j) sum += Math.abs(product)
        else sum += Math.abs(product - rows.length)
      }),
    )
    expect(sum, `order ${rows.length}`).toBe(0)
  }
})

test('Every replicate is weighted again, as R does it.', () => {
  for (const name of ['JK1', 'JKn', 'BRR', 'Fay'] as const) {
    const base = name === 'JK1' ? units() : designs.units
    const design = replicatesOf(base, name === 'Fay' ? { type: name, rho: 0.3 } : { type: name })
    const ofR = golden.weighted_replicates[name] ?? {}
    for (const path of ['cells', 'rows'] as const) {
      expect(off(rake(design, [a, b], { path }).design, ofR['rake']), `${name} rake ${path}`).toBeLessThan(1e-10)
      expect(off(postStratify(design, b, { path }).design, ofR['postStratify']), name).toBeLessThan(1e-10)
    }
    const totals = { margins: [a, b], amounts: [x] }
    expect(
      off(calibrate(design, totals, { allowNegative: true }).design, ofR['linear']),
      `${name} linear`,
    ).toBeLessThan(1e-10)
    expect(off(calibrate(design, totals, { method: 'raking' }).design, ofR['raking']), `${name} raking`).toBeLessThan(
      1e-10,
    )
  }
})

test('A bootstrap is the same for a seed, whatever the order, and another for another.', () => {
  const [one, same, other] = ['a', 'a', 'b'].map((seed) =>
    replicatesOf(designs.units, { type: 'bootstrap', replicates: 20, seed }),
  )
  if (one === undefined || same === undefined || other === undefined) throw new Error('three designs')
  const drawn = (design: ReplicateDesign, r: number): number[] => {
    const into = new Float64Array(design.n)
    design.weightsOf(r, into)
    return [...into]
  }
  const backwards = Array.from({ length: 20 }, (_, r) => drawn(same, 19 - r)).toReversed()
  expect(Array.from({ length: 20 }, (_, r) => drawn(one, r))).toEqual(backwards)
  expect(drawn(other, 0)).not.toEqual(drawn(one, 0))
})

test('Each bootstrap draws as many units as there are in a stratum, or one fewer and raised; R has the same scales.', () => {
  const n = 12
  const design = (population?: number) =>
    surveyDesign({
      n,
      strata: ['aaaabbbbbbbb'.split('')],
      ...(population === undefined ? {} : { population: [new Float64Array(n).fill(population)] }),
    })
  const into = new Float64Array(n)
  const perStratum = 1 / ((1 / 4 + 1 / 8) / 2)
  for (const population of [undefined, 8, 19]) {
    const boot = replicatesOf(design(population), { type: 'bootstrap', replicates: 40, seed: 3 })
    expect(boot.scale).toBeCloseTo(perStratum / ((perStratum - 1) * 39), 14)
    for (let r = 0; r < 40; r += 1) {
      boot.weightsOf(r, into)
      expect(into.slice(0, 4).reduce((sum, factor) => sum + factor, 0)).toBe(4)
      expect(into.slice(4).reduce((sum, factor) => sum + factor, 0)).toBe(8)
      // Of eight in a population of eight all are drawn, each once.
      expect(population !== 8 || into.slice(4).every((factor) => factor === 1)).toBe(true)
    }
  }
  const sub = replicatesOf(design(), { type: 'subbootstrap', replicates: 40, seed: 3 })
  expect(sub.scale).toBeCloseTo(1 / 39, 14)
  sub.weightsOf(5, into)
  expect(into.slice(0, 4).reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(4, 12)
  expect([...into].every((factor, i) => Math.abs(((factor * (i < 4 ? 3 : 7)) / (i < 4 ? 4 : 8)) % 1) < 1e-9)).toBe(true)
})

test('With many replicates the bootstrap comes near the linearised standard error.', () => {
  const linear = estimateOf(designs.rows, four).standardErrors
  for (const type of ['bootstrap', 'subbootstrap'] as const) {
    const { standardErrors } = estimateOf(replicatesOf(designs.rows, { type, replicates: 2000, seed: 8 }), four)
    expect(furthestApart(standardErrors, linear), type).toBeLessThan(0.06)
  }
})

test('Replicates are refused where they would say nothing.', () => {
  expect(() => replicatesOf(designs.units, { type: 'JK1' })).toThrow('JK1 takes no strata')
  expect(() => replicatesOf(surveyDesign({ n: 1 }), { type: 'JK1' })).toThrow('two sampling units')
  expect(() => replicatesOf(surveyDesign({ n: 5 }), { type: 'BRR' })).toThrow('5 sampling units, which make no pairs')
  expect(() => replicatesOf(designs.units, { type: 'Fay', rho: 1 })).toThrow('between 0 and 1')
  expect(() => replicatesOf(designs.rows, { type: 'bootstrap', replicates: 1, seed: 1 })).toThrow('two are needed')
  const given = {
    scale: 1,
    values: [
      [1, 2, NaN],
      [1, 1, 1],
    ],
  }
  expect(() => replicatesGiven(surveyDesign({ n: 3 }), given)).toThrow('Replicate 1 has NaN at place 3')
  expect(() =>
    replicatesGiven(surveyDesign({ n: 4 }), {
      scale: 1,
      values: [
        [1, 2, 3],
        [1, 1, 1],
      ],
    }),
  ).toThrow('3 rows where 4')
  const alone = replicatesOf(surveyDesign({ n: 3 }), { type: 'JK1' })
  const level = column({ group: ['p', 'q', 'q'] }, 'group')
  const weighted = rake(alone, [{ name: 'group', column: level, totals: { p: 1, q: 2 } }]).design
  expect(() => weighted.weightsOf(0, new Float64Array(3))).toThrow('Replicate 1: "group" has 1 people of level "p"')
})

test.skipIf(!hasOracles)('Replicates that came with the data, and those made here, give the results of R.', () => {
  const api = readTable('data/apiclus1.csv')
  const results = readResults('results/replicates.json')
  const design = surveyDesign({ weights: numbers(api, 'pw'), clusters: [numbers(api, 'dnum')] })
  const read = (name: string): Float64Array[] => {
    const { dnum, ...replicates } = readTable(`data/rep_${name}_dclus1.csv`)
    expect(dnum?.length).toBe(15)
    return Object.values(replicates).map((values) => Float64Array.from(values, Number))
  }
  // R's own scale: of 200 replicates from 15 units, and of 200.
  const boot = { values: read('boot'), scale: 15 / 14 / 199 }
  const statistic = fourOf(amount(api, 'api00').values, amount(api, 'api99').values)
  const list = (name: string, key: string): number[] => {
    const value = results[name]?.[key]
    return Array.isArray(value) ? value.map(Number) : []
  }
  const apart = (made: ReplicateDesign, name: string): number => {
    const { values, standardErrors } = estimateOf(made, statistic)
    return Math.max(
      furthestApart(values.slice(0, 1), list(name, 'estimate').slice(0, 1)),
      furthestApart(standardErrors.slice(0, 1), list(name, 'se').slice(0, 1)),
    )
  }
  expect(apart(replicatesOf(design, { type: 'JK1' }), 'jk1.mean')).toBeLessThan(1e-10)
  expect(apart(replicatesGiven(design, { values: read('jk1'), scale: 14 / 15 }), 'jk1.mean')).toBeLessThan(1e-10)
  expect(apart(replicatesGiven(design, boot), 'boot.mean')).toBeLessThan(1e-10)
  expect(apart(replicatesGiven(design, { ...boot, mse: true }), 'boot.mean_mse')).toBeLessThan(1e-10)
  expect(apart(replicatesGiven(design, { values: read('subboot'), scale: 1 / 199 }), 'subboot.mean')).toBeLessThan(
    1e-10,
  )
  expect(replicatesGiven(design, boot).degreesOfFreedom).toBe(14)

  const strat = readTable('data/apistrat.csv')
  const stratified = surveyDesign({ weights: numbers(strat, 'pw'), strata: [column(strat, 'stype')] })
  const jkn = replicatesOf(stratified, { type: 'JKn' })
  const { standardErrors } = estimateOf(jkn, fourOf(amount(strat, 'api00').values, amount(strat, 'api99').values))
  expect(furthestApart(standardErrors.slice(0, 1), list('jkn.mean', 'se').slice(0, 1))).toBeLessThan(1e-10)
  expect(furthestApart(jkn.rscales, list('jkn_dstrat', 'rscales'))).toBeLessThan(1e-12)
  expect(jkn.degreesOfFreedom).toBe(197)

  const stype = { name: 'stype', column: column(api, 'stype'), totals: { E: 4421, H: 755, M: 1018 } }
  const wide = { name: 'sch.wide', column: column(api, 'sch.wide'), totals: { No: 1072, Yes: 5122 } }
  const raked = rake(replicatesGiven(design, boot), [stype, wide]).design
  const both = estimateOf(raked, fourOf(amount(api, 'enroll').values, amount(api, 'api00').values))
  expect(furthestApart(both.values.slice(0, 1), list('boot.raked_mean', 'estimate').slice(1))).toBeLessThan(1e-10)
  expect(furthestApart(both.standardErrors.slice(0, 1), list('boot.raked_mean', 'se').slice(1))).toBeLessThan(1e-10)
  // R stops when the sample's own table has settled, and not each replicate's.
  expect(apart(raked, 'boot.raked_mean')).toBeLessThan(1e-9)
})
