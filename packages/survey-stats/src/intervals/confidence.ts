import type { Estimates } from '../estimation/statistic.ts'
import { studentQuantile } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'

export type IntervalOptions = {
  /** Between 0 and 1; 0.95 unless said otherwise. */
  readonly level?: number
  /** Infinity for a normal interval; those of the estimates unless said otherwise. */
  readonly degreesOfFreedom?: number
}

export type Intervals = {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly level: number
  readonly degreesOfFreedom: number
}

/**
 * θ ± t(df, (1 + level) / 2) × SE of each estimate. R: `confint(…, df = degf(design))`.
 * @throws {SurveyError} `bad-argument` for a level outside (0, 1); `not-defined` without degrees of freedom
 */
export const confidenceIntervals = (
  { values, standardErrors, degreesOfFreedom }: Pick<Estimates, 'values' | 'standardErrors' | 'degreesOfFreedom'>,
  options: IntervalOptions = {},
): Intervals => {
  const df = options.degreesOfFreedom ?? degreesOfFreedom
  const level = options.level ?? 0.95
  const t = criticalT(level, df)
  return {
    lower: values.map((value, k) => value - t * standardErrors[k]),
    upper: values.map((value, k) => value + t * standardErrors[k]),
    level,
    degreesOfFreedom: df,
  }
}

/** The t that leaves (1 − level) / 2 above it. */
export const criticalT = (level: number, df: number): number => {
  if (!(level > 0 && level < 1))
    throw new SurveyError('bad-argument', `The level of an interval is between 0 and 1, not ${level}.`, { level })
  if (!(df > 0))
    throw new SurveyError('not-defined', `With ${df} degrees of freedom there is no interval.`, {
      degreesOfFreedom: df,
    })
  return -studentQuantile((1 - level) / 2, df)
}

/**
 * The standard error as a share of the estimate, |SE / θ|. R: `cv`.
 * @returns null where the estimate is 0
 */
export const coefficientsOfVariation = ({
  values,
  standardErrors,
}: Pick<Estimates, 'values' | 'standardErrors'>): (number | null)[] =>
  Array.from(values, (value, k) => (value === 0 ? null : Math.abs(standardErrors[k] / value)))
