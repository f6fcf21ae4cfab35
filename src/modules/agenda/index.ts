import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadAgenda } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { routes } from './routes.tsx'
export type { DayExtra } from './extra.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.agenda, icon: 'calendar', label: { nl: nl.nav, en: en.nav }, rule: mayReadAgenda, place: 'tab' },
]
