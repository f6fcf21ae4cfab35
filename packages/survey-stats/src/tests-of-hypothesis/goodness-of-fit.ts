import type { Categorical } from '../data/column.ts'
import type { Design } from '../design/design.ts'
import { answered, type Missing } from '../estimation/answered.ts'
import { estimateOf } from '../estimation/statistic.ts'
import { eigenvaluesOf } from '../linear-algebra/eigenvalues.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { exactUpper, saddlepointUpper, satterthwaite } from '../numeric/chi-squared-sums.ts'
import { chiSquaredUpper } from '../numeric/distributions.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { cellsOf } from './two-way-table.ts'

export type GoodnessOfFit = {
  /** X² of the weighted totals, as R gives it: as large as the population. */
  readonly value: number
  /** X² divided by this is read as a chi-squared with `df`. */
  readonly scale: number
  readonly df: number
  readonly p: number
  readonly levels: readonly string[]
  readonly observed: Float64Array
  readonly expected: Float64Array
  /** The weights of the sum of chi-squares that X² is, the largest first. */
  readonly lambda: Float64Array
}

export type GoodnessOfFitOptions = {
  /** `satterthwaite`, as R, without it; or near (`saddlepoint`) or exact (`lincom`) in the tail. */
  readonly distribution?: 'satterthwaite' | 'saddlepoint' | 'lincom'
  readonly missing?: Missing
}

/**
 * Whether the levels of a column have the shares that they are said to have. X² = Σ (Oₖ − Eₖ)²/Eₖ in weighted totals,
 * read as Σ λ χ²(1) with λ the eigenvalues of the covariance of (O − E)/√E. Source: Rao & Scott (1981), JASA 76; R
 * survey 4.1, `svygofchisq`.
 * @param shares one per level of the column, above 0, in any unit
 * @throws {SurveyError} `different-lengths`; `bad-argument` for a share that is not above 0; `not-defined` when
 * weighting has fixed the shares; `missing-values`, `nothing-to-estimate`, `lonely-unit`
 */
export const goodnessOfFit = (
  design: Design,
  column: Categorical,
  shares: ArrayLike<number>,
  { distribution = 'satterthwaite', missing = 'refuse' }: GoodnessOfFitOptions = {},
): GoodnessOfFit => {
  const k = column.levels.length
  mustBeLong('The list of shares', shares.length, k)
  if (k < 2) throw new SurveyError('bad-argument', 'A test of shares needs two levels or more.')
  const sum = Array.from(shares).reduce((all, share) => all + share, 0)
  for (let j = 0; j < k; j += 1)
    if (!(shares[j] > 0 && sum < Infinity))
      throw new SurveyError('bad-argument', `The share of "${column.levels[j]}" is ${shares[j]}; it must be above 0.`)
  const spoken = answered(design, { 'the column': column }, missing)
  const cell = Int32Array.from(column.codes, (code, i) =>
    spoken.domain === null || spoken.domain[i] === 1 ? code : -1,
  )
  const { values: observed, covariance } = estimateOf(spoken, cellsOf(cell, k, 'totals'))
  const all = observed.reduce((total, one) => total + one, 0)
  const expected = Float64Array.from(shares, (share) => (share / sum) * all)
  let value = 0
  for (let j = 0; j < k; j += 1) value += (observed[j] - expected[j]) ** 2 / expected[j]
  const lambda = eigenvaluesOf(covarianceOfResiduals(covariance, observed, expected)).map((one) => Math.max(0, one))
  const simple = all / cell.reduce((rows, code) => rows + (code >= 0 ? 1 : 0), 0)
  if (!(lambda[0] > 1e-9 * simple))
    throw new SurveyError('not-defined', 'The shares do not vary: the weighting or the design has fixed them.')
  const parts = Array.from(lambda, (weight) => ({ weight, df: 1 })).filter(({ weight }) => weight > 1e-12 * lambda[0])
  const { scale, df } = satterthwaite(parts)
  const p =
    distribution === 'satterthwaite'
      ? chiSquaredUpper(value / scale, df)
      : distribution === 'lincom'
        ? exactUpper(value, parts)
        : saddlepointUpper(value, parts)
  return { value, scale, df, p, levels: column.levels, observed, expected, lambda }
}

/** Of (Oₖ − Eₖ)/√Eₖ, with Eₖ a share of the sum of all O. */
const covarianceOfResiduals = (covariance: Square, observed: Float64Array, expected: Float64Array): Square => {
  const k = observed.length
  const all = expected.reduce((sum, one) => sum + one, 0)
  const slopes = Float64Array.from({ length: k * k }, (_, at) => {
    const [j, l] = [Math.floor(at / k), at % k]
    const byExpected = -(observed[j] + expected[j]) / (2 * expected[j] ** 1.5)
    return (j === l ? 1 / Math.sqrt(expected[j]) : 0) + (byExpected * expected[j]) / all
  })
  const times = (a: Float64Array, b: (l: number, m: number) => number): Float64Array =>
    Float64Array.from({ length: k * k }, (_, at) => {
      let sum = 0
      for (let l = 0; l < k; l += 1) sum += a[Math.floor(at / k) * k + l] * b(l, at % k)
      return sum
    })
  const half = times(slopes, (l, m) => covariance.m[l * k + m])
  const own = squareOf(k)
  own.m.set(times(half, (l, m) => slopes[m * k + l]))
  return own
}
