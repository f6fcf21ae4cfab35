import { expect, test } from 'vitest'
import { cellsOf } from '../src/cells/cells.ts'
import { distributionsBy, tableFromCells } from '../src/cells/distributions.ts'
import { byGroup } from '../src/estimation/by-group.ts'
import { crossTable } from '../src/estimation/cross-table.ts'
import { meanOf } from '../src/estimation/estimand.ts'
import { domainOf, indicator } from '../src/index.ts'
import { areOraclesAbsent, classes, edu, mig, oracleOf, panelDesigns, worst } from './estimation-oracles.ts'

test.skipIf(areOraclesAbsent)('From counts come the results of R: 30 questions by education, weighting in their standard errors.', () => {
  const { table, PR } = panelDesigns()
  const found = Object.entries(oracleOf('weighted_estimation.json')).filter(([id]) => /^PR\.q\d\d_by_edu$/u.test(id))
  const questions = Object.fromEntries(
    found.map(([id]) => [id, classes(table, id.slice(3, 6), ['1', '2', '3', '4', '5'])]),
  )
  const ours = distributionsBy(cellsOf(PR), questions, classes(table, 'edu', edu))
  expect(found.length).toBeGreaterThan(20)
  for (const [id, { p, se }] of found) {
    expect(worst(ours[id]?.values ?? [], p?.flat() ?? []), id).toBeLessThan(1e-10)
    expect(worst(ours[id]?.standardErrors ?? [], (se as unknown as number[][]).flat()), id).toBeLessThan(1e-10)
  }
})

test.skipIf(areOraclesAbsent)('Counts and rows agree for every way of weighting, in a domain and with missing answers.', () => {
  const { table, ...designs } = panelDesigns()
  const [education, origin] = [classes(table, 'edu', edu), classes(table, 'mig', mig)]
  const question = classes(table, 'q01_miss', ['1', '2', '3', '4', '5'])
  const leave = { missing: 'leave-out' } as const
  for (const whole of Object.values(designs))
    for (const design of [whole, domainOf(whole, indicator(origin, 'nonwest', 'west').values)]) {
      const cells = cellsOf(design)
      for (const group of [education, origin, classes(table, 'gender')]) {
        const slow = byGroup(design, group, meanOf({ question }), leave)
        const { question: fast } = distributionsBy(cells, { question }, group, leave)
        const size = Math.max(...slow.covariance.m)
        expect(worst(fast.values, [...slow.values])).toBeLessThan(1e-12)
        expect(fast.groups).toEqual(slow.groups)
        expect(worst(fast.covariance.m, [...slow.covariance.m], size)).toBeLessThan(1e-12)
        for (const of of ['count', 'share'] as const) {
          const slowTable = crossTable(design, question, group, { ...leave, of })
          const fastTable = tableFromCells(cells, question, group, { ...leave, of })
          expect(fastTable.names).toEqual(slowTable.names)
          expect(worst(fastTable.values, [...slowTable.values])).toBeLessThan(1e-12)
          const most = Math.max(...slowTable.covariance.m)
          expect(worst(fastTable.covariance.m, [...slowTable.covariance.m], most)).toBeLessThan(1e-12)
        }
      }
    }
})
