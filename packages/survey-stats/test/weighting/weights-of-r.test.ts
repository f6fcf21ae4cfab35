import { expect, test } from 'vitest'
import { crossed } from '../../src/data/column.ts'
import { domainOf, surveyDesign } from '../../src/design/design.ts'
import { estimateOf } from '../../src/estimation/statistic.ts'
import { calibrate } from '../../src/weighting/calibrate.ts'
import { postStratify } from '../../src/weighting/post-stratify.ts'
import { rake } from '../../src/weighting/rake.ts'
import { fourOf } from './golden.ts'
import {
  amount,
  column,
  education,
  furthestApart,
  hasOracles,
  numbers,
  panelMargins,
  readPopulation,
  readResults,
  readTable,
} from './oracles.ts'

const panel = hasOracles ? readTable('data/panel1000.csv') : {}
const weightsOfR = hasOracles ? readTable('results/weights_panel1000.csv') : {}
const results = hasOracles ? readResults('results/weighting.json') : {}
const api = hasOracles ? readTable('data/apiclus1.csv') : {}
const apiWeightsOfR = hasOracles ? readTable('results/weights_apiclus1.csv') : {}
const equal = surveyDesign({ n: 1000, weights: new Float64Array(1000).fill(2400) })

const kishOf = (name: string): number[] => {
  const { n_eff, deff_kish, min, max } = results[name] ?? {}
  return [n_eff, deff_kish, min, max].map(Number)
}

test.skipIf(!hasOracles)('Raking gives the weights of R from unequal start weights, over cells and over rows.', () => {
  const design = surveyDesign({ weights: numbers(panel, 'basew') })
  for (const path of ['cells', 'rows'] as const) {
    const { weights, report } = rake(design, panelMargins(panel), { path })
    expect(furthestApart(weights, numbers(weightsOfR, 'rake4_unequal_base'))).toBeLessThan(1e-10)
    const { effectiveSize, designEffect, lowestWeight, highestWeight } = report
    expect(
      furthestApart([effectiveSize, designEffect, lowestWeight, highestWeight], kishOf('rake4_unequal_base')),
    ).toBeLessThan(1e-10)
    expect(report.path).toBe(path)
  }
})

test.skipIf(!hasOracles)('One round of raking is one round of R.', () => {
  const { weights, report } = rake(equal, panelMargins(panel), { tolerance: 100 })
  expect(report.iterations).toBe(1)
  expect(furthestApart(weights, numbers(weightsOfR, 'rake4_one_pass'))).toBeLessThan(1e-10)
})

test.skipIf(!hasOracles)('Calibration gives the weights of R, whatever the method and the bounds.', () => {
  const margins = panelMargins(panel)
  const unequal = surveyDesign({ weights: numbers(panel, 'basew') })
  const cases = [
    ['calibrate_raking', equal, { method: 'raking' }, 1e-10],
    ['calibrate_raking_unequal_base', unequal, { method: 'raking' }, 1e-10],
    ['calibrate_linear', equal, { method: 'linear', allowNegative: true }, 1e-10],
    ['calibrate_logit_bounds', equal, { method: 'logit', bounds: { lower: 0.2, upper: 4 } }, 1e-8],
    ['calibrate_linear_bounds_wide', equal, { method: 'linear', bounds: { lower: 0.1, upper: 8 } }, 1e-8],
    ['calibrate_raking_bounds_wide', equal, { method: 'raking', bounds: { lower: 0.1, upper: 8 } }, 1e-8],
    ['calibrate_logit_bounds_wide', equal, { method: 'logit', bounds: { lower: 0.1, upper: 8 } }, 1e-8],
  ] as const
  for (const [name, design, options, tolerance] of cases)
    for (const path of ['cells', 'rows'] as const) {
      const { weights } = calibrate(design, { margins }, { ...options, path })
      expect(furthestApart(weights, numbers(weightsOfR, name)), `${name} ${path}`).toBeLessThan(tolerance)
    }
})

test.skipIf(!hasOracles)(
  'Bounds that cannot hold are refused with what cannot hold, where R asks for a missing value.',
  () => {
    const margins = panelMargins(panel)
    for (const [method, lower, upper] of [
      ['logit', 0.9, 1.1],
      ['linear', 0.3, 3],
      ['raking', 0.3, 3],
    ] as const)
      expect(() => calibrate(equal, { margins }, { method, bounds: { lower, upper } })).toThrow(/cannot hold/)
  },
)

test.skipIf(!hasOracles)('A total of an amount stands beside a margin.', () => {
  const { N } = readPopulation()
  const score = { name: 'score', column: amount(panel, 'score'), total: 6.9 * N }
  const { weights, report } = calibrate(equal, { margins: panelMargins(panel, ['gender']), amounts: [score] })
  expect(furthestApart(weights, numbers(weightsOfR, 'calibrate_cont'))).toBeLessThan(1e-10)
  expect(report.amounts[0]?.reached).toBeCloseTo(6.9 * N, 4)
})

test.skipIf(!hasOracles)('The api sample of clusters is weighted as R weights it.', () => {
  const design = surveyDesign({ weights: numbers(api, 'pw'), clusters: [numbers(api, 'dnum')] })
  const stype = { name: 'stype', column: column(api, 'stype'), totals: { E: 4421, H: 755, M: 1018 } }
  const wide = { name: 'sch.wide', column: column(api, 'sch.wide'), totals: { No: 1072, Yes: 5122 } }
  const api99 = { name: 'api99', column: amount(api, 'api99'), total: 3_914_069 }
  const ofR = (name: string): Float64Array => numbers(apiWeightsOfR, name)
  expect(furthestApart(rake(design, [stype, wide]).weights, ofR('api_rake_dclus1'))).toBeLessThan(1e-10)
  expect(furthestApart(postStratify(design, stype).weights, ofR('api_ps_dclus1'))).toBeLessThan(1e-10)
  const linear = calibrate(design, { margins: [stype], amounts: [api99] })
  expect(furthestApart(linear.weights, ofR('api_cal_dclus1'))).toBeLessThan(1e-10)
  const bounded = calibrate(design, { margins: [stype], amounts: [api99] }, { bounds: { lower: 0.6, upper: 1.6 } })
  expect(furthestApart(bounded.weights, ofR('api_calb_dclus1'))).toBeLessThan(1e-8)
})

test.skipIf(!hasOracles)('Missing answers drop out or make a category, as with R.', () => {
  const [gender, edu, mig, region] = panelMargins(panel)
  if (gender === undefined || edu === undefined || mig === undefined || region === undefined) throw new Error('margins')
  const partial = { ...edu, column: column(panel, 'edu_miss', education) }
  expect(() => rake(equal, [gender, partial])).toThrow('"edu" has no answer in 60 of the rows')

  const own = rake(equal, [gender, { ...partial, missing: 'own-category' }, mig, region])
  expect(furthestApart(own.weights, numbers(weightsOfR, 'rake_edu_unknown'))).toBeLessThan(1e-10)

  const dropped = rake(equal, [gender, { ...partial, missing: 'drop' }, mig, region])
  expect(dropped.report.weightedRows).toBe(940)
  const { effectiveSize, designEffect, lowestWeight, highestWeight } = dropped.report
  expect(
    furthestApart([effectiveSize, designEffect, lowestWeight, highestWeight], kishOf('edge.missing_edu_dropped')),
  ).toBeLessThan(1e-10)
  const { first10 } = results['edge.missing_edu_dropped'] ?? {}
  expect(furthestApart(dropped.weights.slice(0, 10), Array.isArray(first10) ? first10.map(Number) : [])).toBeLessThan(
    1e-10,
  )
})

test.skipIf(!hasOracles)(
  'A combination that the sample lacks stops nothing as long as the margins can be reached.',
  () => {
    const keep = (panel['edu'] ?? []).map((edu, i) => edu !== 'wo' || panel['region']?.[i] !== 'p10')
    const part = Object.fromEntries(Object.entries(panel).map(([name, all]) => [name, all.filter((_, i) => keep[i])]))
    const n = keep.filter(Boolean).length
    const { report } = rake(surveyDesign({ n, weights: new Float64Array(n).fill(2400) }), panelMargins(part))
    const { effectiveSize, designEffect, lowestWeight, highestWeight } = report
    expect(
      furthestApart([effectiveSize, designEffect, lowestWeight, highestWeight], kishOf('edge.interior_empty_cell')),
    ).toBeLessThan(1e-10)
  },
)

test.skipIf(!hasOracles)(
  'The standard error of a mean knows what each way of weighting took out, as that of R does.',
  () => {
    const estimation = readResults('results/weighted_estimation.json')
    const margins = panelMargins(panel)
    const [gender, edu, mig, region] = margins
    if (gender === undefined || edu === undefined || mig === undefined || region === undefined)
      throw new Error('margins')
    const unequal = surveyDesign({ weights: numbers(panel, 'basew') })
    const { N } = readPopulation()
    const joint = crossed(gender.column, edu.column)
    const pairs = gender.column.levels.flatMap((one) =>
      education.map((other) => [one, other, (gender.totals?.[one] ?? 0) * (edu.totals?.[other] ?? 0)] as const),
    )
    const cells = {
      name: 'gender × edu',
      column: joint,
      totals: Object.fromEntries(pairs.map(([one, other, product]) => [`${one} × ${other}`, product / N])),
    }
    const partial = { ...edu, column: column(panel, 'edu_miss', education) }
    const made = {
      'PR.mean_score_deff_replace': rake(equal, margins),
      'PRu.mean_score': rake(unequal, margins),
      'CAL.mean_score': calibrate(equal, { margins }, { method: 'raking' }),
      'CALu.mean_score': calibrate(unequal, { margins }, { method: 'raking' }),
      'LIN.mean_score': calibrate(equal, { margins }, { allowNegative: true }),
      'PST.mean_score': postStratify(equal, cells),
      'edge.missing_edu_dropped': rake(equal, [gender, { ...partial, missing: 'drop' }, mig, region]),
      'edge.missing_edu_own_category': rake(equal, [gender, { ...partial, missing: 'own-category' }, mig, region]),
    } as const
    const score = amount(panel, 'score').values
    const statistic = fourOf(score, score)
    for (const [name, { design }] of Object.entries(made)) {
      const ofR = (name.startsWith('edge') ? results : estimation)[name]
      const { values, standardErrors } = estimateOf(design, statistic)
      expect(
        furthestApart([values[0] ?? NaN, standardErrors[0] ?? NaN], [Number(ofR?.['estimate']), Number(ofR?.['se'])]),
        name,
      ).toBeLessThan(1e-10)
    }
    for (const [name, { design }] of [
      ['PST', made['PST.mean_score']],
      ['LIN', made['LIN.mean_score']],
      ['CALu', made['CALu.mean_score']],
    ] as const) {
      const nonWestern = domainOf(
        design,
        Uint8Array.from(mig.column.codes, (code) => (mig.column.levels[code] === 'nonwest' ? 1 : 0)),
      )
      const ofR = estimation[`${name}.domain_mig_nonwest_mean_score`]
      const { values, standardErrors } = estimateOf(nonWestern, statistic)
      expect(
        furthestApart([values[0] ?? NaN, standardErrors[0] ?? NaN], [Number(ofR?.['estimate']), Number(ofR?.['se'])]),
        name,
      ).toBeLessThan(1e-10)
    }
  },
)
