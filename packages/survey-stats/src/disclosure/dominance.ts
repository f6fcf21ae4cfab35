import { SurveyError } from '../survey-error.ts'

/** Defaults as sdcTable has them: p = 10, and the two largest no more than 85 % of all. */
export type DominanceRules = { readonly p: number; readonly largest: number; readonly share: number }

/** The rules of `dominated` when none are given; p and share in percent. */
export const defaultDominance: DominanceRules = { p: 10, largest: 2, share: 85 }

/**
 * Whether a total of amounts may be told, as of parental contributions.
 * - `p-percent`: who gave the second most could work out the largest amount to within p %: the others together are below p % of it
 * - `dominance`: the `largest` amounts are more than `share` % of all
 *
 * Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4.
 * @param amounts 0 or more, one per household
 * @returns the rule that forbids it, null when it may be told
 * @throws {SurveyError} `bad-argument` when an amount is below 0 or not finite
 */
export const dominated = (
  amounts: readonly number[],
  { p, largest, share }: DominanceRules = defaultDominance,
): 'p-percent' | 'dominance' | null => {
  const wrong = amounts.find((amount) => !(amount >= 0 && amount < Infinity))
  if (wrong !== undefined) throw new SurveyError('bad-argument', `An amount of ${wrong} cannot be.`, { amount: wrong })
  const sorted = amounts.toSorted((a, b) => b - a)
  const sumFrom = (from: number, to: number): number => sorted.slice(from, to).reduce((sum, amount) => sum + amount, 0)
  const total = sumFrom(0, sorted.length)
  // Nobody gave anything, and everybody sees it.
  if (total === 0) return 'p-percent'
  if (sumFrom(2, sorted.length) < (p / 100) * sorted[0]) return 'p-percent'
  return sumFrom(0, largest) > (share / 100) * total ? 'dominance' : null
}
