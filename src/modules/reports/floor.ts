import { daysBetween, firstYearOf } from '#modules/school/index.ts'
import { momentOf, type PeriodPlan } from './period.ts'

/** Why guardians would hear nothing for longer than the school guide leaves. Days are 'YYYY-MM-DD'. */
export type Broken = { why: 'gap'; from: string; to: string; weeks: number } | { why: 'none'; weeks: number }

export type Floor = {
  /** All periods of the stage as they would be. */
  periods: readonly PeriodPlan[]
  /** How many weeks the school guide leaves at most. */
  weeks: number
  /** The moment it is, 'YYYY-MM-DD HH:MM' in the Netherlands. */
  now: string
  /** The day from which guardians learn of results with the report alone; null when that was always so. */
  since: string | null
}

/** No summer without school is longer, in days. */
const longestSummer = 63

/**
 * The least that guardians with authority hear: between two reports no more weeks than the school guide leaves, and a report to
 * come. A school year is counted from the first day of its first period, or from the report before it without the summer between the two years. What
 * is over cannot be put right and is not judged; after the last report that is set, the school guide's own weeks hold.
 * @returns null when it holds
 */
export const floorBroken = ({ periods, weeks, now, since }: Floor): Broken | null => {
  const inOrder = periods.toSorted((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1))
  const begins = since ?? ''
  const judged = inOrder.filter((one) => momentOf(one) > now && one.reportOn >= begins)
  if (judged.length === 0) return { why: 'none', weeks }
  for (const one of judged) {
    const [from, spared] = silentSince(inOrder, one)
    const start = from < begins ? begins : from
    if (daysBetween(start, one.reportOn) - (start === from ? spared : 0) > 7 * weeks)
      return { why: 'gap', from: start, to: one.reportOn, weeks }
  }
  return null
}

/** Since when guardians heard nothing before a report, and how many days of that are summer. */
const silentSince = (inOrder: readonly PeriodPlan[], one: PeriodPlan): readonly [from: string, spared: number] => {
  const year = firstYearOf(one.startsOn)
  const before = inOrder[inOrder.indexOf(one) - 1]
  const apart = before === undefined ? Infinity : year - firstYearOf(before.startsOn)
  if (before !== undefined && apart === 0) return [before.reportOn, 0]
  const [first = one.startsOn] = inOrder
    .map(({ startsOn }) => startsOn)
    .filter((day) => firstYearOf(day) === year)
    .toSorted()
  if (before === undefined || apart > 1) return [first, 0]
  return [before.reportOn, Math.min(longestSummer, Math.max(0, daysBetween(before.endsOn, first)))]
}
