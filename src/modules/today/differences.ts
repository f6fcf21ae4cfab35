import {
  closureOn,
  dayAfter,
  DAYS_AHEAD,
  isOn,
  isSameClosure,
  once,
  type Calendar,
  type Closure,
  type Lesson,
  type Subject,
} from './day.ts'

/** What is not as usual on a day. */
export type Difference = { day: string } & (
  | { kind: 'off'; closure: Closure; subjects: readonly Subject[] }
  | { kind: 'all-cancelled'; subject: Subject }
  | { kind: 'cancelled'; subject: Subject; lesson: Lesson; consequence: Consequence | null }
  | { kind: 'vanished' | 'moved' | 'moved-away' | 'room'; subject: Subject; lesson: Lesson }
)

/** What a cancelled lesson at an end of the day means: the child starts later, or is done sooner. */
export type Consequence = { what: 'starts' | 'done'; at: string }

/** In order of day; on one day first who is off, then lessons in order of time. */
export const differencesOf = (
  calendar: Calendar,
  subjects: readonly Subject[],
  lessons: readonly Lesson[],
  days: readonly string[],
): Difference[] => {
  const ofDays = days.flatMap((day) => subjects.flatMap((subject) => ofDay(calendar, subject, lessons, day, days)))
  const first = days[0] ?? calendar.today
  return [...closuresAhead(calendar, subjects, first), ...ofDays].toSorted(
    (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || (timeOf(a) < timeOf(b) ? -1 : 1),
  )
}

const timeOf = (difference: Difference): string => {
  if (!('lesson' in difference)) return ''
  return difference.kind === 'moved-away' ? (difference.lesson.wasStarts ?? '') : difference.lesson.starts
}

const ofDay = (
  calendar: Calendar,
  subject: Subject,
  lessons: readonly Lesson[],
  day: string,
  days: readonly string[],
): Difference[] => {
  if (closureOn(calendar, subject.school, day)) return []
  const on = once(lessons.filter((lesson) => isOn(calendar, subject, lesson, day)))
  // Moved to a day that is told as well, it is told there.
  const gone = lessons.filter(
    (lesson) => subject.boundTo.includes(lesson.boundTo) && lesson.wasDay === day && !days.includes(lesson.day),
  )
  if (on.length > 1 && on.every((lesson) => lesson.state === 'cancelled'))
    return [{ day, kind: 'all-cancelled', subject }]
  const left = on.filter((lesson) => lesson.state === 'on' && !lesson.wholeDay)
  return [
    ...on.flatMap((lesson) => ofLesson(day, subject, lesson, left)),
    ...once(gone.filter((lesson) => lesson.state === 'on')).map((lesson): Difference => ({
      day,
      kind: 'moved-away',
      subject,
      lesson,
    })),
  ]
}

const ofLesson = (day: string, subject: Subject, lesson: Lesson, left: readonly Lesson[]): Difference[] => {
  if (lesson.state === 'cancelled')
    return [{ day, kind: 'cancelled', subject, lesson, consequence: consequenceOf(lesson, left) }]
  if (lesson.state === 'vanished') return [{ day, kind: 'vanished', subject, lesson }]
  if (lesson.wasStarts !== null) return [{ day, kind: 'moved', subject, lesson }]
  if (lesson.wasPlace !== null) return [{ day, kind: 'room', subject, lesson }]
  return []
}

const consequenceOf = (cancelled: Lesson, left: readonly Lesson[]): Consequence | null => {
  if (cancelled.wholeDay || left.length === 0) return null
  const starts = left.map(({ starts }) => starts).toSorted()[0] ?? ''
  const ends =
    left
      .map(({ ends }) => ends)
      .toSorted()
      .at(-1) ?? ''
  if (cancelled.starts >= ends) return { what: 'done', at: ends }
  return cancelled.ends <= starts ? { what: 'starts', at: starts } : null
}

/** Days off and holidays that begin within a week, and those of the day itself for who is off while another is not. */
const closuresAhead = (calendar: Calendar, subjects: readonly Subject[], first: string): Difference[] => {
  const last = dayAfter(calendar.today, DAYS_AHEAD)
  const found: { day: string; kind: 'off'; closure: Closure; subjects: Subject[] }[] = []
  const allOff = subjects.every(({ school }) => closureOn(calendar, school, first))
  for (const subject of subjects)
    for (const closure of calendar.closures) {
      const now = closure.startsOn <= first && first <= closure.endsOn && !allOff
      const soon = closure.startsOn > first && closure.startsOn <= last
      if (closure.school !== subject.school || !(now || soon)) continue
      const day = now ? first : closure.startsOn
      const same = found.find((other) => other.day === day && isSameClosure(other.closure, closure))
      if (same) same.subjects.push(subject)
      else found.push({ day, kind: 'off', closure, subjects: [subject] })
    }
  return found
}
