import { crossed, type Categorical } from '../data/column.ts'
import type { Design } from '../design/design.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { estimate, type EstimateOptions, type NamedEstimates } from './estimate.ts'
import { totalWeight, totalOf, type Estimand } from './estimand.ts'

/** What a cell of the table says: people, or their share of all, of its row, or of its column. */
export type CellMeaning = 'count' | 'share' | 'share-of-row' | 'share-of-column'

/** A two-way table, row after row: cell (r, c) is `values[r * columns.length + c]`. */
export type CrossTable = NamedEstimates & { readonly rows: readonly string[]; readonly columns: readonly string[] }

/**
 * A two-way table with how its cells vary together. Cells without a row are 0 and stay.
 * @param options.of what a cell says; counts without it
 * @param options.total counts are scaled to add up to it, as `Ntotal` in R: their shares vary, their sum does not
 * @throws {SurveyError} as `estimate`; `nothing-to-estimate` when a row or column of which shares are asked is empty;
 * `bad-argument` for a total with shares, or that is not above 0
 * Source: R `svytable`, with the covariance of `svytotal(~interaction(a, b))` and `svyby`.
 */
export const crossTable = (
  design: Design,
  rows: Categorical,
  columns: Categorical,
  options: EstimateOptions & { readonly of?: CellMeaning; readonly total?: number } = {},
): CrossTable => {
  mustBeLong('The column of the table', columns.codes.length, rows.codes.length)
  const { of = 'count', total } = options
  if (total !== undefined && (of !== 'count' || !(total > 0)))
    throw new SurveyError('bad-argument', 'A total is a number above 0, and goes with counts.')
  const cells = crossed(rows, columns)
  const width = columns.levels.length
  const estimates =
    of === 'count' && total === undefined
      ? estimate(design, totalOf({ '': cells }), options)
      : estimate(design, shareOf(cells, blocksFor(of, cells.levels.length, width), total ?? 1), options)
  return { ...estimates, names: cells.levels, rows: rows.levels, columns: columns.levels }
}

const blocksFor = (of: CellMeaning, cells: number, width: number): Int32Array =>
  Int32Array.from({ length: cells }, (_, k) =>
    of === 'share-of-row' ? Math.floor(k / width) : of === 'share-of-column' ? k % width : 0,
  )

/** `scale` times the share of each level in its block of levels. Linearised: zᵢₖ = (1ᵢₖ − pₖ) / W over the rows of the block. */
const shareOf = (column: Categorical, blocks: Int32Array, scale: number): Estimand => {
  const { codes, levels } = column
  const blockSums = (weights: Float64Array): { own: Float64Array; sums: Float64Array } => {
    totalWeight(weights)
    const own = new Float64Array(levels.length + 1)
    for (let i = 0; i < codes.length; i += 1) own[codes[i]] += weights[i]
    const sums = new Float64Array(levels.length)
    levels.forEach((_, k) => (sums[blocks[k]] += own[k]))
    levels.forEach((level, k) => {
      if (sums[blocks[k]] === 0)
        throw new SurveyError('nothing-to-estimate', `There is nobody to take a share of for "${level}".`, { level })
    })
    return { own, sums }
  }
  return {
    names: levels,
    columns: [['the table', column]],
    statistic: () => ({
      estimate: (weights) => {
        const { own, sums } = blockSums(weights)
        return Float64Array.from(levels, (_, k) => (scale * own[k]) / sums[blocks[k]])
      },
      linearise: (weights, shares) => {
        const { sums } = blockSums(weights)
        return levels.map((_, k) => {
          const own = new Float64Array(weights.length)
          for (let i = 0; i < own.length; i += 1)
            if (weights[i] !== 0 && blocks[codes[i]] === blocks[k])
              own[i] = ((codes[i] === k ? scale : 0) - shares[k]) / sums[blocks[k]]
          return own
        })
      },
    }),
  }
}
