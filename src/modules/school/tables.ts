import type { ColumnType, Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

export type Region = 'noord' | 'midden' | 'zuid'
export type HolidayKind = 'herfst' | 'kerst' | 'voorjaar' | 'mei' | 'zomer'
export type Stage = 'BO' | 'VO' | 'VSO' | 'SO'

interface SchoolTable {
  id: Generated<string>
  key: string
  name: string
  brin: string | null
  region: Region
  synthetic: ColumnType<boolean, boolean | undefined, never>
  created_at: Generated<Date>
}

interface SchoolStageTable {
  school_id: string
  stage: Stage
}

interface SchoolYearTable {
  school_id: string
  id: Generated<string>
  label: string
  starts_on: string
  ends_on: string
}

interface DayOffTable {
  school_id: string
  id: Generated<string>
  starts_on: string
  ends_on: string
  name: string
}

interface HolidayTable {
  region: Region
  kind: HolidayKind
  starts_on: string
  ends_on: string
  source: string
  checked_on: string
  standing: 'fixed' | 'advice'
}

interface OwnHolidayTable {
  school_id: string
  first_year: number
  kind: HolidayKind
  starts_on: string | null
  ends_on: string | null
}

export interface SchoolTables {
  school: SchoolTable
  school_stage: SchoolStageTable
  school_year: SchoolYearTable
  day_off: DayOffTable
  holiday: HolidayTable
  own_holiday: OwnHolidayTable
}

/** What other modules may read in their own queries: names and stages of schools, and years. */
export interface SchoolNames {
  school: Pick<SchoolTable, 'id' | 'name'>
  school_stage: SchoolStageTable
  school_year: SchoolYearTable
}

const whileThere = 'as long as the school uses this installation'
const withSchool = 'with the school'

export const tableCards: TableCards<SchoolTables> = {
  school: {
    scope: 'school',
    retention: whileThere,
    erase: withSchool,
    columns: {
      id: 'key: the school',
      key: 'public: short name, for the command line',
      name: 'public: name on screen',
      brin: 'public: number of the school in the national register, to refuse the file of another school',
      region: 'public: which national holidays hold',
      synthetic: 'school: made up for the demo, said on every page',
      created_at: 'school: when it was added',
    },
  },
  school_stage: {
    scope: 'school',
    retention: whileThere,
    erase: withSchool,
    columns: { school_id: 'key: the school', stage: 'public: BO, VO, VSO or SO' },
  },
  school_year: {
    scope: 'school',
    retention: whileThere,
    erase: withSchool,
    columns: {
      school_id: 'key: the school',
      id: 'key: the year',
      label: 'public: as 2026-2027',
      starts_on: 'public: first day',
      ends_on: 'public: last day',
    },
  },
  day_off: {
    scope: 'school',
    retention: 'two school years',
    erase: withSchool,
    columns: {
      school_id: 'key: the school',
      id: 'key: the day off',
      starts_on: 'school: first day without lessons',
      ends_on: 'school: last day without lessons',
      name: 'school: what parents read, as Studiedag',
    },
  },
  holiday: {
    scope: 'reference',
    retention: 'until replaced by a newer table',
    erase: 'never: no personal data',
    columns: {
      region: 'public: noord, midden or zuid',
      kind: 'public: which holiday',
      starts_on: 'public: first day off',
      ends_on: 'public: last day off',
      source: 'public: where the dates come from',
      checked_on: 'public: when they were last compared with that',
      standing: 'public: fixed for all schools, or advice',
    },
  },
  own_holiday: {
    scope: 'school',
    retention: 'two school years',
    erase: withSchool,
    columns: {
      school_id: 'key: the school',
      first_year: 'key: the school year, by the calendar year in which it begins',
      kind: 'key: which holiday',
      starts_on: 'school: first day off at this school; empty when it does not keep this holiday',
      ends_on: 'school: last day off at this school',
    },
  },
}
