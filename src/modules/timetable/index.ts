import type { NavEntry } from '#platform/http/frame.ts'
import { mayKeepTimetables } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { readFeed } from './read-feed.ts'
export { readCalendarHere } from './read/read-calendar-here.ts'
export { isRoomNumber } from './lesson.ts'
export { lessonsQuery } from './queries.ts'
export { routes } from './routes.tsx'
export { tableCards } from './tables.ts'
export type { DayLesson, TimetableOf } from './lesson.ts'
export type { FeedFile, FeedOutcome } from './read-feed.ts'
export type { TimetableTables } from './tables.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.timetables, icon: 'calendar', label: { nl: nl.nav, en: en.nav }, rule: mayKeepTimetables },
]
