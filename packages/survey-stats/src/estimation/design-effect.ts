import { SurveyError } from '../survey-error.ts'
import type { Estimates } from './statistic.ts'
import { rowsWeighed, sumOf } from './weighted-sums.ts'

/** The simple random sample to compare with: taken without putting back, or with. */
export type Comparison = 'without-replacement' | 'with-replacement'

/**
 * How many times larger the variance is than that of a simple random sample with as many rows: v / (s²(z) W² / n), times
 * 1 / (1 − n/W) without replacement, where s²(z) is the weighted variance of the linearised variable, n the rows and W their weight.
 * Source: Kish (1965), Survey Sampling; R `deff = TRUE` and `deff = "replace"`.
 * @param variables the linearised variables, not yet weighted
 * @returns null where the simple random sample has no variance
 * @throws {SurveyError} `not-defined` when, without replacement, the weights add up to less than the rows
 */
export const designEffectsOf = (
  weights: Float64Array,
  variables: readonly Float64Array[],
  { covariance: { m, size } }: Pick<Estimates, 'covariance'>,
  against: Comparison,
): (number | null)[] => {
  const [n, total] = [rowsWeighed(weights), sumOf(weights)]
  if (against === 'without-replacement' && total < n)
    throw new SurveyError(
      'not-defined',
      `The weights add up to ${total} and there are ${n} rows; a sample larger than its population has no design effect.`,
      { total, n },
    )
  const share = against === 'without-replacement' ? 1 - n / total : 1
  return variables.map((z, k) => {
    const simple = (n < 2 ? 0 : (weightedVariance(z, weights, total) * n) / (n - 1)) * (total / n) * total * share
    return simple > 0 ? m[k * size + k] / simple : null
  })
}

const weightedVariance = (z: Float64Array, weights: Float64Array, total: number): number => {
  let [mean, variance, size] = [0, 0, 0]
  for (let i = 0; i < z.length; i += 1) mean += (weights[i] / total) * z[i]
  for (let i = 0; i < z.length; i += 1) {
    variance += (weights[i] / total) * (z[i] - mean) ** 2
    if (weights[i] !== 0 && Math.abs(z[i]) > size) size = Math.abs(z[i])
  }
  // What is left of a constant is rounding.
  return variance > (1e-14 * size) ** 2 ? variance : 0
}
