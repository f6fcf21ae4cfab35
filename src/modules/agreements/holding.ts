import { begunOf, type Agreement } from './agreement.ts'
import { kindKeys, kinds, themes, type Kind, type Theme } from './kinds/kinds.ts'
import { resolve } from './resolve.ts'
import type { Situation } from './scope.ts'

/** What holds for somebody, and what would hold without it. */
export type Held = { agreement: Agreement; insteadOf: Agreement | null }
export type HeldTheme = {
  theme: Theme
  held: readonly Held[]
  /** Those of one subject: they hold for who has that subject. */
  ofSubjects: readonly Held[]
}

/**
 * The agreements that hold for one child on a day, by theme: of each kind the narrowest, with the wider one it goes before.
 * Those of one subject stand beside: which subject it is, the day of a child does not say.
 */
export const heldFor = (all: readonly Agreement[], situation: Situation, day: string): HeldTheme[] => {
  const possible = begunOf(all)
  const ofKind = (kind: Kind, here: Situation): Held[] => {
    const agreement = resolve(possible, kind, here, day)
    if (agreement === null) return []
    const others = possible.filter(({ id }) => id !== agreement.id)
    return [{ agreement, insteadOf: resolve(others, kind, here, day) }]
  }
  const held = kindKeys.flatMap((kind): Held[] => [
    ...ofKind(kind, situation),
    ...possible.flatMap((one) => {
      if (one.kind !== kind || one.scope.level !== 'subject') return []
      // It holds for that subject, unless a narrower one goes before it.
      return ofKind(kind, { ...situation, subject: one.scope.of }).filter(({ agreement }) => agreement.id === one.id)
    }),
  ])
  return themes.map((theme) => {
    const here = held.filter(({ agreement }) => kinds[agreement.kind].theme === theme)
    const isOfSubject = ({ agreement }: Held): boolean => agreement.scope.level === 'subject'
    return { theme, held: here.filter((one) => !isOfSubject(one)), ofSubjects: here.filter(isOfSubject) }
  })
}
