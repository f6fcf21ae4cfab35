import type { ReplicateDesign } from '../design/design.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'

/** Estimates from weights; always as many. */
export type EstimateFrom = (weights: Float64Array) => Float64Array

/** Replicates that are estimated one by one. Of each only the estimates are kept, and one vector of weights for all. */
export type Replicating = {
  /** How many have been estimated. */
  readonly done: () => number
  /** Estimates the next. */
  readonly step: () => void
  /** How the estimates vary over the replicates, once all are done. */
  readonly covariance: () => Square
}

/**
 * The covariance of estimates from how they vary over the replicates: scale × Σ rscaleᵣ (θᵣ − c)(θᵣ − c)ᵀ, where c is their mean, or
 * the estimate itself with `mse`. Source: Wolter, Introduction to Variance Estimation, ch. 3–5; R survey 4.1, `svrVar`.
 * @param estimate called once per replicate, with the same array each time
 * @param whole the estimate with the design's own weights
 * @throws what `estimate` throws, with the number of the replicate: R leaves such a replicate out, by which a group of one unit gets a
 * standard error of 0
 */
export const covarianceOverReplicates = (
  design: ReplicateDesign,
  estimate: EstimateFrom,
  whole: Float64Array,
): Square => {
  const replicating = replicatesOneByOne(design, estimate, whole)
  while (replicating.done() < design.count) replicating.step()
  return replicating.covariance()
}

/** The same, a replicate at a time, for whoever must be able to stop in between. */
export const replicatesOneByOne = (
  design: ReplicateDesign,
  estimate: EstimateFrom,
  whole: Float64Array,
): Replicating => {
  const weights = new Float64Array(design.n)
  const replicates: Float64Array[] = []
  return {
    done: () => replicates.length,
    step: () => {
      design.weightsOf(replicates.length, weights)
      replicates.push(named(replicates.length, () => estimate(weights).slice()))
    },
    covariance: () => covarianceOf(design, replicates, whole),
  }
}

const covarianceOf = (
  { count, rscales, scale, mse }: ReplicateDesign,
  replicates: readonly Float64Array[],
  whole: Float64Array,
): Square => {
  const centre = mse ? whole : meanOf(replicates, rscales, whole.length)
  const covariance = squareOf(whole.length)
  for (let r = 0; r < count; r += 1)
    for (let j = 0; j < whole.length; j += 1) {
      const factor = scale * rscales[r] * (replicates[r][j] - centre[j])
      for (let k = 0; k < whole.length; k += 1)
        covariance.m[j * whole.length + k] += factor * (replicates[r][k] - centre[k])
    }
  return covariance
}

const meanOf = (replicates: readonly Float64Array[], rscales: Float64Array, size: number): Float64Array => {
  const mean = new Float64Array(size)
  const used = replicates.filter((_, r) => rscales[r] > 0)
  for (const one of used) for (let k = 0; k < size; k += 1) mean[k] += one[k] / used.length
  return mean
}

const named = (r: number, work: () => Float64Array): Float64Array => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SurveyError)) throw error
    throw new SurveyError(error.code, `Replicate ${r + 1}: ${error.message}`, { ...error.details, replicate: r + 1 })
  }
}
