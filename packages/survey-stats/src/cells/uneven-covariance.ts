import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { residualise } from '../variance/regress.ts'
import { addSquare, type AnswerVariables } from './cell-covariance.ts'
import type { Cells } from './cells.ts'
import type { WeightSums } from './weight-sums.ts'

/**
 * The covariance of the totals of answers' variables where rows of a cell weigh differently: the same as `covarianceOfTotals`, from
 * sums of weights and of their squares. A row is w x: x, its variable less what weighting took out, is one for all rows of a cell with
 * an answer. With m, the mean of the stratum, Σ (w x − m)(w x − m)ᵀ = Σw² (x − ρm)(x − ρm)ᵀ + n Σ(w − w̄)² / Σw² mmᵀ, ρ = Σw / Σw².
 * @param cells weighted once at most
 */
export const covarianceFromSums = (cells: Cells, sums: WeightSums, variables: AnswerVariables): Square => {
  const { count, strata, unitsPerStratum, factors } = cells
  const { answers } = variables
  const size = variables.gain.length
  const width = answers + 1
  const fits = fitsOf(cells, sums, variables)
  const means = meansOf(cells, sums, variables, fits)
  const square = squareOf(size)
  const x = new Float64Array(size)
  // The part of the stratum's mean that no row is moved by.
  const still = new Float64Array(unitsPerStratum.length)
  for (let c = 0; c < count; c += 1) {
    const stratum = strata[c]
    const scale = factors.scale[stratum]
    if (scale === 0) continue
    for (let answer = 0; answer <= answers; answer += 1) {
      const at = c * width + answer
      if (sums.rows[at] === 0) continue
      variableOf(variables, fits, c, answer, x)
      const share = sums.weights[at] / sums.squares[at]
      for (let k = 0; k < size; k += 1) x[k] -= share * means[stratum * size + k]
      addSquare(square.m, x, scale * sums.squares[at])
      still[stratum] += (scale * sums.rows[at] * sums.spread[at]) / sums.squares[at]
    }
  }
  for (let stratum = 0; stratum < still.length; stratum += 1)
    addSquare(square.m, means.subarray(stratum * size, (stratum + 1) * size), still[stratum])
  const { m } = square
  for (let j = 0; j < size; j += 1) for (let k = j + 1; k < size; k += 1) m[j * size + k] = m[k * size + j]
  return square
}

/** What weighting takes out of each variable in each cell: `[k][cell]`; nothing without it. */
const fitsOf = (
  { count, sizes, calibrations: [calibration] }: Cells,
  { regression }: WeightSums,
  { answers, groups, gain, centre, isWithinGroup }: AnswerVariables,
): Float64Array[] => {
  const fits = Array.from(gain, () => new Float64Array(count))
  if (calibration === undefined) return fits
  const { columns, regressionWeights, sweeps } = calibration
  fits.forEach((fit, k) => {
    const [group, answer] = [Math.floor(k / answers), k % answers]
    for (let c = 0; c < count; c += 1) {
      const all = regressionWeights === null ? sizes[c] : regressionWeights[c]
      const isOwn = groups[c] === group
      if (groups[c] < 0 || all === 0 || (isWithinGroup && !isOwn)) continue
      const from = c * (answers + 1)
      fit[c] =
        ((isOwn ? gain[k] * regression[from + answer] : 0) - centre[k] * (all - regression[from + answers])) / all
    }
  })
  const rest = fits.map((fit) => fit.slice())
  residualise(rest, columns, regressionWeights, sweeps)
  fits.forEach((fit, k) => {
    for (let c = 0; c < count; c += 1) fit[c] -= rest[k][c]
  })
  return fits
}

/** The mean of each variable over the units of each stratum: `[stratum * size + k]`; 0 where it is not taken out. */
const meansOf = (
  { count, strata, unitsPerStratum, factors }: Cells,
  { weights }: WeightSums,
  variables: AnswerVariables,
  fits: readonly Float64Array[],
): Float64Array => {
  const size = fits.length
  const means = new Float64Array(unitsPerStratum.length * size)
  const x = new Float64Array(size)
  for (let c = 0; c < count; c += 1) {
    if (factors.isCentred[strata[c]] !== 1) continue
    const start = strata[c] * size
    for (let answer = 0; answer <= variables.answers; answer += 1) {
      const sum = weights[c * (variables.answers + 1) + answer]
      if (sum === 0) continue
      variableOf(variables, fits, c, answer, x)
      for (let k = 0; k < size; k += 1) means[start + k] += (sum * x[k]) / unitsPerStratum[strata[c]]
    }
  }
  return means
}

/** What a row of the cell with this answer has of each variable, without its weight. */
const variableOf = (
  { answers, groups, gain, centre, isWithinGroup }: AnswerVariables,
  fits: readonly Float64Array[],
  c: number,
  answer: number,
  into: Float64Array,
): void => {
  const size = into.length
  for (let k = 0; k < size; k += 1) into[k] = -fits[k][c]
  const group = groups[c]
  if (group < 0 || answer === answers) return
  const start = group * answers
  const [from, to] = isWithinGroup ? [start, start + answers] : [0, size]
  for (let k = from; k < to; k += 1) into[k] -= centre[k]
  into[start + answer] += gain[start + answer]
}
