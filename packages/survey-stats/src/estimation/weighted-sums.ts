import type { Column } from '../data/column.ts'

/** How many numbers the columns give per row: one for an amount, one per level for classes. */
export const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((width, column) => width + (column.kind === 'numeric' ? 1 : column.levels.length), 0)

/** Σ wᵢ xᵢₖ over the rows that weigh something, of which no column may be missing. Levels count as 0 and 1. */
export const weightedSums = (columns: readonly Column[], weights: Float64Array): Float64Array => {
  const sums = new Float64Array(widthOf(columns))
  let at = 0
  for (const column of columns) {
    if (column.kind === 'numeric') {
      const { values } = column
      let sum = 0
      for (let i = 0; i < weights.length; i += 1) if (weights[i] !== 0) sum += weights[i] * values[i]
      sums[at] = sum
      at += 1
      continue
    }
    const { codes, levels } = column
    const own = new Float64Array(levels.length + 1)
    for (let i = 0; i < weights.length; i += 1) own[codes[i]] += weights[i]
    sums.set(own.subarray(0, levels.length), at)
    at += levels.length
  }
  return sums
}

/** (xᵢₖ − centreₖ) × scale per row, 0 where the row weighs nothing. */
export const deviations = (
  columns: readonly Column[],
  weights: Float64Array,
  centres: Float64Array,
  scale: number,
): Float64Array[] => {
  const variables: Float64Array[] = []
  for (const column of columns) {
    const width = column.kind === 'numeric' ? 1 : column.levels.length
    for (let level = 0; level < width; level += 1) {
      const own = new Float64Array(weights.length)
      const centre = centres[variables.length]
      if (column.kind === 'numeric') {
        const { values } = column
        for (let i = 0; i < own.length; i += 1) if (weights[i] !== 0) own[i] = (values[i] - centre) * scale
      } else {
        const { codes } = column
        const worth = new Float64Array(width + 1).fill(-centre * scale)
        worth[level] = (1 - centre) * scale
        for (let i = 0; i < own.length; i += 1) if (weights[i] !== 0) own[i] = worth[codes[i]]
      }
      variables.push(own)
    }
  }
  return variables
}

/** Σ wᵢ */
export const sumOf = (weights: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += weights[i]
  return sum
}

/** How many rows weigh something. */
export const rowsWeighed = (weights: Float64Array): number => {
  let rows = 0
  for (let i = 0; i < weights.length; i += 1) if (weights[i] !== 0) rows += 1
  return rows
}
