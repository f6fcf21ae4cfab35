import type { TimetableOf } from '#modules/timetable/index.ts'
import { dayAfter, isOpen, nextSchoolDay } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { calendarFile, type Change } from '../calendar-file.ts'
import { findClosures, findLastLessons, hasCancelled } from '../queries.ts'
import { readFile } from '../read-file.ts'
import { peopleOf, type Db, type Loading, type Step } from '../steps.ts'
import { weekdayOf } from '../weekday.ts'
import type { WeeklyLesson } from '../weeks.ts'
import { changesOn, shownClass, type LessonChange } from './day-changes.ts'
import { classes } from './overkant.ts'
import { makePlan, timesOf, weekOfClass, weekOfTeacher, type Plan } from './weeks.ts'

/** How many weeks a file tells of, from this week on, and with how few days left a newer one is read. */
const weeksAhead = 10
const shortDays = 28

type Timetable = {
  of: TimetableOf
  week: readonly WeeklyLesson[]
  /** Whose lessons these are in the plan. */
  isOf: (lesson: { group: string; teacher: string }) => boolean
}

/** A file for each class and each teacher, where lessons run out; then what is not as usual today and on the next school day. */
export const readLessons: Step = async (db, loading) => {
  const plan = makePlan()
  const all = await timetablesOf(db, loading, plan)
  await readWeeks(db, loading, all)
  await readChanges(db, loading, plan, all)
}

const timetablesOf = async (db: Db, loading: Loading, plan: Plan): Promise<Timetable[]> => {
  const people = await peopleOf(db, loading)
  const ofClasses = classes.flatMap(({ name }): Timetable[] => {
    const id = people.groups.get(name)
    if (id === undefined) return []
    return [{ of: { kind: 'group', id }, week: weekOfClass(plan, name), isOf: ({ group }) => group === name }]
  })
  const ofTeachers = plan.teams.teachers.flatMap(({ key }): Timetable[] => {
    const id = people.staff.get(key)
    if (id === undefined) return []
    return [{ of: { kind: 'staff', id }, week: weekOfTeacher(plan, key), isOf: ({ teacher }) => teacher === key }]
  })
  return [...ofClasses, ...ofTeachers]
}

const readWeeks = async (db: Db, { school, today }: Loading, all: readonly Timetable[]): Promise<void> => {
  const last = await asOperator(db, school, (tx) => findLastLessons(tx, school))
  const monday = dayAfter(today, -weekdayOf(today))
  const until = dayAfter(monday, weeksAhead * 7 - 1)
  for (const { of, week } of all) {
    const known = last.get(of.id)
    if (known !== undefined && known >= dayAfter(today, shortDays)) continue
    await readFile(db, school, of, calendarFile(week, { from: known === undefined ? monday : today, until }))
  }
}

const readChanges = async (db: Db, loading: Loading, plan: Plan, all: readonly Timetable[]): Promise<void> => {
  const { school } = loading
  const days = await daysToTell(db, loading)
  const [from] = days
  const until = days.at(-1)
  if (from === undefined || until === undefined) return
  const spared = plan.teams.mentors.get(shownClass) ?? ''
  const changes = days.flatMap((day) => changesOn(plan.lessons, day, spared).map((change) => ({ ...change, day })))
  for (const { of, week, isOf } of all) {
    const own = changes.filter(({ lesson }) => isOf(lesson))
    if (own.length > 0) await readFile(db, school, of, calendarFile(week, { from, until, changes: own.map(changeOf) }))
  }
}

/** Today and the next school day, as far as nothing was told of them. In the class that is shown there always is something. */
const daysToTell = async (db: Db, loading: Loading): Promise<string[]> => {
  const { school } = loading
  const shown = (await peopleOf(db, loading)).groups.get(shownClass)
  if (shown === undefined) return []
  return asOperator(db, school, async (tx) => {
    const { calendar } = await findClosures(tx, school)
    const next = nextSchoolDay(calendar, school, calendar.today)
    const days = [
      ...(isOpen(calendar, school, calendar.today) ? [calendar.today] : []),
      ...(next === null ? [] : [next]),
    ]
    const told = await Promise.all(days.map((day) => hasCancelled(tx, shown, day)))
    return days.filter((_, at) => told[at] === false)
  })
}

const changeOf = ({ lesson, becomes, day }: LessonChange & { day: string }): Change => {
  const { starts } = timesOf(lesson.slot)
  if (becomes === null) return { day, starts, place: null }
  return { day, starts, place: becomes.room, ...(becomes.slot !== lesson.slot && { moved: timesOf(becomes.slot) }) }
}
