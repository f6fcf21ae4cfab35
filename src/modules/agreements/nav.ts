import type { NavEntry } from '#platform/http/frame.ts'
import { mayDecideAgreements, mayReadAgreements, mayReadOpenItems } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.agreements, icon: 'document', label: { nl: nl.nav, en: en.nav }, rule: mayReadAgreements },
  { href: paths.council, icon: 'group', label: { nl: nl.councilNav, en: en.councilNav }, rule: mayDecideAgreements },
  { href: paths.openItems, icon: 'list', label: { nl: nl.openNav, en: en.openNav }, rule: mayReadOpenItems },
]
