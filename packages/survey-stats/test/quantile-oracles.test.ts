import { expect, test } from 'vitest'
import { domainOf, indicator } from '../src/index.ts'
import { quantiles, type Quantile, type QuantileInterval } from '../src/quantiles/quantile.ts'
import type { QuantileRule } from '../src/quantiles/rules.ts'
import {
  amounts,
  areOraclesAbsent,
  classes,
  comparisons,
  listOf,
  oracleOf,
  schoolDesigns,
} from './estimation-oracles.ts'

// Where there is no number, R has NaN and we have null.
const orNone = (value: number | null | undefined): number => value ?? -1

test.skipIf(areOraclesAbsent)('Quantiles and their intervals are those of R for every rule.', () => {
  const [designs, found] = [schoolDesigns(), comparisons()]
  const see = (
    id: string,
    ours: readonly (Quantile | undefined)[],
    rows: readonly (readonly (number | null)[])[],
  ): void =>
    rows.forEach(([estimate, lower, upper, error], k) => {
      const one = ours[k]
      found.add(`${id} ${k}`, [orNone(one?.estimate)], [orNone(estimate)], 1e-10)
      found.add(`${id} ${k} limits`, [orNone(one?.lower), orNone(one?.upper)], [orNone(lower), orNone(upper)], 1e-9)
      found.add(`${id} ${k} standard error`, [orNone(one?.standardError)], [orNone(error)], 1e-8, 1e-9)
    })
  for (const [id, theirs] of Object.entries(oracleOf('quantiles.json'))) {
    const [name = '', kind = '', what = ''] = id.split('.')
    const { design, table } = designs[name as keyof typeof designs]
    const api = amounts(table, 'api00')
    if (kind === 'by_stype_median') {
      const stype = classes(table, 'stype')
      const ours = stype.levels.map(
        (level) => quantiles(domainOf(design, indicator(stype, level).values), api, [0.5])[0],
      )
      found.add(
        id,
        ours.map((one) => orNone(one?.estimate)),
        listOf(theirs.estimate),
        1e-10,
      )
      found.add(
        id,
        ours.map((one) => orNone(one?.standardError)),
        listOf(theirs.se),
        1e-9,
      )
      continue
    }
    const rule = kind === 'qrule' ? (what as QuantileRule) : 'math'
    const interval = kind === 'interval' ? (what as QuantileInterval) : 'mean'
    see(id, quantiles(design, api, theirs.quantile ?? [], { rule, interval }), theirs.m ?? [])
  }
  expect(found.tooFar).toEqual([])
  expect(found.count()).toBeGreaterThan(300)
})
