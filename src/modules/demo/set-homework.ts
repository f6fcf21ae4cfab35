import { sql, type Kysely } from 'kysely'
import { setHomework, type HomeworkTables, type NewHomework } from '#modules/homework/index.ts'
import { taughtGroups, type PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { TimetableTables } from '#modules/timetable/index.ts'
import { dayAfter, isOpen } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { asColleague } from './as-owner.ts'
import { staff } from './cast.ts'
import { plans } from './homework.data.ts'
import { classes } from './klimboom.ts'
import type { PeopleNow } from './people-now.ts'
import { findClosures } from './queries.ts'
import type { Db } from './steps.ts'
import { weekdayOf } from './weekday.ts'
import { weekOf, type WeeklyLesson } from './weeks.ts'

type Tables = HomeworkTables & PeopleTables & TimetableTables & SchoolTables
export type Wish = NewHomework & { once: string; by: string }

/** From a week ago, so that there is a past week to look at, until two weeks ahead. */
export const [first, last] = [-7, 14]

/**
 * Homework and tests for the classes of De Klimboom that have a plan, each for a lesson of their week. Who has an account there sets
 * it in a session of the own, so that it counts as hers; the rest is laid in the name of the teacher.
 */
export const setDemoHomework = async (
  db: Db,
  { school, people }: { school: string; people: PeopleNow },
): Promise<void> => {
  const { known, open } = await asOperator(db, school, (tx) => findOpenDays(tx, school))
  const wishes = open.flatMap((day) => wishesFor(school, people, day)).filter(({ once }) => !known.has(once))
  for (const [person, own] of Map.groupBy(wishes, ({ by }) => by))
    await asColleague(db, { school, person }, async (tx, teacher) => {
      const { rows } = await sql<{ group: string }>`
        select t.group_id as "group" from (${taughtGroups(teacher)}) t`.execute(tx)
      for (const wish of own) if (rows.some(({ group }) => group === wish.group)) await setHomework(tx, teacher, wish)
    })
  await setOnOpenDays(db, school, (day) => Promise.resolve(wishesFor(school, people, day)))
}

/**
 * Sets what is wished for each school day from a week ago until two weeks ahead. A day is set as a whole or not at all; what
 * is there already is not set again.
 */
export const setOnOpenDays = async (
  db: Kysely<Tables>,
  school: string,
  wishesOn: (day: string) => Promise<readonly Wish[]>,
): Promise<void> => {
  const { known, open } = await asOperator(db, school, (tx) => findOpenDays(tx, school))
  for (const day of open) {
    const wishes = (await wishesOn(day)).filter(({ once }) => !known.has(once))
    if (wishes.length === 0) continue
    await asOperator(db, school, async (tx) => {
      for (const wish of wishes) await setHomework(tx, { hat: 'operator', school }, wish)
    })
  }
}

/** The school days to set homework for, and the keys of what is set. */
const findOpenDays = async (tx: Tx<Tables>, school: string): Promise<{ known: Set<string>; open: string[] }> => {
  const { calendar } = await findClosures(tx, school)
  const days = Array.from({ length: last - first + 1 }, (_, at) => dayAfter(calendar.today, first + at))
  const set = await tx.selectFrom('homework').where('school_id', '=', school).select('once').execute()
  return {
    known: new Set(set.map(({ once }) => once)),
    open: days.filter((day) => isOpen(calendar, school, day)),
  }
}

const wishesFor = (school: string, people: PeopleNow, day: string): Wish[] =>
  classes.flatMap((one) => {
    const group = people.groups.get(one.key)
    const teacher = staff.find(({ groups }) => groups.includes(one.key))
    const by = teacher && people.staff.get(teacher.key)
    const plan = plans[one.key]
    if (group === undefined || by === undefined || plan === undefined) return []
    const week = weekOf(one)
    return week
      .filter((lesson) => lesson.weekday === weekdayOf(day) && isFirstOfWeek(lesson, week))
      .flatMap(({ title: subject, starts: dueTime }) => {
        const asked = plan[subject]?.[weekNumber(day) % 2]
        if (!asked) return []
        const once = `demo-${one.key}-${day}-${dueTime}`.replace(':', '-')
        return [{ school, group, by, once, subject, dueOn: day, dueTime, ...asked, details: asked.details ?? null }]
      })
  })

const isFirstOfWeek = (lesson: WeeklyLesson, week: readonly WeeklyLesson[]): boolean =>
  week.every(({ title, weekday }) => title !== lesson.title || weekday >= lesson.weekday)

export const weekNumber = (day: string): number => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)
