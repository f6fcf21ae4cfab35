import { chiSquaredUpper } from '../numeric/distributions.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'

/**
 * Cochran and Armitage: whether a proportion rises or falls along ordered groups. χ² with 1 degree of freedom =
 * T²/(p(1 − p) Σ nᵢ(sᵢ − s̄)²), T = Σ nᵢ(pᵢ − p)(sᵢ − s̄). Source: Cochran (1954); Armitage (1955), Biometrics 11; R,
 * `prop.trend.test`.
 * @param successes per group
 * @param trials per group
 * @param scores of the groups; 1, 2, 3 … without them
 * @returns `slope`, by how much the proportion rises per unit of score
 * @throws {SurveyError} `different-lengths`; `bad-argument` for counts that cannot be; `not-defined` when all or none
 * succeed, or scores are equal
 */
export const trendTest = (
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  scores: ArrayLike<number> = Array.from(trials, (_, at) => at + 1),
): { readonly chiSquared: number; readonly df: 1; readonly p: number; readonly slope: number } => {
  mustBeLong('The list of successes', successes.length, trials.length)
  mustBeLong('The list of scores', scores.length, trials.length)
  let [all, yes, score] = [0, 0, 0]
  for (let i = 0; i < trials.length; i += 1) {
    if (!(successes[i] >= 0 && successes[i] <= trials[i] && trials[i] < Infinity))
      throw new SurveyError('bad-argument', `Group ${i + 1} has ${successes[i]} of ${trials[i]}.`, { group: i + 1 })
    all += trials[i]
    yes += successes[i]
    score += trials[i] * scores[i]
  }
  const [p, mean] = [yes / all, score / all]
  let [along, spread] = [0, 0]
  for (let i = 0; i < trials.length; i += 1) {
    along += (successes[i] - trials[i] * p) * (scores[i] - mean)
    spread += trials[i] * (scores[i] - mean) ** 2
  }
  if (!(p > 0 && p < 1 && spread > 0))
    throw new SurveyError('not-defined', `${yes} of ${all} over ${trials.length} groups leaves no trend to test.`)
  const chiSquared = along ** 2 / (p * (1 - p) * spread)
  return { chiSquared, df: 1, p: chiSquaredUpper(chiSquared, 1), slope: along / spread }
}
