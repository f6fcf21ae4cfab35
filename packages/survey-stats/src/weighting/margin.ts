import type { Categorical } from '../data/column.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'

/**
 * What to do with rows of which a margin's answer is missing: refuse; leave them out (weight 0); make them a level of their own,
 * with the share that they have among the start weights; or count each for every level, in the margin's shares.
 */
export type MissingPolicy = 'refuse' | 'drop' | 'own-category' | 'impute-share'

/** A number per level. */
export type PerLevel<Level extends string = string> = Readonly<Record<Level, number>>

/**
 * What is known of the population about one column (for a joint margin: about `crossed` columns). With its levels named, as in
 * `Margin<'f' | 'm'>`, a level too many or too few does not compile.
 */
export type Margin<Level extends string = string> = {
  readonly name: string
  readonly column: Categorical<Level>
  /** 'refuse' without it. */
  readonly missing?: MissingPolicy
} & (
  | {
      /** What the population has of each level, as counts. */
      readonly totals: PerLevel<Level>
      readonly shares?: never
    }
  | {
      /** The same as shares, which add up to 1. */
      readonly shares: PerLevel<Level>
      readonly totals?: never
    }
)

/** A margin that has been read: totals per level, and one place more for the rows without an answer. */
export type Target = {
  readonly name: string
  readonly column: Categorical
  readonly levels: readonly string[]
  readonly totals: Float64Array
  readonly missing: MissingPolicy
  /** Of which levels a missing answer counts, and for how much; null when it counts for none or for itself. */
  readonly spread: Float64Array | null
}

/** What a level of its own for the missing is called in reports and messages. */
export const missingLevel = '(missing)'

/** How far totals of margins may differ, as a share, for rounding's sake. */
const rounding = 1e-9

/**
 * Reads margins: brings shares to totals, and all margins to one population.
 * @param population what the shares are of; without it the total of the first margin that has totals
 * @throws {SurveyError} `margins-contradict` (totals or shares that do not add up, and by how much), `bad-argument` (no population
 * for shares, a name that stands twice, a total below 0), `margin-empty` (a level with people that the column does not know)
 */
export const readMargins = (
  margins: readonly Margin[],
  n: number,
  population: number | undefined,
): { readonly targets: Target[]; readonly population: number } => {
  mustBeApart(margins)
  let total = population
  let toldBy = 'the population'
  if (total !== undefined && !(total > 0 && total < Infinity))
    throw new SurveyError('bad-argument', `The population is ${total}; it must be above 0.`)
  for (const margin of margins) {
    mustBeLong(`"${margin.name}"`, margin.column.codes.length, n)
    const sum = sumOf(margin)
    if (margin.totals === undefined) continue
    if (total === undefined) {
      total = sum
      toldBy = `"${margin.name}"`
    } else if (Math.abs(sum - total) > rounding * total)
      throw new SurveyError(
        'margins-contradict',
        `"${margin.name}" adds up to ${shown(sum)} and ${toldBy} to ${shown(total)}: a difference of ${shown(sum - total)}.`,
        { margin: margin.name, difference: sum - total },
      )
  }
  const shared = margins.find(({ shares }) => shares !== undefined)
  if (total === undefined && shared !== undefined)
    throw new SurveyError('bad-argument', `"${shared.name}" is given in shares; say of which population they are.`)
  const known = total ?? NaN
  return { targets: margins.map((margin) => targetOf(margin, known)), population: known }
}

const mustBeApart = (margins: readonly Margin[]): void => {
  const seen = new Set<string>()
  for (const { name, totals, shares } of margins) {
    if (seen.has(name))
      throw new SurveyError('bad-argument', `"${name}" stands twice among the margins.`, { margin: name })
    seen.add(name)
    if ((totals === undefined) === (shares === undefined))
      throw new SurveyError('bad-argument', `"${name}" needs either totals or shares.`, { margin: name })
  }
}

const sumOf = ({ name, totals, shares }: Margin): number => {
  let sum = 0
  for (const [level, value] of Object.entries(totals ?? shares ?? {})) {
    if (!(Number.isFinite(value) && value >= 0))
      throw new SurveyError('bad-argument', `"${name}" has ${value} for "${level}"; it must be 0 or more.`, {
        margin: name,
        level,
      })
    sum += value
  }
  if (shares !== undefined && Math.abs(sum - 1) > rounding)
    throw new SurveyError(
      'margins-contradict',
      `The shares of "${name}" add up to ${shown(sum)} and not to 1: a difference of ${shown(sum - 1)}.`,
      { margin: name, difference: sum - 1 },
    )
  if (sum === Infinity)
    throw new SurveyError('bad-argument', `"${name}" adds up to more than a number can be.`, { margin: name })
  if (!(sum > 0)) throw new SurveyError('margins-contradict', `"${name}" adds up to 0.`, { margin: name })
  return sum
}

const targetOf = (margin: Margin, population: number): Target => {
  const { name, column } = margin
  const given = margin.totals ?? margin.shares ?? {}
  const scale = population / sumOf(margin)
  for (const [level, value] of Object.entries(given))
    if (value > 0 && !column.levels.includes(level))
      throw new SurveyError(
        'margin-empty',
        `"${name}" has ${shown(value * scale)} people of level "${level}" in the population and nobody in the sample.`,
        { margin: name, level, asked: value * scale },
      )
  const totals = new Float64Array(column.levels.length + 1)
  // NaN stands for a level about which nothing was told, which matters only when the sample has it.
  column.levels.forEach((level, code) => {
    totals[code] = Object.hasOwn(given, level) ? given[level] * scale : NaN
  })
  return {
    name,
    column,
    levels: [...column.levels, missingLevel],
    totals,
    missing: margin.missing ?? 'refuse',
    spread: null,
  }
}

/** A number for a sentence: as many digits as say something. */
export const shown = (value: number): string => String(Number(value.toPrecision(10)))
