import { expect, test } from 'vitest'
import {
  allocated,
  calibrate,
  linearRegression,
  means,
  numeric,
  sampleSize,
  surveyDesign,
  totals,
  type Numeric,
} from '../src/index.ts'

// Worked examples of textbooks: their figures, to as many digits as they print. Where only the mean and the standard deviation of a
// sample are printed, rows are made that have both, since the standard error depends on nothing else.

/** n values with this mean and this standard deviation. */
const valuesWith = (n: number, mean: number, deviation: number): number[] => {
  const raw = Array.from({ length: n }, (_, i) => i - (n - 1) / 2)
  const own = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0) / (n - 1))
  return raw.map((value) => mean + (value * deviation) / own)
}

test('Acres of farms, a simple random sample of 300 counties of 3078 (Lohr, Sampling: Design and Analysis, chapter 2).', () => {
  const acres = numeric(valuesWith(300, 297_897.0467, 344_551.9))
  const design = surveyDesign({
    weights: new Float64Array(300).fill(3078 / 300),
    population: [new Float64Array(300).fill(3078)],
  })
  const [mean, total] = [means(design, { acres }), totals(design, { acres })]
  expect(mean.standardErrors[0]).toBeCloseTo(18_898.43, 1)
  expect(Math.round((total.values[0] ?? NaN) / 10)).toBe(91_692_711)
  expect(Math.round((total.standardErrors[0] ?? NaN) / 100)).toBe(581_694)
})

test('The same in four strata by region (Lohr, chapter 3).', () => {
  const strata = [
    ['north central', 1054, 103, 300_504.16, 29_618_183_543],
    ['north east', 220, 21, 97_629.81, 7_647_472_708],
    ['south', 1382, 135, 211_315.04, 53_587_487_856],
    ['west', 422, 41, 662_295.51, 396_185_950_266],
  ] as const
  const rows = strata.flatMap(([name, population, n, mean, variance]) =>
    valuesWith(n, mean, Math.sqrt(variance)).map((acres) => ({ name, population, weight: population / n, acres })),
  )
  const design = surveyDesign({
    weights: rows.map(({ weight }) => weight),
    strata: [rows.map(({ name }) => name)],
    population: [rows.map(({ population }) => population)],
  })
  const total = totals(design, { acres: numeric(rows.map(({ acres }) => acres)) })
  expect(Math.round((total.values[0] ?? NaN) / 10)).toBe(90_973_603)
  expect(Math.round((total.standardErrors[0] ?? NaN) / 10)).toBe(5_041_725)
  expect(total.degreesOfFreedom).toBe(296)
})

test('Dead trees counted on photographs and in the field, by regression (Lohr, chapter 4).', () => {
  const photo = numeric([10, 12, 7, 13, 13, 6, 17, 16, 15, 10, 14, 12, 10, 5, 12, 10, 10, 9, 6, 11, 7, 9, 11, 10, 10])
  const field = numeric([15, 14, 9, 14, 8, 5, 18, 15, 13, 15, 11, 15, 12, 8, 13, 9, 11, 12, 9, 12, 13, 11, 10, 9, 8])
  const design = surveyDesign({
    weights: new Float64Array(25).fill(4),
    population: [new Float64Array(25).fill(100)],
  })
  const { values } = linearRegression(design, field, [{ name: 'photo', column: photo }])
  expect(values[0]).toBeCloseTo(5.059292, 5)
  expect(values[1]).toBeCloseTo(0.613274, 5)
  // The regression estimator is calibration to the number of plots and the trees on all photographs, 11.3 a plot.
  const known = (column: Numeric) => ({ amounts: [{ name: 'photo', column, total: 1130 }] })
  const { design: calibrated } = calibrate(design, known(photo), { population: 100 })
  expect(means(calibrated, { field }).values[0]).toBeCloseTo(11.99, 2)
})

test('Blood group O among 3200 islanders, to within 5 points at two standard errors (Cochran, Sampling Techniques, 4.4).', () => {
  const { endless, answers } = sampleSize({ margin: 0.05, proportion: 0.5, population: 3200, level: 0.954499736 })
  expect(endless).toBeCloseTo(400, 4)
  expect(answers).toBe(356)
})

test('Households that watch television in two towns and the country, where travelling costs more (Scheaffer, Mendenhall & Ott, Elementary Survey Sampling, chapter 5).', () => {
  const strata = [
    { name: 'town A', population: 1550, deviation: 5, cost: 9 },
    { name: 'town B', population: 620, deviation: 15, cost: 9 },
    { name: 'rural', population: 930, deviation: 10, cost: 16 },
  ]
  // In proportion to 2583.3, 3100 and 2325: 18.7, 22.5 and 16.8 of 58.
  expect(allocated(strata, 58, 'neyman')).toEqual([19, 22, 17])
  const alike = strata.map((stratum) => ({ ...stratum, cost: 9 }))
  expect(allocated(alike, 57, 'neyman')).toEqual([17, 20, 20])
})
