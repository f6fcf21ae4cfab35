import {
  HOME_ZONE,
  LIMITS,
  type CalendarEvent,
  type CalendarReading,
  type Refusal,
  type Remark,
  type Repair,
  type WholeRefusal,
} from './calendar.ts'
import { bareZone, collectEvents } from './collect-events.ts'
import type { Window } from './expand-rule.ts'
import { lessonName } from './lesson-name.ts'
import { occurrencesOf, type Occurrence } from './occurrences.ts'
import { remarkList } from './remark-list.ts'
import { readEvent, type ReadEvent } from './read-event.ts'
import { resolveZone } from './resolve-zone.ts'
import { later } from './wall-time.ts'

/**
 * Reads an iCalendar file (RFC 5545) as school programs send it. `today` is `YYYY-MM-DD`: series are followed from a
 * month before it to fourteen months after it. Never throws on what a file holds; runs for seconds on a hostile one, so
 * call it through `readCalendarApart`.
 */
export function readCalendar(file: Uint8Array, today: string): CalendarReading {
  const repairs = remarkList<Repair>()
  const refusals = remarkList<Refusal>()
  if (file.length > LIMITS.bytes) return { ok: false, why: 'too-large', refusals: [] }
  const collected = collectEvents(file, { repair: repairs.add, refuse: refusals.add })
  if ('whole' in collected) return { ok: false, why: collected.whole, refusals: [] }
  const notes = { homeZone: HOME_ZONE, repair: repairs.add, zoneOf: zoneReader(collected.zones, today, repairs.add) }
  const events: ReadEvent[] = []
  for (const { line, properties } of collected.events) {
    const read = readEvent(line, properties, notes)
    if ('refused' in read) refusals.add(read.refused, line)
    else events.push(read)
  }
  const window = windowAround(today)
  const found = occurrencesOf(events, window, { repair: repairs.add, refuse: refusals.add })
  const kept = nearest(found, window)
  if (kept.length < found.length) refusals.add('too-many', 0, { count: found.length - kept.length })
  if (kept.length === 0) return { ok: false, why: whyNothing(refusals.list()), refusals: refusals.list() }
  return {
    ok: true,
    events: kept.map((one) => eventOf(one, collected.product)),
    repairs: repairs.list(),
    refusals: refusals.list(),
  }
}

const whyNothing = (refusals: readonly Remark<Refusal>[]): WholeRefusal =>
  refusals.length > 0 && refusals.every(({ what }) => what === 'outside-window') ? 'outside-window' : 'no-events'

const windowAround = (today: string): Window => ({
  from: later(`${today}T00:00:00`, -LIMITS.daysBack * 86_400).slice(0, 10),
  to: later(`${today}T00:00:00`, LIMITS.daysAhead * 86_400).slice(0, 10),
})

/** In order of time; of too many, those from the window's first day on. */
function nearest(found: Occurrence[], window: Window): Occurrence[] {
  const sorted = found.toSorted((a, b) =>
    a.startsLocal < b.startsLocal ? -1 : a.startsLocal > b.startsLocal ? 1 : a.from.line - b.from.line,
  )
  if (sorted.length <= LIMITS.occurrences) return sorted
  const current = sorted.findIndex((one) => one.startsLocal >= window.from)
  const first = current === -1 ? sorted.length : current
  return sorted.slice(Math.min(first, sorted.length - LIMITS.occurrences)).slice(0, LIMITS.occurrences)
}

function eventOf(
  { from, occurrence, startsLocal, title, place, cancelled }: Occurrence,
  product: string,
): CalendarEvent {
  return {
    line: from.line,
    uid: from.uid,
    occurrence,
    startsLocal,
    endsLocal: later(startsLocal, from.seconds),
    zone: from.starts.zone,
    wholeDay: from.wholeDay,
    ...lessonName(title, place, product),
    cancelled,
  }
}

/** Each zone is resolved once, and told of once. */
function zoneReader(
  definitions: Map<string, string>,
  today: string,
  repair: (what: Repair, line: number, more: { zone: string }) => void,
) {
  const known = new Map<string, string>()
  return (tzid: string, line: number): string => {
    const before = known.get(tzid)
    if (before) return before
    const { zone, how } = resolveZone(tzid, definitions.get(bareZone(tzid)), Number(today.slice(0, 4)))
    if (how !== 'named') repair(how === 'derived' ? 'zone-derived' : 'zone-unknown', line, { zone })
    known.set(tzid, zone)
    return zone
  }
}
