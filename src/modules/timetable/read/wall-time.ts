import { HOME_ZONE } from './calendar.ts'

/** A time on the wall: `local` as `YYYY-MM-DDTHH:MM:SS`, `zone` an IANA name. `dateOnly` when the file gave a date alone. */
export type WallTime = { local: string; zone: string; dateOnly: boolean }

const WRITTEN = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z)?)?$/i

/** Reads a DATE or DATE-TIME in `zone`, or in UTC when it ends in Z. Null when it is no such thing or no existing day. */
export function readWallTime(text: string, zone: string): WallTime | null {
  const found = WRITTEN.exec(text.trim())
  if (!found) return null
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', utc] = found
  const date = `${year}-${month}-${day}`
  if (Number(year) < 1970 || Number(year) > 2199 || !exists(date)) return null
  if (hour === undefined) return { local: `${date}T00:00:00`, zone: HOME_ZONE, dateOnly: true }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  // A leap second has no place on a wall clock.
  const local = `${date}T${hour}:${minute}:${second === '60' ? '59' : second}`
  return { local, zone: utc ? 'UTC' : zone, dateOnly: false }
}

/** Seconds from one wall time to another, as if no clock were ever changed. */
export const secondsBetween = (from: string, to: string): number => (instantOf(to) - instantOf(from)) / 1000

/** The wall time so many seconds on, as if no clock were ever changed. */
export const later = (local: string, seconds: number): string => localOf(instantOf(local) + seconds * 1000)

/** The same moment on the wall of another zone; used only to compare exceptions with the series they belong to. */
export function wallIn(time: WallTime, zone: string): string {
  if (time.zone === zone || time.dateOnly) return time.local
  if (time.zone === 'UTC') return onWall(instantOf(time.local), zone)
  const guess = instantOf(time.local)
  const offset = instantOf(onWall(guess, time.zone)) - guess
  const moment = guess - (instantOf(onWall(guess - offset, time.zone)) - (guess - offset))
  return zone === 'UTC' ? localOf(moment) : onWall(moment, zone)
}

/** Minutes that a zone is ahead of UTC at noon UTC of a date. */
export function minutesAhead(zone: string, date: string): number {
  const noon = instantOf(`${date}T12:00:00`)
  return (instantOf(onWall(noon, zone)) - noon) / 60_000
}

/** Whether this machine knows the zone. */
export function knowsZone(zone: string): boolean {
  try {
    wallClock(zone)
    return true
  } catch {
    return false
  }
}

// Of 30 February, Date.parse makes 2 March.
function exists(date: string): boolean {
  const instant = instantOf(`${date}T00:00:00`)
  return !Number.isNaN(instant) && localOf(instant).startsWith(date)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Throws a RangeError for a zone that does not exist. Making a formatter is slow, so each zone's is kept. */
function wallClock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  // The Swedish way of writing a date is the international one.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(zone, made)
  return made
}

const onWall = (instant: number, zone: string): string => wallClock(zone).format(instant).replace(' ', 'T')

// A wall time read as if it were UTC: plain arithmetic on days and seconds, with no zone in it.
const instantOf = (local: string): number => Date.parse(`${local}Z`)
const localOf = (instant: number): string => onWall(instant, 'UTC')
