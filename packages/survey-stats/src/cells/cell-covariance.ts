import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { residualise } from '../variance/regress.ts'
import type { Cells } from './cells.ts'

/**
 * Linearised variables of answers, which in a cell differ only by the answer. Of a row with answer a in a cell of group g, variable
 * k = g × answers + a has `gain[k]` − `centre[k]`, the others − `centre`; a row without an answer has 0 in all.
 */
export type AnswerVariables = {
  readonly answers: number
  /** The group of each cell; −1 where no row counts. */
  readonly groups: Int32Array
  readonly gain: Float64Array
  readonly centre: Float64Array
  /** Whether `centre` holds in the cells of the own group only, as for shares within groups, or in all. */
  readonly isWithinGroup: boolean
}

/**
 * The covariance of the totals of such variables, from counts: the same as `covarianceOfTotals`, in as many steps as there are cells.
 * What weighting takes out is the same for all rows of a cell and so is the mean of a stratum: together they are `shift`.
 * @param counts per cell and answer, the rows without an answer last: `counts[cell * (answers + 1) + answer]`
 */
export const covarianceFromCounts = (cells: Cells, counts: Int32Array, variables: AnswerVariables): Square => {
  const { count, weights, sizes, strata, unitsPerStratum, factors, calibrations } = cells
  const size = variables.gain.length
  const own = weights.slice()
  const shift = Array.from({ length: size }, () => new Float64Array(count))
  for (const { columns, regressionWeights, weights: made, sweeps } of calibrations) {
    const before = cellMeans(cells, counts, variables, own, shift)
    for (const mean of before) for (let c = 0; c < count; c += 1) mean[c] = made[c] === 0 ? 0 : mean[c] / made[c]
    const after = before.map((mean) => mean.slice())
    residualise(after, columns, regressionWeights, sweeps)
    for (let c = 0; c < count; c += 1) {
      if (made[c] === 0) own[c] = 0
      for (let k = 0; k < size; k += 1)
        shift[k][c] = made[c] === 0 ? 0 : shift[k][c] - made[c] * (before[k][c] - after[k][c])
    }
  }
  const means = cellMeans(cells, counts, variables, own, shift)
  for (let k = 0; k < size; k += 1) {
    const sums = new Float64Array(unitsPerStratum.length)
    for (let c = 0; c < count; c += 1) sums[strata[c]] += sizes[c] * means[k][c]
    for (let c = 0; c < count; c += 1)
      if (factors.isCentred[strata[c]] === 1) shift[k][c] -= sums[strata[c]] / unitsPerStratum[strata[c]]
  }
  return squaresOf(cells, counts, variables, own, shift)
}

/** The mean over all rows of each cell, with or without an answer. */
const cellMeans = (
  { count, sizes }: Cells,
  counts: Int32Array,
  { answers, groups, gain, centre, isWithinGroup }: AnswerVariables,
  weights: Float64Array,
  shift: readonly Float64Array[],
): Float64Array[] =>
  shift.map((offset, k) => {
    const [group, answer] = [Math.floor(k / answers), k % answers]
    const means = new Float64Array(count)
    for (let c = 0; c < count; c += 1) {
      means[c] = offset[c]
      if (groups[c] < 0) continue
      const isOwn = groups[c] === group
      if (!isOwn && isWithinGroup) continue
      const from = c * (answers + 1)
      const answered = sizes[c] - counts[from + answers]
      const gained = isOwn ? gain[k] * counts[from + answer] : 0
      means[c] += (weights[c] * (gained - centre[k] * answered)) / sizes[c]
    }
    return means
  })

const squaresOf = (
  { count, sizes, strata, factors }: Cells,
  counts: Int32Array,
  { answers, groups, gain, centre, isWithinGroup }: AnswerVariables,
  weights: Float64Array,
  shift: readonly Float64Array[],
): Square => {
  const size = gain.length
  const square = squareOf(size)
  const { m } = square
  const [without, base, own] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (let c = 0; c < count; c += 1) {
    const scale = factors.scale[strata[c]]
    if (scale === 0) continue
    const [group, from] = [groups[c], c * (answers + 1)]
    const missing = group < 0 ? sizes[c] : counts[from + answers]
    for (let k = 0; k < size; k += 1) without[k] = base[k] = shift[k][c]
    addSquare(m, size, without, 0, 0, scale * missing)
    if (group < 0) continue
    const start = group * answers
    const end = start + answers
    for (let k = isWithinGroup ? start : 0; k < (isWithinGroup ? end : size); k += 1) base[k] -= weights[c] * centre[k]
    // Rows differ in the block of their group only: outside it one product stands for all of them.
    addSquare(m, size, base, start, end, scale * (sizes[c] - missing))
    own.set(base)
    for (let answer = 0; answer < answers; answer += 1) {
      const rows = counts[from + answer]
      if (rows === 0) continue
      const key = start + answer
      own[key] = base[key] + weights[c] * gain[key]
      addBlock(m, size, own, start, end, scale * rows)
      own[key] = base[key]
    }
  }
  for (let j = 0; j < size; j += 1) for (let k = j + 1; k < size; k += 1) m[j * size + k] = m[k * size + j]
  return square
}

/** Adds v vᵀ below the diagonal, but for the rows and columns from `start` to `end`. */
const addSquare = (
  m: Float64Array,
  size: number,
  v: Float64Array,
  start: number,
  end: number,
  factor: number,
): void => {
  if (factor === 0) return
  for (let j = 0; j < size; j += 1) {
    if (j >= start && j < end) continue
    const [left, row] = [factor * v[j], j * size]
    if (left === 0) continue
    for (let k = 0; k <= j; k += 1) if (k < start || k >= end) m[row + k] += left * v[k]
  }
}

/** Adds v vᵀ below the diagonal in the rows and columns from `start` to `end`. */
const addBlock = (m: Float64Array, size: number, v: Float64Array, start: number, end: number, factor: number): void => {
  for (let j = start; j < end; j += 1) {
    const [left, row] = [factor * v[j], j * size]
    for (let k = 0; k < start; k += 1) m[row + k] += left * v[k]
    for (let k = start; k <= j; k += 1) m[row + k] += left * v[k]
  }
  for (let j = end; j < size; j += 1) {
    const [left, row] = [factor * v[j], j * size]
    for (let k = start; k < end; k += 1) m[row + k] += left * v[k]
  }
}
