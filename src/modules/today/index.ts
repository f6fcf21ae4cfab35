import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadToday } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { dayAfter, isOpen, isWeekday, nextSchoolDay } from './day.ts'
export type { Calendar } from './day.ts'
export { calendarQuery, childrenQuery, lessonsQuery } from './queries.ts'
export { routes } from './routes.tsx'

export const nav: readonly NavEntry[] = [
  { href: paths.today, icon: 'today', label: { nl: nl.nav, en: en.nav }, rule: mayReadToday },
]
