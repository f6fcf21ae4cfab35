import type { Codes } from '../data/column.ts'
import { inBlocks } from '../data/in-blocks.ts'
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
 * @throws {SurveyError} `bad-weights` for a start weight that is below 0 or no number
 */
export const pointsOf = (
  codes: readonly Codes[],
  sizes: readonly number[],
  weights: Float64Array,
  path: PathChoice = 'automatic',
): Points => {
  const dense = sizes.reduce((product, size) => product * size, 1)
  const isSmall = dense <= Math.max(65_536, 2 * weights.length) && dense <= 16_777_216
  if (path === 'cells' && !isSmall)
    throw new SurveyError(
      'bad-argument',
      `The margins make ${dense} cells, which is more than a table of them can hold.`,
    )
  return path === 'rows' || !isSmall ? rowsAsPoints(codes, weights) : cellsAsPoints(codes, sizes, weights, dense)
}

const refuseWeight = (weight: number, row: number): never => {
  throw new SurveyError('bad-weights', `Row ${row + 1} has start weight ${weight}; it must be 0 or more.`, {
    row: row + 1,
  })
}

const mustBeStartWeights = (weights: Float64Array): void => {
  for (let i = 0; i < weights.length; i += 1)
    if (!(weights[i] >= 0 && weights[i] < Infinity)) refuseWeight(weights[i], i)
}

/** @returns the weight that all rows have, or null when they differ */
const equalOf = (weights: Float64Array): number | null => {
  const n = weights.length
  let isOne = n > 0 && isEvenIn(weights, 0, 1)
  inBlocks(n, (from, to) => {
    isOne &&= isEvenIn(weights, from, to)
  })
  return isOne ? weights[0] : null
}

const isEvenIn = (weights: Float64Array, from: number, to: number): boolean => {
  const [first] = weights
  let at = from
  while (at < to && weights[at] === first) at += 1
  return at === to
}

const rowsAsPoints = (codes: readonly Codes[], weights: Float64Array): Points => {
  mustBeStartWeights(weights)
  return {
    path: 'rows',
    count: weights.length,
    codes,
    start: weights,
    equal: equalOf(weights),
    gather: (others, into) => into.set(others),
    spread: (factors, others, into) => {
      for (let i = 0; i < others.length; i += 1) into[i] = others[i] * factors[i]
    },
  }
}

const cellsAsPoints = (
  codes: readonly Codes[],
  sizes: readonly number[],
  weights: Float64Array,
  dense: number,
): Points => {
  const strides = stridesOf(sizes)
  const n = weights.length
  const cells = dense <= 65_536 ? new Uint16Array(n) : new Uint32Array(n)
  const counts = new Int32Array(dense)
  writeCells(columnsOf(codes, strides, n), n, cells, counts)
  const equal = equalOf(weights)
  if (equal === null || !(equal >= 0 && equal < Infinity)) mustBeStartWeights(weights)
  const table = new Float64Array(dense)
  if (equal === null) sumOverCells(cells, weights, table)
  else for (let cell = 0; cell < dense; cell += 1) table[cell] = equal * counts[cell]
  const occupied = occupiedOf(table)
  const start = Float64Array.from(occupied, (cell) => table[cell])
  return {
    path: 'cells',
    count: occupied.length,
    codes: sizes.map((size, m) => codesOfCells(occupied, strides[m], size)),
    start,
    equal,
    gather: (others, into) => {
      table.fill(0)
      sumOverCells(cells, others, table)
      for (let k = 0; k < occupied.length; k += 1) into[k] = table[occupied[k]]
    },
    spread: (factors, others, into) => {
      // Where all rows have one weight it is multiplied once per cell.
      const isEven = equal !== null && others === weights
      table.fill(0)
      for (let k = 0; k < occupied.length; k += 1) table[occupied[k]] = isEven ? equal * factors[k] : factors[k]
      if (isEven) copyFromCells(cells, table, into)
      else multiplyByCell(cells, table, others, into)
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

const sumOverCells = (cells: Codes, weights: Float64Array, totals: Float64Array): void =>
  inBlocks(cells.length, (from, to) => sumOverCellsIn(cells, weights, totals, from, to))

const sumOverCellsIn = (cells: Codes, weights: Float64Array, totals: Float64Array, from: number, to: number): void => {
  for (let i = from; i < to; i += 1) totals[cells[i]] += weights[i]
}

const copyFromCells = (cells: Codes, values: Float64Array, into: Float64Array): void =>
  inBlocks(cells.length, (from, to) => copyFromCellsIn(cells, values, into, from, to))

const copyFromCellsIn = (cells: Codes, values: Float64Array, into: Float64Array, from: number, to: number): void => {
  for (let i = from; i < to; i += 1) into[i] = values[cells[i]]
}

const multiplyByCell = (cells: Codes, factors: Float64Array, weights: Float64Array, into: Float64Array): void =>
  inBlocks(cells.length, (from, to) => multiplyByCellIn(cells, factors, weights, into, from, to))

const multiplyByCellIn = (
  cells: Codes,
  factors: Float64Array,
  weights: Float64Array,
  into: Float64Array,
  from: number,
  to: number,
): void => {
  for (let i = from; i < to; i += 1) into[i] = weights[i] * factors[cells[i]]
}

/** Writes the cell of each row and counts the rows of each cell. */
const writeCells = (columns: FourColumns, n: number, cells: Codes, counts: Int32Array): void =>
  inBlocks(n, (from, to) => writeCellsIn(columns, cells, counts, from, to))

const writeCellsIn = (
  { codes: [a, b, c, d], strides: [sa, sb, sc, sd] }: FourColumns,
  cells: Codes,
  counts: Int32Array,
  from: number,
  to: number,
): void => {
  for (let i = from; i < to; i += 1) {
    // Whole numbers below 2²⁴, of which the machine need not be told twice that they are so.
    const cell = (Math.imul(a[i], sa) + Math.imul(b[i], sb) + Math.imul(c[i], sc) + Math.imul(d[i], sd)) | 0
    cells[i] = cell
    counts[cell] += 1
  }
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
