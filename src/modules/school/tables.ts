import type { ColumnType, Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

export type Region = 'noord' | 'midden' | 'zuid'
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
  kind: 'herfst' | 'kerst' | 'voorjaar' | 'mei' | 'zomer'
  starts_on: string
  ends_on: string
  source: string
}

export interface SchoolTables {
  school: SchoolTable
  school_stage: SchoolStageTable
  school_year: SchoolYearTable
  day_off: DayOffTable
  holiday: HolidayTable
}

/** What other modules may read in their own queries: names of schools, and years. */
export interface SchoolNames {
  school: Pick<SchoolTable, 'id' | 'name'>
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
      source: 'public: where the dates come from, and when',
    },
  },
}
