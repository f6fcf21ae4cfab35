import type { Design } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { summariseWeights, type WeightSummary } from './kish.ts'
import { shown, type Margin } from './margin.ts'
import { rake } from './rake.ts'
import type { Weighted, WeightingOptions } from './weigh.ts'

export type TrimLimits = {
  /** Weights below it are raised to it. */
  readonly lower?: number
  /** Weights above it are cut off at it. */
  readonly upper?: number
  /** In units of what the limits are: of the weights themselves (without it), or of their median or mean. */
  readonly unit?: 'weight' | 'median' | 'mean'
  /** Whether to go on until no weight lies outside; plain trimming may push some a little over the limit. */
  readonly strict?: boolean
}

export type TrimReport = WeightSummary & {
  readonly lower: number
  readonly upper: number
  /** Rows whose weight was moved to a limit in the first round. */
  readonly trimmed: number
  /** Rows that lie outside the limits still; 0 after strict trimming. */
  readonly outside: number
  readonly iterations: number
}

export type Trimmed<D extends Design> = {
  readonly design: D
  readonly weights: Float64Array
  readonly report: TrimReport
}

/**
 * Trims weights: those outside the limits are moved to them, and what this takes or gives is spread in equal parts over the rows that
 * were inside, so that the sum stays. Strict trimming repeats it until none is outside. Rows of weight 0 take no part. Margins do
 * not hold after it (see `rakeAndTrim`), and the variance takes out what weighting took out before it, as R does. Each replicate of a
 * replicate design is trimmed, plainly, to the same limits.
 * @returns weights in the units they were in, design, report
 * @throws {SurveyError} `bounds-impossible` when the limits leave no room for the sum, or no row is inside to take up the rest;
 * `bad-argument` when the lower limit is not below the upper; `nothing-to-estimate` when no row has a weight
 * Source: Potter (1990), Proceedings of the ASA Section on Survey Research Methods; R survey 4.1, `trimWeights` (which, strict, can
 * recurse without end for rounding's sake alone, and of replicates leaves the weights themselves as they were).
 */
export const trimWeights = <D extends Design>(design: D, limits: TrimLimits): Trimmed<D> => {
  const [lower, upper] = limitsFor(design.weights, limits)
  const weights = design.weights.slice()
  if (limits.strict === true) mustHaveRoom(weights, lower, upper)
  let [trimmed, iterations] = [0, 0]
  for (let isDone = false; !isDone;) {
    const outside = trimOnce(weights, lower, upper)
    if (outside > 0) iterations += 1
    if (iterations === 1) trimmed = outside
    isDone = outside === 0 || limits.strict !== true
    if (iterations > 10_000)
      throw new SurveyError(
        'not-converged',
        `After ${iterations} rounds of trimming ${outside} weights are outside still.`,
      )
  }
  const report = {
    ...summariseWeights(weights),
    lower,
    upper,
    trimmed,
    outside: countOutside(weights, lower, upper),
    iterations,
  }
  const trimmedDesign =
    design.kind === 'linear'
      ? { ...design, weights }
      : {
          ...design,
          weights,
          weightsOf: (r: number, into: Float64Array) => {
            design.weightsOf(r, into)
            trimOnce(into, lower, upper)
          },
        }
  return { design: trimmedDesign, weights, report }
}

export type RakeAndTrimOptions = WeightingOptions & {
  /** How often at most; 500 without it. */
  readonly rounds?: number
  /** How far outside the limits a weight may be at the end, as a share of the limit; 0.001 without it. It comes nearer slowly. */
  readonly slack?: number
}

/**
 * Trims and rakes in turn until the margins hold and no weight lies outside the limits, which are fixed by the first raking. The
 * variance takes out what the last raking took out.
 * @returns the last raking's result; `rounds` says how often both were done
 * @throws {SurveyError} `bounds-impossible` when limits and margins cannot be had together within the rounds (how far off), and
 * what `rake` and `trimWeights` throw. Where the limits must hold to the digit, `calibrate` with bounds holds them.
 * Source: R survey 4.1, `rake(trimWeights(…))` in a loop.
 */
export const rakeAndTrim = <D extends Design>(
  design: D,
  margins: readonly Margin[],
  limits: Omit<TrimLimits, 'strict'>,
  options: RakeAndTrimOptions = {},
): Weighted<D> & { readonly rounds: number } => {
  const { rounds = 500, slack = 1e-3, ...weighting } = options
  let weighted = rake(design, margins, weighting)
  const [lower, upper] = limitsFor(weighted.weights, limits)
  let [round, off] = [0, offLimits(weighted.weights, lower, upper)]
  while (off > slack && round < rounds) {
    const { weights } = trimWeights(weighted.design, { lower, upper })
    weighted = rake(startingFrom(design, weights), margins, weighting)
    off = offLimits(weighted.weights, lower, upper)
    round += 1
  }
  if (off > slack)
    throw new SurveyError(
      'bounds-impossible',
      `After ${rounds} rounds of trimming and raking a weight lies ${shown(off * 100)} % outside the limits ${shown(lower)} and ` +
        `${shown(upper)}: they may not go together with the margins.`,
      { off, rounds },
    )
  return { ...weighted, rounds: round }
}

/** The design as it was before, with other weights to begin from. */
const startingFrom = <D extends Design>(design: D, weights: Float64Array): D => {
  if (design.kind === 'linear') return { ...design, weights }
  throw new SurveyError(
    'bad-argument',
    'Raking and trimming in turn is for a design without replicates; make these after it.',
  )
}

const limitsFor = (weights: Float64Array, { lower, upper, unit = 'weight' }: TrimLimits): [number, number] => {
  const size = unit === 'weight' ? 1 : unitOf(weights, unit)
  const limits: [number, number] = [(lower ?? -Infinity) * size, (upper ?? Infinity) * size]
  if (!(limits[0] < limits[1]))
    throw new SurveyError('bad-argument', `The lower limit ${lower} is not below the upper limit ${upper}.`)
  return limits
}

const unitOf = (weights: Float64Array, unit: 'median' | 'mean'): number => {
  const own = weights.filter((weight) => weight !== 0).toSorted()
  if (own.length === 0) throw new SurveyError('nothing-to-estimate', 'No row has a weight.')
  if (unit === 'mean') return own.reduce((sum, weight) => sum + weight, 0) / own.length
  const half = own.length >> 1
  return own.length % 2 === 1 ? own[half] : (own[half - 1] + own[half]) / 2
}

const mustHaveRoom = (weights: Float64Array, lower: number, upper: number): void => {
  const { rows, sum } = summariseWeights(weights)
  const mean = sum / rows
  if (rows > 0 && (mean > upper || mean < lower))
    throw new SurveyError(
      'bounds-impossible',
      `The weights are ${shown(mean)} on average, which no weights ${mean > upper ? `up to ${shown(upper)}` : `from ${shown(lower)}`} can be.`,
      { mean, lower, upper },
    )
}

/** @returns how many were outside */
const trimOnce = (weights: Float64Array, lower: number, upper: number): number => {
  let [outside, inside, taken] = [0, 0, 0]
  const isInside = new Uint8Array(weights.length)
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]
    if (weight === 0) continue
    if (weight >= lower && weight <= upper) {
      inside += 1
      isInside[i] = 1
      continue
    }
    outside += 1
    weights[i] = weight > upper ? upper : lower
    taken += weight - weights[i]
  }
  if (outside === 0) return 0
  if (inside === 0 && taken !== 0)
    throw new SurveyError(
      'bounds-impossible',
      `All ${outside} weights lie outside the limits, so that none can take up the rest.`,
    )
  const share = inside === 0 ? 0 : taken / inside
  for (let i = 0; i < weights.length; i += 1) if (isInside[i] === 1) weights[i] += share
  return outside
}

const countOutside = (weights: Float64Array, lower: number, upper: number): number => {
  let count = 0
  for (const weight of weights) if (weight !== 0 && (weight < lower || weight > upper)) count += 1
  return count
}

/** The furthest that a weight is outside, as a share of the limit. */
const offLimits = (weights: Float64Array, lower: number, upper: number): number => {
  let off = 0
  for (const weight of weights) {
    if (weight === 0) continue
    if (weight > upper) off = Math.max(off, weight / upper - 1)
    if (weight < lower) off = Math.max(off, 1 - weight / lower)
  }
  return off
}
