import { sql } from 'kysely'
import { eventsQuery, type CalendarEvent } from '#modules/calendar/index.ts'
import { homeworkOf, homeworkQuery, type Homework } from '#modules/homework/index.ts'
import { closuresOf, leaveOutCovered, type HolidayKind } from '#modules/school/index.ts'
import { choicesAlong } from '#modules/sight/index.ts'
import { lessonsQuery } from '#modules/timetable/index.ts'
import { ownIds, subjectsQuery, type Calendar, type Closure, type Lesson, type Subject } from '#modules/today/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Entered } from '#platform/db/context.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import type { AskAlongPage } from '#platform/http/only.ts'
import { mondayOf, readWeek } from './iso-week.ts'
import { daysOf } from './week.ts'

type CalendarRow = { today: string; clock: string; school: string | null; kind: HolidayKind | null } & {
  name: string | null
  startsOn: string | null
  endsOn: string | null
}

/** Today, the time, and the days of a week on which the schools are shut. At least one row. */
const weekQuery = statement<[schools: readonly string[], first: string, last: string], CalendarRow>(
  (schools, first, last) => sql<CalendarRow>`
  select now.today, now.clock, shut.school, shut.kind, shut.name, shut."startsOn", shut."endsOn"
  from (select app.today() as today, to_char(app.now() at time zone 'Europe/Amsterdam', 'HH24:MI') as clock) now
  left join ${closuresOf(schools)} shut on shut."endsOn" >= ${first}::date and shut."startsOn" <= ${last}::date
  order by shut."startsOn"`,
)

/** The days of the week that the address asks for; null when it names none. */
export const daysAsked = (today: string, week: string | undefined): readonly string[] | null => {
  const monday = week === undefined ? mondayOf(today) : readWeek(week)
  return monday === null ? null : daysOf(monday)
}

type Span = [first: string, last: string]
const spanOf = (days: readonly string[]): Span => [days[0] ?? '', days.at(-1) ?? '']

/** What this page asks, as far as it needs nothing but who asks and which week. */
export const along: AskAlongPage = (known, c) => {
  const [schools, persons] = ownIds(known)
  const days = daysAsked(known.today, c.req.query('week'))
  if (known.hat === null || days === null) return []
  const span = spanOf(days)
  const boundTo = [...known.pupils, ...known.groups]
  return [
    weekQuery.along(schools, ...span),
    subjectsQuery[known.hat].along(schools, persons),
    eventsQuery.along(schools, ...span),
    ...(known.groups.length > 0 ? [homeworkQuery.along(known.groups, ...span)] : []),
    ...(boundTo.length > 0 ? [lessonsQuery.along(boundTo, days, ...span)] : []),
    ...choicesAlong(known),
  ]
}

/** Names no table: the statements do, and every one of them stands under policies. */
type Reads = Db<unknown>

export const findWeek = async (
  db: Reads,
  actor: Actor,
  days: readonly string[],
  answers: Answers,
): Promise<{ calendar: Calendar; events: readonly CalendarEvent[] }> => {
  const [schools] = ownIds(actor)
  const span = spanOf(days)
  const rows = weekQuery.answered(answers) ?? (await weekQuery.rows(db, schools, ...span))
  const closures = rows.flatMap(({ school, kind, name, startsOn, endsOn }): Closure[] =>
    school !== null && startsOn !== null && endsOn !== null ? [{ school, kind, name, startsOn, endsOn }] : [],
  )
  return {
    calendar: { today: rows[0]?.today ?? '', clock: rows[0]?.clock ?? '', closures: leaveOutCovered(closures) },
    events: eventsQuery.answered(answers) ?? (await eventsQuery.rows(db, schools, ...span)),
  }
}

/** The lessons of these subjects in this week. */
export const findLessons = async (
  db: Reads,
  subjects: readonly Subject[],
  days: readonly string[],
  answers: Answers,
): Promise<readonly Lesson[]> => {
  const boundTo = [...new Set(subjects.flatMap((subject) => subject.boundTo))]
  if (boundTo.length === 0) return []
  return lessonsQuery.answered(answers) ?? (await lessonsQuery.rows(db, boundTo, days, ...spanOf(days)))
}

/** Homework and tests of this week: of the groups of a family, and of the classes that somebody of the staff is shown. */
export const findHomework = async (
  db: Reads,
  { hat, groups }: Entered,
  shown: readonly Subject[],
  days: readonly string[],
  answers: Answers,
): Promise<Homework[]> => {
  const asked = hat === 'staff' ? [...new Set(shown.flatMap(({ boundTo }) => boundTo))] : groups
  if (asked.length === 0) return []
  return homeworkOf(homeworkQuery.answered(answers) ?? (await homeworkQuery.rows(db, asked, ...spanOf(days))))
}
