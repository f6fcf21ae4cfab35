import ICAL from 'ical.js'
import { HOME_ZONE } from './calendar.ts'
import { knowsZone, minutesAhead } from './wall-time.ts'
import { WINDOWS_ZONES } from './windows-zones.ts'

export type ResolvedZone = { zone: string; how: 'named' | 'derived' | 'unknown' }

/**
 * The IANA zone of a TZID as files write it: an IANA name (also behind a path), a Windows name, a name of the file's own
 * whose VTIMEZONE `definition` (its lines) keeps the hours of a known zone, or an offset in words. Where the file defines
 * a zone under an IANA name, the name is believed and the definition is not read.
 */
export function resolveZone(tzid: string, definition: string | undefined, year: number): ResolvedZone {
  const name = tzid.trim()
  const known = ianaName(name) ?? WINDOWS_ZONES[name.toLowerCase()]
  if (known) return { zone: known, how: 'named' }
  const derived =
    (definition && (locatedIn(definition) ?? zoneKeeping(definition, year))) ?? zoneOfWords(name) ?? zoneOfOffset(name)
  return derived ? { zone: derived, how: 'derived' } : { zone: HOME_ZONE, how: 'unknown' }
}

function ianaName(name: string): string | null {
  const tail =
    /(?:^|\/)((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US)\/[A-Za-z0-9_+/-]+)$/.exec(
      name,
    )?.[1]
  const candidate = tail ?? (/^(UTC|GMT|CET|MET|EET|WET)$/.test(name) ? name : null)
  return candidate && knowsZone(candidate) ? candidate : null
}

const locatedIn = (definition: string): string | null =>
  ianaName(/^X-LIC-LOCATION:(.+)$/im.exec(definition)?.[1]?.trim() ?? '')

// Likelier zones first: several keep the same hours today.
const LIKELY = [
  'Europe/Amsterdam',
  'Europe/London',
  'Europe/Helsinki',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
]

/** The zone that keeps the hours of the definition on every sampled day of two years. */
function zoneKeeping(definition: string, year: number): string | null {
  const days = sampleDays(year)
  const wanted = offsetsOf(definition, days)
  if (!wanted) return null
  const keeps = (zone: string) => days.every((day, at) => minutesAhead(zone, day) === wanted[at])
  return LIKELY.find(keeps) ?? fixedZone(wanted) ?? Intl.supportedValuesOf('timeZone').find(keeps) ?? null
}

function sampleDays(year: number): string[] {
  const pad = (part: number) => String(part).padStart(2, '0')
  return [year, year + 1].flatMap((y) =>
    Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) =>
      [1, 15, 28].map((day) => `${y}-${pad(month)}-${pad(day)}`),
    ),
  )
}

function offsetsOf(definition: string, days: string[]): number[] | null {
  try {
    const zone = new ICAL.Timezone(latestRules(ICAL.Component.fromString(definition)))
    return days.map((day) => zone.utcOffset(ICAL.Time.fromDateTimeString(`${day}T12:00:00`)) / 60)
  } catch {
    // A definition that cannot be read says nothing.
    return null
  }
}

/** Of winter and summer time the rule that began last: older ones often have no end and would go on beside it. */
function latestRules(definition: ICAL.Component): ICAL.Component {
  for (const kind of ['standard', 'daylight']) {
    const rules = definition.getAllSubcomponents(kind)
    const begins = (rule: ICAL.Component) => String(rule.getFirstPropertyValue('dtstart'))
    const older = rules.toSorted((a, b) => (begins(a) < begins(b) ? -1 : 1)).slice(0, -1)
    for (const rule of older) definition.removeSubcomponent(rule)
  }
  return definition
}

/** `(UTC+01:00) Amsterdam, Berlin, …` and `Eastern Time (US & Canada)`: a city or a zone that Windows names in words. */
function zoneOfWords(name: string): string | null {
  const american = /\b(eastern|central|mountain|pacific) time\b/i.exec(name)?.[1]
  if (american) return WINDOWS_ZONES[`${american.toLowerCase()} standard time`] ?? null
  const words = new Set(name.split(/[^\p{L}]+/u).filter((word) => word.length > 3))
  const cityOf = (zone: string) => zone.split('/').at(-1) ?? ''
  return [...LIKELY, ...Intl.supportedValuesOf('timeZone')].find((zone) => words.has(cityOf(zone))) ?? null
}

/** `Etc/GMT-2` is two hours ahead of UTC. */
function fixedZone([first, ...others]: number[]): string | null {
  if (first === undefined || first % 60 !== 0 || others.some((offset) => offset !== first)) return null
  return hoursAhead(first / 60)
}

const hoursAhead = (hours: number): string | null => {
  const zone = hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
  return knowsZone(zone) ? zone : null
}

/** `(GMT +01:00)` is how Windows names a zone by its winter time; the clock of such a file does go forward in spring. */
function zoneOfOffset(name: string): string | null {
  const found = /(?:GMT|UTC)\s*(?:([+-])\s*(\d{1,2})(?::?(\d\d))?)?/i.exec(name)
  if (!found || Number(found[3] ?? 0) !== 0) return null
  const hours = Number(found[2] ?? 0) * (found[1] === '-' ? -1 : 1)
  const withSummer = ['Europe/London', 'Europe/Amsterdam', 'Europe/Helsinki'][hours]
  return withSummer ?? hoursAhead(hours)
}
