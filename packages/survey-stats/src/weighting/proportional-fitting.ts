import { inBlocks } from '../data/in-blocks.ts'
import { SurveyError } from '../survey-error.ts'
import { detailsOf, furthestOf, sentenceOf } from './furthest.ts'
import type { Target } from './margin.ts'
import type { Points } from './points.ts'
import { sumsByCode } from './settle.ts'
import type { Solution, SolveOptions } from './solution.ts'

/** How far off a margin may be at the end when rounding allows no better, as a share of it. */
const acceptable = 1e-9
/** Where further rounds only move the last digits. */
const exact = 1e-14

/**
 * Iterative proportional fitting: margin after margin, every weight of a level is multiplied with what is asked over what is there,
 * until a whole round changes nothing. Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11; R survey, `rake`.
 * @throws {SurveyError} `margins-impossible` when it is proved that no weights above 0 reach the margins, `not-converged`, `aborted`
 */
export const fitProportionally = (
  points: Pick<Points, 'codes' | 'count'>,
  targets: readonly Target[],
  start: Float64Array,
  { maxIterations, tolerance, onStep }: SolveOptions,
): Solution => {
  const weights = start.slice()
  const logs = targets.map(({ levels }) => new Float64Array(levels.length))
  let before = logs.map((one) => one.slice())
  let [last, checkpoint] = [Infinity, 8]
  for (let iteration = 1; iteration <= maxIterations; iteration += 1) {
    const off = sweep(points, targets, weights, logs)
    if (onStep?.({ iteration, off }) === false) throw new SurveyError('aborted', 'Weighting was stopped.')
    const isDone = tolerance === undefined ? off <= exact || (off <= acceptable && off >= last) : off <= tolerance
    if (isDone) return solutionOf(points, targets, start, weights, iteration)
    last = off
    if (iteration === checkpoint) {
      checkpoint *= 2
      if (isImpossible(points, targets, start, logs, before)) refuseImpossible(points, targets, weights)
      before = logs.map((one) => one.slice())
    }
  }
  if (tolerance === undefined && last <= acceptable) return solutionOf(points, targets, start, weights, maxIterations)
  const worst = furthestOf(targets, reachedBy(points, targets, weights))
  throw new SurveyError(
    'not-converged',
    `Raking has not converged after ${maxIterations} rounds: ${worst === null ? 'nothing is asked' : sentenceOf(worst)}.`,
    worst === null ? {} : detailsOf(worst),
  )
}

/** One round over all margins. @returns how far off the worst level was when its turn came */
const sweep = (
  { codes }: Pick<Points, 'codes'>,
  targets: readonly Target[],
  weights: Float64Array,
  logs: readonly Float64Array[],
): number => {
  let off = 0
  for (let m = 0; m < targets.length; m += 1) {
    const { totals } = targets[m]
    const sums = sumsByCode(codes[m], weights, totals.length)
    for (let code = 0; code < totals.length; code += 1) {
      // A level that nobody is in has nothing to be multiplied.
      const factor = sums[code] > 0 ? totals[code] / sums[code] : 1
      if (sums[code] > 0) off = Math.max(off, Math.abs(sums[code] / totals[code] - 1))
      logs[m][code] += Math.log(factor)
      sums[code] = factor
    }
    multiplyByCode(codes[m], sums, weights)
  }
  return off
}

const multiplyByCode = (codes: ArrayLike<number>, factors: Float64Array, weights: Float64Array): void =>
  inBlocks(weights.length, (from, to) => multiplyByCodeIn(codes, factors, weights, from, to))

const multiplyByCodeIn = (
  codes: ArrayLike<number>,
  factors: Float64Array,
  weights: Float64Array,
  from: number,
  to: number,
): void => {
  for (let k = from; k < to; k += 1) weights[k] *= factors[codes[k]]
}

const reachedBy = (
  { codes }: Pick<Points, 'codes'>,
  targets: readonly Target[],
  weights: Float64Array,
): Float64Array[] => targets.map(({ levels }, m) => sumsByCode(codes[m], weights, levels.length))

const solutionOf = (
  points: Pick<Points, 'codes' | 'count'>,
  targets: readonly Target[],
  start: Float64Array,
  weights: Float64Array,
  iterations: number,
): Solution => {
  const factors = weights.map((weight, k) => (start[k] > 0 ? weight / start[k] : 0))
  return { factors, iterations, reached: reachedBy(points, targets, weights), totalsReached: new Float64Array(0) }
}

/**
 * Whether the way the factors have been moving proves that nothing fits. Weights w ≥ 0 with the margins asked have
 * Σ_levels T·δ = Σ_points w·(δ of its levels) ≤ N × the largest (δ of its levels), for any numbers δ per level; numbers for which
 * that fails are a proof (Farkas). Where there is no fit, the logarithms of the factors run off in such a direction.
 */
const isImpossible = (
  { codes, count }: Pick<Points, 'codes' | 'count'>,
  targets: readonly Target[],
  start: Float64Array,
  logs: readonly Float64Array[],
  before: readonly Float64Array[],
): boolean => {
  const moves = logs.map((one, m) => one.map((value, code) => value - before[m][code]))
  let [asked, population, size] = [0, 0, 0]
  targets.forEach(({ totals }, m) => {
    population = 0
    for (let code = 0; code < totals.length; code += 1) {
      if (!(totals[code] > 0)) continue
      asked += totals[code] * moves[m][code]
      population += totals[code]
      size = Math.max(size, Math.abs(moves[m][code]))
    }
  })
  let most = -Infinity
  for (let k = 0; k < count; k += 1) {
    if (!(start[k] > 0)) continue
    let move = 0
    for (let m = 0; m < codes.length; m += 1) move += moves[m][codes[m][k]]
    if (move > most) most = move
  }
  return asked - population * most > 1e-9 * population * size
}

const refuseImpossible = (
  points: Pick<Points, 'codes' | 'count'>,
  targets: readonly Target[],
  weights: Float64Array,
): never => {
  const worst = furthestOf(targets, reachedBy(points, targets, weights))
  throw new SurveyError(
    'margins-impossible',
    worst === null
      ? 'No weights reach these margins.'
      : `No weights reach these margins together, as they contradict each other or the sample lacks combinations: ${sentenceOf(worst)}.`,
    worst === null ? {} : detailsOf(worst),
  )
}
