import type { Ingredients } from './fingerprint.ts'
import { fingerprintOf } from './fingerprint.ts'
import { furthestOf, type Furthest } from './furthest.ts'
import type { WeightSummary } from './kish.ts'
import type { Target } from './margin.ts'
import type { Solution } from './solution.ts'

/** What a level was asked to have, had, and has. */
export type LevelReport = {
  readonly level: string
  readonly asked: number
  /** The sum of its start weights. */
  readonly before: number
  readonly reached: number
  /** reached − asked */
  readonly difference: number
}

export type MarginReport = { readonly name: string; readonly levels: readonly LevelReport[] }

/** What weighting did, for whoever must answer for it. Numbers only and no row of the data: it can be kept and shown. */
export type WeightingReport = {
  readonly method: string
  /** Rows of the data, and those that have a weight. */
  readonly rows: number
  readonly weightedRows: number
  /** The sum of the weights. */
  readonly population: number
  /** Kish's design effect, and the rows of a simple sample that would be worth as much. */
  readonly designEffect: number
  readonly effectiveSize: number
  readonly lowestWeight: number
  readonly highestWeight: number
  /** The weights as multiples of the start weights (of these times `startScale`). */
  readonly lowestFactor: number
  readonly highestFactor: number
  /** What all start weights were multiplied with first, to bring their sum to the population's; 1 where they were taken as they are. */
  readonly startScale: number
  readonly negativeWeights: number
  /** Rounds of raking, or Newton steps of calibration. */
  readonly iterations: number
  readonly path: 'cells' | 'rows'
  readonly margins: readonly MarginReport[]
  readonly amounts: readonly Omit<LevelReport, 'before'>[]
  /** The level that is furthest off. */
  readonly furthest: Furthest | null
  /** SHA-256 of all inputs and settings, worked out when it is asked for: the same inputs give the same hash and the same weights. */
  readonly hash: string
}

export type Reported = {
  readonly method: string
  readonly weights: Float64Array
  readonly summary: WeightSummary
  readonly targets: readonly Target[]
  readonly before: readonly Float64Array[]
  readonly amounts: readonly { readonly name: string; readonly total: number }[]
  readonly solution: Solution
  readonly start: Float64Array
  readonly startScale: number
  readonly path: 'cells' | 'rows'
  readonly ingredients: Ingredients
}

export const reportOf = (reported: Reported): WeightingReport => {
  const { targets, solution, amounts, before, weights, summary } = reported
  let hash: string | null = null
  return {
    method: reported.method,
    rows: weights.length,
    weightedRows: summary.rows,
    population: summary.sum,
    designEffect: summary.designEffect,
    effectiveSize: summary.effectiveSize,
    lowestWeight: summary.lowest,
    highestWeight: summary.highest,
    ...factorRange(solution.factors, reported.start),
    startScale: reported.startScale,
    negativeWeights: summary.lowest < 0 ? countBelowZero(weights) : 0,
    iterations: solution.iterations,
    path: reported.path,
    margins: targets.map((target, m) => marginReport(target, before[m], solution.reached[m])),
    amounts: amounts.map(({ name, total }, j) => ({
      level: name,
      asked: total,
      reached: solution.totalsReached[j],
      difference: solution.totalsReached[j] - total,
    })),
    furthest: furthestOf(targets, solution.reached),
    get hash() {
      return (hash ??= fingerprintOf(reported.ingredients))
    },
  }
}

const factorRange = (
  factors: Float64Array,
  start: Float64Array,
): { readonly lowestFactor: number; readonly highestFactor: number } => {
  let [lowestFactor, highestFactor] = [Infinity, -Infinity]
  for (let k = 0; k < factors.length; k += 1) {
    if (!(start[k] > 0)) continue
    lowestFactor = Math.min(lowestFactor, factors[k])
    highestFactor = Math.max(highestFactor, factors[k])
  }
  return { lowestFactor, highestFactor }
}

const countBelowZero = (weights: Float64Array): number => {
  let count = 0
  for (const weight of weights) if (weight < 0) count += 1
  return count
}

const marginReport = ({ name, levels, totals }: Target, before: Float64Array, reached: Float64Array): MarginReport => ({
  name,
  levels: levels.flatMap((level, code) =>
    totals[code] > 0
      ? [
          {
            level,
            asked: totals[code],
            before: before[code],
            reached: reached[code],
            difference: reached[code] - totals[code],
          },
        ]
      : [],
  ),
})
