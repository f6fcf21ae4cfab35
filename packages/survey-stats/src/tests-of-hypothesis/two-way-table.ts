import type { Categorical } from '../data/column.ts'
import type { Statistic } from '../estimation/statistic.ts'
import { levelsUsed } from '../estimation/model-matrix.ts'
import type { Square } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'

/** Which cell of a table each row of the sample is in, rows of the table first: r × columns + c. */
export type TwoWay = {
  /** The levels that occur, in their order. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** −1 for the rows that are not spoken of. */
  readonly cell: Int32Array
  /** How many rows are in each. */
  readonly counts: Float64Array
}

/** A two-way table with the covariance of its cells, from wherever they come: rows first, r × columns + c. */
export type TableEstimates = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Weighted totals serve every statistic, proportions all but Wald's. */
  readonly of: 'totals' | 'proportions'
  readonly values: Float64Array
  readonly covariance: Square
  /** Rows of the sample in the table. */
  readonly n: number
  /** With those that have no answer; `n` without it. R scales X² by it; F and p do not depend on it. */
  readonly rowsSpokenOf?: number
  readonly degreesOfFreedom: number
  /** For `lincom` and `saddlepoint`: with replicates R reads a sum of chi-squares, without them the F form of it. */
  readonly isReplicated?: boolean
}

/** @throws {SurveyError} `nothing-to-estimate` when one of the two has one level only */
export const twoWay = (rowsBy: Categorical, columnsBy: Categorical, spoken: Uint8Array | null, n: number): TwoWay => {
  const rows = spoken ?? new Uint8Array(n).fill(1)
  const [across, down] = [placesOf(columnsBy, rows), placesOf(rowsBy, rows)]
  const [r, c] = [down.names.length, across.names.length]
  if (r < 2 || c < 2) throw nothingToCompare(r, c)
  const cell = new Int32Array(n).fill(-1)
  const counts = new Float64Array(r * c)
  for (let i = 0; i < n; i += 1) {
    if (rows[i] === 0) continue
    cell[i] = down.place[rowsBy.codes[i]] * c + across.place[columnsBy.codes[i]]
    counts[cell[i]] += 1
  }
  return { rows: down.names, columns: across.names, cell, counts }
}

const placesOf = (column: Categorical, rows: Uint8Array): { names: string[]; place: Int32Array } => {
  const used = levelsUsed(column, rows)
  const place = new Int32Array(column.levels.length + 1).fill(-1)
  used.forEach((code, at) => {
    place[code] = at
  })
  return { names: used.map((code) => column.levels[code]), place }
}

/** The weighted total of each cell, or its share of all. */
export const cellsOf = (cell: Int32Array, size: number, of: 'totals' | 'proportions'): Statistic => ({
  estimate: (weights) => {
    const totals = new Float64Array(size)
    for (let i = 0; i < cell.length; i += 1) if (cell[i] >= 0) totals[cell[i]] += weights[i]
    return of === 'totals' ? totals : sharesOf(totals)
  },
  linearise: (weights, estimates) => {
    let sum = 0
    for (let i = 0; i < cell.length; i += 1) if (cell[i] >= 0) sum += weights[i]
    const all = of === 'totals' ? 1 : sum
    return Array.from(estimates, (estimate, k) => {
      const own = new Float64Array(cell.length)
      const [inside, outside] = of === 'totals' ? [1, 0] : [(1 - estimate) / all, -estimate / all]
      for (let i = 0; i < own.length; i += 1)
        if (cell[i] >= 0 && weights[i] !== 0) own[i] = cell[i] === k ? inside : outside
      return own
    })
  },
})

/** @throws {SurveyError} `not-defined` when they add up to nothing */
export const sharesOf = (totals: Float64Array): Float64Array => {
  const all = totals.reduce((sum, total) => sum + total, 0)
  if (!(all > 0))
    throw new SurveyError('not-defined', `The weights of the table add up to ${all}; no share can be told.`)
  return totals.map((total) => total / all)
}

/** The table without rows and columns of which every cell is 0, as of levels that nobody has. */
export const withoutEmpty = (table: TableEstimates): TableEstimates => {
  const { rows, columns, values, covariance } = table
  const c = columns.length
  const down = rows.flatMap((_, i) => (columns.some((_, j) => values[i * c + j] !== 0) ? [i] : []))
  const across = columns.flatMap((_, j) => (rows.some((_, i) => values[i * c + j] !== 0) ? [j] : []))
  if (down.length < 2 || across.length < 2) throw nothingToCompare(down.length, across.length)
  if (down.length === rows.length && across.length === c) return table
  const from = down.flatMap((i) => across.map((j) => i * c + j))
  const m = new Float64Array(from.length ** 2)
  from.forEach((j, at) => from.forEach((k, to) => (m[at * from.length + to] = covariance.m[j * covariance.size + k])))
  return {
    ...table,
    rows: down.map((i) => rows[i]),
    columns: across.map((j) => columns[j]),
    values: Float64Array.from(from, (k) => values[k]),
    covariance: { size: from.length, m },
  }
}

const nothingToCompare = (r: number, c: number): SurveyError =>
  new SurveyError(
    'nothing-to-estimate',
    `A table of ${r} × ${c} has nothing to compare: there must be two levels of each.`,
    { rows: r, columns: c },
  )
