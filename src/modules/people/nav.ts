import type { NavEntry } from '#platform/http/frame.ts'
import { mayKeepPeople, mayListGroups, mayListPupils, mayReadLooking } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'
import { birthdaysWait, reviewsWait } from './waiting.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.pupils, icon: 'person', label: { nl: nl.nav.pupils, en: en.nav.pupils }, rule: mayListPupils },
  { href: paths.groups, icon: 'list', label: { nl: nl.nav.groups, en: en.nav.groups }, rule: mayListGroups },
  { href: paths.staff, icon: 'group', label: { nl: nl.nav.staff, en: en.nav.staff }, rule: mayKeepPeople },
  {
    href: paths.reviews,
    icon: 'group',
    label: { nl: nl.reviews.nav, en: en.reviews.nav },
    rule: mayKeepPeople,
    waits: reviewsWait,
  },
  {
    href: paths.birthdays,
    icon: 'calendar',
    label: { nl: nl.birthdays.nav, en: en.birthdays.nav },
    rule: mayKeepPeople,
    waits: birthdaysWait,
  },
  { href: paths.looking, icon: 'found', label: { nl: nl.looking.nav, en: en.looking.nav }, rule: mayReadLooking },
]
