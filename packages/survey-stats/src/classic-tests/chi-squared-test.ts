import { chiSquaredUpper } from '../numeric/distributions.ts'
import { countsOf, type CountTable } from './counts.ts'

export type ChiSquaredTest = {
  readonly chiSquared: number
  readonly df: number
  readonly p: number
  /** What each cell would be without association, row after row. */
  readonly expected: Float64Array
  /** Cochran's rule: the test may be read when none is below 1 and at most a fifth is below 5. */
  readonly cochran: { readonly shareBelowFive: number; readonly least: number; readonly holds: boolean }
}

/**
 * Pearson's test of independence in a table of unweighted counts of independent answers.
 * Source: Pearson (1900); Yates (1934); Cochran (1954), Biometrics 10; R, `chisq.test`, which corrects tables of 2 × 2
 * only.
 * @param yates whether to correct for continuity; in a table of 2 × 2 it is without it
 * @throws {SurveyError} `bad-argument`, `nothing-to-estimate` for an empty row or column
 */
export const chiSquaredTest = (
  table: CountTable,
  { yates = true }: { readonly yates?: boolean } = {},
): ChiSquaredTest => {
  const { cells, down, across, all } = countsOf(table)
  const [r, c] = [down.length, across.length]
  const expected = cells.map((_, at) => (down[Math.floor(at / c)] * across[at % c]) / all)
  const correction =
    yates && r === 2 && c === 2
      ? cells.reduce((least, count, at) => Math.min(least, Math.abs(count - expected[at])), 0.5)
      : 0
  const chiSquared = cells.reduce(
    (sum, count, at) => sum + (Math.abs(count - expected[at]) - correction) ** 2 / expected[at],
    0,
  )
  const df = (r - 1) * (c - 1)
  const shareBelowFive = expected.reduce((few, one) => few + (one < 5 ? 1 : 0), 0) / expected.length
  const least = expected.reduce((one, other) => Math.min(one, other))
  return {
    chiSquared,
    df,
    p: chiSquaredUpper(chiSquared, df),
    expected,
    cochran: { shareBelowFive, least, holds: least >= 1 && shareBelowFive <= 0.2 },
  }
}
