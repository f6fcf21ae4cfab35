import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadToday } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { closureOn, dayAfter, isOn, isOpen, isWeekday, nextSchoolDay, once } from './day.ts'
export { closureName, placeOf, titleOf } from './words.ts'
export type { Calendar, Closure, Lesson, Subject } from './day.ts'
export { calendarQuery, childrenQuery, findAllSubjects, ownIds, ownOrTaught, subjectsQuery } from './queries.ts'
export { routes } from './routes.tsx'

export const nav: readonly NavEntry[] = [
  { href: paths.today, icon: 'today', label: { nl: nl.nav, en: en.nav }, rule: mayReadToday },
]
