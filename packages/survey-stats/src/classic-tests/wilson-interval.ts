import { wilsonLimits } from '../intervals/wilson-limits.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'

/**
 * Wilson's score interval of a proportion of independent answers, inside 0 … 1 also for none and all.
 * Source: Wilson (1927), JASA 22; R, `prop.test(correct = FALSE)`.
 * @throws {SurveyError} `bad-argument` for counts that cannot be; `nothing-to-estimate` for no trials
 */
export const wilsonInterval = (
  successes: number,
  trials: number,
  level = 0.95,
): { readonly estimate: number; readonly interval: readonly [number, number] } => {
  if (!(level > 0 && level < 1)) throw new SurveyError('bad-argument', `A level of ${level} is not between 0 and 1.`)
  if (trials === 0) throw new SurveyError('nothing-to-estimate', 'There are no trials, so no proportion.')
  if (!(successes >= 0 && successes <= trials && trials < Infinity))
    throw new SurveyError('bad-argument', `${successes} of ${trials} cannot be a proportion.`)
  const estimate = successes / trials
  return { estimate, interval: wilsonLimits(estimate, trials, -normalQuantile((1 - level) / 2)) }
}
