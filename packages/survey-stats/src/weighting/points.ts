import type { Codes } from '../data/column.ts'
import { SurveyError } from '../survey-error.ts'

/**
 * What weighting works on: the rows themselves, or the cells of the table that the margins make of them. All rows of a cell get
 * the same factor, so that a cell is as good as its rows whatever their start weights; there are far fewer cells.
 */
export type Points = {
  readonly path: 'cells' | 'rows'
  readonly count: number
  /** Per margin the level of each point; as many as there are levels for a missing answer. */
  readonly codes: readonly Codes[]
  /** The sum of the start weights at each point. */
  readonly start: Float64Array
  /** Writes the sums per point of other weights of the same rows. */
  readonly gather: (weights: Float64Array, into: Float64Array) => void
  /** Writes each row's weight times the factor of its point. */
  readonly spread: (factors: Float64Array, weights: Float64Array, into: Float64Array) => void
}

export type PathChoice = 'cells' | 'rows' | 'automatic'

/**
 * @param codes per margin a level per row
 * @param sizes per margin how many codes there are, the missing answer among them
 * @param willReturn whether gather and spread will be called often, so that each row's cell is worth keeping
 * @throws {SurveyError} `bad-weights` for a start weight that is below 0 or no number
 */
export const pointsOf = (
  codes: readonly Codes[],
  sizes: readonly number[],
  weights: Float64Array,
  { path = 'automatic', willReturn = false }: { readonly path?: PathChoice; readonly willReturn?: boolean } = {},
): Points => {
  mustBeStartWeights(weights)
  const dense = sizes.reduce((product, size) => product * size, 1)
  const isSmall = dense <= Math.max(65_536, 2 * weights.length) && dense <= 16_777_216
  if (path === 'cells' && !isSmall)
    throw new SurveyError(
      'bad-argument',
      `The margins make ${dense} cells, which is more than a table of them can hold.`,
    )
  return path === 'rows' || !isSmall
    ? rowsAsPoints(codes, weights)
    : cellsAsPoints(codes, sizes, weights, dense, willReturn)
}

const mustBeStartWeights = (weights: Float64Array): void => {
  for (let i = 0; i < weights.length; i += 1)
    if (!(weights[i] >= 0 && weights[i] < Infinity))
      throw new SurveyError('bad-weights', `Row ${i + 1} has start weight ${weights[i]}; it must be 0 or more.`, {
        row: i + 1,
      })
}

const rowsAsPoints = (codes: readonly Codes[], weights: Float64Array): Points => ({
  path: 'rows',
  count: weights.length,
  codes,
  start: weights,
  gather: (others, into) => into.set(others),
  spread: (factors, others, into) => {
    for (let i = 0; i < others.length; i += 1) into[i] = others[i] * factors[i]
  },
})

/** Rows are read in runs whose cells stay in the nearest memory. */
const run = 4096

const cellsAsPoints = (
  codes: readonly Codes[],
  sizes: readonly number[],
  weights: Float64Array,
  dense: number,
  willReturn: boolean,
): Points => {
  const n = weights.length
  const strides = stridesOf(sizes)
  const kept = willReturn ? new Int32Array(n) : null
  const buffer = new Int32Array(run)
  const eachRun = (visit: (cells: Int32Array, from: number) => void): void => {
    for (let from = 0; from < n; from += run) {
      const cells = buffer.subarray(0, Math.min(run, n - from))
      writeCells(codes, strides, from, cells)
      visit(cells, from)
    }
  }
  const totals = new Float64Array(dense)
  eachRun((cells, from) => {
    kept?.set(cells, from)
    addUp(cells, weights, from, totals)
  })
  const occupied = occupiedOf(totals)
  const place = (fromDense: Float64Array, into: Float64Array): void => {
    for (let k = 0; k < occupied.length; k += 1) into[k] = fromDense[occupied[k]]
  }
  const start = new Float64Array(occupied.length)
  place(totals, start)
  const table = new Float64Array(dense)
  const visitAll = (visit: (cells: Int32Array, from: number) => void): void =>
    kept === null ? eachRun(visit) : visit(kept, 0)
  return {
    path: 'cells',
    count: occupied.length,
    codes: sizes.map((size, m) => codesOfCells(occupied, strides[m], size)),
    start,
    gather: (others, into) => {
      table.fill(0)
      visitAll((cells, from) => addUp(cells, others, from, table))
      place(table, into)
    },
    spread: (factors, others, into) => {
      table.fill(0)
      for (let k = 0; k < occupied.length; k += 1) table[occupied[k]] = factors[k]
      visitAll((cells, from) => multiply(cells, table, others, from, into))
    },
  }
}

const stridesOf = (sizes: readonly number[]): number[] => {
  const strides = sizes.map(() => 1)
  for (let m = sizes.length - 2; m >= 0; m -= 1) strides[m] = strides[m + 1] * sizes[m + 1]
  return strides
}

const writeCells = (codes: readonly Codes[], strides: readonly number[], from: number, into: Int32Array): void => {
  into.fill(0)
  for (let m = 0; m < codes.length; m += 1) addCodes(codes[m], strides[m], from, into)
}

const addCodes = (codes: Codes, stride: number, from: number, into: Int32Array): void => {
  for (let j = 0; j < into.length; j += 1) into[j] += codes[from + j] * stride
}

const addUp = (cells: Int32Array, weights: Float64Array, from: number, totals: Float64Array): void => {
  for (let j = 0; j < cells.length; j += 1) totals[cells[j]] += weights[from + j]
}

const multiply = (
  cells: Int32Array,
  factors: Float64Array,
  weights: Float64Array,
  from: number,
  into: Float64Array,
): void => {
  for (let j = 0; j < cells.length; j += 1) into[from + j] = weights[from + j] * factors[cells[j]]
}

const occupiedOf = (totals: Float64Array): Int32Array => {
  let count = 0
  for (let cell = 0; cell < totals.length; cell += 1) if (totals[cell] > 0) count += 1
  const occupied = new Int32Array(count)
  for (let cell = 0, k = 0; cell < totals.length; cell += 1) if (totals[cell] > 0) occupied[k++] = cell
  return occupied
}

const codesOfCells = (occupied: Int32Array, stride: number, size: number): Uint32Array => {
  const codes = new Uint32Array(occupied.length)
  for (let k = 0; k < occupied.length; k += 1) codes[k] = Math.floor(occupied[k] / stride) % size
  return codes
}
