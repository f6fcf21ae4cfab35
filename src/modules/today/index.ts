import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadToday } from './access.ts'
import { paths } from './paths.ts'
import { texts } from './texts.ts'

export { dayAfter, isOpen, isWeekday, nextSchoolDay } from './day.ts'
export type { Calendar } from './day.ts'
export { calendarQuery, childrenQuery, lessonsQuery } from './queries.ts'
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

export const nav: readonly NavEntry[] = [{ href: paths.today, icon: 'today', label: navWords, rule: mayReadToday }]
