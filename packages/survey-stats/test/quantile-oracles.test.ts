import { expect, test } from 'vitest'
import { domainOf, indicator } from '../src/index.ts'
import { quantiles, type QuantileInterval } from '../src/quantiles/quantile.ts'
import type { QuantileRule } from '../src/quantiles/rules.ts'
import { amounts, areOraclesAbsent, classes, listOf, oracleOf, schoolDesigns, worst } from './estimation-oracles.ts'

test.skipIf(areOraclesAbsent)('Quantiles and their intervals are those of R for every rule.', () => {
  const designs = schoolDesigns()
  let compared = 0
  for (const [id, theirs] of Object.entries(oracleOf('quantiles.json'))) {
    const [name = '', kind = '', what = ''] = id.split('.')
    const { design, table } = designs[name as keyof typeof designs]
    const api = amounts(table, 'api00')
    compared += 1
    if (kind === 'by_stype_median') {
      const stype = classes(table, 'stype')
      const ours = stype.levels.map((level) => quantiles(domainOf(design, indicator(stype, level).values), api, [0.5])[0])
      expect(worst(ours.map((one) => one?.estimate ?? NaN), listOf(theirs.estimate)), id).toBeLessThan(1e-10)
      expect(worst(ours.map((one) => one?.standardError ?? NaN), listOf(theirs.se)), id).toBeLessThan(1e-9)
      continue
    }
    const ours = quantiles(design, api, theirs.quantile ?? [], {
      rule: kind === 'qrule' ? (what as QuantileRule) : 'math',
      interval: kind === 'interval' ? (what as QuantileInterval) : 'mean',
    })
    theirs.m?.forEach(([estimate, lower, upper, error], k) => {
      const one = ours[k]
      expect(worst([one?.estimate ?? NaN], [Number(estimate)]), `${id} ${k}`).toBeLessThan(1e-10)
      if (lower === null) expect(one?.lower).toBeNull()
      else expect(worst([one?.lower ?? NaN], [Number(lower)]), `${id} ${k} lower`).toBeLessThan(1e-9)
      if (upper === null) expect(one?.upper).toBeNull()
      else expect(worst([one?.upper ?? NaN], [Number(upper)]), `${id} ${k} upper`).toBeLessThan(1e-9)
      if (error !== null) expect(worst([one?.standardError ?? NaN], [Number(error)], 1e-9), `${id} ${k} se`).toBeLessThan(1e-8)
    })
  }
  expect(compared).toBeGreaterThan(25)
})
