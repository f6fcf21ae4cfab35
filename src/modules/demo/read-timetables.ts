import type { Kysely } from 'kysely'
import type { SchoolTables } from '#modules/school/index.ts'
import type { TimetableOf, TimetableTables } from '#modules/timetable/index.ts'
import { dayAfter, nextSchoolDay } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { allOf } from './all-of.ts'
import { calendarFile, type Change } from './calendar-file.ts'
import { castKey } from './cast.ts'
import { classes } from './klimboom.ts'
import type { PeopleNow } from './people-now.ts'
import { findClosures, findLastLessons, hasCancelled } from './queries.ts'
import { readFile } from './read-file.ts'
import { weekOf, weekOfPupil, weekOfTeacher, type WeeklyLesson } from './weeks.ts'
import { weekdayOf } from './weekday.ts'

type Tables = TimetableTables & SchoolTables
type Place = { school: string; today: string; people: PeopleNow }
type Timetable = { of: TimetableOf; week: readonly WeeklyLesson[] }

/** A timetable that ends within so many days is read anew. */
const shortDays = 30

/** While the database writes the lessons of one file, another is read; so many at a time leave connections free. */
const lanes = 3

/** Reads a file for each class that has a timetable, for a teacher and for a pupil, where lessons run out. */
export const readTimetables = async (db: Kysely<Tables>, place: Place): Promise<void> => {
  const last = await asOperator(db, place.school, (tx) => findLastLessons(tx, place.school))
  const enough = dayAfter(place.today, shortDays)
  const short = timetablesOf(place.people).filter(({ of }) => (last.get(of.id) ?? '') < enough)
  const readLane = async (lane: number): Promise<void> => {
    for (const { of, week } of short.filter((_, at) => at % lanes === lane)) {
      // The first file also tells of the weeks before.
      const from = last.has(of.id) ? place.today : dayAfter(place.today, -28 - weekdayOf(place.today))
      await readFile(db, place.school, of, calendarFile(week, { from }))
    }
  }
  await allOf([...Array(lanes).keys()].map(readLane))
}

const timetablesOf = (people: PeopleNow): Timetable[] => [
  ...classes.flatMap((one) => {
    const id = people.groups.get(one.key)
    const week = weekOf(one)
    return id === undefined || week.length === 0 ? [] : [{ of: { kind: 'group' as const, id }, week }]
  }),
  ...[people.staff.get('KB-L09')].flatMap((id) =>
    id === undefined ? [] : [{ of: { kind: 'staff' as const, id }, week: taughtBy('kb-8a') }],
  ),
  ...[people.pupils.get(castKey('Mila'))].flatMap((id) =>
    id === undefined ? [] : [{ of: { kind: 'pupil' as const, id }, week: weekOfPupil }],
  ),
]

const taughtBy = (group: string): WeeklyLesson[] => classes.filter(({ key }) => key === group).flatMap(weekOfTeacher)

/** Class 4B gets a newer file, in which the next school day is not as usual: the last lesson is cancelled, one is elsewhere. */
export const readChanges = async (db: Kysely<Tables>, { school, people }: Place): Promise<void> => {
  const id = people.groups.get('kb-4b')
  const week = classes.filter(({ key }) => key === 'kb-4b').flatMap(weekOf)
  const day = await asOperator(db, school, async (tx) => {
    const { calendar } = await findClosures(tx, school)
    const next = nextSchoolDay(calendar, school, calendar.today)
    return id === undefined || next === null || (await hasCancelled(tx, id, next)) ? null : next
  })
  if (id === undefined || day === null) return
  await readFile(db, school, { kind: 'group', id }, calendarFile(week, { from: day, changes: changesOn(week, day) }))
}

const changesOn = (week: readonly WeeklyLesson[], day: string): Change[] => {
  const lessons = week.filter(({ weekday }) => weekday === weekdayOf(day))
  const [, second] = lessons
  const final = lessons.at(-1)
  return [
    ...(second ? [{ day, starts: second.starts, place: 'bibliotheek' }] : []),
    ...(final ? [{ day, starts: final.starts, place: null }] : []),
  ]
}
