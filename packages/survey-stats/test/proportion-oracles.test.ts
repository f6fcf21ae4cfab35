import { expect, test } from 'vitest'
import { indicator, numeric, type Numeric } from '../src/index.ts'
import { proportionInterval, type ProportionMethod } from '../src/intervals/proportion.ts'
import {
  amounts,
  areOraclesAbsent,
  classes,
  comparisons,
  oracleOf,
  panelDesigns,
  schoolDesigns,
  type Table,
} from './estimation-oracles.ts'

const limitOf = (method: ProportionMethod): number =>
  method === 'likelihood' ? 1e-6 : method === 'logit' ? 1e-7 : 1e-9

const columnFor = (table: Table, what: string): Numeric => {
  const isAbove = (bound: number): Numeric => numeric(amounts(table, 'api00').values.map((x) => Number(x > bound)))
  if (what === 'schwideYes') return indicator(classes(table, 'sch.wide'), 'Yes')
  if (what === 'level90') return indicator(classes(table, 'comp.imp'), 'Yes')
  return isAbove(what === 'rare_api00_gt_900' ? 900 : what === 'p_equals_0' ? 2000 : 0)
}

test.skipIf(areOraclesAbsent)('Intervals for shares are those of R, but at 0 and 1, where R has none.', () => {
  const [designs, found] = [schoolDesigns(), comparisons()]
  const atEnds: boolean[] = []
  for (const [id, theirs] of Object.entries(oracleOf('ciprop.json'))) {
    const [name, way, what = ''] = id.split('.')
    const { design, table } = designs[name as keyof typeof designs]
    const [method, level] = [way as ProportionMethod, what === 'level90' ? 0.9 : 0.95]
    const column = columnFor(table, what)
    const ours = proportionInterval(design, column, { method, level, bounded: false })
    if (ours.estimate === 0 || ours.estimate === 1) {
      const width = ours.upper - ours.lower
      atEnds.push(ours.method === 'exact' && width > 0.005 && width < 0.03)
      continue
    }
    found.add(`${id} share`, [ours.estimate], [Number(theirs.estimate)], 1e-9)
    found.add(`${id} variance`, [ours.standardError ** 2], [theirs.var ?? NaN], 1e-9)
    found.add(id, [ours.lower, ours.upper], (theirs.ci ?? []).map(Number), limitOf(method))
  }
  expect(found.tooFar).toEqual([])
  expect(found.count()).toBeGreaterThan(100)
  expect(atEnds.length).toBeGreaterThan(10)
  expect(atEnds).not.toContain(false)
})

test.skipIf(areOraclesAbsent)(
  'Intervals for shares of the weighted panel are those of R, also with negative weights.',
  () => {
    const { table, ...designs } = panelDesigns()
    const column = numeric(amounts(table, 'q01').values.map((x) => Number(x >= 4)))
    const [found, oracles] = [comparisons(), oracleOf('weighted_estimation.json')]
    for (const [id, theirs] of Object.entries(oracles)) {
      const [name, what = ''] = id.split('.')
      if (!what.startsWith('ciprop')) continue
      const method = what.split('_')[1] as ProportionMethod
      const { lower, upper } = proportionInterval(designs[name as keyof typeof designs], column, { method })
      // R refuses a logit with negative weights; the share itself is fine, and the limits are near those of `beta`.
      const [near, limit] =
        theirs.ci === undefined ? [oracles['LIN.ciprop_beta_q01_ge4'], 0.02] : [theirs, limitOf(method)]
      found.add(id, [lower, upper], (near?.ci ?? []).map(Number), limit)
    }
    expect(found.tooFar).toEqual([])
    expect(found.count()).toBeGreaterThan(15)
  },
)
