import { sql, type RawBuilder } from 'kysely'
import type { PeopleView } from '#modules/people/index.ts'
import { overseesSchool, type Days } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { CalendarEvent } from './event.ts'
import type { CalendarTables } from './tables.ts'

/** What this module reads: its own tables, and the names of groups. */
export type CalendarView = CalendarTables & PeopleView

// The groups an event is for as far as the reader may know of them: the policies leave out the others.
const events = (where: RawBuilder<unknown>): RawBuilder<CalendarEvent> => sql<CalendarEvent>`
  select e.id, e.school_id as school, e.kind, e.name, e.starts_on as "startsOn", e.ends_on as "endsOn",
    e.starts_time as "startsTime", e.ends_time as "endsTime", e.line, e.audience, e.stage,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
      from calendar_event_group o join school_group g on g.school_id = o.school_id and g.id = o.group_id
      where o.school_id = e.school_id and o.event_id = e.id), '[]') as groups
  from calendar_event e where ${where}
  order by e.starts_on, e.starts_time nulls first, e.name, e.id`

/** The events of these schools that touch these days, as the reader may see them. */
export const eventsQuery = statement<[schools: readonly string[], first: string, last: string], CalendarEvent>(
  (schools, first, last) =>
    events(
      sql`e.school_id = any (${schools}::uuid[]) and e.ends_on >= ${first}::date and e.starts_on <= ${last}::date`,
    ),
)

const keptSchools = (actor: Actor): string[] =>
  actor.at.map(({ school }) => school).filter((school) => overseesSchool(actor, school))

/** The calendar of a school that the actor keeps, between two days. */
export const findEvents = (
  db: Db<CalendarView>,
  actor: Actor,
  school: string,
  { startsOn, endsOn }: Days,
): Promise<readonly CalendarEvent[]> =>
  eventsQuery.rows(
    db,
    keptSchools(actor).filter((one) => one === school),
    startsOn,
    endsOn,
  )

/** An event of a school whose calendar the actor keeps. @throws NotFound */
export const findEvent = async (db: Db<CalendarView>, actor: Actor, id: string): Promise<CalendarEvent> => {
  const { rows } = await events(sql`e.school_id = any (${keptSchools(actor)}::uuid[]) and e.id = ${id}::uuid`).execute(
    db,
  )
  const [event] = rows
  if (event === undefined) throw new NotFound('event')
  return event
}
