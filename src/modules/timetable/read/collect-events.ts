import { LIMITS, type Refusal, type Repair, type WholeRefusal } from './calendar.ts'
import { readProperty, type Property } from './property.ts'
import { READ_PROPERTIES } from './read-event.ts'
import { readLines } from './read-lines.ts'

/** The pieces of a calendar file, not yet understood. */
export type Collected = {
  events: { line: number; properties: Property[] }[]
  /** VTIMEZONE definitions by TZID, as text for ical.js. */
  zones: Map<string, string>
  product: string
}

type Notes = { repair: (what: Repair, line: number) => void; refuse: (what: Refusal, line: number) => void }
type Open = { name: string; line: number; properties: Property[]; lines: string[] }

/** Cuts a file into events and zone definitions. One that is broken does not harm the next. */
export function collectEvents(file: Uint8Array, { repair, refuse }: Notes): Collected | { whole: WholeRefusal } {
  const found: Collected = { events: [], zones: new Map(), product: '' }
  let open: Open[] = []
  let seenCalendar = false
  const close = (part: Open) => {
    if (part.name === 'VEVENT') found.events.push({ line: part.line, properties: part.properties })
    if (part.name === 'VTIMEZONE') keepZone(found.zones, part)
  }
  for (const { at, text } of readLines(file, () => repair('encoding', 0))) {
    const mark = /^\s*(BEGIN|END)\s*:\s*([A-Za-z-]{1,40})\s*$/i.exec(text)
    const name = mark?.[2]?.toUpperCase() ?? ''
    if (mark?.[1]?.toUpperCase() === 'BEGIN') {
      if (name === 'VCALENDAR') seenCalendar = true
      if (name === 'VEVENT') open = withoutUnclosed(open, (part) => repair('not-closed', part.line), close)
      if (open.length >= LIMITS.depth) return { whole: 'too-deep' }
      if (name === 'VEVENT' && found.events.length >= LIMITS.events) {
        refuse('too-many', at)
        break
      }
      open.push({ name, line: at, properties: [], lines: [] })
    } else if (mark) {
      const at = open.findLastIndex((part) => part.name === name)
      if (at !== -1) open.splice(at).forEach(close)
    } else keepLine(found, open, at, text, repair)
    const zone = open.find((part) => part.name === 'VTIMEZONE')
    if (zone && zone.lines.length < 2000) zone.lines.push(text)
  }
  for (const part of open) if (part.name === 'VEVENT') refuse('broken-off', part.line)
  return seenCalendar ? found : { whole: file.length === 0 ? 'empty' : 'no-calendar' }
}

/** A new event inside one that was never closed: the first ends where the second begins. */
function withoutUnclosed(open: Open[], tell: (part: Open) => void, close: (part: Open) => void): Open[] {
  const at = open.findIndex((part) => part.name === 'VEVENT')
  const unclosed = at === -1 ? undefined : open[at]
  if (!unclosed) return open
  tell(unclosed)
  close(unclosed)
  return open.slice(0, at)
}

function keepLine(found: Collected, open: Open[], at: number, text: string, repair: Notes['repair']) {
  const inside = open.at(-1)
  if (!inside || text.trim() === '') return
  if (inside.name === 'VCALENDAR' && /^PRODID[;:]/i.test(text)) found.product = text.slice(0, 200)
  if (inside.name !== 'VEVENT' || !wanted(text)) return
  const property = readProperty(at, text)
  if (property) inside.properties.push(property)
  else repair('line-unreadable', at)
}

/** Judged by its name alone, so that nothing else of a line is looked at. */
const wanted = (text: string): boolean => READ_PROPERTIES.has(/^[A-Za-z0-9-]+/.exec(text)?.[0].toUpperCase() ?? '')

function keepZone(zones: Map<string, string>, part: Open) {
  const tzid = part.lines.map((line) => /^TZID[^:]*:(.*)$/i.exec(line)?.[1]?.trim()).find((id) => id !== undefined)
  if (tzid !== undefined) zones.set(bareZone(tzid), [...part.lines, 'END:VTIMEZONE'].join('\r\n'))
}

/** A zone's name without the escapes and quotes that only one of definition and use carries. */
export const bareZone = (tzid: string): string => tzid.replace(/[\\"]/g, '').trim()
