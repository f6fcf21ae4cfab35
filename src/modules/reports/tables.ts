import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

type Stage = 'BO' | 'VO' | 'VSO' | 'SO'

/** Half up to one decimal, the second decimal left out, or half up to a whole number. */
export type Rounding = 'half_up' | 'down' | 'half_up_whole'

interface ReportPeriodTable {
  school_id: string
  id: Generated<string>
  stage: Stage
  name: string
  starts_on: string
  ends_on: string
  report_on: string
  report_at: Generated<string>
}

interface ReportRuleTable {
  school_id: string
  stage: Stage
  rounding: Generated<Rounding>
  guide_weeks: Generated<number>
}

export interface ReportTables {
  report_period: ReportPeriodTable
  report_rule: ReportRuleTable
}

const erase = 'with the school'

export const tableCards: TableCards<ReportTables> = {
  report_period: {
    scope: 'school',
    retention: 'as long as the results that were given in it',
    erase,
    columns: {
      school_id: 'key: the school',
      id: 'key: the period',
      stage: 'school: the stage it is for',
      name: 'school: what the school calls it, as Periode 1',
      starts_on: 'school: first day',
      ends_on: 'school: last day',
      report_on: 'school: the day on which its report comes',
      report_at: 'school: at what time',
    },
  },
  report_rule: {
    scope: 'school',
    retention: 'as long as the school',
    erase,
    columns: {
      school_id: 'key: the school',
      stage: 'key: the stage it is for',
      rounding: 'school: how averages are rounded',
      guide_weeks: 'school: how many weeks the school guide leaves at most between two reports',
    },
  },
}
