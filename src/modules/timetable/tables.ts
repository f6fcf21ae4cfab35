import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'
import type { Refusal, Remark, Repair } from './read/calendar.ts'

interface CalendarFeedTable {
  school_id: string
  id: Generated<string>
  group_id: string | null
  pupil_id: string | null
  staff_id: string | null
  bound_to: GeneratedAlways<string>
  created_at: Generated<Date>
}

interface CalendarReadingTable {
  school_id: string
  id: Generated<string>
  feed_id: string
  turn: GeneratedAlways<number>
  read_at: Generated<Date>
  read_by: string | null
  first_day: string
  last_day: string
  lessons: number
  added: number
  changed: number
  cancelled: number
  vanished: number
  repairs: JSONColumnType<Remark<Repair>[], string, never>
  refusals: JSONColumnType<Remark<Refusal>[], string, never>
}

/** A time on a wall goes in as `YYYY-MM-DDTHH:MM:SS`; only the moment derived from it is read back. */
type Wall = ColumnType<Date, string, string>

interface LessonTable {
  school_id: string
  id: Generated<string>
  feed_id: string
  bound_to: string
  uid: string
  occurrence: string
  starts_local: Wall
  ends_local: Wall
  zone: string
  starts_at: GeneratedAlways<Date>
  ends_at: GeneratedAlways<Date>
  on_day: GeneratedAlways<string>
  last_day: GeneratedAlways<string>
  whole_day: boolean
  title: string
  group_code: string | null
  teacher_code: string | null
  place: string | null
  cancelled_by: string | null
  vanished_by: string | null
  changed_by: string | null
  was_place: string | null
  was_starts_at: Date | null
  was_day: GeneratedAlways<string | null>
}

export interface TimetableTables {
  calendar_feed: CalendarFeedTable
  calendar_reading: CalendarReadingTable
  lesson: LessonTable
}

const school = 'key: the school'
const retention = 'until the end of the next school year'
const withFeed = 'with the feed, which ends with its class, pupil or member of staff'

export const tableCards: TableCards<TimetableTables> = {
  calendar_feed: {
    scope: 'school',
    retention,
    erase: withFeed,
    columns: {
      school_id: school,
      id: 'key: the timetable',
      group_id: 'key: the class it is of',
      pupil_id: 'key: the pupil it is of',
      staff_id: 'key: the member of staff it is of',
      bound_to: 'key: whichever of the three it is',
      created_at: 'school: when it was first read',
    },
  },
  calendar_reading: {
    scope: 'school',
    retention,
    erase: withFeed,
    columns: {
      school_id: school,
      id: 'key: the reading',
      feed_id: 'key: the timetable',
      turn: 'school: which file came last',
      read_at: 'school: when the file was read',
      read_by: 'personal: who in the office read it',
      first_day: 'school: first day in the file',
      last_day: 'school: last day in the file',
      lessons: 'school: how many lessons the file held',
      added: 'school: how many were new',
      changed: 'school: how many were moved or changed room',
      cancelled: 'school: how many were cancelled',
      vanished: 'school: how many were no longer in the file',
      repairs: 'school: what was put right, by line number, without text of the file',
      refusals: 'school: what was not read, by line number, without text of the file',
    },
  },
  lesson: {
    scope: 'school',
    retention,
    erase: withFeed,
    columns: {
      school_id: school,
      id: 'key: the lesson',
      feed_id: 'key: the timetable',
      bound_to: 'key: the class, pupil or member of staff it is of',
      uid: 'school: SHA-256 of its name in the file, to know it again; the name may hold a mail address',
      occurrence: 'school: which of a series it is',
      starts_local: 'child: start on the wall, as the file has it',
      ends_local: 'child: end on the wall',
      zone: 'school: the zone of that wall',
      starts_at: 'child: the moment it starts',
      ends_at: 'child: the moment it ends',
      on_day: 'child: the day it starts, in the Netherlands',
      last_day: 'child: the day it ends',
      whole_day: 'school: takes the day and not an hour of it',
      title: 'school: what it is',
      group_code: 'school: the group as the timetable names it',
      teacher_code: 'personal: initials of the teacher as the timetable names them',
      place: 'child: where it is',
      cancelled_by: 'key: the reading that cancelled it',
      vanished_by: 'key: the reading in which it was missing',
      changed_by: 'key: the reading that moved it',
      was_place: 'child: where it was before',
      was_starts_at: 'child: when it was before',
      was_day: 'child: the day it was on before',
    },
  },
}
