import { expect, test } from 'vitest'
import type { Numeric } from '../src/index.ts'
import { proportionInterval, type ProportionMethod } from '../src/intervals/proportion.ts'
import { amounts, areOraclesAbsent, classes, oracleOf, panelDesigns, schoolDesigns, worst } from './estimation-oracles.ts'
import { indicator, numeric } from '../src/index.ts'

const limit = (method: string): number => (method === 'likelihood' ? 1e-6 : method === 'logit' ? 1e-7 : 1e-9)

test.skipIf(areOraclesAbsent)('Intervals for shares are those of R, where R has one that means something.', () => {
  const designs = schoolDesigns()
  let compared = 0
  for (const [id, theirs] of Object.entries(oracleOf('ciprop.json'))) {
    const [name = '', method = '', what = ''] = id.split('.') as [string, ProportionMethod, string]
    const { design, table } = designs[name as keyof typeof designs]
    const api = amounts(table, 'api00').values
    const isAbove = (bound: number): Numeric => numeric(api.map((x) => Number(x > bound)))
    const column = {
      schwideYes: indicator(classes(table, 'sch.wide'), 'Yes'),
      level90: indicator(classes(table, 'comp.imp'), 'Yes'),
      rare_api00_gt_900: isAbove(900),
      p_equals_0: isAbove(2000),
      p_equals_1: isAbove(0),
    }[what]
    if (column === undefined) throw new Error(id)
    const level = what === 'level90' ? 0.9 : 0.95
    const ours = proportionInterval(design, column, { method, level, bounded: false })
    compared += 1
    if (ours.estimate === 0 || ours.estimate === 1) {
      // R: NaN, a point, or an error. Ours says how much there may be.
      const sure = proportionInterval(design, column, { method, level })
      expect(sure).toMatchObject({ method: 'exact', standardError: 0 })
      expect(sure.upper - sure.lower).toBeGreaterThan(0.005)
      expect(sure.upper - sure.lower).toBeLessThan(0.03)
      continue
    }
    expect(worst([ours.estimate], [Number(theirs.estimate)]), id).toBeLessThan(method === 'logit' ? 1e-9 : 1e-8)
    expect(worst([ours.standardError ** 2], [theirs.var ?? NaN]), id).toBeLessThan(1e-9)
    expect(worst([ours.lower, ours.upper], (theirs.ci ?? []).map(Number)), id).toBeLessThan(limit(method))
  }
  expect(compared).toBeGreaterThan(50)
})

test.skipIf(areOraclesAbsent)('Intervals for shares of the weighted panel are those of R, also by logit with negative weights.', () => {
  const { table, ...designs } = panelDesigns()
  const column = numeric(amounts(table, 'q01').values.map((x) => Number(x >= 4)))
  let compared = 0
  for (const [id, theirs] of Object.entries(oracleOf('weighted_estimation.json'))) {
    const [name = '', what = ''] = id.split('.')
    if (!what.startsWith('ciprop')) continue
    const method = what.split('_')[1] as ProportionMethod
    const ours = proportionInterval(designs[name as keyof typeof designs], column, { method })
    compared += 1
    if (theirs.ci === undefined) expect(ours.lower).toBeGreaterThan(0.3)
    else expect(worst([ours.lower, ours.upper], theirs.ci.map(Number)), id).toBeLessThan(limit(method))
  }
  expect(compared).toBeGreaterThan(15)
})
