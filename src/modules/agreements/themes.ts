import { isCurrent, type Agreement } from './agreement.ts'
import { kinds, kindsOf, shapeOf, themes, type Kind, type Theme } from './kinds/kinds.ts'
import type { OpenTheme } from './open-theme.ts'

/** One theme of the page: what holds or is about to, and what nothing is agreed about yet. */
export type ThemeView = {
  theme: Theme
  /** In force or coming, those for the most people first. */
  agreements: readonly Agreement[]
  /** Kinds of which nothing holds. */
  without: readonly Kind[]
  open: OpenTheme | null
}

/** The page of a school by theme, on a day. */
export const themesOf = (all: readonly Agreement[], open: readonly OpenTheme[], day: string): ThemeView[] => {
  const current = all.filter((one) => isCurrent(one, day))
  return themes.map((theme) => {
    const agreements = current
      .filter(({ kind }) => kinds[kind].theme === theme)
      .toSorted((one, other) => byKind(one, other) || widthOf(one) - widthOf(other) || (one.id < other.id ? -1 : 1))
    return {
      theme,
      agreements,
      without: kindsOf(theme).filter((kind) => !agreements.some((one) => one.kind === kind)),
      open: open.find((one) => one.theme === theme) ?? null,
    }
  })
}

const byKind = (one: Agreement, other: Agreement): number => {
  const all = kindsOf(kinds[one.kind].theme)
  return all.indexOf(one.kind) - all.indexOf(other.kind)
}

const widthOf = ({ kind, scope }: Agreement): number => shapeOf(kind).levels.indexOf(scope.level)
