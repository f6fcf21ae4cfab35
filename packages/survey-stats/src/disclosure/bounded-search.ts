/** Unknown counts, each between two bounds, and sums of them between two bounds; `truth` is one way to fill them in. */
export type CountSystem = {
  readonly truth: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly sums: readonly CountSum[]
}

/** Σ `signs[i]` · count[`cells[i]`], from `low` to `high`. */
export type CountSum = {
  readonly cells: readonly number[]
  readonly signs: readonly (1 | -1)[]
  readonly low: number
  readonly high: number
}

/** The state of a search: each basic row as a combination of the columns, and where everything stands. */
type Dictionary = {
  readonly rows: number
  readonly columns: number
  readonly table: Float64Array
  /** The row a variable is basic in, −1 when it is a column's. */
  readonly rowOf: Int32Array
  readonly basic: Int32Array
  readonly columnOf: Int32Array
  readonly value: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

const tiny = 1e-9

/**
 * Moves one count as far up (`direction` 1) or down (−1) as everything known allows, along whole counts only: the simplex method
 * with bounded variables (Chvátal, Linear Programming, 1983, ch. 8), begun at `truth`. With sums over rows and columns all steps
 * are whole; where one is not, it goes as far as is whole or another way, and stops when there is none: a point it has been at is
 * always a filling that nobody can tell from the truth.
 * @param lower bounds known beside those of the system (each at most the truth)
 * @param enough stops when the count has moved this far
 * @param visit is given each filling on the way; it is overwritten by the next
 * @returns the count at the end
 */
export const moved = (
  system: CountSystem,
  cell: number,
  direction: 1 | -1,
  lower: Float64Array,
  enough: number,
  visit: (filling: Float64Array) => void,
): number => {
  const dictionary = begun(system, lower)
  const { value } = dictionary
  let idle = 0
  const closed = new Set<number>()
  for (let times = 0; times < 400; times += 1) {
    if (Math.abs(value[cell] - system.truth[cell]) >= enough) break
    const column = entering(dictionary, cell, direction, idle > 8, closed)
    if (column < 0) break
    const row = dictionary.rowOf[cell]
    const up = (row < 0 ? 1 : dictionary.table[row * dictionary.columns + column]) * direction > 0 ? 1 : -1
    const { step, leaves } = stepOf(dictionary, column, up)
    const whole = Math.floor(step + tiny)
    const goes = advance(dictionary, column, up * whole)
    if (goes && step - whole <= tiny) {
      if (leaves >= 0) pivot(dictionary, leaves, column)
      closed.clear()
    } else closed.add(column)
    if (!goes) continue
    idle = whole < 1 ? idle + 1 : 0
    if (idle === 0) visit(value)
  }
  return value[cell]
}

const begun = ({ truth, lower, upper, sums }: CountSystem, known: Float64Array): Dictionary => {
  const [columns, rows] = [truth.length, sums.length]
  const table = new Float64Array(rows * columns)
  const value = new Float64Array(columns + rows)
  const [low, high] = [new Float64Array(columns + rows), new Float64Array(columns + rows)]
  const rowOf = new Int32Array(columns + rows).fill(-1)
  const [basic, columnOf] = [new Int32Array(rows), new Int32Array(columns)]
  value.set(truth)
  high.set(upper)
  for (let j = 0; j < columns; j += 1) {
    columnOf[j] = j
    low[j] = Math.max(lower[j], known[j])
  }
  sums.forEach((sum, i) => {
    let total = 0
    for (let at = 0; at < sum.cells.length; at += 1) {
      table[i * columns + sum.cells[at]] = sum.signs[at]
      total += sum.signs[at] * truth[sum.cells[at]]
    }
    value[columns + i] = total
    low[columns + i] = sum.low
    high[columns + i] = sum.high
    rowOf[columns + i] = i
    basic[i] = columns + i
  })
  return { rows, columns, table, rowOf, basic, columnOf, value, low, high }
}

/** The column that moves the cell most, has room to move and is not closed; the first of them (Bland's rule) when steps of 0 repeat. */
const entering = (
  { columns, table, rowOf, columnOf, value, low, high }: Dictionary,
  cell: number,
  direction: 1 | -1,
  first: boolean,
  closed: ReadonlySet<number>,
): number => {
  let [best, bestGain] = [-1, tiny]
  const row = rowOf[cell]
  for (let j = 0; j < columns; j += 1) {
    if (closed.has(j)) continue
    const variable = columnOf[j]
    const gain = direction * (row < 0 ? (variable === cell ? 1 : 0) : table[row * columns + j])
    if (Math.abs(gain) <= tiny) continue
    if (gain > 0 ? value[variable] >= high[variable] - tiny : value[variable] <= low[variable] + tiny) continue
    if (first ? best < 0 || variable < columnOf[best] : Math.abs(gain) > bestGain) {
      best = j
      bestGain = Math.abs(gain)
    }
  }
  return best
}

/** How far the column may go, and the row that stops it: −1 when it is its own bound. */
const stepOf = (
  { rows, columns, table, basic, columnOf, value, low, high }: Dictionary,
  column: number,
  up: 1 | -1,
): { step: number; leaves: number } => {
  const own = columnOf[column]
  let step = up > 0 ? high[own] - value[own] : value[own] - low[own]
  let [leaves, leaving] = [-1, -1]
  for (let i = 0; i < rows; i += 1) {
    const rate = table[i * columns + column] * up
    if (Math.abs(rate) <= tiny) continue
    const variable = basic[i]
    const room = (rate > 0 ? high[variable] - value[variable] : value[variable] - low[variable]) / Math.abs(rate)
    if (room < step - tiny || (room < step + tiny && leaves >= 0 && variable < leaving)) {
      step = Math.max(0, room)
      leaves = i
      leaving = variable
    }
  }
  return { step, leaves }
}

/** @returns false, and moves nothing, when another count would not be whole */
const advance = ({ rows, columns, table, basic, columnOf, value }: Dictionary, column: number, by: number): boolean => {
  if (by === 0) return true
  for (let i = 0; i < rows; i += 1) {
    const change = by * table[i * columns + column]
    if (Math.abs(change - Math.round(change)) > tiny) return false
  }
  value[columnOf[column]] += by
  for (let i = 0; i < rows; i += 1) value[basic[i]] += Math.round(by * table[i * columns + column])
  return true
}

/** The row's variable and the column's change places. */
const pivot = ({ rows, columns, table, rowOf, basic, columnOf }: Dictionary, row: number, column: number): void => {
  const leaving = basic[row]
  const by = table[row * columns + column]
  for (let j = 0; j < columns; j += 1) table[row * columns + j] /= -by
  table[row * columns + column] = 1 / by
  for (let i = 0; i < rows; i += 1) {
    if (i === row) continue
    const factor = table[i * columns + column]
    if (factor === 0) continue
    for (let j = 0; j < columns; j += 1) {
      if (j === column) table[i * columns + j] = factor / by
      else table[i * columns + j] += factor * table[row * columns + j]
    }
  }
  rowOf[columnOf[column]] = row
  basic[row] = columnOf[column]
  rowOf[leaving] = -1
  columnOf[column] = leaving
}
