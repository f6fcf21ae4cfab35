import { normalQuantile } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'

export type SampleSizeOptions = {
  /** How far the estimate may be off either way, as a share; 0.05 is five points. */
  readonly margin: number
  /** Units in the population; endless without it. */
  readonly population?: number
  /** The proportion that is expected; 0.5, the hardest, without it. */
  readonly proportion?: number
  readonly level?: number
  /** By how much the design makes the variance larger; 1 without it. */
  readonly designEffect?: number
}

/**
 * How many answers it takes to know a proportion: n₀ = deff z² p(1 − p)/d², and n = n₀/(1 + (n₀ − 1)/N) of a
 * population of N.
 * Source: Cochran, Sampling Techniques (3rd ed.), 4.4; Kish (1965), Survey Sampling.
 * @returns `endless` n₀ and `n`, not rounded, and `answers`, rounded up
 * @throws {SurveyError} `bad-argument` for a margin, proportion, level or design effect that cannot be, or a
 * population below 1
 */
export const sampleSize = ({
  margin,
  population = Infinity,
  proportion = 0.5,
  level = 0.95,
  designEffect = 1,
}: SampleSizeOptions): { readonly endless: number; readonly n: number; readonly answers: number } => {
  const isShare = (value: number): boolean => value > 0 && value < 1
  for (const [what, value] of Object.entries({ margin, proportion, level }))
    if (!isShare(value))
      throw new SurveyError('bad-argument', `The ${what} is ${value}; it must be between 0 and 1.`, { [what]: value })
  if (!(designEffect > 0 && designEffect < Infinity) || !(population >= 1))
    throw new SurveyError(
      'bad-argument',
      `A design effect of ${designEffect} in a population of ${population} cannot be.`,
    )
  const endless = (designEffect * normalQuantile((1 - level) / 2) ** 2 * proportion * (1 - proportion)) / margin ** 2
  const n = Math.min(population, endless / (1 + (endless - 1) / population))
  // 385.0000000001 is 385 that rounding made more of.
  return { endless, n, answers: Math.ceil(n - 1e-9) }
}
