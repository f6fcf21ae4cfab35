import { isCurrent, stateOn, type Agreement } from './agreement.ts'
import { kinds, kindsOf, shapeOf, themes, type Kind, type Theme } from './kinds/kinds.ts'
import type { OpenTheme } from './open-theme.ts'

/** One theme of the page: what holds or is about to, and what nothing is agreed about yet. */
export type ThemeView = {
  theme: Theme
  /** In force or coming, those for the most people first. */
  agreements: readonly Agreement[]
  /** Something holds for the whole school, or for a whole stage of it. */
  isWide: boolean
  /** Kinds about which nothing is agreed. */
  without: readonly Kind[]
  /** Those of which something holds for some alone, as one class. */
  narrow: readonly Kind[]
  /** Those of which nothing holds yet, but will. */
  coming: readonly Kind[]
  open: OpenTheme | null
}

/** The page of a school by theme, on a day. */
export const themesOf = (all: readonly Agreement[], open: readonly OpenTheme[], day: string): ThemeView[] => {
  const current = all.filter((one) => isCurrent(one, day))
  return themes.map((theme) => {
    const agreements = current
      .filter(({ kind }) => kinds[kind].theme === theme)
      .toSorted((one, other) => byKind(one, other) || widthOf(one) - widthOf(other) || (one.id < other.id ? -1 : 1))
    const reachOf = (kind: Kind): Reach =>
      reach(
        agreements.filter((one) => one.kind === kind),
        day,
      )
    const of = Map.groupBy(kindsOf(theme), reachOf)
    return {
      theme,
      agreements,
      isWide: of.has('wide'),
      without: of.get('none') ?? [],
      narrow: of.get('narrow') ?? [],
      coming: of.get('coming') ?? [],
      open: open.find((one) => one.theme === theme) ?? null,
    }
  })
}

type Reach = 'wide' | 'narrow' | 'coming' | 'none'

/** How far what is agreed about one kind reaches today. */
const reach = (ofKind: readonly Agreement[], day: string): Reach => {
  const holding = ofKind.filter((one) => stateOn(one, day) === 'in-force')
  if (holding.some(({ scope: { level } }) => level === 'school' || level === 'stage')) return 'wide'
  if (holding.length > 0) return 'narrow'
  return ofKind.length > 0 ? 'coming' : 'none'
}

const byKind = (one: Agreement, other: Agreement): number => {
  const all = kindsOf(kinds[one.kind].theme)
  return all.indexOf(one.kind) - all.indexOf(other.kind)
}

const widthOf = ({ kind, scope }: Agreement): number => shapeOf(kind).levels.indexOf(scope.level)
