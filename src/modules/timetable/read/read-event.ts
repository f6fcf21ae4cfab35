import ICAL from 'ical.js'
import { createHash } from 'node:crypto'
import { LIMITS, type Refusal, type Repair } from './calendar.ts'
import { plainText, type Property } from './property.ts'
import { readWallTime, secondsBetween, wallIn, type WallTime } from './wall-time.ts'

/** One VEVENT, with times resolved to zones and its repeat rule still as text. */
export type ReadEvent = {
  line: number
  uid: string
  sequence: number
  starts: WallTime
  /** Length on the wall, 0 when there is no end. */
  seconds: number
  wholeDay: boolean
  rule: string | null
  extra: WallTime[]
  except: WallTime[]
  /** Set on a change to one occurrence of a series. */
  changes: WallTime | null
  /** That change holds for every occurrence after it as well (RFC 5545, 3.2.13). */
  onwards: boolean
  title: string
  place: string
  cancelled: boolean
}

/** Everything read of an event. What people wrote about people (description, attendees, organizer) is never looked at. */
export const READ_PROPERTIES: ReadonlySet<string> = new Set([
  'UID',
  'SEQUENCE',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SUMMARY',
  'LOCATION',
  'STATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
])

export type EventNotes = {
  zoneOf: (tzid: string, line: number) => string
  homeZone: string
  repair: (what: Repair, line: number) => void
}

/** Reads the properties of one VEVENT, or says why it cannot be read. */
export function readEvent(line: number, properties: Property[], notes: EventNotes): ReadEvent | { refused: Refusal } {
  const first = (name: string) => properties.find((property) => property.name === name)
  const text = (name: string) => first(name)?.value ?? ''
  const start = first('DTSTART')
  if (!start) return { refused: 'no-start' }
  const starts = timeOf(start, notes)
  if (!starts) return { refused: 'start-unreadable' }
  const wholeDay = starts.dateOnly || /^TRUE$/i.test(text('X-MICROSOFT-CDO-ALLDAYEVENT').trim())
  const seconds = lengthOf(line, starts, wholeDay, first('DTEND'), first('DURATION'), notes)
  if (seconds < 0) return { refused: 'ends-before-start' }
  if (seconds > LIMITS.days * 86_400) return { refused: 'too-long' }
  const changed = first('RECURRENCE-ID')
  const title = plainText(text('SUMMARY'), 200)
  return {
    line,
    uid: digest(text('UID').trim() || `${start.value} ${title}`),
    sequence: Number.parseInt(text('SEQUENCE'), 10) || 0,
    starts: wholeDay ? { ...starts, local: `${starts.local.slice(0, 10)}T00:00:00` } : starts,
    seconds,
    wholeDay,
    rule: first('RRULE')?.value ?? null,
    extra: timesOf(properties, 'RDATE', notes),
    except: timesOf(properties, 'EXDATE', notes),
    changes: changed ? timeOf(changed, notes) : null,
    onwards: /^THISANDFUTURE$/i.test(changed?.params.get('RANGE') ?? ''),
    title,
    place: plainText(text('LOCATION'), 80),
    cancelled: /^CANCELL?ED$/i.test(text('STATUS').trim()),
  }
}

function lengthOf(
  line: number,
  starts: WallTime,
  wholeDay: boolean,
  end: Property | undefined,
  duration: Property | undefined,
  notes: EventNotes,
) {
  const least = wholeDay ? 86_400 : 0
  const ends = end && timeOf(end, notes)
  const known = ends ? secondsBetween(starts.local, wallIn(ends, starts.zone)) : duration && durationOf(duration.value)
  if ((end || duration) && (known === undefined || known === null)) notes.repair('end-unreadable', line)
  if (known === undefined || known === null) return least
  // Whole days are counted in days, and one that ends where it starts lasts that day.
  return wholeDay && known >= 0 ? Math.max(least, Math.ceil(known / 86_400) * 86_400) : known
}

function durationOf(text: string): number | null {
  try {
    return ICAL.Duration.fromString(text.trim()).toSeconds()
  } catch {
    // No duration: the caller reports it.
    return null
  }
}

function timeOf(property: Property, { zoneOf, homeZone }: EventNotes, text = property.value): WallTime | null {
  const tzid = property.params.get('TZID')
  return readWallTime(text, tzid ? zoneOf(tzid, property.line) : homeZone)
}

const timesOf = (properties: Property[], name: string, notes: EventNotes): WallTime[] =>
  properties
    .filter((property) => property.name === name)
    .flatMap((property) => property.value.split(',').map((part) => timeOf(property, notes, part.split('/')[0])))
    .filter((time) => time !== null)

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
