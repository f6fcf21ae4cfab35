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
  const z2 = normalQuantile((1 - level) / 2) ** 2
  const middle = estimate + z2 / (2 * trials)
  const half = Math.sqrt(z2 * ((estimate * (1 - estimate)) / trials + z2 / (4 * trials ** 2)))
  const scale = 1 + z2 / trials
  return {
    estimate,
    interval: [successes === 0 ? 0 : (middle - half) / scale, successes === trials ? 1 : (middle + half) / scale],
  }
}
