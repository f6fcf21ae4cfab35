import { SurveyError } from '../survey-error.ts'

export type LeastSquares = {
  /** The columns that do not follow from those before them. What comes next is of these only. */
  readonly kept: readonly number[]
  readonly coefficients: Float64Array
  /** y − Xβ */
  readonly residuals: Float64Array
  /** X = Q U: the columns of Q, at right angles under the weights. */
  readonly orthogonal: Float64Array[]
  /** Σ wᵢ qᵢₖ² */
  readonly lengths: Float64Array
  /** U, row after row, with 1 on its diagonal. */
  readonly upper: Float64Array
}

// What is left of a column is nothing when its length is below this share of what it was; R's glm takes 1e-11.
const nothing = 1e-10

/**
 * Weighted least squares by Gram and Schmidt, each column done twice, which keeps right angles to rounding. Source:
 * Björck, Numerical Methods for Least Squares Problems, 2.4.
 * @param columns one value per row each; not changed
 * @throws {SurveyError} `not-defined` when negative weights leave a column with less than no length
 */
export const leastSquares = (
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  names: readonly string[],
): LeastSquares => {
  const p = columns.length
  const [kept, orthogonal, lengths]: [number[], Float64Array[], number[]] = [[], [], []]
  const upper = new Float64Array(p * p)
  for (let j = 0; j < p; j += 1) {
    const own = columns[j].slice()
    const factors = new Float64Array(kept.length)
    takeOut(own, orthogonal, lengths, weights, factors)
    const [before, after] = [product(columns[j], columns[j], weights), product(own, own, weights)]
    if (after < -nothing * Math.abs(before))
      throw new SurveyError('not-defined', `Negative weights leave no least square for "${names[j]}".`)
    if (!(after > nothing ** 2 * before)) continue
    for (let k = 0; k < factors.length; k += 1) upper[k * p + kept.length] = factors[k]
    kept.push(j)
    orthogonal.push(own)
    lengths.push(after)
  }
  const residuals = y.slice()
  const coefficients = new Float64Array(kept.length)
  takeOut(residuals, orthogonal, lengths, weights, coefficients)
  const q = kept.length
  const compact = new Float64Array(q * q)
  for (let k = 0; k < q; k += 1) {
    compact[k * q + k] = 1
    for (let j = k + 1; j < q; j += 1) compact[k * q + j] = upper[k * p + j]
  }
  for (let j = q - 1; j > 0; j -= 1)
    for (let k = 0; k < j; k += 1) coefficients[k] -= compact[k * q + j] * coefficients[j]
  return { kept, coefficients, residuals, orthogonal, lengths: Float64Array.from(lengths), upper: compact }
}

/**
 * The linearised variable of each coefficient, (XᵀWX)⁻¹xᵢ(yᵢ − xᵢβ), made in the place of the orthogonal columns.
 * @returns `orthogonal` itself, overwritten
 */
export const linearisedInPlace = ({ orthogonal, lengths, upper, residuals }: LeastSquares): Float64Array[] => {
  const p = orthogonal.length
  orthogonal.forEach((own, k) => {
    for (let i = 0; i < own.length; i += 1) own[i] *= residuals[i] / lengths[k]
  })
  for (let j = p - 1; j > 0; j -= 1)
    for (let k = 0; k < j; k += 1) {
      const [factor, into, from] = [upper[k * p + j], orthogonal[k], orthogonal[j]]
      if (factor !== 0) for (let i = 0; i < into.length; i += 1) into[i] -= factor * from[i]
    }
  return orthogonal
}

const product = (one: Float64Array, other: Float64Array, weights: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < one.length; i += 1) sum += weights[i] * one[i] * other[i]
  return sum
}

const takeOut = (
  from: Float64Array,
  orthogonal: readonly Float64Array[],
  lengths: readonly number[],
  weights: Float64Array,
  factors: Float64Array,
): void => {
  for (let pass = 0; pass < 2; pass += 1)
    for (let k = 0; k < orthogonal.length; k += 1) {
      const own = orthogonal[k]
      const factor = product(own, from, weights) / lengths[k]
      factors[k] += factor
      for (let i = 0; i < from.length; i += 1) from[i] -= factor * own[i]
    }
}
