import { seeded } from '../random/seeded.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { balancedFactors } from './balanced-replicates.ts'
import { bootstrapFactors, rescaledFactors } from './bootstrap.ts'
import type { LinearDesign, ReplicateDesign } from './design.ts'
import { jackknifeFactors, stratifiedJackknifeFactors } from './jackknife.ts'
import { degreesOfReplicates } from './replicate-rank.ts'

/** With what the weight of each first-stage unit is multiplied in each replicate. */
export type UnitFactors = {
  readonly count: number
  readonly scale: number
  readonly rscales: Float64Array
  readonly degreesOfFreedom: number
  /** Writes the factors of replicate r, one per unit. */
  readonly factorsOf: (r: number, into: Float64Array) => void
}

export type ReplicateOptions =
  | { readonly type: 'JK1' | 'JKn' | 'BRR'; readonly mse?: boolean }
  /** `rho`, above 0 and below 1: how much of its weight the half that is left out keeps. */
  | { readonly type: 'Fay'; readonly rho: number; readonly mse?: boolean }
  | {
      readonly type: 'bootstrap' | 'subbootstrap'
      readonly replicates: number
      /** The same seed gives the same replicates, in whatever order they are asked. */
      readonly seed: string | number
      readonly mse?: boolean
    }

/**
 * A design whose variance is found by weighing it again and again, from the first stage of a design.
 * - JK1: each unit left out once, the others raised by n/(n − 1); for a design without strata.
 * - JKn: the same within each stratum; lonely units as the design's policy says. (R 4.1 takes for lonely also a unit that is all its stratum has.)
 * - BRR: half samples by a Hadamard matrix; strata of two units, or of an even number, which is split into pairs in the order of the data.
 *   With strata in the order of their names these are the half samples of R, up to 23 pairs and for most numbers up to 67.
 * - Fay: the same with `rho` of its weight left to the other half.
 * - bootstrap: as many units drawn as there are, with replacement, or from copies of the units up to the population (Canty & Davison).
 * - subbootstrap: one fewer, raised by n/(n − 1) (Rao & Wu).
 *
 * Each replicate is made when it is asked for. Weighting that was done before is not repeated: weight the replicate design instead.
 * @param mse whether deviations are from the estimate itself; from the mean of the replicates without it
 * @throws {SurveyError} `lonely-unit`, `bad-argument` (strata where JK1 takes none, an odd number of units where pairs are needed,
 * too few replicates, rho)
 * Source: Wolter, Introduction to Variance Estimation (2007), 3–5; Canty & Davison (1999), The Statistician 48; Rao & Wu (1988),
 * JASA 83; R survey 4.1, `as.svrepdesign`.
 */
export const replicatesOf = (design: LinearDesign, options: ReplicateOptions): ReplicateDesign =>
  fromUnits(design, options.type, unitFactorsOf(design, options), options.mse ?? false)

export type GivenReplicates = {
  /** One list per replicate: a value per first-stage unit in the order in which the data brings them, or per row. */
  readonly values: readonly (Float64Array | readonly number[])[]
  /** Whether the values are multiples of the design's weights (without it) or weights themselves, per row. */
  readonly are?: 'factors' | 'weights'
  readonly scale: number
  /** One per replicate; 1 each without them. */
  readonly rscales?: readonly number[] | Float64Array
  readonly mse?: boolean
  /**
   * Without it the rank of the replicate weights less one, as R has it; where that takes too long (rows × replicates² above 2 billion),
   * sampling units less strata, or replicates less one where these are fewer.
   */
  readonly degreesOfFreedom?: number
}

/**
 * A design with replicate weights that came with the data. The values are used where they are, not copied.
 * @throws {SurveyError} `different-lengths`, `bad-weights` (a value that is negative or no number), `bad-argument` (no replicates)
 * Source: R survey 4.1, `svrepdesign`.
 */
export const replicatesGiven = (design: LinearDesign, given: GivenReplicates): ReplicateDesign => {
  const { values, are = 'factors', scale } = given
  const [{ units, unitCount }] = design.stages
  const count = values.length
  if (count < 2) throw new SurveyError('bad-argument', `There are ${count} replicates; two are needed at least.`)
  if (!(scale > 0 && scale < Infinity))
    throw new SurveyError('bad-argument', `The scale is ${scale}; it must be above 0.`)
  values.forEach((one, r) => {
    mustBeReplicate(one, r)
    if (one.length !== design.n && (are === 'weights' || one.length !== unitCount))
      mustBeLong(`Replicate ${r + 1}`, one.length, are === 'weights' ? design.n : unitCount)
  })
  const rscales = rscalesOf(given.rscales, count)
  const weightsOf = (r: number, into: Float64Array): void => {
    const one = values[r]
    const isPerUnit = one.length !== design.n
    for (let i = 0; i < design.n; i += 1) {
      const value = one[isPerUnit ? units[i] : i]
      into[i] = are === 'weights' ? value : design.weights[i] * value
    }
  }
  const { n, weights, domain } = design
  const [{ stratumCount }] = design.stages
  const own: ReplicateDesign = {
    kind: 'replicate',
    n,
    weights,
    domain,
    type: 'given',
    count,
    scale,
    rscales,
    mse: given.mse ?? false,
    degreesOfFreedom: given.degreesOfFreedom ?? Math.min(count - 1, unitCount - stratumCount),
    weightsOf,
  }
  return given.degreesOfFreedom === undefined
    ? { ...own, degreesOfFreedom: degreesOfReplicates({ ...own, domain: null }) }
    : own
}

const mustBeReplicate = (values: ArrayLike<number>, r: number): void => {
  for (let i = 0; i < values.length; i += 1)
    if (!(values[i] >= 0 && values[i] < Infinity))
      throw new SurveyError(
        'bad-weights',
        `Replicate ${r + 1} has ${values[i]} at place ${i + 1}; it must be 0 or more.`,
        {
          replicate: r + 1,
        },
      )
}

const rscalesOf = (given: GivenReplicates['rscales'], count: number): Float64Array => {
  if (given === undefined) return new Float64Array(count).fill(1)
  mustBeLong('The scales per replicate', given.length, count)
  const rscales = Float64Array.from(given)
  if (!rscales.every((value) => value >= 0 && value < Infinity))
    throw new SurveyError('bad-argument', 'A scale of a replicate is below 0 or no number.')
  return rscales
}

const unitFactorsOf = (design: LinearDesign, options: ReplicateOptions): UnitFactors => {
  switch (options.type) {
    case 'JK1':
      return jackknifeFactors(design)
    case 'JKn':
      return stratifiedJackknifeFactors(design)
    case 'BRR':
      return balancedFactors(design, 0)
    case 'Fay':
      if (!(options.rho > 0 && options.rho < 1))
        throw new SurveyError('bad-argument', `Fay's rho is ${options.rho}; it must lie between 0 and 1.`)
      return balancedFactors(design, options.rho)
    case 'bootstrap':
    case 'subbootstrap': {
      const { replicates, seed, type } = options
      if (!(Number.isInteger(replicates) && replicates >= 2))
        throw new SurveyError('bad-argument', `There are to be ${replicates} replicates; two are needed at least.`)
      const chance = (of: string | number) => seeded(`${seed}/${of}`)
      return type === 'bootstrap'
        ? bootstrapFactors(design, replicates, chance)
        : rescaledFactors(design, replicates, chance)
    }
  }
}

const fromUnits = (
  { n, weights, stages: [{ units, unitCount }], domain }: LinearDesign,
  type: ReplicateDesign['type'],
  { count, scale, rscales, degreesOfFreedom, factorsOf }: UnitFactors,
  mse: boolean,
): ReplicateDesign => {
  // Where each row is a unit there is no need for factors of their own.
  const isEachItsOwn = unitCount === n && units.every((unit, row) => unit === row)
  const factors = new Float64Array(isEachItsOwn ? 0 : unitCount)
  const weightsOf = (r: number, into: Float64Array): void => {
    if (isEachItsOwn) {
      factorsOf(r, into)
      for (let i = 0; i < n; i += 1) into[i] *= weights[i]
      return
    }
    factorsOf(r, factors)
    for (let i = 0; i < n; i += 1) into[i] = weights[i] * factors[units[i]]
  }
  return { kind: 'replicate', n, weights, type, count, weightsOf, scale, rscales, mse, degreesOfFreedom, domain }
}
