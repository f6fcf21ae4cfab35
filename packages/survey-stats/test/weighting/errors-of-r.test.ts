import { expect, test } from 'vitest'
import { crossed } from '../../src/data/column.ts'
import { degreesOfFreedom, surveyDesign, type Design } from '../../src/design/design.ts'
import { estimateOf } from '../../src/estimation/statistic.ts'
import { calibrate } from '../../src/weighting/calibrate.ts'
import { postStratify } from '../../src/weighting/post-stratify.ts'
import { rake } from '../../src/weighting/rake.ts'
import { trimWeights } from '../../src/weighting/trim-weights.ts'
import { a, am, b, columns, designs, four, golden, x, type ResultOfR } from './golden.ts'
import { furthestApart } from './oracles.ts'

const cells = {
  name: 'a × b',
  column: crossed(columns.a, columns.b),
  totals: { 'a1 × b1': 500, 'a2 × b1': 350, 'a3 × b1': 150, 'a1 × b2': 600, 'a2 × b2': 350, 'a3 × b2': 250 },
}

/** How far weights, estimates and standard errors are from those of R at most. What is 0 but for rounding is 0. */
const apart = (design: Design, ofR: ResultOfR | undefined): number => {
  const { values, standardErrors } = estimateOf(design, four)
  const known = ofR?.se.map((se) => (se < 1e-9 ? 0 : se)) ?? []
  const own = [...standardErrors].map((se, k) => (known[k] === 0 && se < 1e-8 ? 0 : se))
  const offWeights = ofR?.weights === undefined ? 0 : furthestApart(design.weights, ofR.weights)
  return Math.max(offWeights, furthestApart(values, ofR?.estimate ?? []), furthestApart(own, known))
}

for (const name of ['rows', 'units'] as const) {
  const design = designs[name]
  const ofR = golden.linear[name]

  test(`Weights, estimates and standard errors are those of R, with unequal start weights (${name}).`, () => {
    expect(apart(design, ofR['plain']), 'plain').toBeLessThan(1e-10)
    expect(apart(rake(design, [a, b]).design, ofR['rake']), 'rake').toBeLessThan(1e-10)
    expect(apart(postStratify(design, cells).design, ofR['postStratify']), 'postStratify').toBeLessThan(1e-10)
    expect(
      apart(
        postStratify(
          design,
          { name: cells.name, column: cells.column, shares: sharesOf(cells.totals) },
          { population: 2200 },
        ).design,
        ofR['postStratify'],
      ),
      'postStratify',
    ).toBeLessThan(1e-10)
    const totals = { margins: [a, b], amounts: [x] }
    expect(apart(calibrate(design, totals).design, ofR['linear']), 'linear').toBeLessThan(1e-10)
    expect(apart(calibrate(design, totals, { method: 'raking' }).design, ofR['raking']), 'raking').toBeLessThan(1e-10)
    expect(
      apart(
        calibrate(design, { margins: [a, b] }, { method: 'logit', bounds: { lower: 0.5, upper: 2.5 } }).design,
        ofR['logit'],
      ),
      'logit',
    ).toBeLessThan(1e-10)
    expect(
      apart(calibrate(design, totals, { bounds: { lower: 0.8, upper: 1.35 } }).design, ofR['linear_bounded']),
      'linear_bounded',
    ).toBeLessThan(1e-10)
    expect(
      apart(calibrate(design, totals, { variance: columns.s2 }).design, ofR['linear_variance']),
      'linear_variance',
    ).toBeLessThan(1e-10)
    expect(apart(calibrate(design, { amounts: [x] }).design, ofR['amount_alone']), 'amount_alone').toBeLessThan(1e-10)
  })

  test(`Limits of the weights themselves are kept as R keeps them (${name}).`, () => {
    const totals = { margins: [a, b], amounts: [x] }
    const limits = { lower: 8, upper: 45 }
    expect(apart(calibrate(design, totals, { limits }).design, ofR['linear_limits'])).toBeLessThan(1e-10)
    const raked = calibrate(design, totals, { limits, method: 'raking' })
    expect(apart(raked.design, ofR['raking_limits'])).toBeLessThan(1e-10)
    expect([raked.report.lowestWeight, raked.report.highestWeight]).toEqual([8, 45])
    expect(() => calibrate(design, totals, { limits: { upper: 20 } })).toThrow(
      'The upper limit of the weights cannot hold',
    )
    expect(() => calibrate(design, totals, { limits, method: 'logit' })).toThrow('go with linear calibration or raking')
  })

  test(`With another variance per row, raking gives the weights of R (${name}).`, () => {
    const { weights } = calibrate(design, { margins: [a, b], amounts: [x] }, { method: 'raking', variance: columns.s2 })
    expect(furthestApart(weights, ofR['raking_variance_weights']?.weights ?? [])).toBeLessThan(1e-10)
  })

  test(`A row that drops out changes neither weights nor standard errors of the others (${name}).`, () => {
    const dropped = rake(design, [{ ...am, missing: 'drop' }, b])
    expect(
      furthestApart(
        dropped.weights.filter((weight) => weight > 0),
        ofR.dropped_weights,
      ),
    ).toBeLessThan(1e-10)
    expect(apart(dropped.design, ofR['dropped']), 'dropped').toBeLessThan(1e-10)
    expect(degreesOfFreedom(dropped.design)).toBe(name === 'rows' ? 84 : 4)
  })

  test(`A missing answer is a level of its own with its share, or counts for all levels in their shares (${name}).`, () => {
    expect(
      apart(rake(design, [{ ...am, missing: 'own-category' }, b]).design, ofR['own_category']),
      'own_category',
    ).toBeLessThan(1e-9)
    const spread = calibrate(design, { margins: [{ ...am, missing: 'impute-share' }, b] }, { method: 'raking' })
    expect(apart(spread.design, ofR['impute']), 'impute').toBeLessThan(1e-10)
    const raked = rake(design, [{ ...am, missing: 'impute-share' }, b])
    expect(furthestApart(raked.weights, spread.weights)).toBeLessThan(1e-12)
    expect(raked.report.margins[0]?.levels.map(({ reached }) => Math.round(reached * 1e6) / 1e6)).toEqual([
      1100, 700, 400,
    ])
  })

  test(`What is weighted twice, or trimmed and raked again, is as with R (${name}).`, () => {
    expect(apart(rake(postStratify(design, b).design, [a, b]).design, ofR['twice']), 'twice').toBeLessThan(1e-10)
    const [lower = NaN, upper = NaN] = ofR.limits
    const trimmed = trimWeights(rake(design, [a, b]).design, { lower, upper }).design
    expect(apart(trimmed, ofR['trim']), 'trim').toBeLessThan(1e-10)
    expect(apart(rake(trimmed, [a, b]).design, ofR['trim_rake']), 'trim_rake').toBeLessThan(1e-10)
  })
}

test('Start weights of 1 are brought to the population before bounds are set on them.', () => {
  const design = surveyDesign({ n: 96 })
  const scaled = surveyDesign({ n: 96, weights: new Float64Array(96).fill(2200 / 96) })
  const bounds = { lower: 0.6, upper: 2 }
  const own = calibrate(design, { margins: [a, b] }, { method: 'logit', bounds })
  expect(own.report.startScale).toBeCloseTo(2200 / 96, 10)
  const theirs = calibrate(scaled, { margins: [a, b] }, { method: 'logit', bounds })
  expect(furthestApart(own.weights, theirs.weights)).toBeLessThan(1e-12)
})

const sharesOf = (totals: Readonly<Record<string, number>>): Record<string, number> => {
  const sum = Object.values(totals).reduce((all, total) => all + total, 0)
  return Object.fromEntries(Object.entries(totals).map(([level, total]) => [level, total / sum]))
}
