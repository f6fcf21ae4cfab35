import type { Categorical, Numeric } from '../data/column.ts'
import { degreesOfFreedom, type Design } from '../design/design.ts'
import { answered, type Missing } from '../estimation/answered.ts'
import { levelsUsed } from '../estimation/model-matrix.ts'
import { linearRegression } from '../estimation/regression.ts'
import type { Estimates } from '../estimation/statistic.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { adjustPValues, type Adjustment } from './adjust-p-values.ts'
import type { TTest } from './results.ts'
import { contrastTest } from './wald-test.ts'

/** One group less another. `interval` is of this comparison alone. */
export type PairTest = TTest & {
  readonly pair: readonly [string, string]
  /** p for all comparisons together. */
  readonly adjusted: number
}

export type PairwiseOptions = {
  /** `holm` without it. */
  readonly adjustment?: Adjustment
  /** Those of the estimates without it; Infinity for the normal distribution. */
  readonly degreesOfFreedom?: number
  readonly level?: number
}

/**
 * Every pair of estimates, the first less the second, with how they vary together in their difference: groups that
 * share sampling units, or weighting, are not independent. Source: R survey 4.1, `svycontrast`, and R, `p.adjust`.
 * @param names of the estimates
 * @throws {SurveyError} `different-lengths`; `bad-argument` for fewer than two; `not-defined` when a difference does
 * not vary
 */
export const pairwise = (
  estimates: Estimates,
  names: readonly string[],
  { adjustment = 'holm', degreesOfFreedom: own = estimates.degreesOfFreedom, level = 0.95 }: PairwiseOptions = {},
): readonly PairTest[] => {
  mustBeLong('The list of names', names.length, estimates.values.length)
  if (names.length < 2) throw new SurveyError('bad-argument', 'There must be two estimates or more to compare.')
  const tests = names.flatMap((one, j) =>
    names.slice(j + 1).map((other, after) => {
      const contrast = new Float64Array(names.length)
      contrast[j] = 1
      contrast[j + 1 + after] = -1
      const { against: _, ...test } = contrastTest(estimates, contrast, { degreesOfFreedom: own, level })
      return { ...test, pair: [one, other] as const }
    }),
  )
  const adjusted = adjustPValues(
    tests.map(({ p }) => p),
    adjustment,
  )
  return tests.map((test, at) => ({ ...test, adjusted: adjusted[at] }))
}

/**
 * The means of groups, with how they vary together, and every pair of them compared; t with the degrees of freedom of
 * the design.
 * Source: R survey 4.1, `svyglm(y ~ 0 + group)`, of which the covariance is that of `svyby`.
 * @throws {SurveyError} `bad-argument` for fewer than two groups; `missing-values`, `nothing-to-estimate`,
 * `not-defined`, `lonely-unit`
 */
export const compareGroups = (
  design: Design,
  outcome: Numeric,
  group: Categorical,
  { missing = 'refuse', ...options }: PairwiseOptions & { readonly missing?: Missing } = {},
): { readonly groups: readonly string[]; readonly means: Estimates; readonly pairs: readonly PairTest[] } => {
  const spoken = answered(design, { 'the outcome': outcome, 'the group': group }, missing)
  const groups = levelsUsed(group, spoken.domain ?? new Uint8Array(design.n).fill(1)).map((code) => group.levels[code])
  const { values, covariance, standardErrors } = linearRegression(spoken, outcome, [{ name: '', column: group }], {
    constant: false,
  })
  const means = { values, covariance, standardErrors, degreesOfFreedom: degreesOfFreedom(design) }
  return { groups, means, pairs: pairwise(means, groups, options) }
}
