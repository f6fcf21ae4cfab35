import { LIMITS, type Refusal, type Repair } from './calendar.ts'
import { expandRule, type Window } from './expand-rule.ts'
import type { ReadEvent } from './read-event.ts'
import { later, secondsBetween, wallIn } from './wall-time.ts'

/** One event on one moment: an event by itself, or one of a series. */
export type Occurrence = {
  /** The event that gives the length, the zone and the kind. */
  from: ReadEvent
  occurrence: string
  startsLocal: string
  title: string
  place: string
  cancelled: boolean
}

type Notes = { repair: (what: Repair, line: number) => void; refuse: (what: Refusal, line: number) => void }

/**
 * Series written out, exceptions and changes applied. Of the versions of one UID the highest SEQUENCE counts; several of
 * equal SEQUENCE are several lessons (Somtoday sends one UID twice).
 */
export function occurrencesOf(events: ReadEvent[], window: Window, notes: Notes): Occurrence[] {
  const spent = { steps: 0 }
  return [...Map.groupBy(events, (event) => event.uid).values()].flatMap((family) => {
    const masters = newest(
      family.filter((event) => !event.changes),
      notes,
    )
    const changes = family.filter((event) => event.changes)
    const written = masters.flatMap((master) => seriesOf(master, window, spent, notes))
    return changes.length === 0 ? written : changed(written, masters[0], changes, window, notes)
  })
}

function newest(versions: ReadEvent[], { repair }: Notes): ReadEvent[] {
  const highest = versions.reduce((most, version) => Math.max(most, version.sequence), 0)
  const seen = new Set<string>()
  for (const version of versions) {
    if (version.sequence < highest) repair('older-version', version.line)
    const looks = [version.starts.local, version.seconds, version.title, version.place].join('\n')
    if (version.sequence === highest && seen.has(looks)) repair('double', version.line)
    seen.add(looks)
  }
  return versions.filter((version) => version.sequence === highest)
}

function seriesOf(
  master: ReadEvent,
  window: Window,
  spent: { steps: number },
  { repair, refuse }: Notes,
): Occurrence[] {
  const { starts, rule, extra, except } = master
  if (rule === null && extra.length === 0) return [onMoment(master, starts.local, '')]
  const expansion =
    rule === null
      ? { starts: [starts.local], cutShort: false, steps: 0 }
      : expandRule(rule, starts, window, LIMITS.stepsPerFile - spent.steps)
  if ('unreadable' in expansion) {
    repair(expansion.unreadable, master.line)
    return [onMoment(master, starts.local, starts.local)]
  }
  spent.steps += expansion.steps
  if (expansion.cutShort) repair('rule-cut-short', master.line)
  const taken = new Set(
    except.filter((time) => !time.dateOnly || master.wholeDay).map((time) => wallIn(time, starts.zone)),
  )
  const daysTaken = new Set(except.filter((time) => time.dateOnly).map((time) => time.local.slice(0, 10)))
  const all = new Set([...expansion.starts, ...extra.map((time) => wallIn(time, starts.zone))])
  const left = [...all].filter((start) => !taken.has(start) && !daysTaken.has(start.slice(0, 10)))
  if (left.length === 0) refuse('outside-window', master.line)
  return left.map((start) => onMoment(master, start, start))
}

const onMoment = (from: ReadEvent, startsLocal: string, occurrence: string): Occurrence => ({
  from,
  occurrence,
  startsLocal,
  title: from.title,
  place: from.place,
  cancelled: from.cancelled,
})

/** Puts each change in the place of the occurrence it names; of several for one occurrence the highest SEQUENCE counts. */
function changed(
  series: Occurrence[],
  master: ReadEvent | undefined,
  changes: ReadEvent[],
  window: Window,
  { repair }: Notes,
): Occurrence[] {
  const zone = master?.starts.zone
  const placeOf = (change: ReadEvent) => (change.changes ? wallIn(change.changes, zone ?? change.changes.zone) : '')
  const latest = new Map<string, ReadEvent>()
  for (const change of changes.toSorted((a, b) => a.sequence - b.sequence)) {
    const older = latest.get(placeOf(change))
    if (older) repair('older-version', older.line)
    latest.set(placeOf(change), change)
  }
  const onwards = followerOf(
    [...latest.values()].filter((change) => change.onwards),
    series,
    placeOf,
  )
  const replaced = series.map((one) => {
    const change = latest.get(one.occurrence) ?? (one.from.wholeDay ? undefined : onDateAlone(latest, one.occurrence))
    if (!change) return onwards(one)
    latest.delete(placeOf(change))
    return asChanged(change, one.occurrence, one)
  })
  // A change of a lesson before or after the window is no fault: its series was not followed that far.
  const alone = [...latest].flatMap(([place, change]) => {
    const followed = !master?.rule || (place >= window.from && place.slice(0, 10) <= window.to)
    if (master?.rule && followed) repair('change-without-series', change.line)
    return followed || change.starts.local >= window.from ? [asChanged(change, place, undefined)] : []
  })
  return [...replaced, ...alone]
}

/**
 * Gives each occurrence as the last change before it that holds from then on has it, moved by as much as the occurrence that
 * this change names was.
 */
const followerOf = (
  changes: readonly ReadEvent[],
  series: readonly Occurrence[],
  placeOf: (change: ReadEvent) => string,
): ((one: Occurrence) => Occurrence) => {
  if (changes.length === 0) return (one) => one
  const ofDay = new Map(series.map((one) => [one.occurrence.slice(0, 10), one.occurrence]))
  const lasting = changes
    .map((change) => {
      const place = placeOf(change)
      return { change, from: change.changes?.dateOnly ? (ofDay.get(place.slice(0, 10)) ?? place) : place }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (one) => {
    const last = lasting.findLast(({ from }) => from < one.occurrence)
    if (last === undefined) return one
    const moved = secondsBetween(last.from, last.change.starts.local)
    return { ...asChanged(last.change, one.occurrence, one), startsLocal: later(one.startsLocal, moved) }
  }
}

const onDateAlone = (latest: Map<string, ReadEvent>, occurrence: string): ReadEvent | undefined => {
  const change = latest.get(`${occurrence.slice(0, 10)}T00:00:00`)
  return change?.changes?.dateOnly ? change : undefined
}

const asChanged = (change: ReadEvent, occurrence: string, before: Occurrence | undefined): Occurrence => ({
  from: change,
  occurrence,
  startsLocal: change.starts.local,
  title: change.title || (before?.title ?? ''),
  place: change.place || (before?.place ?? ''),
  cancelled: change.cancelled,
})
