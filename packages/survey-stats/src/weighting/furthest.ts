import { shown, type Target } from './margin.ts'

/** The level that is furthest from its total, as a share of it. */
export type Furthest = {
  readonly margin: string
  readonly level: string
  readonly asked: number
  readonly reached: number
  /** |reached − asked| / asked */
  readonly off: number
}

/** @param reached per margin the sums per level */
export const furthestOf = (targets: readonly Target[], reached: readonly Float64Array[]): Furthest | null => {
  let worst: Furthest | null = null
  targets.forEach(({ name, levels, totals }, m) => {
    for (let code = 0; code < levels.length; code += 1) {
      const asked = totals[code]
      if (!(asked > 0)) continue
      const off = Math.abs(reached[m][code] - asked) / asked
      if (worst === null || !(off <= worst.off))
        worst = { margin: name, level: levels[code], asked, reached: reached[m][code], off }
    }
  })
  return worst
}

/** `"edu" level "wo" has 31 where 40 is asked` */
export const sentenceOf = ({ margin, level, asked, reached }: Furthest): string =>
  `"${margin}" level "${level}" has ${shown(reached)} where ${shown(asked)} is asked`

export const detailsOf = ({ margin, level, asked, reached }: Furthest): Record<string, string | number> => ({
  margin,
  level,
  asked,
  reached,
})
