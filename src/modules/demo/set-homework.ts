import type { Kysely } from 'kysely'
import { setHomework, type HomeworkTables, type NewHomework } from '#modules/homework/index.ts'
import type { PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { TimetableTables } from '#modules/timetable/index.ts'
import { dayAfter, isOpen } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { plans } from './homework.data.ts'
import type { PeopleNow } from './people-now.ts'
import { findClosures } from './queries.ts'
import { weekdayOf } from './weekday.ts'
import type { WeeklyLesson } from './weeks.ts'

type Tables = HomeworkTables & PeopleTables & TimetableTables & SchoolTables
/** A class by its key, its week, and who teaches a subject there by the key of the file of staff. */
export type TaughtClass = {
  key: string
  week: readonly WeeklyLesson[]
  teacherOf: (subject: string) => string | undefined
}

type Wish = NewHomework & { once: string; by: string }

/** From a week ago, so that there is a past week to look at, until two weeks ahead. */
const [first, last] = [-7, 14]

/**
 * Homework and tests for the classes that have a plan, each for a lesson of their week. A day is set as a whole or not at all; what
 * is there already is not set again.
 */
export const setDemoHomework = async (
  db: Kysely<Tables>,
  { school, people }: { school: string; people: PeopleNow },
  classes: readonly TaughtClass[],
): Promise<void> => {
  const { known, open } = await asOperator(db, school, (tx) => findOpenDays(tx, school))
  for (const day of open) {
    const wishes = classes
      .flatMap((one) => wishesFor(one, { school, people, day }))
      .filter(({ once }) => !known.has(once))
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

const wishesFor = (
  { key, week, teacherOf }: TaughtClass,
  { school, people, day }: { school: string; people: PeopleNow; day: string },
): Wish[] => {
  const group = people.groups.get(key)
  const plan = plans[key]
  if (group === undefined || plan === undefined) return []
  return week
    .filter((lesson) => lesson.weekday === weekdayOf(day) && isFirstOfWeek(lesson, week))
    .flatMap(({ title: subject, starts: dueTime }) => {
      const asked = plan[subject]?.[weekNumber(day) % 2]
      const by = people.staff.get(teacherOf(subject) ?? '')
      if (!asked || by === undefined) return []
      const once = `demo-${key}-${day}-${dueTime}`.replace(':', '-')
      return [{ school, group, by, once, subject, dueOn: day, dueTime, ...asked, details: asked.details ?? null }]
    })
}

const isFirstOfWeek = (lesson: WeeklyLesson, week: readonly WeeklyLesson[]): boolean =>
  week.every(({ title, weekday }) => title !== lesson.title || weekday >= lesson.weekday)

const weekNumber = (day: string): number => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)
