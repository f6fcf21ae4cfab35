import type { Stage } from '#modules/school/index.ts'
import type { Rounding } from './tables.ts'

/** A period of a stage and the moment of its report. Days are 'YYYY-MM-DD', the time is 'HH:MM', as clocks in the Netherlands show it. */
export type Period = {
  id: string
  school: string
  stage: Stage
  name: string
  startsOn: string
  endsOn: string
  reportOn: string
  reportAt: string
  /** Its report has come. */
  isReported: boolean
}

/** What somebody fills in of a period. */
export type PeriodPlan = Pick<Period, 'name' | 'startsOn' | 'endsOn' | 'reportOn' | 'reportAt'>

/** How a stage rounds, and how many weeks its school guide leaves at most between two reports. */
export type Rule = { rounding: Rounding; guideWeeks: number }

export const roundings: readonly Rounding[] = ['half_up', 'down', 'half_up_whole']

export const defaultRule: Rule = { rounding: 'half_up', guideWeeks: 26 }

/** Half a year: what the law asks of a school is to tell regularly, and longer than this is not that. */
export const mostGuideWeeks = 26
export const leastGuideWeeks = 4

/** A report comes at most this long after the last day of its period. */
export const mostDaysAfter = 60

export const earliest = '07:00'
export const latest = '21:00'
export const usualTime = '15:00'

/** Where observations and levels come with the report alone. */
export const isPrimary = (stage: string): boolean => stage === 'BO' || stage === 'SO'

/** "2027-01-29 15:00", to be held against the moment it is now, as the database tells it. */
export const momentOf = ({ reportOn, reportAt }: Pick<Period, 'reportOn' | 'reportAt'>): string =>
  `${reportOn} ${reportAt}`

/** The first whose report is to come. */
export const nextOf = (periods: readonly Period[]): Period | null =>
  periods
    .filter(({ isReported }) => !isReported)
    .toSorted((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1))[0] ?? null

/** What stands in the way of a period beside the others of its stage: one day in two of them, or a report out of order. */
export const clashOf = <P extends PeriodPlan>(
  plan: PeriodPlan,
  others: readonly P[],
): { why: 'overlap' | 'order'; other: P } | null => {
  for (const other of others) {
    if (plan.startsOn <= other.endsOn && other.startsOn <= plan.endsOn) return { why: 'overlap', other }
    const isLater = plan.startsOn > other.startsOn
    if (isLater ? momentOf(plan) <= momentOf(other) : momentOf(plan) >= momentOf(other)) return { why: 'order', other }
  }
  return null
}
