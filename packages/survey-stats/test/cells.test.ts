import { expect, test } from 'vitest'
import { cellsOf } from '../src/cells/cells.ts'
import { countsOf, distributionsBy, tableFromCells } from '../src/cells/distributions.ts'
import { byGroup } from '../src/estimation/by-group.ts'
import { crossTable } from '../src/estimation/cross-table.ts'
import { meanOf } from '../src/estimation/estimand.ts'
import {
  calibrate,
  coded,
  domainOf,
  numeric,
  postStratify,
  rake,
  surveyDesign,
  type LinearDesign,
} from '../src/index.ts'
import { comparisons } from './estimation-oracles.ts'

const random = (start: number) => {
  let state = start
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
const drawn = (next: () => number, n: number, levels: number) =>
  coded(
    Uint8Array.from({ length: n }, () => Math.floor(next() * levels)),
    Array.from({ length: levels }, (_, k) => `l${k}`),
  )

test('Counts give what rows give: strata, populations, domains, missing answers, one calibration after another.', () => {
  const found = comparisons()
  for (let seed = 1; seed <= 12; seed += 1) {
    const next = random(seed * 991)
    const n = 150
    const [a, b, strata] = [drawn(next, n, 3), drawn(next, n, 2), drawn(next, n, 2)]
    const amount = numeric(Float64Array.from(a.codes, (code, i) => code * 2 + (b.codes[i] ?? 0) + 0.5))
    const group = coded(
      Uint8Array.from({ length: n }, () => Math.floor(next() * 4)),
      ['p', 'q', 'r'],
    )
    const question = coded(
      Uint8Array.from({ length: n }, () => Math.floor(next() * 5)),
      ['1', '2', '3', '4'],
    )
    const start = Float64Array.from(a.codes, (code) => 2 + code)
    const made = start.map((weight, i) => weight * (1 + (b.codes[i] ?? 0) / 3))
    const plain = surveyDesign({
      weights: start,
      ...(seed % 2 === 0 ? { strata: [strata] } : {}),
      ...(seed % 3 === 0 ? { population: [new Float64Array(n).fill(400)] } : {}),
    })
    const calibrated: LinearDesign = {
      ...plain,
      weights: made,
      calibrations: [
        { columns: [a, amount], regressionWeights: start, weights: start },
        { columns: [a, b], regressionWeights: null, weights: made },
      ],
    }
    const whole = seed % 4 < 2 ? calibrated : plain
    const design = seed % 5 === 0 ? domainOf(whole, b.codes) : whole
    const leave = { missing: 'leave-out' } as const
    const [slow, cells] = [byGroup(design, group, meanOf({ question }), leave), cellsOf(design)]
    const fast = distributionsBy(cells, { question }, group, leave)['question']
    found.add('shares', fast?.values ?? [], slow.values, 1e-12)
    found.add('covariance', fast?.covariance.m ?? [], slow.covariance.m, 1e-12, Math.max(...slow.covariance.m))
    found.add('df', [fast?.degreesOfFreedom ?? NaN], [slow.degreesOfFreedom], 0)
    for (const of of ['count', 'share'] as const) {
      const rows = crossTable(design, question, group, { ...leave, of })
      const counted = tableFromCells(cells, question, group, { ...leave, of })
      found.add(of, counted.values, rows.values, 1e-12)
      found.add(`${of} covariance`, counted.covariance.m, rows.covariance.m, 1e-12, Math.max(...rows.covariance.m))
      expect(counted.names).toEqual(rows.names)
    }
  }
  expect(found.tooFar).toEqual([])
})

test('Weights that differ within cells give what rows give: strata, domains, missing answers, weighted once, twice and not at all.', () => {
  const found = comparisons()
  for (let seed = 1; seed <= 24; seed += 1) {
    const next = random(seed * 577)
    const n = 160
    const [a, b, strata] = [drawn(next, n, 3), drawn(next, n, 2), drawn(next, n, 2)]
    const [group, question] = [drawn(next, n, 3), drawn(next, n, 5)]
    const asked = coded(question.codes, question.levels.slice(0, 4))
    const start = Float64Array.from({ length: n }, () => 10 ** (2 * next()))
    const plain = surveyDesign({
      weights: start,
      ...(seed % 2 === 0 ? { strata: [strata] } : {}),
      ...(seed % 3 === 0 ? { population: [new Float64Array(n).fill(400)] } : {}),
    })
    const margins = [
      { name: 'a', column: a, totals: { l0: 3000, l1: 2000, l2: 1000 } },
      { name: 'b', column: b, totals: { l0: 3500, l1: 2500 } },
    ]
    const weighted = [plain, rake(plain, margins).design, calibrate(plain, { margins }, { method: 'raking' }).design]
    const once = weighted[seed % 3] ?? plain
    const whole = seed % 7 === 0 ? rake(once, margins.slice(1)).design : once
    const design = seed % 5 === 0 ? domainOf(whole, b.codes) : whole
    const leave = { missing: 'leave-out' } as const
    const [slow, cells] = [byGroup(design, group, meanOf({ asked }), leave), cellsOf(design)]
    const fast = distributionsBy(cells, { asked }, group, leave)['asked']
    found.add('shares', fast?.values ?? [], slow.values, 1e-12)
    found.add('covariance', fast?.covariance.m ?? [], slow.covariance.m, 1e-12, Math.max(...slow.covariance.m))
    for (const of of ['count', 'share'] as const) {
      const rows = crossTable(design, asked, group, { ...leave, of })
      const counted = tableFromCells(cells, asked, group, { ...leave, of })
      found.add(of, counted.values, rows.values, 1e-12)
      found.add(`${of} covariance`, counted.covariance.m, rows.covariance.m, 1e-12, Math.max(...rows.covariance.m))
    }
  }
  expect(found.tooFar).toEqual([])
})

test('Lonely strata stand for the mean of those in the domain, in counts and in sums as in rows.', () => {
  const strata = coded(Uint8Array.of(0, 0, 0, 1, 1, 1, 2, 3, 3), ['a', 'b', 'c', 'd'])
  const question = coded(Uint8Array.of(0, 1, 1, 0, 0, 1, 1, 0, 1), ['no', 'yes'])
  const found = comparisons()
  for (const weights of [new Float64Array(9).fill(2), Float64Array.from({ length: 9 }, (_, i) => 2 + i / 7)]) {
    const whole = surveyDesign({ weights, strata: [strata], lonely: 'average' })
    const part = domainOf(whole, [1, 1, 1, 0, 0, 0, 1, 1, 1])
    for (const design of [whole, part]) {
      const slow = byGroup(design, coded(new Uint8Array(9), ['all']), meanOf({ question }))
      const fast = distributionsBy(cellsOf(design), { question }, null)['question']
      found.add('covariance', fast?.covariance.m ?? [], slow.covariance.m, 1e-12, 1e-3)
    }
  }
  expect(found.tooFar).toEqual([])
})

test('Weights that differ within a cell make no more cells; weighted twice, each weight is one.', () => {
  const next = random(77)
  const [a, b] = [drawn(next, 90, 2), drawn(next, 90, 3)]
  const design = surveyDesign({ weights: Float64Array.from({ length: 90 }, () => 1 + next()) })
  expect(cellsOf(design).count).toBe(1)
  const margin = { name: 'a', column: a, totals: { l0: 100, l1: 200 } }
  const once = postStratify(design, margin).design
  expect(cellsOf(once).count).toBe(2)
  const twice = postStratify(once, { name: 'b', column: b, totals: { l0: 100, l1: 50, l2: 150 } }).design
  expect(cellsOf(twice).count).toBe(90)
})

test('Weights that are nearly one vary by no more than they do.', () => {
  const weights = Float64Array.from({ length: 50 }, (_, i) => 7 + (i % 5) * 1e-6)
  const one = coded(new Uint8Array(50), ['all'])
  const { standardErrors } = tableFromCells(cellsOf(surveyDesign({ weights })), one, one, { of: 'count' })
  // 50/49 × Σ(w − w̄)², of which each fifth is 0, 1, 2, 3 or 4 millionths.
  expect(standardErrors[0]).toBeCloseTo(Math.sqrt((50 / 49) * 100) * 1e-6, 12)
})

test('A group of one mind varies by nothing at all, and one without rows is named.', () => {
  const group = coded(Uint8Array.of(0, 0, 0, 1, 1, 1), ['a', 'b', 'c'])
  const question = coded(Uint8Array.of(1, 1, 1, 0, 1, 0), ['no', 'yes'])
  const own = distributionsBy(cellsOf(surveyDesign({ weights: [3, 3, 3, 3, 3, 3] })), { question }, group)['question']
  expect([...(own?.values ?? [])]).toEqual([0, 1, 2 / 3, 1 / 3])
  expect([...(own?.standardErrors ?? [])].slice(0, 2)).toEqual([0, 0])
  expect(own?.names).toEqual(['a: no', 'a: yes', 'b: no', 'b: yes'])
  expect(own?.empty).toEqual(['c'])
})

test('The rows of the sample stand beside the weighted table, for tests of independence.', () => {
  const group = coded(Uint8Array.of(0, 0, 0, 1, 1, 1), ['a', 'b'])
  const question = coded(Uint8Array.of(1, 1, 1, 0, 1, 0), ['no', 'yes'])
  const cells = cellsOf(surveyDesign({ weights: [3, 3, 3, 2, 2, 2] }))
  expect([...countsOf(cells, question)]).toEqual([2, 4, 0])
  const { values, sampled, names } = tableFromCells(cells, question, group, { of: 'count' })
  expect(names).toEqual(['no × a', 'no × b', 'yes × a', 'yes × b'])
  expect([...values]).toEqual([0, 4, 9, 2])
  expect([...sampled]).toEqual([0, 2, 3, 1])
})

test('Counts do not do for clusters, refuse missing answers, and say when there is nothing.', () => {
  const question = coded(Uint8Array.of(0, 1, 2, 0), ['no', 'yes'])
  expect(() => cellsOf(surveyDesign({ clusters: [[1, 1, 2, 2]] }))).toThrow(/share a sampling unit/u)
  expect(() => cellsOf(surveyDesign({ weights: [] }))).toThrow('The sample has no rows.')
  const cells = cellsOf(surveyDesign({ n: 4 }))
  expect(() => distributionsBy(cells, { question }, null)).toThrow(/^1 of the rows have no answer/u)
  expect([...(distributionsBy(cells, { question }, null, { missing: 'leave-out' })['question']?.values ?? [])]).toEqual(
    [2 / 3, 1 / 3],
  )
  const none = cellsOf(domainOf(surveyDesign({ n: 4 }), [0, 0, 0, 0]))
  expect(() => distributionsBy(none, { question }, null)).toThrow('No group has a row.')
  expect(() => tableFromCells(none, question, question)).toThrow('No row of the table weighs anything.')
  expect(() => distributionsBy(cells, { question: coded(Uint8Array.of(0), ['no']) }, null)).toThrow(
    /rows where 4 were/u,
  )
})
