import { dayAfter } from '#modules/today/index.ts'
import { weekdayOf } from './weekday.ts'
import type { WeeklyLesson } from './weeks.ts'

/** What is not as usual on one day: the lesson that starts then is cancelled, is somewhere else, or at another time that day. */
export type Change = { day: string; starts: string; place: string | null; moved?: { starts: string; ends: string } }

export type CalendarSpan = {
  /** The first day it tells of. */
  from: string
  /** The last; without one the lessons have no end. */
  until?: string
  changes?: readonly Change[]
}

/** A calendar file (RFC 5545) of weekly lessons, as a timetable program publishes it. */
export const calendarFile = (
  week: readonly WeeklyLesson[],
  { from, until, changes = [] }: CalendarSpan,
): Uint8Array => {
  const rule = `RRULE:FREQ=WEEKLY${until === undefined ? '' : `;UNTIL=${digits(dayAfter(until))}T000000Z`}`
  const events = week.flatMap((lesson) => {
    const first = dayAfter(from, (lesson.weekday - weekdayOf(from) + 7) % 7)
    if (until !== undefined && first > until) return []
    const changed = changes.filter(({ day, starts }) => starts === lesson.starts && weekdayOf(day) === lesson.weekday)
    return [
      event(lesson, first, from, [rule]),
      ...changed.map(({ day, place, moved }) =>
        event({ ...lesson, ...moved, place: place ?? lesson.place }, day, from, [
          `RECURRENCE-ID${moment(day, lesson.starts)}`,
          ...(place === null ? ['STATUS:CANCELLED'] : []),
        ]),
      ),
    ]
  })
  const lines = [...opening, ...events.flat(), 'END:VCALENDAR', '']
  return new TextEncoder().encode(lines.join('\r\n'))
}

const event = (
  { uid, starts, ends, title, place }: WeeklyLesson,
  day: string,
  from: string,
  more: readonly string[],
): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${digits(from)}T060000Z`,
  `DTSTART${moment(day, starts)}`,
  `DTEND${moment(day, ends)}`,
  `SUMMARY:${escaped(title)}`,
  `LOCATION:${escaped(place)}`,
  ...more,
  'END:VEVENT',
]

const digits = (text: string): string => text.replaceAll(/\D/g, '')
const moment = (day: string, time: string): string => `;TZID=Europe/Amsterdam:${digits(day)}T${digits(time)}00`
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (letter) => `\\${letter}`)

const opening: readonly string[] = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Samenspraak//Proefrooster//NL',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]
