import { degreesOfFreedom, type ReplicateDesign } from '../design/design.ts'
import { replicatesOneByOne } from '../variance/replicated.ts'
import { estimateUnder, domainWeights, standardErrorsOf, type Estimates, type Statistic } from './statistic.ts'

/** An estimation that is on its way. */
export type EstimationSteps = {
  /** How many replicates there are, and how many have been weighed. */
  readonly count: number
  readonly done: () => number
  /**
   * Weighs one replicate more, when it has been weighted again too. Whoever stops calling has stopped the estimation.
   * @returns null until the last one, then (and from then on) what `estimateOf` gives
   */
  readonly next: () => Estimates | null
}

/**
 * What `estimateOf` gives of a replicate design, a replicate at a time: a worker can look between two of them whether it is still
 * wanted. Memory: two numbers per row, whatever the number of replicates, and the estimates of each.
 * @throws {SurveyError} as the statistic does; `next` as weighting does when a replicate cannot be weighted
 * @example
 * const steps = estimateInSteps(raked.design, meanOf({ trust }).statistic(raked.weights))
 * for (let found = steps.next(); found === null && isWanted(); found = steps.next()) await breath()
 */
export const estimateInSteps = (design: ReplicateDesign, statistic: Statistic): EstimationSteps => {
  const values = statistic.estimate(domainWeights(design))
  const replicating = replicatesOneByOne(design, estimateUnder(design, statistic), values)
  let found: Estimates | null = null
  return {
    count: design.count,
    done: replicating.done,
    next: () => {
      if (replicating.done() < design.count) replicating.step()
      if (found === null && replicating.done() === design.count) {
        const covariance = replicating.covariance()
        const standardErrors = standardErrorsOf(covariance)
        found = { values, covariance, standardErrors, degreesOfFreedom: degreesOfFreedom(design) }
      }
      return found
    },
  }
}
