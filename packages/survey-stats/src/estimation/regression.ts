import type { Numeric } from '../data/column.ts'
import type { Design } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { answered, type Missing } from './answered.ts'
import { modelMatrix, type Term } from './model-matrix.ts'
import { leastSquares, linearisedInPlace, type LeastSquares } from './least-squares.ts'
import { estimateOf, type Estimates, type Statistic } from './statistic.ts'

export type Regression = Estimates & {
  /** Of each coefficient, as R gives them. */
  readonly names: readonly string[]
  /** Which coefficients belong to which term; those that were dropped are in none. */
  readonly terms: readonly { readonly name: string; readonly at: readonly number[] }[]
  /** The coefficients that follow from the ones before them and so cannot be told apart. */
  readonly dropped: readonly string[]
  /**
   * Degrees of freedom of the design, of the rows with all answers. `degreesOfFreedom` is what the coefficients leave
   * of them, plus 1.
   */
  readonly designDegreesOfFreedom: number
}

export type RegressionOptions = {
  /** Whether there is a constant; true without it. */
  readonly constant?: boolean
  readonly missing?: Missing
}

/**
 * Linear regression with the weights of a design: β = (XᵀWX)⁻¹XᵀWy, which varies as the totals of (XᵀWX)⁻¹xᵢ(yᵢ − xᵢβ)
 * do. Coefficients in units of the outcome per unit of the column.
 * Source: Binder (1983), Int. Stat. Review 51; Fuller (1975); R survey 4.1, `svyglm(family = gaussian())`.
 * @param terms the explaining columns, by name
 * @throws {SurveyError} `missing-values`, `different-lengths`, `bad-argument` (no term, one level, a name twice),
 * `nothing-to-estimate` (no answers), `not-defined` (a coefficient that has no value in a replicate, or negative
 * weights that leave no least square), `lonely-unit`
 */
export const linearRegression = (
  design: Design,
  outcome: Numeric,
  terms: readonly Term[],
  { constant = true, missing = 'refuse' }: RegressionOptions = {},
): Regression => {
  const columns = Object.fromEntries(terms.flatMap((term) => ('column' in term ? [[term.name, term.column]] : [])))
  const own = answered(design, { 'the outcome': outcome, ...columns }, missing)
  const rows = own.domain ?? new Uint8Array(own.n).fill(1)
  const matrix = modelMatrix(terms, rows, constant)
  if (matrix.names.length === 0) throw new SurveyError('bad-argument', 'A regression needs a constant or a term.')
  const y = outcome.values.map((value, i) => (rows[i] === 1 ? value : 0))
  const { kept } = leastSquares(matrix.columns, y, ownWeights(own, rows), matrix.names)
  if (kept.length === 0)
    throw new SurveyError('nothing-to-estimate', `${matrix.names.join(', ')}: no row with any weight differs from 0.`)
  const names = kept.map((k) => matrix.names[k])
  const statistic = coefficientsOf(
    kept.map((k) => matrix.columns[k]),
    y,
    names,
  )
  const estimates = estimateOf(own, statistic)
  const place = new Map(kept.map((k, at) => [k, at]))
  return {
    ...estimates,
    names,
    terms: matrix.terms.map(({ name, at }) => ({ name, at: at.flatMap((k) => place.get(k) ?? []) })),
    dropped: matrix.names.filter((_, k) => !place.has(k)),
    designDegreesOfFreedom: estimates.degreesOfFreedom,
    degreesOfFreedom: estimates.degreesOfFreedom + 1 - names.length,
  }
}

const ownWeights = ({ weights }: Design, rows: Uint8Array): Float64Array => weights.map((weight, i) => weight * rows[i])

/** The coefficients as a statistic of any design. */
const coefficientsOf = (columns: readonly Float64Array[], y: Float64Array, names: readonly string[]): Statistic => {
  let last: { weights: Float64Array; fit: LeastSquares } | null = null
  const fitOf = (weights: Float64Array): LeastSquares => {
    const fit = leastSquares(columns, y, weights, names)
    if (fit.kept.length < columns.length)
      throw new SurveyError(
        'not-defined',
        `"${names.find((_, k) => !fit.kept.includes(k))}" cannot be told apart in a replicate: too few rows have it.`,
      )
    last = { weights, fit }
    return fit
  }
  return {
    estimate: (weights) => fitOf(weights).coefficients,
    linearise: (weights) => {
      const fit = last?.weights === weights ? last.fit : fitOf(weights)
      last = null
      return linearisedInPlace(fit)
    },
  }
}
