import { adjustPValues, pairwise, raoScott, SurveyError, tTest, type Adjustment, type Estimates } from '#stats'
import { numbersIn } from './columns.ts'
import { Refusal } from './refusal.ts'
import type { TableSpec, TestSpec } from './spec-file.ts'
import { answersOf, type Parts } from './table-parts.ts'

type Grouped = Estimates & { readonly groups: readonly string[]; readonly perGroup: number }

/** A test of a table, by name. @throws Refusal, SurveyError */
export const testsOf = (
  parts: Parts,
  { question }: TableSpec,
  asked: TestSpec,
  grouped: Grouped,
  levels: readonly string[] | null,
) => {
  const { data, design, groups, missing, level, ownCategory } = parts
  if (groups.variables.length === 0) throw new Refusal(`the test ${asked.test} compares groups: say "by" what.`)
  switch (asked.test) {
    case 'raoScott': {
      const { statistic } = asked
      const test = raoScott(design, answersOf(data, question, ownCategory), groups.column, { statistic, missing })
      const { value, numeratorDf, denominatorDf, p, pearson, n, designEffect } = test
      const ends = Number.isFinite(denominatorDf) ? denominatorDf : null
      return { test: asked.test, statistic, value, numeratorDf, denominatorDf: ends, p, pearson, n, designEffect }
    }
    case 't': {
      const {
        interval,
        groups: pair,
        estimate,
        ...test
      } = tTest(design, numbersIn(data, question), groups.column, {
        missing,
        level,
      })
      const [first, second] = pair.map(groups.meaningOf)
      return {
        test: asked.test,
        of: second,
        less: first,
        difference: estimate,
        ...test,
        lower: interval[0],
        upper: interval[1],
      }
    }
    case 'pairwise':
      return pairs(parts, asked.adjustment, grouped, levels)
  }
}

type Pair = { readonly one: number; readonly other: number; readonly k: number }

/** Every pair of groups, at every level; p is adjusted for all of them together. */
const pairs = (
  { groups: { meaningOf }, level }: Parts,
  adjustment: Adjustment,
  grouped: Grouped,
  levels: readonly string[] | null,
) => {
  const { groups, perGroup } = grouped
  const all = Array.from({ length: perGroup }, (_, k) => k).flatMap((k) =>
    groups.flatMap((_, one) => groups.slice(one + 1).map((__, after): Pair => ({ one, other: one + 1 + after, k }))),
  )
  const tests = all.map((pair) => ({ ...pair, test: difference(grouped, pair, level) }))
  const adjusted = adjustPValues(
    tests.flatMap(({ test }) => (test === null ? [] : [test.p])),
    adjustment,
  )
  let tested = 0
  return {
    test: 'pairwise',
    adjustment,
    pairs: tests.map(({ one, other, k, test }) => {
      const at = levels?.[k]
      return {
        of: meaningOf(groups[one] ?? ''),
        less: meaningOf(groups[other] ?? ''),
        ...(at !== undefined && { level: at }),
        ...(test ?? { difference: 0, standardError: 0, t: null, degreesOfFreedom: null, p: null, lower: 0, upper: 0 }),
        adjusted: test === null ? null : (adjusted[tested++] ?? null),
      }
    }),
  }
}

/** Null where neither group varies, as when nobody gave the answer. */
const difference = ({ values, covariance, perGroup, degreesOfFreedom }: Grouped, pair: Pair, level: number) => {
  const places = [pair.one, pair.other].map((group) => group * perGroup + pair.k)
  const m = Float64Array.from(places.flatMap((i) => places.map((j) => covariance.m[i * covariance.size + j] ?? NaN)))
  const own = {
    values: Float64Array.from(places, (at) => values[at] ?? NaN),
    covariance: { size: 2, m },
    standardErrors: Float64Array.of(Math.sqrt(m[0] ?? NaN), Math.sqrt(m[3] ?? NaN)),
    degreesOfFreedom,
  }
  try {
    const [test] = pairwise(own, ['one', 'other'], { adjustment: 'none', level })
    if (test === undefined) return null
    const { estimate, standardError, t, degreesOfFreedom: df, p, interval } = test
    return { difference: estimate, standardError, t, degreesOfFreedom: df, p, lower: interval[0], upper: interval[1] }
  } catch (error) {
    const isStill = (own.values[0] ?? NaN) === (own.values[1] ?? NaN)
    if (error instanceof SurveyError && error.code === 'not-defined' && isStill) return null
    throw error
  }
}
