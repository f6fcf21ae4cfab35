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
  /** The start weight that all rows have, if it is one. */
  readonly equal: number | null
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

const refuseWeight = (weight: number, row: number): never => {
  throw new SurveyError('bad-weights', `Row ${row + 1} has start weight ${weight}; it must be 0 or more.`, {
    row: row + 1,
  })
}

/** @returns the weight that all rows have, or null when they differ */
const mustBeStartWeights = (weights: Float64Array): number | null => {
  let differ = 0
  for (let i = 0; i < weights.length; i += 1) {
    if (!(weights[i] >= 0 && weights[i] < Infinity)) refuseWeight(weights[i], i)
    if (weights[i] !== weights[0]) differ += 1
  }
  return differ === 0 && weights.length > 0 ? weights[0] : null
}

const rowsAsPoints = (codes: readonly Codes[], weights: Float64Array): Points => ({
  path: 'rows',
  count: weights.length,
  codes,
  start: weights,
  equal: mustBeStartWeights(weights),
  gather: (others, into) => into.set(others),
  spread: (factors, others, into) => {
    for (let i = 0; i < others.length; i += 1) into[i] = others[i] * factors[i]
  },
})

const cellsAsPoints = (
  codes: readonly Codes[],
  sizes: readonly number[],
  weights: Float64Array,
  dense: number,
  willReturn: boolean,
): Points => {
  const strides = stridesOf(sizes)
  const table = new Float64Array(dense)
  const columns = columnsOf(codes, strides, weights.length)
  const equal = sumStartWeights(columns, weights, table)
  const occupied = occupiedOf(table)
  const start = Float64Array.from(occupied, (cell) => table[cell])
  // Where each row's cell will be asked for again and again, it is kept.
  const cells = willReturn ? cellOfEach(columns, weights.length) : null
  return {
    path: 'cells',
    count: occupied.length,
    codes: sizes.map((size, m) => codesOfCells(occupied, strides[m], size)),
    start,
    equal,
    gather: (others, into) => {
      table.fill(0)
      if (cells === null) sumOverCells(columns, others, table)
      else for (let i = 0; i < cells.length; i += 1) table[cells[i]] += others[i]
      for (let k = 0; k < occupied.length; k += 1) into[k] = table[occupied[k]]
    },
    spread: (factors, others, into) => {
      table.fill(0)
      for (let k = 0; k < occupied.length; k += 1) table[occupied[k]] = factors[k]
      if (cells === null) multiplyByCell(columns, table, others, into)
      else for (let i = 0; i < cells.length; i += 1) into[i] = others[i] * table[cells[i]]
    },
  }
}

const stridesOf = (sizes: readonly number[]): number[] => {
  const strides = sizes.map(() => 1)
  for (let m = sizes.length - 2; m >= 0; m -= 1) strides[m] = strides[m + 1] * sizes[m + 1]
  return strides
}

/** Four columns at a time, with what a step in each counts for in the number of the cell. */
type FourColumns = {
  readonly codes: readonly [Codes, Codes, Codes, Codes]
  readonly strides: readonly [number, number, number, number]
}

/** One loop over four columns is much faster than a loop over the columns in a loop over the rows; fewer are filled up with zeros. */
const columnsOf = (codes: readonly Codes[], strides: readonly number[], n: number): FourColumns => {
  if (codes.length > 4) {
    const [first, second, third, ...more] = codes
    const rest = new Uint32Array(n)
    more.forEach((own, m) => {
      for (let i = 0; i < n; i += 1) rest[i] += own[i] * strides[m + 3]
    })
    return { codes: [first, second, third, rest], strides: [strides[0], strides[1], strides[2], 1] }
  }
  const none = new Uint8Array(codes.length === 4 ? 0 : n)
  const [a = none, b = none, c = none, d = none] = codes
  const [sa = 0, sb = 0, sc = 0, sd = 0] = strides
  return { codes: [a, b, c, d], strides: [sa, sb, sc, sd] }
}

/** `sumOverCells`, with a look at each weight on the way. @returns as `mustBeStartWeights` */
const sumStartWeights = (
  { codes: [a, b, c, d], strides: [sa, sb, sc, sd] }: FourColumns,
  weights: Float64Array,
  totals: Float64Array,
): number | null => {
  const [first] = weights
  let differ = 0
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]
    if (!(weight >= 0 && weight < Infinity)) refuseWeight(weight, i)
    if (weight !== first) differ += 1
    totals[a[i] * sa + b[i] * sb + c[i] * sc + d[i] * sd] += weight
  }
  return differ === 0 && weights.length > 0 ? first : null
}

const sumOverCells = (
  { codes: [a, b, c, d], strides: [sa, sb, sc, sd] }: FourColumns,
  weights: Float64Array,
  totals: Float64Array,
): void => {
  for (let i = 0; i < weights.length; i += 1) totals[a[i] * sa + b[i] * sb + c[i] * sc + d[i] * sd] += weights[i]
}

const multiplyByCell = (
  { codes: [a, b, c, d], strides: [sa, sb, sc, sd] }: FourColumns,
  factors: Float64Array,
  weights: Float64Array,
  into: Float64Array,
): void => {
  for (let i = 0; i < weights.length; i += 1)
    into[i] = weights[i] * factors[a[i] * sa + b[i] * sb + c[i] * sc + d[i] * sd]
}

const cellOfEach = ({ codes: [a, b, c, d], strides: [sa, sb, sc, sd] }: FourColumns, n: number): Uint32Array => {
  const cells = new Uint32Array(n)
  for (let i = 0; i < n; i += 1) cells[i] = a[i] * sa + b[i] * sb + c[i] * sc + d[i] * sd
  return cells
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
