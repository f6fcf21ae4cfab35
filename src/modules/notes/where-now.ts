import type { DayLesson } from '#modules/timetable/index.ts'

/** Where a child is: in which lesson now, or which comes next. */
export type WhereNow = { when: 'now' | 'next'; lesson: DayLesson } | null

/**
 * Where a child is by the timetable of today.
 * @param boundTo whose timetables count, the most telling first: of two lessons at one time the first is meant
 * @param clock the time, 'HH:MM'
 */
export const whereNow = (lessons: readonly DayLesson[], boundTo: readonly string[], clock: string): WhereNow => {
  const own = boundTo.flatMap((id) =>
    lessons.filter((lesson) => lesson.boundTo === id && lesson.state === 'on' && !lesson.wholeDay),
  )
  const now = own.find(({ starts, ends }) => starts <= clock && clock < ends)
  if (now !== undefined) return { when: 'now', lesson: now }
  const [next] = own.filter(({ starts }) => starts > clock).toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  return next === undefined ? null : { when: 'next', lesson: next }
}
