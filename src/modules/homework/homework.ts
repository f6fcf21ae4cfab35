import type { Kind, Way } from './tables.ts'

/** What is asked of a group before a day. Days are `YYYY-MM-DD`, times `HH:MM`. */
export type Homework = {
  id: string
  group: string
  kind: Kind
  subject: string | null
  title: string
  details: string | null
  dueOn: string
  dueTime: string | null
  way: Way | null
  /** About how many; a test may say none. */
  minutes: number | null
  /** Changed and withdrawn are told for a week. */
  state: 'set' | 'changed' | 'withdrawn'
  /** The day it was for, when it was moved less than a week ago. */
  wasDueOn: string | null
}

/** As the statement for pages of others brings it. */
export type HomeworkRow = Omit<Homework, 'state'> & { withdrawn: boolean; changed: boolean }

/** For how many days a change and a withdrawal are told. */
export const daysTold = 7

/** How many days ahead homework and tests are shown. */
export const daysAhead = 28

export const ways: readonly Way[] = ['paper', 'screen', 'either']
export const kinds: readonly Kind[] = ['homework', 'test']

/** What stands for the next lesson of the subject, among the days to choose from. */
export const nextLesson = 'volgende'

/** The numbers of minutes that are offered; any other up to `mostMinutes` can be typed. */
export const usualMinutes: readonly number[] = [10, 20, 30, 45, 60]
export const mostMinutes = 600

/** Reads the rows of `homeworkQuery`. */
export const homeworkOf = (rows: readonly HomeworkRow[]): Homework[] =>
  rows.map(({ withdrawn, changed, ...rest }) => ({
    ...rest,
    state: withdrawn ? 'withdrawn' : changed ? 'changed' : 'set',
  }))

/** One day: what is for that day, and what was and has been moved to another. */
export type HomeworkDay = { day: string; items: readonly Homework[]; movedAway: readonly Homework[]; minutes: number }

/** The days between these two on which there is something, in order. Both ends count. */
export const daysOf = (items: readonly Homework[], first: string, last: string): HomeworkDay[] => {
  const days = items.flatMap(({ dueOn, wasDueOn }) => (wasDueOn === null ? [dueOn] : [dueOn, wasDueOn]))
  return [...new Set(days)]
    .filter((day) => first <= day && day <= last)
    .toSorted()
    .map((day) => dayOf(items, day))
    .filter(isTold)
}

const isTold = ({ items, movedAway }: HomeworkDay): boolean => items.length + movedAway.length > 0

export const dayOf = (items: readonly Homework[], day: string): HomeworkDay => {
  const due = items.filter(({ dueOn }) => dueOn === day)
  return {
    day,
    items: due,
    movedAway: items.filter(({ dueOn, wasDueOn, state }) => wasDueOn === day && dueOn !== day && state !== 'withdrawn'),
    minutes: minutesOf(due),
  }
}

/** About how many minutes all of this takes together; what was withdrawn takes none. */
export const minutesOf = (items: readonly Homework[]): number =>
  items.reduce((sum, { state, minutes }) => sum + (state === 'withdrawn' ? 0 : (minutes ?? 0)), 0)
