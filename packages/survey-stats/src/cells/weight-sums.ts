import { inBlocks } from '../data/in-blocks.ts'
import type { Codes } from '../data/column.ts'
import type { Cells, UnevenRows } from './cells.ts'

/** Of the rows of each cell and answer, those without an answer last: `[cell * (answers + 1) + answer]`. */
export type WeightSums = {
  readonly rows: Int32Array
  /** Σ w, Σ w², and Σ (w − their mean)². */
  readonly weights: Float64Array
  readonly squares: Float64Array
  readonly spread: Float64Array
  /** What they count for in the regression that weighting asks. */
  readonly regression: ArrayLike<number>
}

/** One pass over the rows. For their spread weights are told as far as they are from one of the cell, so that near ones do not drown. */
export const weightSumsOf = (
  { of, count, first }: Pick<Cells, 'of' | 'count' | 'first'>,
  codes: Codes,
  width: number,
  { weights, regression }: UnevenRows,
): WeightSums => {
  const size = count * width
  const rows = new Int32Array(size)
  const [sums, squares, apart, spread, own] = [0, 1, 2, 3, 4].map(() => new Float64Array(size))
  const middles = Float64Array.from(first, (row) => weights[row])
  const found = { rows, sums, squares, apart, spread }
  inBlocks(of.length, (from, to) => {
    addRows(found, of, codes, width, weights, middles, from, to)
    if (regression !== null) addValues(of, codes, width, regression, own, from, to)
  })
  for (let at = 0; at < size; at += 1)
    if (rows[at] > 0) spread[at] = Math.max(0, spread[at] - apart[at] ** 2 / rows[at])
  return { rows, weights: sums, squares, spread, regression: regression === null ? rows : own }
}

type Sums = {
  readonly rows: Int32Array
  readonly sums: Float64Array
  readonly squares: Float64Array
  /** Σ (w − that of one row of the cell), and the sum of its squares. */
  readonly apart: Float64Array
  readonly spread: Float64Array
}

const addRows = (
  { rows, sums, squares, apart, spread }: Sums,
  of: Int32Array,
  codes: Codes,
  width: number,
  weights: Float64Array,
  middles: Float64Array,
  from: number,
  to: number,
): void => {
  for (let i = from; i < to; i += 1) {
    const at = of[i] * width + codes[i]
    const weight = weights[i]
    const off = weight - middles[of[i]]
    rows[at] += 1
    sums[at] += weight
    squares[at] += weight * weight
    apart[at] += off
    spread[at] += off * off
  }
}

const addValues = (
  of: Int32Array,
  codes: Codes,
  width: number,
  values: Float64Array,
  sums: Float64Array,
  from: number,
  to: number,
): void => {
  for (let i = from; i < to; i += 1) sums[of[i] * width + codes[i]] += values[i]
}
