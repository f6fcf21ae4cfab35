import type { Categorical, Numeric } from '../data/column.ts'
import { degreesOfFreedom, domainOf, type Design } from '../design/design.ts'
import { answeredDomain, type Missing } from '../estimation/answered.ts'
import { meanOf } from '../estimation/estimand.ts'
import { domainWeights, estimateOf, type Estimates } from '../estimation/statistic.ts'
import { rowsWeighed } from '../estimation/weighted-sums.ts'
import { criticalT, type IntervalOptions } from '../intervals/confidence.ts'
import { intervalOfShare } from '../intervals/proportion.ts'
import { SurveyError } from '../survey-error.ts'
import { summariseWeights } from '../weighting/kish.ts'
import { crossingOf } from './crossing.ts'
import { orderOf, quantileOf, sortedBy, type QuantileRule } from './rules.ts'

/**
 * How the limits are found. `mean`, `xlogit`, `asin`, `beta`: Woodruff (1952), an interval for the share at or below the quantile, by
 * that method, read back as quantiles. `score`: the values at which a test of that share would just not refuse (Binder 1991;
 * Francisco & Fuller 1991). `replicates`: the quantile of each replicate, for designs that have them (not jackknives of single rows).
 */
export type QuantileInterval = 'mean' | 'xlogit' | 'asin' | 'beta' | 'score' | 'replicates'

export type QuantileOptions = IntervalOptions & {
  readonly missing?: Missing
  /** `math` unless said otherwise. */
  readonly rule?: QuantileRule
  /** `mean` unless said otherwise. */
  readonly interval?: QuantileInterval
}

export type Quantile = {
  readonly probability: number
  readonly estimate: number
  /** Null where the interval reaches past the values that were seen. */
  readonly lower: number | null
  readonly upper: number | null
  /** The width of the interval over twice the t; null without both limits. */
  readonly standardError: number | null
  readonly level: number
  readonly degreesOfFreedom: number
}

/**
 * Quantiles of an amount in the population, in its unit.
 * @param probabilities between 0 and 1
 * @throws {SurveyError} `bad-argument` for a probability outside 0 … 1 or `replicates` without them; `not-defined` without degrees
 * of freedom; and as `estimate`
 * Source: R survey 4.1, `svyquantile`. R takes `mean` whatever is asked of a replicate design, and its `score` counts the rows outside
 * the domain of a weighted sample; below the first step (p less than the share of the least value) it gives the second value; and where no
 * row lies above the quantile both its limits are the quantile, or none is, as rounding has it. None of this is copied: the least value
 * is given; and of a greatest value the lower limit of `beta`, and no upper one.
 */
export const quantiles = (
  design: Design,
  column: Numeric,
  probabilities: readonly number[],
  options: QuantileOptions = {},
): Quantile[] => {
  const own = answeredDomain(design, [['', column]], options.missing)
  const weights = domainWeights(own)
  const order = orderOf(column.values, weights)
  if (order.length === 0)
    throw new SurveyError('nothing-to-estimate', 'No row has an answer here, so that there is no quantile.')
  const sorted = sortedBy(order, column.values, weights)
  const { rule = 'math', interval = 'mean', level = 0.95, degreesOfFreedom: df = degreesOfFreedom(own) } = options
  const sample: Sample = {
    design: own,
    values: column.values,
    weights,
    order,
    rule,
    level,
    t: criticalT(level, df),
    df,
  }
  return probabilities.map((probability) => {
    const estimate = quantileOf(sorted, probability, rule)
    const [lower, upper] = limitsOf[interval]({ ...sample, interval, probability, estimate }, (p) =>
      quantileOf(sorted, p, rule, true),
    )
    const standardError = lower === null || upper === null ? null : (upper - lower) / (2 * sample.t)
    return { probability, estimate, lower, upper, standardError, level, degreesOfFreedom: df }
  })
}

/**
 * The same quantiles in each group, as domains of the sample: of groups that have rows, by their level.
 * @throws {SurveyError} as `quantiles`; rows without a group are left out
 * Source: R `svyby(…, svyquantile)`.
 */
export const quantilesBy = (
  design: Design,
  group: Categorical,
  column: Numeric,
  probabilities: readonly number[],
  options: QuantileOptions = {},
): { readonly group: string; readonly quantiles: Quantile[] }[] => {
  const weights = domainWeights(answeredDomain(design, [['the group', group]], 'leave-out'))
  return group.levels.flatMap((level, code) => {
    const rows = Uint8Array.from(group.codes, (own, i) => Number(own === code && weights[i] !== 0))
    if (!rows.includes(1)) return []
    return [{ group: level, quantiles: quantiles(domainOf(design, rows), column, probabilities, options) }]
  })
}

type Sample = {
  readonly design: Design
  readonly values: Float64Array
  readonly weights: Float64Array
  readonly order: Int32Array
  readonly rule: QuantileRule
  readonly level: number
  readonly t: number
  readonly df: number
}
type Asked = Sample & { readonly interval: QuantileInterval; readonly probability: number; readonly estimate: number }
type Limits = readonly [number | null, number | null]
type LimitsOf = (asked: Asked, read: (p: number) => number) => Limits

/** The share of rows that a test of the value speaks of. */
const shareWhere = ({ design, values }: Sample, worth: (value: number) => number): Estimates =>
  estimateOf(design, meanOf({ '': { kind: 'numeric', values: values.map(worth) } }).statistic(domainWeights(design)))

const woodruff: LimitsOf = (asked, read) => {
  const { design, weights, level, df, interval, estimate, rule } = asked
  const { values, standardErrors } = shareWhere(asked, (value) => Number(value <= estimate))
  const isCalibrated = design.kind === 'linear' && design.calibrations.length > 0
  const found = intervalOfShare(
    {
      share: values[0],
      standardError: standardErrors[0],
      rows: isCalibrated ? design.n : rowsWeighed(weights),
      effectiveByWeights: summariseWeights(weights).effectiveSize,
      degreesOfFreedom: degreesOfFreedom(design),
    },
    {
      method: interval === 'xlogit' || interval === 'asin' || interval === 'beta' ? interval : 'mean',
      level,
      degreesOfFreedom: df,
      bounded: false,
    },
  )
  // Where all rows are at or below it, nothing says how far the population goes on. `shahvaish` is kept as R has it.
  const isGreatest = found.method === 'exact' && rule !== 'shahvaish'
  return [
    found.lower < 0 ? null : read(Math.min(1, found.lower)),
    found.upper > 1 || isGreatest ? null : read(Math.max(0, found.upper)),
  ]
}

const score: LimitsOf = (asked, read) => {
  const { values, order, probability, t } = asked
  const n = order.length
  const at = (share: number): number => {
    const place = share * (n - 1)
    const below = Math.floor(place)
    const [low, high] = [values[order[below]], values[order[Math.min(n - 1, below + 1)]]]
    return low + (high - low) * (place - below)
  }
  const margin = (at(0.75) - at(0.25)) / 100
  const distance = (theta: number, limit: number): number => {
    const test = shareWhere(asked, (value) => Number(value > theta) - (1 - probability))
    return test.values[0] / test.standardErrors[0] - limit
  }
  const limits = [t, -t].map((limit) => {
    const theta = crossingOf((own) => distance(own, limit), at(0) + margin, at(1) - margin, 1 / (100 * Math.sqrt(n)))
    if (theta === null) return null
    // R reads the share of rows, not of their weights.
    let below = 0
    while (below < n && values[order[below]] <= theta) below += 1
    return read(below / n)
  })
  return [limits[0] ?? null, limits[1] ?? null]
}

const overReplicates: LimitsOf = ({ design, values, weights, order, rule, probability, estimate, t }) => {
  if (design.kind !== 'replicate')
    throw new SurveyError('bad-argument', 'This design has no replicates for an interval of a quantile to come from.')
  // Below the first step of a replicate as R has it, unless that would speak of another value than the estimate.
  const isAsInR = quantileOf(sortedBy(order, values, weights), probability, rule, true) === estimate
  const { standardErrors } = estimateOf(design, {
    estimate: (own) => Float64Array.of(quantileOf(sortedBy(order, values, own), probability, rule, isAsInR)),
    linearise: () => [],
  })
  return [estimate - t * standardErrors[0], estimate + t * standardErrors[0]]
}

const limitsOf: Record<QuantileInterval, LimitsOf> = {
  mean: woodruff,
  xlogit: woodruff,
  asin: woodruff,
  beta: woodruff,
  score,
  replicates: overReplicates,
}
