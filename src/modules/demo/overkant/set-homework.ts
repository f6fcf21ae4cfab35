import { sql } from 'kysely'
import { asOperator } from '#platform/db/context.ts'
import { dayAfter } from '#modules/today/index.ts'
import { first, last, setOnOpenDays, weekNumber, type Wish } from '../set-homework.ts'
import { peopleOf, type Step } from '../steps.ts'
import { shownClass } from './day-changes.ts'
import { planOf3c } from './homework.data.ts'
import { makeTeams } from './teams.ts'

type Lesson = { day: string; time: string; subject: string }

/** Homework and tests of the class that is shown, for the first lesson of a subject in a week, by who gives the subject. */
export const giveHomework: Step = async (db, loading) => {
  const { school, today } = loading
  const people = await peopleOf(db, loading)
  const group = people.groups.get(shownClass)
  if (group === undefined) return
  const { rows: lessons } = await asOperator(db, school, (tx) =>
    sql<Lesson>`select distinct on (title, date_trunc('week', on_day)) on_day as day, to_char(starts_local, 'HH24:MI') as time, title as subject
      from lesson where school_id = ${school} and bound_to = ${group} and title = any (${Object.keys(planOf3c)})
        and on_day between ${dayAfter(today, first - 7)}::date and ${dayAfter(today, last)}::date
      order by title, date_trunc('week', on_day), starts_local`.execute(tx),
  )
  const { courses } = makeTeams()
  const wishOf = ({ day, time, subject }: Lesson): Wish[] => {
    const asked = planOf3c[subject]?.[weekNumber(day) % 2]
    const course = courses.find((one) => one.group === shownClass && one.subject === subject)
    const by = people.staff.get(course?.teacher ?? '')
    if (!asked || by === undefined) return []
    const once = `demo-${shownClass}-${day}-${subject.toLowerCase()}`
    return [{ school, group, by, once, subject, dueOn: day, dueTime: time, ...asked, details: asked.details ?? null }]
  }
  await setOnOpenDays(db, school, (on) => Promise.resolve(lessons.filter(({ day }) => day === on).flatMap(wishOf)))
}
