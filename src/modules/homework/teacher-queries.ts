import { sql } from 'kysely'
import type { AgreementTables } from '#modules/agreements/index.ts'
import { pupilYears, taughtGroups, visibleGroups, type PupilYear } from '#modules/people/index.ts'
import { closuresOf, type SchoolTables } from '#modules/school/index.ts'
import type { TimetableTables } from '#modules/timetable/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { HomeworkView } from './queries.ts'
import type { ComingLesson } from './school-day.ts'
import type { Kind, Way } from './tables.ts'

/** What the pages of a teacher read beside it: the timetable of the group, when the school is shut, and what was agreed. */
export type TeacherView = HomeworkView & TimetableTables & SchoolTables & AgreementTables

/** A group whose homework this member of staff reads; of the groups taught, she also sets it. */
export type Group = {
  id: string
  school: string
  schoolName: string
  name: string
  taught: boolean
}

/** A group one teaches, with what is needed to see what was agreed for it: the stages of the school, and who is in it. */
export type TaughtGroup = Group & { stages: readonly string[]; year: string | null; pupils: readonly PupilYear[] }

const order = new Intl.Collator('nl', { numeric: true })

/** The groups of this year that the actor teaches, and for who oversees a school all of its groups; own groups first. */
export const findGroups = async (db: Db<TeacherView>, actor: Actor): Promise<Group[]> => {
  const groups = await groupsOf(db, actor).execute()
  return groups.toSorted(
    (one, other) =>
      Number(other.taught) - Number(one.taught) ||
      order.compare(one.schoolName, other.schoolName) ||
      order.compare(one.name, other.name),
  )
}

/** A group that the actor teaches. @throws NotFound for any other, whoever oversees it */
export const findTaughtGroup = async (db: Db<TeacherView>, actor: Actor, id: string): Promise<TaughtGroup> => {
  const group = await groupsOf(db, actor)
    .where('school_group.id', '=', id)
    .select(['school_group.year_group as year', pupilYears.as('pupils')])
    .select(
      sql<string[]>`array(select s.stage from school_stage s where s.school_id = school_group.school_id order by 1)`.as(
        'stages',
      ),
    )
    .executeTakeFirst()
  if (!group?.taught) throw new NotFound('group')
  return group
}

const groupsOf = (db: Db<TeacherView>, actor: Actor) =>
  visibleGroups(db, actor)
    .innerJoin('school', 'school.id', 'school_group.school_id')
    .innerJoin('school_year', (join) =>
      join
        .onRef('school_year.school_id', '=', 'school_group.school_id')
        .onRef('school_year.id', '=', 'school_group.school_year_id'),
    )
    .where('school_year.ends_on', '>=', today)
    .select(['school_group.id', 'school_group.school_id as school', 'school.name as schoolName', 'school_group.name'])
    .select(sql<boolean>`(school_group.school_id, school_group.id) in (${taughtGroups(actor)})`.as('taught'))

/** One item with what its form shows. */
export type Item = {
  school: string
  id: string
  group: string
  kind: Kind
  subject: string | null
  title: string
  details: string | null
  dueOn: string
  dueTime: string | null
  way: Way | null
  minutes: number | null
  withdrawn: boolean
}

/** Homework or a test of a group that the actor teaches. @throws NotFound */
export const findItem = async (db: Db<HomeworkView>, actor: Actor, id: string): Promise<Item> =>
  db
    .selectFrom('homework as h')
    .leftJoin('homework_withdrawal as w', (join) =>
      join.onRef('w.school_id', '=', 'h.school_id').onRef('w.homework_id', '=', 'h.id'),
    )
    .where('h.id', '=', id)
    .where(sql<boolean>`(h.school_id, h.group_id) in (${taughtGroups(actor)})`)
    .select(['h.school_id as school', 'h.id', 'h.group_id as group', 'h.kind', 'h.subject', 'h.title', 'h.details'])
    .select(['h.due_on as dueOn', 'h.way', 'h.minutes', sql<boolean>`w.homework_id is not null`.as('withdrawn')])
    .select(sql<string | null>`to_char(h.due_time, 'HH24:MI')`.as('dueTime'))
    .executeTakeFirstOrThrow(() => new NotFound('homework'))

/** How far ahead school days and lessons are looked at. */
const horizon = 60

/** The coming school days of a school, today left out, in order. */
export const findSchoolDays = async (db: Db<TeacherView>, school: string): Promise<string[]> => {
  const { rows } = await sql<{ day: string }>`
    select n.day from (select ${today} + offset_days as day from generate_series(1, ${horizon}::int) offset_days) n
    where extract(isodow from n.day) < 6
      and not exists (select from ${closuresOf([school])} shut where n.day between shut."startsOn" and shut."endsOn")
    order by n.day`.execute(db)
  return rows.map(({ day }) => day)
}

/**
 * The lessons of a group in the coming weeks, in order of time: from its own timetable, and from that of the teacher where the
 * timetable names the group.
 */
export const findLessons = async (db: Db<TeacherView>, actor: Actor, group: Group): Promise<ComingLesson[]> => {
  const own = actor.at.filter(({ school }) => school === group.school).map(({ person }) => person)
  const { rows } = await sql<ComingLesson>`
    select on_day as day, to_char(starts_at at time zone 'Europe/Amsterdam', 'HH24:MI') as starts, title, bound_to = any (${own}::uuid[]) as own
    from lesson
    where (bound_to = ${group.id}::uuid or (bound_to = any (${own}::uuid[]) and lower(group_code) = lower(${group.name})))
      and on_day > ${today} and on_day <= ${today} + ${horizon}::int
      and not whole_day and cancelled_by is null and vanished_by is null and title <> ''
    order by starts_at, title`.execute(db)
  return rows
}

/** For which subjects this teacher set homework in the group before, the last first. */
export const findUsedSubjects = async (db: Db<TeacherView>, actor: Actor, group: Group): Promise<string[]> => {
  const own = actor.at.filter(({ school }) => school === group.school).map(({ person }) => person)
  const rows = await db
    .selectFrom('homework')
    .where('school_id', '=', group.school)
    .where('group_id', '=', group.id)
    .where(sql<boolean>`set_by = any (${own}::uuid[])`)
    .where('subject', 'is not', null)
    .groupBy('subject')
    .select(['subject', ({ fn }) => fn.max('set_at').as('last')])
    .orderBy('last', 'desc')
    .limit(8)
    .execute()
  return rows.flatMap(({ subject }) => subject ?? [])
}
