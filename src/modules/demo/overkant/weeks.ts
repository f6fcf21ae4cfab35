import type { WeeklyLesson } from '../weeks.ts'
import { dayOf, makeTimetable, periodOf, type PlacedLesson } from './make-timetable.ts'
import { periods } from './subjects.data.ts'
import { makeTeams, type Teams } from './teams.ts'

export type Plan = { teams: Teams; lessons: readonly PlacedLesson[] }

/** Who teaches what at the school, and when and where: one plan, the same every time. */
export const makePlan = (): Plan => {
  const teams = makeTeams()
  return { teams, lessons: makeTimetable(teams.courses, teams.teachers) }
}

export const timesOf = (slot: number): { starts: string; ends: string } =>
  periods[periodOf(slot)] ?? { starts: '', ends: '' }

/** The week as a class has it. */
export const weekOfClass = ({ lessons }: Plan, group: string): WeeklyLesson[] =>
  lessons.filter((lesson) => lesson.group === group).map((lesson) => weekly(lesson, lesson.group, lesson.subject))

/** The week as a teacher has it: which class, and what. */
export const weekOfTeacher = ({ lessons }: Plan, teacher: string): WeeklyLesson[] =>
  lessons
    .filter((lesson) => lesson.teacher === teacher)
    .map((lesson) => weekly(lesson, teacher, `${lesson.group} ${lesson.subject}`))

const weekly = ({ slot, room }: PlacedLesson, whose: string, title: string): WeeklyLesson => ({
  uid: `${whose}-${slot}@overkant.example`,
  weekday: dayOf(slot),
  ...timesOf(slot),
  title,
  place: room,
})
