/** Whose timetable a file is: exactly one of three. */
export type TimetableOf = { kind: 'group' | 'pupil' | 'staff'; id: string }

/** A lesson as the table has it, as far as a newer file is held against it. */
export type KeptLesson = {
  id: string
  uid: string
  occurrence: string
  startsAt: number
  endsAt: number
  day: string
  title: string
  groupCode: string | null
  teacherCode: string | null
  place: string | null
  cancelled: boolean
  vanished: boolean
  wasPlace: string | null
  wasStartsAt: number | null
}

/** A lesson as the newer file has it; moments in milliseconds, derived by the database. */
export type FoundLesson = {
  /** Its place in the file's list. */
  at: number
  uid: string
  occurrence: string
  startsAt: number
  endsAt: number
  day: string
  title: string
  groupCode: string | null
  teacherCode: string | null
  place: string | null
  cancelled: boolean
}

/** What becomes of a kept lesson. `wasPlace` and `wasStartsAt` say what it was before it was changed, or null. */
export type Renewal = { kept: KeptLesson; found: FoundLesson; wasPlace: string | null; wasStartsAt: number | null }

export type FeedDifference = {
  added: FoundLesson[]
  /** Every lesson of the file that was there already and is not the same. */
  renewed: Renewal[]
  /** In the table, still to come, inside the days of the file, and no longer in it. */
  vanished: KeptLesson[]
}

/** A lesson as it is told of a day: times 'HH:MM', days 'YYYY-MM-DD', both Dutch; and what it was before it was changed. */
export type DayLesson = {
  boundTo: string
  day: string
  lastDay: string
  wholeDay: boolean
  starts: string
  ends: string
  title: string
  teacher: string | null
  place: string | null
  state: 'on' | 'cancelled' | 'vanished'
  wasPlace: string | null
  wasDay: string | null
  wasStarts: string | null
}

/** Whether a place is a number on a door, and no name. */
export const isRoomNumber = (place: string): boolean => /^[a-z]{0,2}\d{1,4}[a-z]?$/i.test(place)
