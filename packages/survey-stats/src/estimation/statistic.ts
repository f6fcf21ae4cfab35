import type { Design, ReplicateDesign } from '../design/design.ts'
import { degreesOfFreedom } from '../design/design.ts'
import type { Square } from '../linear-algebra/symmetric.ts'
import { covarianceOfTotals } from '../variance/linearised.ts'
import { covarianceOverReplicates, type EstimateFrom } from '../variance/replicated.ts'

/** Something that can be estimated from a sample: all that a design must know of it. */
export type Statistic = {
  /** The estimates under these weights; rows outside the design's domain come with weight 0. */
  estimate(weights: Float64Array): Float64Array
  /**
   * The linearised variable of each estimate: zᵢₖ, so that the estimate varies as Σ wᵢ zᵢₖ does. 0 where weight is 0.
   * The arrays are handed over.
   */
  linearise(weights: Float64Array, estimates: Float64Array): Float64Array[]
}

/** Estimates, how they vary together, and what a t is read with. */
export type Estimates = {
  readonly values: Float64Array
  readonly covariance: Square
  readonly standardErrors: Float64Array
  /** See `degreesOfFreedom`. */
  readonly degreesOfFreedom: number
}

/** The weights, 0 for the rows outside the domain. */
export const domainWeights = ({ weights, domain }: Pick<Design, 'weights' | 'domain'>): Float64Array =>
  domain === null ? weights : weights.map((weight, i) => weight * domain[i])

/**
 * Estimates a statistic and its covariance: linearised where the design is, over the replicates where it has them.
 * @param of the design whose degrees of freedom are given, where answers that are missing do not lower them
 * @throws what the statistic throws, and `lonely-unit`
 */
export const estimateOf = (design: Design, statistic: Statistic, of: Design = design): Estimates => {
  const weights = domainWeights(design)
  const values = statistic.estimate(weights)
  const covariance =
    design.kind === 'linear'
      ? covarianceOfTotals(design, statistic.linearise(weights, values))
      : covarianceOverReplicates(design, estimateUnder(design, statistic), values)
  return {
    values,
    covariance,
    standardErrors: standardErrorsOf(covariance),
    degreesOfFreedom: degreesOfFreedom(of),
  }
}

/** The estimates under the weights of a replicate, which are made 0 outside the domain. */
export const estimateUnder =
  ({ domain }: ReplicateDesign, statistic: Statistic): EstimateFrom =>
  (own) => {
    if (domain !== null) for (let i = 0; i < own.length; i += 1) own[i] *= domain[i]
    return statistic.estimate(own)
  }

/** The roots of the diagonal. What rounding made negative is 0. */
export const standardErrorsOf = ({ m, size }: Square): Float64Array =>
  Float64Array.from({ length: size }, (_, k) => Math.sqrt(Math.max(0, m[k * size + k])))
