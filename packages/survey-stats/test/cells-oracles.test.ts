import { expect, test } from 'vitest'
import { cellsOf } from '../src/cells/cells.ts'
import { distributionsBy, tableFromCells } from '../src/cells/distributions.ts'
import { byGroup } from '../src/estimation/by-group.ts'
import { crossTable } from '../src/estimation/cross-table.ts'
import { meanOf } from '../src/estimation/estimand.ts'
import { domainOf, indicator } from '../src/index.ts'
import {
  areOraclesAbsent,
  classes,
  comparisons,
  edu,
  listOf,
  mig,
  oracleOf,
  panelDesigns,
} from './estimation-oracles.ts'

const five = ['1', '2', '3', '4', '5']

test.skipIf(areOraclesAbsent)(
  'From counts come the results of R: the questions by education, weighting in their standard errors.',
  () => {
    const { table, PR } = panelDesigns()
    const cases = Object.entries(oracleOf('weighted_estimation.json')).filter(([id]) => /^PR\.q\d\d_by_edu$/u.test(id))
    const questions = Object.fromEntries(cases.map(([id]) => [id, classes(table, id.slice(3, 6), five)]))
    const ours = distributionsBy(cellsOf(PR), questions, classes(table, 'edu', edu))
    const found = comparisons()
    for (const [id, { p, se }] of cases) {
      found.add(id, ours[id]?.values ?? [], p?.flat() ?? [], 1e-10)
      found.add(id, ours[id]?.standardErrors ?? [], listOf(se), 1e-10)
    }
    expect(found.tooFar).toEqual([])
    expect(found.count()).toBeGreaterThan(40)
  },
)

test.skipIf(areOraclesAbsent)(
  'Counts and rows agree for every way of weighting, in a domain and with missing answers.',
  () => {
    const { table, ...designs } = panelDesigns()
    const origin = classes(table, 'mig', mig)
    const question = classes(table, 'q01_miss', five)
    const leave = { missing: 'leave-out' } as const
    const found = comparisons()
    for (const whole of Object.values(designs))
      for (const design of [whole, domainOf(whole, indicator(origin, 'nonwest', 'west').values)])
        for (const group of [classes(table, 'edu', edu), origin, classes(table, 'gender')]) {
          const cells = cellsOf(design)
          const [slow, fast] = [
            byGroup(design, group, meanOf({ question }), leave),
            distributionsBy(cells, { question }, group, leave)['question'],
          ]
          found.add('shares', fast?.values ?? [], slow.values, 1e-12)
          found.add('covariance', fast?.covariance.m ?? [], slow.covariance.m, 1e-12, Math.max(...slow.covariance.m))
          for (const of of ['count', 'share'] as const) {
            const [rows, counted] = [
              crossTable(design, question, group, { ...leave, of }),
              tableFromCells(cells, question, group, { ...leave, of }),
            ]
            found.add(of, counted.values, rows.values, 1e-12)
            found.add(
              `${of} covariance`,
              counted.covariance.m,
              rows.covariance.m,
              1e-12,
              Math.max(...rows.covariance.m),
            )
          }
        }
    expect(found.tooFar).toEqual([])
    expect(found.count()).toBeGreaterThan(200)
  },
)
