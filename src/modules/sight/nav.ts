import type { NavEntry } from '#platform/http/frame.ts'
import { goesToSight } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.sight, icon: 'person', label: { nl: nl.nav, en: en.nav }, rule: goesToSight },
]
