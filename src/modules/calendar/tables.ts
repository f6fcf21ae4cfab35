import type { ColumnType, Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

export type EventKind = 'parents' | 'sports' | 'trip' | 'report' | 'other'

interface CalendarEventTable {
  school_id: string
  id: Generated<string>
  kind: EventKind
  name: string | null
  starts_on: string
  ends_on: string
  starts_time: string | null
  ends_time: string | null
  line: string | null
  audience: 'school' | 'stage' | 'groups'
  stage: string | null
  told_on: ColumnType<string | null, never, string>
}

interface CalendarEventGroupTable {
  school_id: string
  event_id: string
  group_id: string
}

export interface CalendarTables {
  calendar_event: CalendarEventTable
  calendar_event_group: CalendarEventGroupTable
}

const twoYears = 'two school years'
const withSchool = 'with the school'

export const tableCards: TableCards<CalendarTables> = {
  calendar_event: {
    scope: 'school',
    retention: twoYears,
    erase: withSchool,
    columns: {
      school_id: 'key: the school',
      id: 'key: the event',
      kind: 'school: what it is, as a parents’ evening',
      name: 'school: what the school calls it',
      starts_on: 'school: first day',
      ends_on: 'school: last day',
      starts_time: 'school: when it begins, where that is known',
      ends_time: 'school: when it ends, where that is known',
      line: 'school: what people should know of it; names nobody',
      audience: 'school: for the whole school, a stage or some groups',
      stage: 'school: for which stage',
      told_on: 'school: since when people can know its day; not known of what is older than this column',
    },
  },
  calendar_event_group: {
    scope: 'school',
    retention: twoYears,
    erase: withSchool,
    columns: {
      school_id: 'key: the school',
      event_id: 'key: the event',
      group_id: 'key: a group it is for',
    },
  },
}
