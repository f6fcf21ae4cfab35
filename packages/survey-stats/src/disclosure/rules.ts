import { SurveyError } from '../survey-error.ts'

/** What may be told of few people, as data. All figures are about unweighted respondents, not about weights. */
export type DisclosureRules = {
  /** Fewest respondents a group must have to get figures. */
  readonly respondents: number
  /** Fewest households a group must have: two parents of one child are one. */
  readonly households: number
  /** Fewest respondents and households that must remain when a group is taken from the whole it is in; none may remain too. */
  readonly remainder: number
  /** Fewest respondents of an answer that is shown apart. */
  readonly cell: number
  /** A hidden cell stays uncertain by at least this many people, or by `widthShare` of its group. */
  readonly width: number
  readonly widthShare: number
  /** This many respondents who put together what they answered still find no hidden cell. */
  readonly insiders: number
  /** The steps shares are rounded to, in percent, the largest base first; a base below the last gets words. */
  readonly rounding: readonly { readonly from: number; readonly percent: number }[]
  /** Below this base the number of respondents is rounded to 5. */
  readonly exactFrom: number
  /** A group that changed by 1 to this many people since a wave that was published is not published again. */
  readonly changed: number
  /** Largest weight over smallest, at most. */
  readonly weightRatio: number
  /** Fewest respondents of a stratum that got a weight of its own. */
  readonly stratum: number
}

/**
 * Stricter than statistics offices (3 to 5 per cell), because in a class everybody knows who may be in the cell, and 90 % response
 * is a census. Source: Hundepool et al., Handbook on Statistical Disclosure Control (2010), sections 4 and 5; base of 10 and review
 * as ONS does for small groups.
 */
export const defaultRules: DisclosureRules = {
  respondents: 10,
  households: 10,
  remainder: 10,
  cell: 5,
  width: 5,
  widthShare: 0.2,
  insiders: 3,
  rounding: [
    { from: 100, percent: 1 },
    { from: 20, percent: 5 },
  ],
  exactFrom: 100,
  changed: 4,
  weightRatio: 5,
  stratum: 10,
}

/** @throws {SurveyError} `bad-argument` when a rule is below 0 or no number, or bases of rounding do not go down */
export const checkRules = ({ rounding, ...limits }: DisclosureRules): void => {
  for (const [rule, limit] of Object.entries(limits))
    if (!(limit >= 0)) throw new SurveyError('bad-argument', `The rule “${rule}” is ${limit}.`, { rule, limit })
  rounding.forEach(({ from, percent }, at) => {
    if (!(percent > 0 && percent <= 100) || !(from >= 0) || (at > 0 && from >= rounding[at - 1].from))
      throw new SurveyError('bad-argument', `Rounding to ${percent} % from a base of ${from} cannot be, or not here.`, {
        from,
        percent,
      })
  })
}
