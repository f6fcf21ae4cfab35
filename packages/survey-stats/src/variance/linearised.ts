import { inBlocks } from '../data/in-blocks.ts'
import type { LinearDesign, LonelyPolicy, Stage } from '../design/design.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { residualise } from './regress.ts'
import { stratumFactors } from './stratum-factors.ts'

/**
 * The covariance of totals: of Σ wᵢ zᵢₖ over the rows, for each linearised variable zₖ. What weighting took out is taken out first;
 * then, stage by stage, the sums per unit are centred in their stratum, with n/(n − 1) and what is left of the population.
 * Source: Särndal, Swensson & Wretman, Model Assisted Survey Sampling, 4.3 (stages), 5.5 (linearisation) and ch. 6
 * (regression); R survey 4.1, `svyrecvar`.
 * @param variables zₖ, one value per row, 0 for rows outside the domain; overwritten
 * @returns a symmetric matrix, as large as there are variables
 * @throws {SurveyError} `lonely-unit` when a stratum has one unit and the policy is to refuse
 */
export const covarianceOfTotals = (design: LinearDesign, variables: readonly Float64Array[]): Square => {
  const { weights, calibrations, stages, lonely } = design
  const weighted = variables
  scaleBy(weighted, weights, 1)
  for (const { columns, regressionWeights, weights: own, sweeps } of calibrations) {
    scaleBy(weighted, own, -1)
    residualise(weighted, columns, regressionWeights, sweeps)
    scaleBy(weighted, own, 1)
  }
  const covariance = squareOf(variables.length)
  let above: Above = null
  for (let at = 0; at < stages.length; at += 1) {
    const units = unitsOf(stages[at], design.n)
    const seen = lonely === 'average' ? strataSpokenOf(design, stages[at]) : null
    const { taken } = addStage(
      covariance,
      weighted,
      stages[at],
      { ...units, seen },
      lonely,
      above,
      at + 1 === stages.length,
    )
    // Without a population nothing of a later stage adds to the variance.
    if (taken === null) break
    above = { unitOf: stages[at].units, taken }
  }
  return covariance
}

const scaleBy = (variables: readonly Float64Array[], weights: Float64Array, power: 1 | -1): void => {
  for (const variable of variables)
    for (let i = 0; i < variable.length; i += 1)
      // A row of weight 0 (left out by a replicate or a domain) has no part in any total.
      if (power === 1) variable[i] *= weights[i]
      else variable[i] = weights[i] === 0 ? 0 : variable[i] / weights[i]
}

/** The units of the stage before, and what share of the population each of them stands for, with those above it. */
type Above = { readonly unitOf: Int32Array; readonly taken: Float64Array } | null

/** A row of each unit, the stratum of each, and how many each stratum has. */
type Units = { readonly first: Int32Array; readonly strata: Int32Array; readonly perStratum: Float64Array }

/** Which strata have a row in the domain; null for all, which are also all that a weighted sample keeps, as in R. */
export const strataSpokenOf = (
  { domain, calibrations }: LinearDesign,
  { strata, stratumCount }: Stage,
): Uint8Array | null => {
  if (domain === null || calibrations.length > 0) return null
  const seen = new Uint8Array(stratumCount)
  for (let i = 0; i < domain.length; i += 1) if (domain[i] === 1) seen[strata === null ? 0 : strata[i]] = 1
  return seen
}

const unitsOf = ({ units, unitCount, strata, stratumCount }: Stage, n: number): Units => {
  const [first, own, perStratum] = [
    new Int32Array(unitCount),
    new Int32Array(unitCount),
    new Float64Array(stratumCount),
  ]
  for (let i = n - 1; i >= 0; i -= 1) first[units[i]] = i
  for (let u = 0; u < unitCount; u += 1) {
    own[u] = strata === null ? 0 : strata[first[u]]
    perStratum[own[u]] += 1
  }
  return { first, strata: own, perStratum }
}

/** Adds the variance of one stage, that of each unit above it times the share taken there. */
const addStage = (
  into: Square,
  variables: readonly Float64Array[],
  { units, unitCount, population }: Stage,
  { first, strata, perStratum, seen }: Units & { readonly seen: Uint8Array | null },
  lonely: LonelyPolicy,
  above: Above,
  isLast: boolean,
): { taken: Float64Array | null } => {
  const populations = new Float64Array(perStratum.length).fill(Infinity)
  const parents = above === null ? null : new Int32Array(perStratum.length)
  for (let u = 0; u < unitCount; u += 1) {
    if (population !== null) populations[strata[u]] = population[first[u]]
    if (above !== null && parents !== null) parents[strata[u]] = above.unitOf[first[u]]
  }
  const within = above === null || parents === null ? null : { parents, shares: above.taken }
  const { scale, isCentred } = stratumFactors(perStratum, populations, lonely, within, seen)
  const sums = variables.map((variable) => unitSums(variable, units, unitCount, isLast))
  for (const sum of sums) centre(sum, strata, perStratum, isCentred, scale)
  addProducts(into, sums, unitCount)
  if (population === null) return { taken: null }
  const taken = new Float64Array(unitCount)
  for (let u = 0; u < unitCount; u += 1)
    taken[u] =
      (perStratum[strata[u]] / population[first[u]]) * (above === null ? 1 : above.taken[above.unitOf[first[u]]])
  return { taken }
}

/** Σ over the rows of each unit. Where each row is one, the last stage may have the variable itself. */
const unitSums = (variable: Float64Array, units: Int32Array, unitCount: number, isLast: boolean): Float64Array => {
  if (unitCount === variable.length) return isLast ? variable : variable.slice()
  const sums = new Float64Array(unitCount)
  for (let i = 0; i < variable.length; i += 1) sums[units[i]] += variable[i]
  return sums
}

/** (sum − mean of its stratum) × √scale, in place. */
const centre = (
  sums: Float64Array,
  strata: Int32Array,
  perStratum: Float64Array,
  isCentred: Uint8Array,
  scale: Float64Array,
): void => {
  const means = new Float64Array(perStratum.length)
  for (let u = 0; u < sums.length; u += 1) means[strata[u]] += sums[u]
  for (let h = 0; h < means.length; h += 1) means[h] = isCentred[h] === 1 ? means[h] / perStratum[h] : 0
  const roots = scale.map(Math.sqrt)
  for (let u = 0; u < sums.length; u += 1) sums[u] = (sums[u] - means[strata[u]]) * roots[strata[u]]
}

/** Adds the products of all pairs, a block of units at a time, so that a block stays near the processor for all its pairs. */
const addProducts = (into: Square, sums: readonly Float64Array[], unitCount: number): void => {
  const products = new Float64Array(into.m.length)
  inBlocks(unitCount, (from, to) => {
    for (let j = 0; j < sums.length; j += 1)
      for (let k = 0; k <= j; k += 1) products[j * into.size + k] += dot(sums[j], sums[k], from, to)
  })
  for (let j = 0; j < sums.length; j += 1)
    for (let k = 0; k <= j; k += 1) {
      into.m[j * into.size + k] += products[j * into.size + k]
      if (k !== j) into.m[k * into.size + j] += products[j * into.size + k]
    }
}

/** Four sums, which need not wait for each other. */
const dot = (a: Float64Array, b: Float64Array, from: number, to: number): number => {
  let [p, q, r, s] = [0, 0, 0, 0]
  let u = from
  for (; u + 3 < to; u += 4) {
    p += a[u] * b[u]
    q += a[u + 1] * b[u + 1]
    r += a[u + 2] * b[u + 2]
    s += a[u + 3] * b[u + 3]
  }
  for (; u < to; u += 1) p += a[u] * b[u]
  return p + q + (r + s)
}
