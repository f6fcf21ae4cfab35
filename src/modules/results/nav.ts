import type { NavEntry } from '#platform/http/frame.ts'
import { keepsExams, mayReadProgress, mayReadResults } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.results, icon: 'progress', label: { nl: nl.nav, en: en.nav }, rule: mayReadResults, place: 'tab' },
  {
    href: paths.progress,
    icon: 'progress',
    label: { nl: nl.progressNav, en: en.progressNav },
    rule: mayReadProgress,
    place: 'tab',
  },
  // Who leads a school finds it with the results, where there are exams at all.
  { href: paths.proposals, icon: 'list', label: { nl: nl.examNav, en: en.examNav }, rule: keepsExams },
]
