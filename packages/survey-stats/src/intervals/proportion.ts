import type { Numeric } from '../data/column.ts'
import { degreesOfFreedom, type Design } from '../design/design.ts'
import { answeredDomain } from '../estimation/answered.ts'
import { estimate, type EstimateOptions } from '../estimation/estimate.ts'
import { meanOf, type Estimand } from '../estimation/estimand.ts'
import { domainWeights } from '../estimation/statistic.ts'
import { rowsWeighed, sumOf } from '../estimation/weighted-sums.ts'
import { betaQuantile, betaUpperQuantile } from '../numeric/beta.ts'
import { studentQuantile } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'
import { summariseWeights } from '../weighting/kish.ts'
import { criticalT, type IntervalOptions } from './confidence.ts'
import { expit, likelihoodLimits, stoppedVariance } from './profile-likelihood.ts'
import { wilsonLimits } from './wilson-limits.ts'

export type ProportionMethod = 'logit' | 'xlogit' | 'likelihood' | 'beta' | 'asin' | 'mean' | 'wilson'

export type ProportionOptions = IntervalOptions & {
  /** `logit` unless said otherwise. */
  readonly method?: ProportionMethod
  /**
   * Limits outside 0 … 1 stop there, unless this is false: then `mean` may pass them and `asin` folds back at 0 and 1, both as in R.
   */
  readonly bounded?: boolean
}

export type ProportionInterval = {
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  /** `exact` where the sample says 0 or 1 and no method has a variance to go by; `known` where the design leaves no doubt. */
  readonly method: ProportionMethod | 'exact' | 'known'
  readonly degreesOfFreedom: number
  /** p (1 − p) / variance: of how many rows a simple random sample would be as precise; at p = 0 or 1 that of the weights (Kish). */
  readonly effectiveRows: number
}

/**
 * An interval for the share of rows with 1.
 *
 * `mean` p ± t SE. `xlogit`, `logit` the same on the logit scale, with SE / p(1 − p); but `logit` with how the logit itself varies
 * over replicates where there are such, as R has it, unless the share is 0 or 1 in one. `asin` on the scale asin √p. `beta`
 * Clopper–Pearson with effective rows n* (t(n − 1) / t(df))² (Korn & Graubard 1998; n: rows in the domain, all rows of a calibrated
 * sample, as R counts them). `likelihood` see below. `wilson` Wilson (1927) with t for z and n* rows.
 *
 * `likelihood` is where n KL(p, θ) reaches t² times the design effect. R finds it on a spline through a few points, read by straight
 * lines, and the same is done here: it moves the limit by 1e-6 to 1e-3, and by percents with fewer than about four degrees of freedom,
 * where R's own iterations add some thousandths near 0 and 1. Rows without an answer take no part, as in R's `subset`; with
 * `na.rm = TRUE` R's limits depend on how much these weigh.
 *
 * At p = 0 and p = 1 the sample shows no variance and R gives NaN, a point or an error. Here every method but Wilson's then
 * gives the exact interval of `beta` with the effective rows of the weights, (Σ w)² / Σ w², so that the limit is above 0 and
 * falls as the sample grows; Wilson's takes the same rows. Where a share in between cannot vary (a stratum) both limits are the share.
 * @param column 1 and 0; missing where there is no answer
 * @throws {SurveyError} `bad-argument` when the column holds another number; `not-defined` when negative weights bring the share
 * outside 0 … 1 or there are no degrees of freedom; and as `estimate`
 * Source: R `svyciprop`.
 */
export const proportionInterval = (
  design: Design,
  column: Numeric,
  options: ProportionOptions & Pick<EstimateOptions, 'missing'> = {},
): ProportionInterval => {
  const { values: all } = column
  for (let i = 0; i < all.length; i += 1)
    if (all[i] !== 0 && all[i] !== 1 && !Number.isNaN(all[i]))
      throw new SurveyError('bad-argument', `Row ${i + 1} is ${all[i]}; a share is taken of 0 and 1.`, { row: i + 1 })
  const isByLogits = design.kind === 'replicate' && (options.method ?? 'logit') === 'logit'
  const mean = meanOf({ '': column })
  const { values, standardErrors } = estimate(design, isByLogits ? withLogit(mean) : mean, options)
  const weights = domainWeights(answeredDomain(design, [['', column]], options.missing))
  const isCalibrated = design.kind === 'linear' && design.calibrations.length > 0
  const rows = isCalibrated ? design.n : rowsWeighed(domainWeights(design))
  return intervalOfShare(
    {
      share: values[0],
      standardError: standardErrors[0],
      rows,
      weighedRows: rowsWeighed(weights),
      effectiveByWeights: summariseWeights(weights).effectiveSize,
      degreesOfFreedom: degreesOfFreedom(design),
      stopped: options.method === 'likelihood' ? stoppedVariance(all, weights, rows / sumOf(weights)) : null,
      // No number where the share is 0 or 1 in a replicate.
      logitError: isByLogits && Number.isFinite(standardErrors[1]) ? standardErrors[1] : null,
    },
    options,
  )
}

/** A share and its logit, for replicates. */
const withLogit = (mean: Estimand): Estimand => ({
  ...mean,
  statistic: (own) => {
    const { estimate: shareOf, linearise } = mean.statistic(own)
    return {
      estimate: (weights) => {
        const [p] = shareOf(weights)
        return Float64Array.of(p, Math.log(p / (1 - p)))
      },
      linearise,
    }
  },
})

/** A share and what an interval is made of. */
export type Share = {
  readonly share: number
  readonly standardError: number
  /** Rows of the sample, n. */
  readonly rows: number
  /** Those of them that weigh something; all without it. */
  readonly weighedRows?: number
  /** (Σ w)² / Σ w² of the rows. */
  readonly effectiveByWeights: number
  readonly degreesOfFreedom: number
  /** For `likelihood`, see `stoppedVariance`; p (1 − p) without it. */
  readonly stopped?: number | null
  /** The standard error of log(p / (1 − p)), for `logit`; SE / p(1 − p) without it. */
  readonly logitError?: number | null
}

/**
 * The same interval from a share that was estimated already.
 * @throws {SurveyError} as `proportionInterval`
 */
export const intervalOfShare = (
  {
    share: p,
    standardError,
    rows,
    effectiveByWeights,
    degreesOfFreedom: designDegrees,
    weighedRows = rows,
    stopped = null,
    logitError = null,
  }: Share,
  options: ProportionOptions = {},
): ProportionInterval => {
  const { level = 0.95, degreesOfFreedom: df = designDegrees, method = 'logit', bounded = true } = options
  const t = criticalT(level, df)
  if (!(p >= -1e-12 && p <= 1 + 1e-12))
    throw new SurveyError('not-defined', `The share is ${p}, outside 0 … 1, because some weights are negative.`, {
      share: p,
    })
  const found = { standardError, level, degreesOfFreedom: df }
  const correction = betaCorrection(level, rows, designDegrees)
  if (p < 1e-14 || p > 1 - 1e-14) {
    const estimate = p < 0.5 ? 0 : 1
    const [lower, upper] =
      method === 'wilson'
        ? wilsonLimits(estimate, effectiveByWeights, t)
        : betaLimits(estimate, effectiveByWeights * correction, level)
    const own = method === 'wilson' ? method : 'exact'
    return { ...found, estimate, lower, upper, method: own, effectiveRows: effectiveByWeights }
  }
  const variance = standardError ** 2
  if (variance <= 1e-20 * p * (1 - p))
    return { ...found, estimate: p, lower: p, upper: p, method: 'known', effectiveRows: Infinity }
  const effectiveRows = (p * (1 - p)) / variance
  const [lower, upper] =
    method === 'beta'
      ? betaLimits(p, effectiveRows * correction, level)
      : method === 'wilson'
        ? wilsonLimits(p, effectiveRows, t)
        : method === 'likelihood'
          ? likelihoodLimits(p, variance, rows, t, weighedRows, stopped ?? p * (1 - p))
          : onScale(method, p, standardError, t, bounded, method === 'logit' ? logitError : null)
  const inside = (limit: number): number => (bounded ? Math.min(1, Math.max(0, limit)) : limit)
  return { ...found, estimate: p, lower: inside(lower), upper: inside(upper), method, effectiveRows }
}

/** (t(n − 1) / t(df))², for the doubt that few sampling units leave. */
const betaCorrection = (level: number, rows: number, df: number): number =>
  rows < 2 || !(df > 0) ? 1 : (studentQuantile((1 - level) / 2, rows - 1) / studentQuantile((1 - level) / 2, df)) ** 2

const betaLimits = (p: number, n: number, level: number): readonly [number, number] => {
  const [tail, x] = [(1 - level) / 2, n * p]
  return [p === 0 ? 0 : betaQuantile(tail, x, n - x + 1), p === 1 ? 1 : betaUpperQuantile(tail, x + 1, n - x)]
}

const onScale = (
  method: 'logit' | 'xlogit' | 'asin' | 'mean',
  p: number,
  standardError: number,
  t: number,
  bounded: boolean,
  logitError: number | null,
): readonly [number, number] => {
  if (method === 'mean') return [p - t * standardError, p + t * standardError]
  if (method === 'asin') {
    const [angle, half] = [Math.asin(Math.sqrt(p)), (t * standardError) / (2 * Math.sqrt(p * (1 - p)))]
    const inside = (one: number): number => (bounded ? Math.min(Math.PI / 2, Math.max(0, one)) : one)
    return [Math.sin(inside(angle - half)) ** 2, Math.sin(inside(angle + half)) ** 2]
  }
  const [logit, half] = [Math.log(p / (1 - p)), t * (logitError ?? standardError / (p * (1 - p)))]
  return [expit(logit - half), expit(logit + half)]
}
