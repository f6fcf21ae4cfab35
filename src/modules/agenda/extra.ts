/** What else is told on a day of somebody, beside lessons: an event of the school, homework, a test. */
export type DayExtra = {
  kind: 'event' | 'homework' | 'test'
  day: string
  /** Of whom: the id of a subject of this page. */
  subject: string
  title: string
  line?: string | undefined
  /** At what time, `HH:MM`. */
  at?: string | undefined
  /** The day it is on now, when it was moved away from this one. */
  nowOn?: string | undefined
  /** Where more of it stands. */
  href?: string | undefined
}

/** Whether two people are told the same. */
export const isSameExtra = (one: DayExtra, other: DayExtra): boolean =>
  one.day === other.day &&
  one.title === other.title &&
  one.line === other.line &&
  one.at === other.at &&
  one.nowOn === other.nowOn &&
  one.href === other.href
