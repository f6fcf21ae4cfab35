import type { NavEntry } from '#platform/http/frame.ts'
import { looksAtWork, showsOften } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { jobs } from './jobs.ts'
export { paths as showingPaths } from './paths.ts'
export { findShown, showingsAlong } from './queries.ts'
export { routes } from './routes.tsx'
export { showWork } from './show-work.ts'
export { takeBack } from './take-back.ts'
export type { ShownLine } from './queries.ts'
export type { ShowingTables } from './tables.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.showings, icon: 'picture', label: { nl: nl.nav, en: en.nav }, rule: showsOften },
  {
    href: paths.showings,
    icon: 'picture',
    label: { nl: nl.title.guardian, en: en.title.guardian },
    rule: looksAtWork,
  },
]
