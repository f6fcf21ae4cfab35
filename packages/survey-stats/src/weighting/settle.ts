import { inBlocks } from '../data/in-blocks.ts'
import { SurveyError } from '../survey-error.ts'
import { shown, type Target } from './margin.ts'
import type { Points } from './points.ts'

/** Sums of weights per code of one margin. */
export const sumsByCode = (codes: ArrayLike<number>, weights: Float64Array, size: number): Float64Array => {
  const sums = new Float64Array(size)
  inBlocks(weights.length, (from, to) => sumByCodeIn(codes, weights, sums, from, to))
  return sums
}

const sumByCodeIn = (
  codes: ArrayLike<number>,
  weights: Float64Array,
  sums: Float64Array,
  from: number,
  to: number,
): void => {
  for (let k = from; k < to; k += 1) sums[codes[k]] += weights[k]
}

/** Margins with their missing answers decided, and the start weights without what is left out. */
export type Settled = { readonly targets: readonly Target[]; readonly start: Float64Array; readonly drops: boolean }

/**
 * Decides what missing answers count for, and sees that every level that is asked has somebody and every level that is there is asked.
 * @throws {SurveyError} `missing-values`, `margin-empty`, `margin-missing`, `nothing-to-estimate`
 */
export const settle = (points: Points, read: readonly Target[], population: number): Settled => {
  const { start, drops } = withoutDropped(points, read)
  let everyone = 0
  for (const weight of start) everyone += weight
  if (!(everyone > 0)) throw new SurveyError('nothing-to-estimate', 'No row is left to weight.')
  const targets = read.map((target, m) => {
    const sums = sumsByCode(points.codes[m], start, target.levels.length)
    const own = decided(target, sums, everyone, population)
    mustMatch(own, sums)
    return own
  })
  return { targets, start, drops }
}

const withoutDropped = (points: Points, targets: readonly Target[]): { start: Float64Array; drops: boolean } => {
  let start = points.start
  targets.forEach(({ missing, column }, m) => {
    if (missing !== 'drop') return
    const codes = points.codes[m]
    for (let k = 0; k < points.count; k += 1)
      if (codes[k] === column.levels.length && start[k] > 0) {
        if (start === points.start) start = points.start.slice()
        start[k] = 0
      }
  })
  return { start, drops: start !== points.start }
}

const decided = (target: Target, sums: Float64Array, everyone: number, population: number): Target => {
  const last = target.column.levels.length
  if (!(sums[last] > 0)) return target
  if (target.missing === 'own-category') {
    const share = sums[last] / everyone
    const totals = target.totals.map((total) => total * (1 - share))
    totals[last] = population * share
    return { ...target, totals }
  }
  if (target.missing === 'impute-share') {
    const spread = target.totals.map((total) => (total > 0 ? total / population : 0))
    return { ...target, spread }
  }
  let rows = 0
  for (const code of target.column.codes) if (code === last) rows += 1
  throw new SurveyError(
    'missing-values',
    `"${target.name}" has no answer in ${rows} of the rows; say whether they drop out, make a category or are spread over the levels.`,
    { margin: target.name, rows },
  )
}

/** @throws {SurveyError} `margin-empty`, `margin-missing` */
export const mustMatch = ({ name, levels, totals, spread, column }: Target, sums: Float64Array): void => {
  for (let code = 0; code < levels.length; code += 1) {
    const [asked, there] = [totals[code], sums[code]]
    const level = levels[code]
    if (code === column.levels.length && spread !== null) continue
    if (Number.isNaN(asked) && there > 0)
      throw new SurveyError('margin-missing', `"${name}" says nothing of level "${level}", which is in the sample.`, {
        margin: name,
        level,
      })
    if (asked === 0 && there > 0)
      throw new SurveyError(
        'margin-empty',
        `"${name}" has level "${level}" in the sample and nobody in the population.`,
        {
          margin: name,
          level,
        },
      )
    if (asked > 0 && there === 0)
      throw new SurveyError(
        'margin-empty',
        `"${name}" has ${shown(asked)} people of level "${level}" in the population and nobody in the sample.`,
        { margin: name, level, asked },
      )
  }
}
