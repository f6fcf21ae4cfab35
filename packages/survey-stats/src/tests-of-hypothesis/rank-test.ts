import type { Categorical, Numeric } from '../data/column.ts'
import { degreesOfFreedom, type Design } from '../design/design.ts'
import { answered, type Missing } from '../estimation/answered.ts'
import { leastSquares, linearisedInPlace } from '../estimation/least-squares.ts'
import { levelsUsed, modelMatrix } from '../estimation/model-matrix.ts'
import { domainWeights, estimateOf, type Statistic } from '../estimation/statistic.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'
import { fTestOf, tTestOf } from './results.ts'
import { squareOf } from '../linear-algebra/symmetric.ts'
import { quadraticForm } from './wald-test.ts'
import { weightedRanks, type Ties } from './weighted-ranks.ts'

/** What a rank counts for; `wilcoxon` and `KruskalWallis` are the same. A function has the rank as a share, 0 … 1. */
export type RankScore = 'wilcoxon' | 'vanderWaerden' | 'median' | 'KruskalWallis' | ((share: number) => number)

export type RankTest = {
  readonly groups: readonly string[]
  /** Of each group but the first: its mean score less that of the first. */
  readonly differences: Float64Array
  readonly standardErrors: Float64Array
  /** With two groups, their difference over its standard error; null with more. */
  readonly t: number | null
  readonly F: number
  readonly numeratorDf: number
  readonly denominatorDf: number
  readonly p: number
}

export type RankOptions = {
  /** `wilcoxon` without it. */
  readonly score?: RankScore
  readonly missing?: Missing
  /** `row-order`, as R, without it. */
  readonly ties?: Ties
  /** Of the test itself. */
  readonly degreesOfFreedom?: number
}

/**
 * Whether groups have the same distribution, by the ranks of a column in the population as the weights estimate them:
 * a regression of the scores on the groups, the ranks taken as given. t with the design's degrees of freedom less 1
 * for two groups, F with those less the groups plus 1 for more. Replicates re-weigh the sum of the linearised
 * variable, as in R. (In a domain of a weighted sample R lets the rows outside it, of weight 0, take part in the mean rank of
 * ties; here they do not.)
 * Source: Lumley & Scott (2013), Biometrika 100; R survey 4.1, `svyranktest`.
 * @throws {SurveyError} `bad-argument` for fewer than two groups, or a score that is no number; `missing-values`,
 * `nothing-to-estimate`, `not-defined`, `lonely-unit`
 */
export const rankTest = (
  design: Design,
  outcome: Numeric,
  group: Categorical,
  { score = 'wilcoxon', missing = 'refuse', ties = 'row-order', degreesOfFreedom: own }: RankOptions = {},
): RankTest => {
  const spoken = answered(design, { 'the outcome': outcome, 'the group': group }, missing)
  const rows = spoken.domain ?? new Uint8Array(design.n).fill(1)
  const groups = levelsUsed(group, rows).map((code) => group.levels[code])
  if (groups.length < 2)
    throw new SurveyError('bad-argument', 'A rank test compares two groups or more, and there is one with answers.')
  const weights = domainWeights(spoken)
  const scores = scoresOf(outcome.values, weights, rows, score, ties)
  const { columns, names } = modelMatrix([{ name: '', column: group }], rows, true)
  const { values, covariance, standardErrors } = estimateOf(spoken, groupScores(columns, scores, weights, names))
  const q = groups.length - 1
  const [differences, errors] = [values.slice(1), standardErrors.slice(1)]
  const df = own ?? degreesOfFreedom(spoken) - q
  const common = { groups, differences, standardErrors: errors, numeratorDf: q, denominatorDf: df }
  if (q === 1) {
    const { t, p } = tTestOf('The difference in mean rank', differences[0], errors[0], df, 0.95, 1)
    return { ...common, t, F: t * t, p }
  }
  const part = squareOf(q)
  for (let j = 0; j < q; j += 1)
    for (let k = 0; k < q; k += 1) part.m[j * q + k] = covariance.m[(j + 1) * covariance.size + k + 1]
  const { F, p } = fTestOf('The rank test', quadraticForm(part, differences) / q, q, df)
  return { ...common, t: null, F, p }
}

const scoreOf = (score: RankScore): ((share: number) => number) => {
  if (typeof score === 'function') return score
  if (score === 'vanderWaerden') return normalQuantile
  return score === 'median' ? (share) => (share > 0.5 ? 1 : 0) : (share) => share
}

const scoresOf = (
  values: Float64Array,
  weights: Float64Array,
  spoken: Uint8Array,
  score: RankScore,
  ties: Ties,
): Float64Array => {
  let count = 0
  for (let i = 0; i < spoken.length; i += 1) count += spoken[i]
  const rows = new Int32Array(count)
  for (let i = 0, at = 0; i < spoken.length; i += 1) if (spoken[i] === 1) rows[at++] = i
  const [ranks, scores, of] = [
    weightedRanks(values, weights, rows, ties),
    new Float64Array(values.length),
    scoreOf(score),
  ]
  for (let at = 0; at < count; at += 1) {
    // Rows of one value stand together only after sorting, so that a score is asked for each.
    const own = of(ranks[at])
    if (!Number.isFinite(own))
      throw new SurveyError('bad-argument', `The score of rank ${ranks[at]} is ${own}, which is no number.`)
    scores[rows[at]] = own
  }
  return scores
}

/** The coefficients of the scores on the groups, linearised once: in replicates their sums are weighed again. */
const groupScores = (
  columns: readonly Float64Array[],
  scores: Float64Array,
  weights: Float64Array,
  names: readonly string[],
): Statistic => {
  const fit = leastSquares(columns, scores, weights, names)
  const [{ coefficients }, linearised] = [fit, linearisedInPlace(fit)]
  return {
    // The linearised variables add up to 0 under the weights themselves.
    estimate: (own) =>
      coefficients.map((coefficient, k) => {
        let sum = coefficient
        for (let i = 0; i < own.length; i += 1) sum += own[i] * linearised[k][i]
        return sum
      }),
    linearise: () => linearised,
  }
}
