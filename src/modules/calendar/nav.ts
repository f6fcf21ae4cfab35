import { mayKeepCalendar } from '#modules/school/index.ts'
import type { NavEntry } from '#platform/http/frame.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.calendar, icon: 'calendar', label: { nl: nl.nav, en: en.nav }, rule: mayKeepCalendar },
]
