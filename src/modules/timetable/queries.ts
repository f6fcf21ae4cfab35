import { sql } from 'kysely'
import { schoolsWithRole, type Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { visibleGroups, visibleTo as visiblePupils, type PeopleView } from '#modules/people/index.ts'
import type { DayLesson, TimetableOf } from './lesson.ts'
import type { TimetableTables } from './tables.ts'

/** What this module reads: its own tables, and the names of those a timetable is of. */
export type TimetableView = TimetableTables & PeopleView

/** Someone a timetable can be of: a class by its name, a person by the parts of theirs. */
export type Owner = { id: string; groupName: string | null } & {
  firstName: string | null
  prefix: string | null
  lastName: string | null
}

export type FeedLine = {
  id: string
  school: string
  kind: TimetableOf['kind']
  owner: Owner
  lastReading: { readAt: Date; firstDay: string; lastDay: string; lessons: number }
}

const visibleTo = (db: Db<TimetableView>, actor: Actor) =>
  db
    .selectFrom('calendar_feed')
    .where(sql<boolean>`calendar_feed.school_id = any (${schoolsWithRole(actor, 'office', 'administrator')}::uuid[])`)

const feeds = (db: Db<TimetableView>, actor: Actor) =>
  visibleTo(db, actor)
    .leftJoin('school_group as g', (join) =>
      join.onRef('g.school_id', '=', 'calendar_feed.school_id').onRef('g.id', '=', 'calendar_feed.group_id'),
    )
    .leftJoin('person as n', (join) =>
      join.onRef('n.school_id', '=', 'calendar_feed.school_id').onRef('n.id', '=', 'calendar_feed.bound_to'),
    )
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('calendar_reading as r')
          .whereRef('r.school_id', '=', 'calendar_feed.school_id')
          .whereRef('r.feed_id', '=', 'calendar_feed.id')
          .select(['r.id', 'r.read_at', 'r.first_day', 'r.last_day', 'r.lessons', 'r.added', 'r.changed'])
          .select(['r.cancelled', 'r.vanished', 'r.repairs', 'r.refusals'])
          .orderBy('r.turn', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'calendar_feed.id',
      'calendar_feed.school_id as school',
      sql<TimetableOf['kind']>`case when calendar_feed.group_id is not null then 'group'
        when calendar_feed.pupil_id is not null then 'pupil' else 'staff' end`.as('kind'),
      'calendar_feed.bound_to as boundTo',
      'g.name as groupName',
      sql<string | null>`coalesce(n.first_name, n.initials)`.as('firstName'),
      'n.prefix',
      'n.last_name as lastName',
      'last.read_at as readAt',
      'last.first_day as firstDay',
      'last.last_day as lastDay',
      'last.lessons',
    ])

/** The timetables of a school: classes first, then pupils, then staff, by name. */
export const findFeeds = async (db: Db<TimetableView>, actor: Actor, school: string): Promise<FeedLine[]> => {
  const rows = await feeds(db, actor)
    .where('calendar_feed.school_id', '=', school)
    .orderBy(sql`calendar_feed.group_id is null, calendar_feed.pupil_id is null, g.name, n.last_name, n.first_name`)
    .execute()
  return rows.map(lineOf)
}

type FeedRow = Awaited<ReturnType<ReturnType<typeof feeds>['executeTakeFirstOrThrow']>>

const lineOf = ({
  id,
  school,
  kind,
  boundTo,
  groupName,
  firstName,
  prefix,
  lastName,
  ...lastReading
}: FeedRow): FeedLine => ({
  id,
  school,
  kind,
  owner: { id: boundTo, groupName, firstName, prefix, lastName },
  lastReading,
})

export type Feed = FeedLine & { details: ReadingDetails; coming: ComingLesson[] }
export type ReadingDetails = Awaited<ReturnType<typeof findDetails>>
export type ComingLesson = Awaited<ReturnType<typeof findComing>>[number]

/** One timetable, with what its last file held and the first lessons to come. @throws NotFound */
export const findFeed = async (db: Db<TimetableView>, actor: Actor, id: string): Promise<Feed> => {
  const row = await feeds(db, actor)
    .where('calendar_feed.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('timetable'))
  return { ...lineOf(row), details: await findDetails(db, actor, id), coming: await findComing(db, actor, id) }
}

const findDetails = (db: Db<TimetableView>, actor: Actor, id: string) =>
  visibleTo(db, actor)
    .innerJoin('calendar_reading as r', (join) =>
      join.onRef('r.school_id', '=', 'calendar_feed.school_id').onRef('r.feed_id', '=', 'calendar_feed.id'),
    )
    .where('calendar_feed.id', '=', id)
    .select(['r.added', 'r.changed', 'r.cancelled', 'r.vanished', 'r.repairs', 'r.refusals'])
    .orderBy('r.turn', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new NotFound('reading'))

const LESSONS_SHOWN = 8

const dutchClock = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'Europe/Amsterdam', 'HH24:MI')`

const findComing = (db: Db<TimetableView>, actor: Actor, id: string) =>
  visibleTo(db, actor)
    .innerJoin('lesson', (join) =>
      join.onRef('lesson.school_id', '=', 'calendar_feed.school_id').onRef('lesson.feed_id', '=', 'calendar_feed.id'),
    )
    .where('calendar_feed.id', '=', id)
    .where('lesson.last_day', '>=', today)
    .select(['lesson.on_day as day', 'lesson.whole_day as wholeDay', 'lesson.title', 'lesson.place'])
    .select([dutchClock('lesson.starts_at').as('starts'), dutchClock('lesson.ends_at').as('ends')])
    .orderBy('lesson.starts_at')
    .limit(LESSONS_SHOWN)
    .execute()

/** Who at a school a timetable can be read in for. */
export const findOwners = async (
  db: Db<TimetableView>,
  actor: Actor,
  school: string,
  kind: TimetableOf['kind'],
): Promise<Owner[]> => {
  if (kind === 'group')
    return (await groupsOf(db, actor, school)).map(({ id, groupName }) => ({ id, groupName, ...noName }))
  const people = kind === 'pupil' ? await pupilsOf(db, actor, school) : await staffOf(db, actor, school)
  return people.map((person) => ({ ...person, groupName: null }))
}

const noName = { firstName: null, prefix: null, lastName: null }

const groupsOf = (db: Db<TimetableView>, actor: Actor, school: string) =>
  visibleGroups(db, actor)
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'school_group.school_id').onRef('y.id', '=', 'school_group.school_year_id'),
    )
    .where('school_group.school_id', '=', school)
    .where('y.ends_on', '>=', today)
    .select(['school_group.id', 'school_group.name as groupName'])
    .orderBy('school_group.kind')
    .orderBy('school_group.name')
    .execute()

const personColumns = [
  sql<string | null>`coalesce(person.first_name, person.initials)`.as('firstName'),
  'person.prefix',
  'person.last_name as lastName',
] as const

const pupilsOf = (db: Db<TimetableView>, actor: Actor, school: string) =>
  visiblePupils(db, actor)
    .where('pupil.school_id', '=', school)
    .where(sql<boolean>`(pupil.left_on is null or pupil.left_on > ${today})`)
    .select(['person.id', ...personColumns])
    .orderBy('person.last_name')
    .orderBy('person.first_name')
    .orderBy('person.id')
    .execute()

const staffOf = (db: Db<TimetableView>, actor: Actor, school: string) =>
  db
    .selectFrom('staff')
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 'staff.school_id').onRef('person.id', '=', 'staff.person_id'),
    )
    .where(sql<boolean>`staff.school_id = any (${schoolsWithRole(actor, 'office', 'administrator')}::uuid[])`)
    .where('staff.school_id', '=', school)
    .where(holdsToday('staff'))
    .select(['person.id', ...personColumns])
    .orderBy('person.last_name')
    .orderBy('person.first_name')
    .orderBy('person.id')
    .execute()

/** The lessons of these timetables on these days, those that last several days and those moved from these days included. */
export const lessonsQuery = statement<
  [boundTo: readonly string[], days: readonly string[], first: string, last: string],
  DayLesson
>(
  (boundTo, days, first, last) => sql<DayLesson>`
  select bound_to as "boundTo", on_day as day, last_day as "lastDay", whole_day as "wholeDay",
    to_char(starts_at at time zone 'Europe/Amsterdam', 'HH24:MI') as starts,
    to_char(ends_at at time zone 'Europe/Amsterdam', 'HH24:MI') as ends,
    title, teacher_code as teacher, place,
    case when cancelled_by is not null then 'cancelled' when vanished_by is not null then 'vanished' else 'on' end as state,
    was_place as "wasPlace", was_day as "wasDay", to_char(was_starts_at at time zone 'Europe/Amsterdam', 'HH24:MI') as "wasStarts"
  from lesson
  where bound_to = any (${boundTo}::uuid[]) and (on_day = any (${days}::date[])
    or (last_day > on_day and last_day >= ${first}::date and on_day <= ${last}::date)
    or was_day = any (${days}::date[]))
  order by starts_at, ends_at, title`,
)
