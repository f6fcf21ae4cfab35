import type { NavEntry } from '#platform/http/frame.ts'
import { mayMakeLetters } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'
import { lettersWait } from './waiting.ts'

export const nav: readonly NavEntry[] = [
  {
    href: paths.letters,
    icon: 'document',
    label: { nl: nl.nav, en: en.nav },
    rule: mayMakeLetters,
    waits: lettersWait,
  },
]
