import { indicator, type Categorical, type Numeric } from '../data/column.ts'
import { degreesOfFreedom, type Design } from '../design/design.ts'
import { answered, type Missing } from '../estimation/answered.ts'
import { levelsUsed } from '../estimation/model-matrix.ts'
import { linearRegression } from '../estimation/regression.ts'
import { SurveyError } from '../survey-error.ts'
import { tTestOf, type TTest } from './results.ts'

export type TTestOptions = {
  readonly missing?: Missing
  /** Of the test itself; Infinity for the normal distribution. */
  readonly degreesOfFreedom?: number
  /** Of the interval; 0.95 without it. */
  readonly level?: number
}

/** The mean of the second group less that of the first. */
export type TwoSampleTTest = TTest & { readonly groups: readonly [string, string] }

/**
 * Whether two groups have the same mean: the coefficient of a regression on the second of them, with the degrees of
 * freedom of the design less 1. Source: R survey 4.1, `svyttest(y ~ group)`; Lohr, Sampling: Design and Analysis, ch.
 * 11.
 * @param group with two levels among the rows that are spoken of
 * @throws {SurveyError} `bad-argument` when there are not two groups; `missing-values`, `nothing-to-estimate`,
 * `not-defined`, `lonely-unit`
 */
export const tTest = (
  design: Design,
  outcome: Numeric,
  group: Categorical,
  { missing = 'refuse', degreesOfFreedom: own, level = 0.95 }: TTestOptions = {},
): TwoSampleTTest => {
  const spoken = answered(design, { 'the outcome': outcome, 'the group': group }, missing)
  const used = levelsUsed(group, spoken.domain ?? new Uint8Array(design.n).fill(1))
  if (used.length !== 2)
    throw new SurveyError('bad-argument', `A t-test compares two groups, and there are ${used.length} with answers.`, {
      groups: used.length,
    })
  const [first, second] = used.map((code) => group.levels[code])
  const { values, standardErrors, ...more } = linearRegression(spoken, outcome, [{ name: second, column: group }])
  const test = tTestOf(
    'The difference',
    values[1],
    standardErrors[1],
    own ?? more.degreesOfFreedom,
    level,
    largest(outcome, spoken),
  )
  return { ...test, groups: [first, second] }
}

/**
 * Whether the mean of a column is what it is said to be. Source: R survey 4.1, `svyttest(y ~ 0)`, which takes the
 * degrees of freedom of the design less 1.
 * @param against the mean under the hypothesis; 0 without it
 * @throws {SurveyError} `missing-values`, `nothing-to-estimate`, `not-defined`, `lonely-unit`
 */
export const oneSampleTTest = (
  design: Design,
  outcome: Numeric,
  { against = 0, missing = 'refuse', degreesOfFreedom: own, level = 0.95 }: TTestOptions & { against?: number } = {},
): TTest & { readonly against: number } => {
  const { values, standardErrors } = linearRegression(design, outcome, [], { missing })
  // Rows without an answer count here, as in R.
  const df = own ?? degreesOfFreedom(design) - 1
  const { interval, ...test } = tTestOf(
    'The mean',
    values[0] - against,
    standardErrors[0],
    df,
    level,
    largest(outcome, design),
  )
  return { ...test, estimate: values[0], against, interval: [interval[0] + against, interval[1] + against] }
}

/**
 * Each group against all others together, by a t-test each: the mean of the group less that of the others.
 * @throws {SurveyError} as `tTest`
 */
export const groupsAgainstRest = (
  design: Design,
  outcome: Numeric,
  group: Categorical,
  options: TTestOptions = {},
): readonly (TTest & { readonly group: string })[] => {
  const spoken = answered(design, { 'the outcome': outcome, 'the group': group }, options.missing)
  const used = levelsUsed(group, spoken.domain ?? new Uint8Array(design.n).fill(1))
  if (used.length < 2)
    throw new SurveyError(
      'bad-argument',
      `There are ${used.length} groups with answers, and no others to compare with.`,
    )
  return used.map((code) => {
    const inGroup = indicator(group, group.levels[code])
    const { values, standardErrors, ...more } = linearRegression(spoken, outcome, [{ name: 'in', column: inGroup }], {
      missing: 'leave-out',
    })
    const df = options.degreesOfFreedom ?? more.degreesOfFreedom
    const what = `The difference of "${group.levels[code]}"`
    return {
      ...tTestOf(what, values[1], standardErrors[1], df, options.level, largest(outcome, spoken)),
      group: group.levels[code],
    }
  })
}

const largest = ({ values }: Numeric, { domain }: Design): number => {
  let most = 0
  for (let i = 0; i < values.length; i += 1)
    if ((domain === null || domain[i] === 1) && Math.abs(values[i]) > most) most = Math.abs(values[i])
  return most
}
