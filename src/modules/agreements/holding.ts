import { stateOn, type Agreement } from './agreement.ts'
import { kindKeys, kinds, themes, type Theme } from './kinds/kinds.ts'
import { resolve } from './resolve.ts'
import type { Situation } from './scope.ts'

/** What holds for somebody, and what would hold without it. */
export type Held = { agreement: Agreement; insteadOf: Agreement | null }
export type HeldTheme = { theme: Theme; held: readonly Held[] }

const begun = (all: readonly Agreement[]) =>
  all.flatMap((one) => (one.startsOn === null ? [] : [{ ...one, startsOn: one.startsOn }]))

/**
 * The agreements that hold for one child on a day, by theme: of each kind the narrowest, with the wider one it goes before.
 * Those of one subject stand beside: which subject it is, the day of a child does not say.
 */
export const heldFor = (all: readonly Agreement[], situation: Situation, day: string): HeldTheme[] => {
  const possible = begun(all)
  const held = kindKeys.flatMap((kind): Held[] => {
    const agreement = resolve(possible, kind, situation, day)
    const subjects = possible.filter(
      (one) =>
        one.kind === kind &&
        one.scope.level === 'subject' &&
        one.school === situation.school &&
        stateOn(one, day) === 'in-force',
    )
    const wider =
      agreement === null
        ? null
        : resolve(
            possible.filter(({ id }) => id !== agreement.id),
            kind,
            situation,
            day,
          )
    return [
      ...(agreement === null ? [] : [{ agreement, insteadOf: wider }]),
      ...subjects.map((one) => ({ agreement: one, insteadOf: agreement })),
    ]
  })
  return themes.map((theme) => ({ theme, held: held.filter(({ agreement }) => kinds[agreement.kind].theme === theme) }))
}
