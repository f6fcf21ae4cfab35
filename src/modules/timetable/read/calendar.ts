/**
 * What reading a calendar file gives. Times stay as the file wrote them: the time on the wall and the zone that wall is
 * in. The moment itself is for the database to derive.
 */
export type CalendarEvent = {
  /** Line of BEGIN:VEVENT in the file, from 1. */
  line: number
  /** SHA-256 of the UID, in hex: a UID may hold a mail address, so it is not kept. */
  uid: string
  /** Original start of this occurrence of a series, as `YYYY-MM-DDTHH:MM:SS`; empty outside a series. */
  occurrence: string
  /** `YYYY-MM-DDTHH:MM:SS`, in `zone`. */
  startsLocal: string
  /** `YYYY-MM-DDTHH:MM:SS`, in `zone`; equal to the start when no end is known; of a whole day the first midnight after. */
  endsLocal: string
  /** IANA name. */
  zone: string
  wholeDay: boolean
  title: string
  group: string | null
  teacher: string | null
  place: string | null
  cancelled: boolean
}

/** What was put right while reading. */
export type Repair =
  | 'encoding'
  | 'zone-derived'
  | 'zone-unknown'
  | 'rule-unreadable'
  | 'rule-too-frequent'
  | 'rule-cut-short'
  | 'older-version'
  | 'change-without-series'
  | 'double'
  | 'end-unreadable'
  | 'not-closed'
  | 'line-unreadable'

/** What could not be read, event by event. */
export type Refusal =
  'no-start' | 'start-unreadable' | 'ends-before-start' | 'too-long' | 'broken-off' | 'outside-window' | 'too-many'

/** `line` is 0 when the remark is about the whole file. `zone` is what was read instead, `count` how many times more. */
export type Remark<What> = { line: number; what: What; zone?: string; count?: number }

/** Why a whole file was refused. */
export type WholeRefusal =
  'empty' | 'no-calendar' | 'no-events' | 'outside-window' | 'too-large' | 'too-deep' | 'too-slow'

export type CalendarReading =
  | { ok: true; events: CalendarEvent[]; repairs: Remark<Repair>[]; refusals: Remark<Refusal>[] }
  | { ok: false; why: WholeRefusal; refusals: Remark<Refusal>[] }

/** Zone of a time that names none, and of every whole day. */
export const HOME_ZONE = 'Europe/Amsterdam'

export const LIMITS = {
  bytes: 32 * 1024 * 1024,
  /** Events looked at in one file. */
  events: 150_000,
  /** Occurrences kept of one file. */
  occurrences: 20_000,
  /** Steps taken through repeat rules, of one rule and of one file. */
  stepsPerRule: 20_000,
  stepsPerFile: 300_000,
  /** Characters of one unfolded line. */
  line: 65_536,
  /** Components inside each other. */
  depth: 16,
  /** Remarks listed per kind of list; the rest is counted. */
  remarks: 200,
  /** Series are followed from so many days before today to so many after it. */
  daysBack: 31,
  daysAhead: 425,
  /** Longest event, in days. */
  days: 400,
} as const
