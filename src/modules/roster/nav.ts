import type { NavEntry } from '#platform/http/frame.ts'
import { mayImportRoster } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.imports, icon: 'done', label: { nl: nl.list.nav, en: en.list.nav }, rule: mayImportRoster },
]
