import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadToday } from './access.ts'
import { paths } from './paths.ts'
import { texts } from './texts.ts'

export { closureOn, dayAfter, isOn, isOpen, isWeekday, nextSchoolDay, once } from './day.ts'
export { closureName, placeOf, titleOf } from './words.ts'
export type { Calendar, Closure, Lesson, Subject } from './day.ts'
export { calendarQuery, childrenQuery, findAllSubjects, ownOrTaught, subjectsQuery } from './queries.ts'
export { ownIds } from './own-ids.ts'
export { routes } from './routes.tsx'
export { speaks } from './texts.ts'

const navWords = {
  nl: texts('nl').nav,
  en: texts('en').nav,
  tr: texts('tr').nav,
  ar: texts('ar').nav,
  pl: texts('pl').nav,
  uk: texts('uk').nav,
}

export const nav: readonly NavEntry[] = [
  { href: paths.today, icon: 'today', label: navWords, rule: mayReadToday, place: 'tab' },
]
