import type { Categorical } from '../data/column.ts'
import type { Design } from '../design/design.ts'
import { degreesOfFreedom } from '../design/design.ts'
import { answered, type Missing } from '../estimation/answered.ts'
import { estimateOf } from '../estimation/statistic.ts'
import { chiSquaredUpper, fUpper } from '../numeric/distributions.ts'
import { exactUpper, saddlepointUpper } from '../numeric/chi-squared-sums.ts'
import type { ChiSquaredPart } from '../numeric/contour-integral.ts'
import { mustBeLong } from '../survey-error.ts'
import { mustBeLeft } from './results.ts'
import { associationWald } from './association-wald.ts'
import { designEffectsOf, pearsonOf, proportionsFrom } from './generalised-design-effects.ts'
import { cellsOf, twoWay, withoutEmpty, type TableEstimates } from './two-way-table.ts'

/**
 * How the test is read: `F` (second order, the default), `Chisq` (first order), `Wald`, `adjWald`, `lincom` (the exact
 * distribution of the sum of chi-squares that X² is) or `saddlepoint` (a near one of it).
 */
export type AssociationStatistic = 'F' | 'Chisq' | 'Wald' | 'adjWald' | 'lincom' | 'saddlepoint'

export type AssociationTest = {
  readonly statistic: AssociationStatistic
  /**
   * F for `F` and Wald's; X² for the others, of which R counts the rows without an answer too: `pearson` times those
   * spoken of (of a weighted sample all) / `n`.
   */
  readonly value: number
  readonly numeratorDf: number
  /** Infinity where a chi-squared is read. */
  readonly denominatorDf: number
  readonly p: number
  /** X² of the weighted table, as of `n` rows. */
  readonly pearson: number
  /** Rows of the sample with both answers. */
  readonly n: number
  /** The mean of the generalised design effects: what X² is too large by. Wald's test does without: null. */
  readonly designEffect: number | null
  /** The levels of the table, those that occur. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly proportions: Float64Array
}

export type AssociationOptions = {
  readonly statistic?: AssociationStatistic
  readonly missing?: Missing
  /**
   * Of the design; without it sampling units less strata in the domain. (R counts those outside the domain too after
   * calibration.)
   */
  readonly degreesOfFreedom?: number
}

/**
 * Whether two categorical columns have anything to do with each other: the chi-squared test of a weighted two-way
 * table with the design in it, weighting and replicates too. Levels that do not occur are left out.
 * Source: Rao & Scott (1984), Annals of Statistics 12; Thomas & Rao (1987); Koch, Freeman & Freeman (1975) for Wald; R
 * survey 4.1, `svychisq`.
 * @throws {SurveyError} `missing-values`, `different-lengths`, `nothing-to-estimate` (a table with one row or column),
 * `not-defined` (no variance, or a table too empty for the test), `lonely-unit`
 */
export const raoScott = (
  design: Design,
  rows: Categorical,
  columns: Categorical,
  { statistic = 'F', missing = 'refuse', degreesOfFreedom: own }: AssociationOptions = {},
): AssociationTest => {
  const spoken = answered(design, { 'the rows': rows, 'the columns': columns }, missing)
  const table = twoWay(rows, columns, spoken.domain, spoken.n)
  const of = statistic === 'Wald' || statistic === 'adjWald' ? 'totals' : 'proportions'
  const { values, covariance } = estimateOf(spoken, cellsOf(table.cell, table.counts.length, of))
  return raoScottFrom(
    {
      rows: table.rows,
      columns: table.columns,
      of,
      values,
      covariance,
      n: table.counts.reduce((sum, count) => sum + count, 0),
      degreesOfFreedom: own ?? degreesOfFreedom(design),
      isReplicated: design.kind === 'replicate',
      rowsSpokenOf: rowsOfR(design),
    },
    statistic,
  )
}

/** The rows that R scales X² to: those spoken of, or of a weighted sample all. */
const rowsOfR = (design: Design): number =>
  design.domain === null || (design.kind === 'linear' && design.calibrations.length > 0)
    ? design.n
    : design.domain.reduce((sum, one) => sum + one, 0)

/**
 * The same test from estimates that are there already, such as those that follow from counts in one pass.
 * @throws {SurveyError} as `raoScott`; `bad-argument` for Wald without totals; `different-lengths` when the sizes do
 * not fit
 */
export const raoScottFrom = (given: TableEstimates, statistic: AssociationStatistic = 'F'): AssociationTest => {
  mustBeLong('The table', given.values.length, given.rows.length * given.columns.length)
  mustBeLong('The covariance of the table', given.covariance.size, given.values.length)
  const table = withoutEmpty(given)
  const { rows, columns, n, degreesOfFreedom } = table
  const { proportions, covariance } = proportionsFrom(table)
  mustBeLeft('The test of the table', degreesOfFreedom)
  const [r, c] = [rows.length, columns.length]
  const pearson = pearsonOf(proportions, r, c, n)
  const common = { statistic, pearson, n, rows, columns, proportions }
  if (statistic === 'Wald' || statistic === 'adjWald') {
    const wald = associationWald(table, statistic === 'adjWald')
    return { ...common, designEffect: null, ...wald }
  }
  const effects = designEffectsOf(proportions, covariance, r, c, n)
  const designEffect = effects.sum / effects.count
  const df = effects.sum ** 2 / effects.squares
  const shared = { ...common, designEffect }
  if (statistic === 'F') {
    const value = pearson / effects.sum
    const denominatorDf = df * degreesOfFreedom
    return { ...shared, value, numeratorDf: df, denominatorDf, p: fUpper(value, df, denominatorDf) }
  }
  const value = (pearson * (table.rowsSpokenOf ?? n)) / n
  const asChiSquared = { ...shared, value, numeratorDf: effects.count, denominatorDf: Infinity }
  if (statistic === 'Chisq') return { ...asChiSquared, p: chiSquaredUpper(pearson / designEffect, effects.count) }
  const parts: ChiSquaredPart[] = Array.from(effects.values(), (weight) => ({ weight, df: 1 }))
  const ddf = df * degreesOfFreedom
  if (table.isReplicated === true)
    return {
      ...asChiSquared,
      p: statistic === 'lincom' ? exactUpper(pearson, parts) : saddlepointUpper(pearson, parts),
    }
  // R repeats the last part as many times as ddf is whole, for the saddle point only. It counts a ddf of 2 less rounding as 1, by which
  // p can be more than twice what it is; that is not copied.
  const whole = Math.floor(ddf * (1 + 1e-9))
  const last = { weight: -pearson / ddf, df: statistic === 'lincom' || whole < 1 ? ddf : whole }
  const p =
    pearson === 0 ? 1 : statistic === 'lincom' ? exactUpper(0, [...parts, last]) : saddlepointUpper(0, [...parts, last])
  return { ...asChiSquared, denominatorDf: ddf, p }
}
