import { expect, test } from 'vitest'
import { categorical } from '../../src/data/column.ts'
import { surveyDesign } from '../../src/design/design.ts'
import { rake } from '../../src/weighting/rake.ts'
import { rakeAndTrim, trimWeights } from '../../src/weighting/trim-weights.ts'
import { furthestApart, hasOracles, numbers, panelMargins, readTable } from './oracles.ts'

const sumOf = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0)

test('What is cut off the high weights is spread in equal parts over the others, and the sum stays.', () => {
  const design = surveyDesign({ weights: [1, 2, 3, 10] })
  const { weights, report } = trimWeights(design, { upper: 4 })
  expect([...weights]).toEqual([3, 4, 5, 4])
  expect(report).toMatchObject({ trimmed: 1, outside: 1, iterations: 1, upper: 4 })
})

test('Strict trimming leaves no weight outside, and refuses limits that leave no room.', () => {
  const design = surveyDesign({ weights: [1, 2, 3, 10] })
  const { weights, report } = trimWeights(design, { upper: 4.5, strict: true })
  expect(Math.max(...weights)).toBeLessThanOrEqual(4.5)
  expect(sumOf(weights)).toBeCloseTo(16, 12)
  expect(report.outside).toBe(0)
  expect(() => trimWeights(design, { upper: 3.9, strict: true })).toThrow(
    'on average, which no weights up to 3.9 can be',
  )
  expect(() => trimWeights(design, { lower: 4.1, strict: true })).toThrow('which no weights from 4.1 can be')
  expect(() => trimWeights(design, { lower: 5, upper: 2 })).toThrow('not below')
})

test('Trimming where no row is inside to take up the rest is refused, and where none is outside changes nothing.', () => {
  expect(() => trimWeights(surveyDesign({ weights: [1, 10] }), { lower: 2, upper: 4 })).toThrow(
    'All 2 weights lie outside',
  )
  const design = surveyDesign({ weights: [1, 2] })
  expect([...trimWeights(design, { lower: 0.5, upper: 2 }).weights]).toEqual([1, 2])
})

test('A limit can be a multiple of the median or the mean.', () => {
  const design = surveyDesign({ weights: [1, 2, 3, 10] })
  expect(trimWeights(design, { upper: 2, unit: 'median' }).report.upper).toBe(5)
  expect(trimWeights(design, { upper: 2, unit: 'mean' }).report.upper).toBe(8)
})

test('Raking and trimming in turn ends where margins and limits both hold.', () => {
  const one = categorical('aaabbbbbbbaaaaaaabbb'.split(''))
  const other = categorical('xyxyxxxxxyyxyxyxyxyx'.split(''))
  const margins = [
    { name: 'one', column: one, totals: { a: 30, b: 70 } },
    { name: 'other', column: other, totals: { x: 35, y: 65 } },
  ]
  const design = surveyDesign({ n: 20 })
  const { highestWeight } = rake(design, margins).report
  const { weights, report, rounds } = rakeAndTrim(design, margins, { upper: highestWeight * 0.97 }, { slack: 0.01 })
  expect(Math.max(...weights)).toBeLessThan(highestWeight * 0.97 * 1.01)
  expect(report.furthest?.off).toBeLessThan(1e-9)
  expect(rounds).toBeGreaterThan(0)
  expect(() => rakeAndTrim(design, margins, { upper: 5.01 }, { rounds: 20 })).toThrow('outside the limits')
})

test.skipIf(!hasOracles)('Trimmed weights are those of R, and strict trimming ends where that of R does not.', () => {
  const panel = readTable('data/panel1000.csv')
  const weightsOfR = readTable('results/weights_panel1000.csv')
  const margins = panelMargins(panel)
  const raked = rake(surveyDesign({ n: 1000, weights: new Float64Array(1000).fill(2400) }), margins).design
  const median = 1559.235494394
  const cases = [
    ['trim_nonstrict', { upper: 3, lower: 0.3 }],
    ['trim_4x_nonstrict', { upper: 4 }],
    ['trim_strict', { upper: 4, strict: true }],
  ] as const
  for (const [name, limits] of cases)
    expect(
      furthestApart(trimWeights(raked, { ...limits, unit: 'median' }).weights, numbers(weightsOfR, name)),
      name,
    ).toBeLessThan(1e-10)
  const strict = trimWeights(raked, { upper: 3 * median, lower: 0.3 * median, strict: true })
  expect(strict.report).toMatchObject({ outside: 0 })
  expect(strict.report.sum).toBeCloseTo(2_400_000, 6)
  let design = raked
  for (let round = 0; round < 10; round += 1)
    design = rake(trimWeights(design, { upper: 5 * median }).design, margins).design
  expect(furthestApart(design.weights, numbers(weightsOfR, 'trim_then_rake'))).toBeLessThan(1e-10)
})
