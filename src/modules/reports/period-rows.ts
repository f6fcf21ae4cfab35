import type { PeriodPlan } from './period.ts'

export const columnsOf = ({ name, startsOn, endsOn, reportOn, reportAt }: PeriodPlan) => ({
  name,
  starts_on: startsOn,
  ends_on: endsOn,
  report_on: reportOn,
  report_at: reportAt,
})

/** What the ledger keeps of a period. */
export const payloadOf = ({ name, startsOn, endsOn, reportOn, reportAt }: PeriodPlan) => ({
  name,
  startsOn,
  endsOn,
  reportOn,
  reportAt,
})
