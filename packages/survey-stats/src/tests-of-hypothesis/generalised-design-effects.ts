import { choleskyOf, eigenvaluesOf, relativeTo } from '../linear-algebra/eigenvalues.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'
import { sharesOf, type TableEstimates } from './two-way-table.ts'

/** The proportions of a table and their covariance, from totals by linearisation where totals are given. */
export const proportionsFrom = ({
  rows,
  columns,
  of,
  values: estimates,
  covariance,
}: Pick<TableEstimates, 'rows' | 'columns' | 'of' | 'values' | 'covariance'>): {
  proportions: Float64Array
  covariance: Square
} => {
  const size = rows.length * columns.length
  if (of === 'proportions') return { proportions: estimates, covariance }
  const proportions = sharesOf(estimates)
  const all = estimates.reduce((sum, total) => sum + total, 0)
  // dp = (dT − p ΣdT) / N on both sides of the covariance.
  const own = squareOf(size)
  const sums = new Float64Array(size)
  let whole = 0
  for (let j = 0; j < size; j += 1) for (let k = 0; k < size; k += 1) sums[j] += covariance.m[j * size + k]
  for (const sum of sums) whole += sum
  for (let j = 0; j < size; j += 1)
    for (let k = 0; k < size; k += 1)
      own.m[j * size + k] =
        (covariance.m[j * size + k] -
          proportions[j] * sums[k] -
          proportions[k] * sums[j] +
          proportions[j] * proportions[k] * whole) /
        all ** 2
  return { proportions, covariance: own }
}

/** X² of a table of proportions, as of n rows. */
export const pearsonOf = (proportions: Float64Array, r: number, c: number, n: number): number => {
  const [down, across] = marginsOf(proportions, r, c)
  let sum = 0
  for (let i = 0; i < r; i += 1)
    for (let j = 0; j < c; j += 1) {
      const expected = down[i] * across[j]
      if (!(expected > 0))
        throw new SurveyError(
          'not-defined',
          `A row or column of the table has a weight of ${Math.min(down[i], across[j])}.`,
        )
      sum += (proportions[i * c + j] - expected) ** 2 / expected
    }
  return n * sum
}

/** The sums of the rows and of the columns of a table. */
export const marginsOf = (table: Float64Array, r: number, c: number): [Float64Array, Float64Array] => {
  const [down, across] = [new Float64Array(r), new Float64Array(c)]
  for (let i = 0; i < r; i += 1)
    for (let j = 0; j < c; j += 1) {
      down[i] += table[i * c + j]
      across[j] += table[i * c + j]
    }
  return [down, across]
}

export type DesignEffects = {
  readonly count: number
  readonly sum: number
  readonly squares: number
  /** Each of them, the largest first. */
  readonly values: () => Float64Array
}

/**
 * The generalised design effects of a table: the eigenvalues of (CᵀD⁻¹C/n)⁻¹ CᵀD⁻¹VD⁻¹C, with C what has nothing in its
 * margins, D the proportions and V their covariance. Empty cells count as nothing, as in R.
 * Source: Rao & Scott (1984); R survey 4.1, `svychisq`, of which C spans the same space.
 */
export const designEffectsOf = (
  proportions: Float64Array,
  covariance: Square,
  r: number,
  c: number,
  n: number,
): DesignEffects => {
  const inverse = proportions.map((p) => (p > 0 ? 1 / p : 0))
  const cells = r * c
  const scaled = squareOf(cells)
  const simple = squareOf(cells)
  for (let j = 0; j < cells; j += 1) {
    simple.m[j * cells + j] = inverse[j] / n
    for (let k = 0; k < cells; k += 1) scaled.m[j * cells + k] = inverse[j] * covariance.m[j * cells + k] * inverse[k]
  }
  const lower = choleskyOf(betweenCells(simple, r, c))
  if (lower === null)
    throw new SurveyError('not-defined', `The table of ${r} × ${c} has too many empty cells for this test.`)
  const effects = relativeTo(lower, betweenCells(scaled, r, c))
  let [sum, squares] = [0, 0]
  for (let k = 0; k < effects.size; k += 1) sum += effects.m[k * effects.size + k]
  for (const value of effects.m) squares += value * value
  if (!(sum > 1e-9))
    throw new SurveyError(
      'not-defined',
      'The table does not vary: the weighting or the design has fixed every cell of it.',
    )
  return { count: effects.size, sum, squares, values: () => eigenvaluesOf(effects).map((value) => Math.max(0, value)) }
}

/** CᵀMC for the interactions (i, j): cell ij − cell i0 − cell 0j + cell 00, i and j from 1. */
const betweenCells = (matrix: Square, r: number, c: number): Square => {
  const half = onOneSide(matrix.m, matrix.size, r, c)
  const count = (r - 1) * (c - 1)
  const turned = new Float64Array(half.length)
  for (let row = 0; row < matrix.size; row += 1)
    for (let k = 0; k < count; k += 1) turned[k * matrix.size + row] = half[row * count + k]
  return { size: count, m: onOneSide(turned, count, r, c) }
}

/** M C, row by row. */
const onOneSide = (m: Float64Array, rows: number, r: number, c: number): Float64Array => {
  const [cells, count] = [r * c, (r - 1) * (c - 1)]
  const product = new Float64Array(rows * count)
  for (let row = 0; row < rows; row += 1)
    for (let i = 1; i < r; i += 1)
      for (let j = 1; j < c; j += 1) {
        const from = row * cells
        product[row * count + (i - 1) * (c - 1) + j - 1] = m[from + i * c + j] - m[from + i * c] - m[from + j] + m[from]
      }
  return product
}
