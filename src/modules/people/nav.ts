import type { NavEntry } from '#platform/http/frame.ts'
import { mayKeepPeople, mayListGroups, mayListPupils } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.pupils, icon: 'person', label: { nl: nl.nav.pupils, en: en.nav.pupils }, rule: mayListPupils },
  { href: paths.groups, icon: 'list', label: { nl: nl.nav.groups, en: en.nav.groups }, rule: mayListGroups },
  { href: paths.staff, icon: 'group', label: { nl: nl.nav.staff, en: en.nav.staff }, rule: mayKeepPeople },
]
