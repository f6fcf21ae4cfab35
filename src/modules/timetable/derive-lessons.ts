import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { FoundLesson } from './lesson.ts'
import { HOME_ZONE, type CalendarEvent, type CalendarReading, type Remark, type Repair } from './read/calendar.ts'
import type { TimetableTables } from './tables.ts'

type Read = Extract<CalendarReading, { ok: true }>
type Derived = { found: FoundLesson[]; events: CalendarEvent[]; repairs: Remark<Repair>[] }

/** Lets the database say which moments the times on the wall are. A zone it does not know is read as ours, and reported. */
export const deriveLessons = async (tx: Tx<TimetableTables>, read: Read): Promise<Derived> => {
  const strange = await strangeZones(tx, read.events)
  const events = read.events.map((event) => (strange.has(event.zone) ? { ...event, zone: HOME_ZONE } : event))
  const unknown = [...strange].map(() => ({ line: 0, what: 'zone-unknown', zone: HOME_ZONE }) as const)
  const walls = JSON.stringify(
    events.map(({ startsLocal, endsLocal, zone }, at) => ({ at, startsLocal, endsLocal, zone })),
  )
  const { rows } = await sql<{ at: number; startsAt: number; endsAt: number; day: string }>`
    select at, extract(epoch from app.wall_instant("startsLocal", zone))::float8 * 1000 as "startsAt",
      extract(epoch from app.wall_instant("endsLocal", zone))::float8 * 1000 as "endsAt",
      (app.wall_instant("startsLocal", zone) at time zone 'Europe/Amsterdam')::date as day
    from json_to_recordset(${walls}::json) as wall (at int, "startsLocal" timestamp, "endsLocal" timestamp, zone text)
    order by at`.execute(tx)
  const found = rows.flatMap(({ at, startsAt, endsAt, day }) => {
    const event = events[at]
    return event ? [lessonOf(event, { at, startsAt, endsAt, day })] : []
  })
  return { found, events, repairs: [...read.repairs, ...unknown] }
}

const lessonOf = (
  event: CalendarEvent,
  moment: Pick<FoundLesson, 'at' | 'startsAt' | 'endsAt' | 'day'>,
): FoundLesson => ({
  ...moment,
  uid: event.uid,
  occurrence: event.occurrence,
  title: event.title,
  groupCode: event.group,
  teacherCode: event.teacher,
  place: event.place,
  cancelled: event.cancelled,
})

// Node and PostgreSQL each bring a table of zones; they need not be of the same year.
const strangeZones = async (tx: Tx<TimetableTables>, events: readonly CalendarEvent[]): Promise<Set<string>> => {
  const asked = [...new Set(events.map(({ zone }) => zone))].filter((zone) => zone !== HOME_ZONE && zone !== 'UTC')
  if (asked.length === 0) return new Set()
  const { rows } = await sql<{ zone: string }>`select zone from unnest(${asked}::text[]) as zone
    where not exists (select from pg_timezone_names known where lower(known.name) = lower(zone))`.execute(tx)
  return new Set(rows.map(({ zone }) => zone))
}
