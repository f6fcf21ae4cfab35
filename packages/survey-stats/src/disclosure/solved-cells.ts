import type { CountSystem } from './bounded-search.ts'

const tiny = 1e-9

/**
 * The cells that follow from the exact sums alone, as an outsider with paper finds them: those whose unit vector lies in the row
 * space of the equations (Gauss-Jordan: its pivot row has no free column left). Bounds and whole numbers are not used.
 * @returns the numbers of these cells; cells whose two bounds are equal are known and are not among them
 */
export const solvedCells = ({ truth, lower, upper, sums }: CountSystem): number[] => {
  const n = truth.length
  const known = (cell: number): boolean => lower[cell] === upper[cell]
  const rows = sums
    .filter(({ low, high }) => low === high)
    .map(({ cells, signs }) => {
      const row = new Float64Array(n)
      cells.forEach((cell, at) => {
        if (!known(cell)) row[cell] += signs[at]
      })
      return row
    })
  const solved: number[] = []
  let rank = 0
  for (let column = 0; column < n && rank < rows.length; column += 1) {
    let best = rank
    for (let i = rank + 1; i < rows.length; i += 1)
      if (Math.abs(rows[i][column]) > Math.abs(rows[best][column])) best = i
    if (Math.abs(rows[best][column]) <= tiny) continue
    ;[rows[rank], rows[best]] = [rows[best], rows[rank]]
    clear(rows, rank, column)
    rank += 1
  }
  for (let i = 0; i < rank; i += 1) {
    const there = Array.from(rows[i].keys()).filter((column) => Math.abs(rows[i][column]) > tiny)
    if (there.length === 1) solved.push(there[0])
  }
  return solved.sort((a, b) => a - b)
}

/** The column becomes 1 in the pivot row and 0 in all others. */
const clear = (rows: Float64Array[], pivot: number, column: number): void => {
  const own = rows[pivot]
  const by = own[column]
  for (let j = 0; j < own.length; j += 1) own[j] /= by
  for (let i = 0; i < rows.length; i += 1) {
    const factor = rows[i][column]
    if (i === pivot || factor === 0) continue
    for (let j = 0; j < own.length; j += 1) rows[i][j] -= factor * own[j]
  }
}
