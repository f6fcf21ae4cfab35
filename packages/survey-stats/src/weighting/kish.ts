/** What unequal weights cost. */
export type WeightSummary = {
  /** Rows that have a weight other than 0. */
  readonly rows: number
  readonly sum: number
  readonly sumOfSquares: number
  /** Kish: rows × Σw² / (Σw)², by which unequal weights inflate the variance of a mean. */
  readonly designEffect: number
  /** Kish: (Σw)² / Σw². */
  readonly effectiveSize: number
  readonly lowest: number
  readonly highest: number
}

/**
 * Design effect and effective sample size of weights; rows of weight 0 do not count.
 * Source: Kish, Survey Sampling (1965), 11.7; Kish (1992), Journal of Official Statistics 8.
 */
export const summariseWeights = (weights: Float64Array): WeightSummary => {
  let [rows, sum, sumOfSquares, lowest, highest] = [0, 0, 0, Infinity, -Infinity]
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]
    if (weight === 0) continue
    rows += 1
    sum += weight
    sumOfSquares += weight * weight
    if (weight < lowest) lowest = weight
    if (weight > highest) highest = weight
  }
  return summaryOf(rows, sum, sumOfSquares, lowest, highest)
}

/** The same of weights that many rows share: `counts[k]` rows have `weights[k]`. */
export const summariseShared = (weights: Float64Array, counts: Float64Array): WeightSummary => {
  let [rows, sum, sumOfSquares, lowest, highest] = [0, 0, 0, Infinity, -Infinity]
  for (let k = 0; k < weights.length; k += 1) {
    const [weight, count] = [weights[k], counts[k]]
    if (weight === 0) continue
    rows += count
    sum += count * weight
    sumOfSquares += count * weight * weight
    if (weight < lowest) lowest = weight
    if (weight > highest) highest = weight
  }
  return summaryOf(rows, sum, sumOfSquares, lowest, highest)
}

const summaryOf = (rows: number, sum: number, sumOfSquares: number, lowest: number, highest: number): WeightSummary => {
  const effectiveSize = rows === 0 ? 0 : sum * (sum / sumOfSquares)
  return {
    rows,
    sum,
    sumOfSquares,
    designEffect: rows === 0 ? 1 : rows / effectiveSize,
    effectiveSize,
    lowest: rows === 0 ? 0 : lowest,
    highest: rows === 0 ? 0 : highest,
  }
}
