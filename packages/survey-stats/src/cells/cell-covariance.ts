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
  const ofGroup = cellsOfGroups(variables)
  const shift = Array.from({ length: size }, () => new Float64Array(count))
  for (const { columns, regressionWeights, weights: made, sweeps } of calibrations) {
    const before = cellMeans(cells, counts, variables, ofGroup, own, shift)
    for (const mean of before) for (let c = 0; c < count; c += 1) mean[c] = made[c] === 0 ? 0 : mean[c] / made[c]
    const after = before.map((mean) => mean.slice())
    residualise(after, columns, regressionWeights, sweeps)
    for (let c = 0; c < count; c += 1) if (made[c] === 0) own[c] = 0
    shift.forEach((offset, k) => {
      const [was, is] = [before[k], after[k]]
      for (let c = 0; c < count; c += 1) offset[c] = made[c] === 0 ? 0 : offset[c] - made[c] * (was[c] - is[c])
    })
  }
  const means = cellMeans(cells, counts, variables, ofGroup, own, shift)
  shift.forEach((offset, k) => {
    const mean = means[k]
    const sums = new Float64Array(unitsPerStratum.length)
    for (let c = 0; c < count; c += 1) sums[strata[c]] += sizes[c] * mean[c]
    for (let h = 0; h < sums.length; h += 1) sums[h] = factors.isCentred[h] === 1 ? sums[h] / unitsPerStratum[h] : 0
    for (let c = 0; c < count; c += 1) offset[c] -= sums[strata[c]]
  })
  return squaresOf(cells, counts, variables, own, shift)
}

/** The cells of each group. */
const cellsOfGroups = ({ answers, groups, gain }: AnswerVariables): number[][] => {
  const found: number[][] = Array.from({ length: gain.length / answers }, () => [])
  for (let c = 0; c < groups.length; c += 1) if (groups[c] >= 0) found[groups[c]].push(c)
  return found
}

/** The mean over all rows of each cell, with or without an answer. */
const cellMeans = (
  { count, sizes }: Cells,
  counts: Int32Array,
  { answers, groups, gain, centre, isWithinGroup }: AnswerVariables,
  ofGroup: readonly (readonly number[])[],
  weights: Float64Array,
  shift: readonly Float64Array[],
): Float64Array[] => {
  // What the mean of a cell has of the centre: its weight times the share of its rows that have an answer.
  const centred = new Float64Array(count)
  for (let c = 0; c < count; c += 1)
    if (groups[c] >= 0) centred[c] = (weights[c] * (sizes[c] - counts[c * (answers + 1) + answers])) / sizes[c]
  return shift.map((offset, k) => {
    const [mine, answer] = [gain[k], k % answers]
    const means = offset.slice()
    if (!isWithinGroup) for (let c = 0; c < count; c += 1) means[c] -= centre[k] * centred[c]
    for (const c of ofGroup[Math.floor(k / answers)]) {
      const from = c * (answers + 1)
      const gained = mine * counts[from + answer] - centre[k] * (sizes[c] - counts[from + answers])
      means[c] = offset[c] + (weights[c] * gained) / sizes[c]
    }
    return means
  })
}

/**
 * The rows of a cell differ in the block of their group only, and there each has one answer: of the products of two variables at most
 * one has something of its own. All products then follow from `base`, what a row without that one has, and `sums`, that of all rows
 * of the cell that have an answer; the squares are made of the rows themselves, so that nothing but rounding is left of a share of 1.
 */
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
  const [without, base, sums] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const squares = new Float64Array(answers)
  for (let c = 0; c < count; c += 1) {
    const scale = factors.scale[strata[c]]
    if (scale === 0) continue
    const [group, from] = [groups[c], c * (answers + 1)]
    const missing = group < 0 ? sizes[c] : counts[from + answers]
    for (let k = 0; k < size; k += 1) without[k] = base[k] = shift[k][c]
    const start = group < 0 ? 0 : group * answers
    const end = group < 0 ? 0 : start + answers
    const answered = sizes[c] - missing
    if (group >= 0)
      for (let k = isWithinGroup ? start : 0; k < (isWithinGroup ? end : size); k += 1)
        base[k] -= weights[c] * centre[k]
    for (let k = start; k < end; k += 1) {
      const rows = counts[from + k - start]
      const own = base[k] + weights[c] * gain[k]
      sums[k] = (answered - rows) * base[k] + rows * own
      squares[k - start] = (answered - rows) * base[k] * base[k] + rows * own * own
    }
    // Outside the block rows with and without an answer are the same, where only the own group has a centre.
    if (isWithinGroup) addSquare(m, without, scale * sizes[c], start, end)
    else {
      addSquare(m, without, scale * missing, start, end)
      addSquare(m, base, scale * answered, start, end)
    }
    for (let k = start; k < end; k += 1) {
      const lone = scale * missing * without[k]
      const own = scale * sums[k]
      const row = k * size
      for (let j = 0; j < start; j += 1) m[row + j] += own * base[j] + lone * without[j]
      for (let j = end; j < size; j += 1) m[j * size + k] += own * base[j] + lone * without[j]
      const more = scale * weights[c] * gain[k] * counts[from + k - start]
      for (let j = start; j < k; j += 1) m[row + j] += scale * sums[j] * base[k] + more * base[j] + lone * without[j]
      m[row + k] += scale * squares[k - start] + lone * without[k]
    }
  }
  for (let j = 0; j < size; j += 1) for (let k = j + 1; k < size; k += 1) m[j * size + k] = m[k * size + j]
  return square
}

/** Adds v vᵀ on the diagonal and below it, but for the rows and columns from `start` to `end`. */
export const addSquare = (m: Float64Array, v: Float64Array, factor: number, start = 0, end = start): void => {
  if (factor === 0) return
  const size = v.length
  for (let j = 0; j < size; j += 1) {
    if (j >= start && j < end) continue
    const [left, row] = [factor * v[j], j * size]
    if (left === 0) continue
    for (let k = 0, to = Math.min(j + 1, start); k < to; k += 1) m[row + k] += left * v[k]
    for (let k = end; k <= j; k += 1) m[row + k] += left * v[k]
  }
}
