import type { Categorical, Numeric } from '../data/column.ts'
import { degreesOfFreedom } from '../design/design.ts'
import { answered, type Missing } from '../estimation/answered.ts'
import { linearRegression } from '../estimation/regression.ts'
import type { Estimates } from '../estimation/statistic.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { tTestOf, type TTest } from './results.ts'
import { stackColumns, stackWaves, type Wave } from './stacked-waves.ts'

export type DifferenceOptions = {
  /** The sum of those of both without it, as of one design in which each sample is a stratum of its own. */
  readonly degreesOfFreedom?: number
  readonly level?: number
}

/**
 * What changed between two samples that have nothing to do with each other: the later estimates less the earlier, each
 * with the variances added. Source: R survey 4.1, `svycontrast` on a design in which the
 * sample is a stratum.
 * @throws {SurveyError} `different-lengths`; `not-defined` when an estimate does not vary in either sample
 */
export const differenceBetweenSamples = (
  before: Estimates,
  after: Estimates,
  { degreesOfFreedom: own, level = 0.95 }: DifferenceOptions = {},
): readonly TTest[] => {
  mustBeLong('The later list of estimates', after.values.length, before.values.length)
  const df = own ?? before.degreesOfFreedom + after.degreesOfFreedom
  return Array.from(before.values, (value, k) =>
    tTestOf(
      'The change',
      after.values[k] - value,
      Math.hypot(before.standardErrors[k], after.standardErrors[k]),
      df,
      level,
      Math.abs(value),
    ),
  )
}

export type WaveOptions = {
  readonly missing?: Missing
  readonly degreesOfFreedom?: number
  readonly level?: number
}

export type WaveComparison = {
  /** The mean of each wave, with how they vary together. */
  readonly means: Estimates
  readonly change: TTest
  /** How the two means go together, −1 … 1. */
  readonly correlation: number
  /** Units in both waves. */
  readonly shared: number
  readonly populationLeftOut: boolean
}

/**
 * What changed in a mean between two waves of which some units are the same: Var = V₁ + V₂ − 2 Cov, the covariance
 * from the units in both. An indicator column compares proportions. Source: Kish (1965), Survey Sampling, ch. 12; R,
 * `svyglm(y ~ 0 + wave)` on stacked data with `id = ~unit`.
 * @param columns the outcome in each wave
 * @throws {SurveyError} as `stackWaves`; `missing-values`, `nothing-to-estimate` (a wave without answers),
 * `not-defined`, `lonely-unit`
 */
export const compareWaves = (
  before: Wave & { readonly outcome: Numeric },
  after: Wave & { readonly outcome: Numeric },
  { missing = 'refuse', degreesOfFreedom: own, level = 0.95 }: WaveOptions = {},
): WaveComparison => {
  const { design, wave, shared, populationLeftOut } = stackWaves([before, after])
  const outcome = stackColumns([before, after], [before.outcome, after.outcome])
  const spoken = answered(design, { 'the outcome': outcome }, missing)
  mustHaveBoth(wave, spoken.domain)
  const { values, covariance, standardErrors } = linearRegression(spoken, outcome, [{ name: '', column: wave }], {
    constant: false,
  })
  const df = degreesOfFreedom(spoken)
  const means = { values, covariance, standardErrors, degreesOfFreedom: df }
  const [first, both, second] = [covariance.m[0], covariance.m[1], covariance.m[3]]
  const variance = first + second - 2 * both
  const standardError = variance > 1e-14 * (first + second) ? Math.sqrt(variance) : 0
  return {
    means,
    change: tTestOf('The change', values[1] - values[0], standardError, own ?? df, level, Math.abs(values[0])),
    correlation: first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0,
    shared,
    populationLeftOut,
  }
}

const mustHaveBoth = ({ codes, levels }: Categorical, domain: Uint8Array | null): void => {
  for (const [code, name] of levels.entries()) {
    let count = 0
    for (let i = 0; i < codes.length; i += 1) if (codes[i] === code && domain?.[i] !== 0) count += 1
    if (count === 0) throw new SurveyError('nothing-to-estimate', `"${name}" has no row with an answer.`)
  }
}
