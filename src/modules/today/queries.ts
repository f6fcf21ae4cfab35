import { sql, type RawBuilder } from 'kysely'
import { holdsOnTheDay, opensChild } from '#modules/people/index.ts'
import { closuresOf, leaveOutCovered, type HolidayKind } from '#modules/school/index.ts'
import { lessonsQuery } from '#modules/timetable/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { AskAlong } from '#platform/db/context.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { ownIds, type OwnIds } from './own-ids.ts'
import { wholeAlong } from './whole-queries.ts'
import { comingDays, type Calendar, type Closure, type Lesson, type Subject } from './day.ts'

// The most opened page asks the same few questions, whatever the number of children. Each is written once, as SQL. Each starts from what the actor is, and the policies bound it.

type CalendarRow = {
  today: string
  clock: string
  school: string | null
  kind: HolidayKind | null
  name: string | null
  startsOn: string | null
  endsOn: string | null
}

/** Today, the time, and the days on which the schools are shut from today on, as far ahead as HORIZON looks. At least one row. */
export const calendarQuery = statement<[schools: readonly string[]], CalendarRow>(
  (schools) => sql<CalendarRow>`
  select now.today, now.clock, shut.school, shut.kind, shut.name, shut."startsOn", shut."endsOn"
  from (select app.today() as today, to_char(app.now() at time zone 'Europe/Amsterdam', 'HH24:MI') as clock) now
  left join ${closuresOf(schools)} shut on shut."endsOn" >= now.today and shut."startsOn" <= now.today + 90
  order by shut."startsOn"`,
)

type ChildRow = {
  school: string
  schoolName: string
  id: string
  firstName: string | null
  lastName: string | null
  group: string | null
  groupName: string | null
  groupKind: 'class' | 'mixed' | null
  yearGroup: string | null
  hasTimetable: boolean
}

// The order makes PostgreSQL take one row of the index; without it, it reads the table in the hope of soon meeting one.
const anyLesson = (owner: string): RawBuilder<boolean> =>
  sql<boolean>`(select true from lesson l where l.bound_to = ${sql.ref(owner)} order by l.on_day limit 1)`

const children = (of: RawBuilder<unknown>): RawBuilder<ChildRow> => sql<ChildRow>`
  select p.school_id as school, s.name as "schoolName", p.person_id as id, n.first_name as "firstName",
    concat_ws(' ', n.initials, n.prefix, n.last_name) as "lastName", g.id as "group", g.name as "groupName", g.kind as "groupKind", p.year_group as "yearGroup",
    coalesce(${anyLesson('p.person_id')}, ${anyLesson('g.id')}, false) as "hasTimetable"
  from pupil p
  join person n on n.school_id = p.school_id and n.id = p.person_id
  join school s on s.id = p.school_id
  left join (group_member m join school_group g on g.school_id = m.school_id and g.id = m.group_id)
    on m.school_id = p.school_id and m.pupil_id = p.person_id and ${holdsToday('m')}
  where (p.left_on is null or p.left_on > (select app.today())) and ${of}
  order by n.birth_date nulls last, n.first_name, p.person_id, g.kind, g.name`

/** The children of a guardian: one row per child and group. */
export const childrenQuery = statement<OwnIds, ChildRow>((schools, persons) =>
  children(sql`(p.school_id, p.person_id) in (select r.school_id, r.pupil_id from guardianship r
    where r.school_id = any (${schools}::uuid[]) and r.guardian_id = any (${persons}::uuid[]) and ${opensChild('r')})`),
)

/** The pupil alone. */
const pupilQuery = statement<OwnIds, ChildRow>((schools, persons) =>
  children(sql`p.school_id = any (${schools}::uuid[]) and p.person_id = any (${persons}::uuid[])`),
)

type TaughtRow = { school: string; schoolName: string; id: string; name: string | null; hasTimetable: boolean }

/** The teacher, and the groups taught: one row each, the teacher without a name. */
const taughtQuery = statement<OwnIds, TaughtRow>(
  (schools, persons) => sql<TaughtRow>`
  select s.id as school, s.name as "schoolName", own.id, own.name,
    coalesce(${anyLesson('own.id')}, false) as "hasTimetable"
  from (
    select e.school_id, e.person_id as id, null as name from staff e
      where e.school_id = any (${schools}::uuid[]) and e.person_id = any (${persons}::uuid[])
    union
    select t.school_id, g.id, g.name from group_teacher t
      join school_group g on g.school_id = t.school_id and g.id = t.group_id
      where t.school_id = any (${schools}::uuid[]) and t.person_id = any (${persons}::uuid[]) and ${holdsToday('t')}
    union
    select x.school_id, g.id, g.name from group_substitute x
      join school_group g on g.school_id = x.school_id and g.id = x.group_id
      where x.school_id = any (${schools}::uuid[]) and x.person_id = any (${persons}::uuid[]) and ${holdsOnTheDay('x')}
  ) own join school s on s.id = own.school_id
  order by s.name, own.name nulls first, own.id`,
)

/** Names no table: the statements above do, and every one of them stands under policies. */
type Reads = Db<unknown>

export const subjectsQuery = { guardian: childrenQuery, pupil: pupilQuery, staff: taughtQuery } as const

/** What this page asks, as far as it needs nothing but who asks: in an ordinary week, of a family, that is all. */
export const along: AskAlong = (known) => {
  const [schools, persons] = ownIds(known)
  if (known.hat === null) return []
  const boundTo = [...known.pupils, ...known.groups]
  const days = comingDays(known.today)
  return [
    calendarQuery.along(schools),
    subjectsQuery[known.hat].along(schools, persons),
    ...(boundTo.length > 0 ? [lessonsQuery.along(boundTo, days, days[0], days[2])] : []),
    ...wholeAlong(known),
  ]
}

export const findCalendar = async (db: Reads, actor: Actor, answers: Answers): Promise<Calendar> => {
  const [schools] = ownIds(actor)
  const rows = calendarQuery.answered(answers) ?? (await calendarQuery.rows(db, schools))
  const closures = rows.flatMap(({ school, kind, name, startsOn, endsOn }): Closure[] =>
    school !== null && startsOn !== null && endsOn !== null ? [{ school, kind, name, startsOn, endsOn }] : [],
  )
  return { today: rows[0]?.today ?? '', clock: rows[0]?.clock ?? '', closures: leaveOutCovered(closures) }
}

/** Whose days the actor may read: own children, oneself, or oneself and every class taught. */
export const findAllSubjects = async (db: Reads, actor: Actor, answers: Answers): Promise<Subject[]> => {
  const own = ownIds(actor)
  if (actor.hat === null) return []
  if (actor.hat === 'staff') return taught(taughtQuery.answered(answers) ?? (await taughtQuery.rows(db, ...own)))
  const query = subjectsQuery[actor.hat]
  const rows = query.answered(answers) ?? (await query.rows(db, ...own))
  return childrenOf(rows.filter(amongAnswered(actor)), actor.hat === 'pupil' ? 'self' : 'child')
}

/** Whose day the page shows. A teacher with a timetable of her own sees that; else those of the groups she teaches. */
export const findSubjects = async (db: Reads, actor: Actor, answers: Answers): Promise<Subject[]> => {
  const all = await findAllSubjects(db, actor, answers)
  return actor.hat === 'staff' ? ownOrTaught(all) : all
}

/** Of staff: the own timetable when there is one, else the classes taught. */
export const ownOrTaught = (all: readonly Subject[]): Subject[] => {
  const own = all.filter(({ kind, hasTimetable }) => kind === 'self' && hasTimetable)
  return own.length > 0 ? own : all.filter(({ kind }) => kind === 'class')
}

/** Who came with a letter sees the children whose letters were answered, whomever else the guardian has. */
const amongAnswered =
  ({ kind, only }: Actor) =>
  ({ id }: ChildRow): boolean =>
    kind !== 'letter' || (only ?? []).includes(id)

/** The lessons of these subjects on these days. What went along holds them, and more, unless they lie further ahead. */
export const findLessons = async (
  db: Reads,
  subjects: readonly Subject[],
  days: readonly string[],
  today: string,
  answers: Answers,
): Promise<readonly Lesson[]> => {
  const known = lessonsQuery.answered(answers)
  const coming: readonly string[] = comingDays(today)
  if (known !== null && days.every((day) => coming.includes(day))) return known
  const boundTo = [...new Set(subjects.flatMap((subject) => subject.boundTo))]
  const [first] = days
  const last = days.at(-1)
  return boundTo.length === 0 || !first || !last ? [] : lessonsQuery.rows(db, boundTo, days, first, last)
}

const childrenOf = (rows: readonly ChildRow[], kind: 'child' | 'self'): Subject[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((family) => {
    const [child] = family
    if (!child) return []
    const groups = family.filter(({ groupKind }) => groupKind === 'class')
    return {
      id: child.id,
      school: child.school,
      schoolName: child.schoolName,
      name: child.firstName ?? child.lastName ?? '',
      className: (groups.length > 0 ? groups : family).flatMap(({ groupName }) => groupName ?? []).join(', '),
      boundTo: [child.id, ...family.flatMap(({ group }) => group ?? [])],
      // The years of secondary education count from eleven (EDEXML).
      secondary: /^1[1-9]$/.test(child.yearGroup ?? ''),
      hasTimetable: family.some(({ hasTimetable }) => hasTimetable),
      kind,
    }
  })

const taught = (rows: readonly TaughtRow[]): Subject[] =>
  rows.map(({ id, school, schoolName, name, hasTimetable }) => ({
    id,
    school,
    schoolName,
    name: name ?? '',
    className: '',
    secondary: false,
    boundTo: [id],
    hasTimetable,
    kind: name === null ? ('self' as const) : ('class' as const),
  }))
