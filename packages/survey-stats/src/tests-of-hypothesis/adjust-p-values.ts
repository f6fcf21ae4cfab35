import { SurveyError } from '../survey-error.ts'

/**
 * For how many comparisons p is read: `BH` is Benjamini & Hochberg's share of false findings, the others guard against
 * any.
 */
export type Adjustment = 'none' | 'bonferroni' | 'holm' | 'BH'

/**
 * p-values for several tests at once, in the order given. Source: Holm (1979), Scand. J. Stat. 6; Benjamini & Hochberg
 * (1995), JRSS B 57; R, `p.adjust`.
 * @throws {SurveyError} `bad-argument` for a p that is not between 0 and 1
 */
export const adjustPValues = (p: ArrayLike<number>, adjustment: Adjustment): Float64Array => {
  const values = Float64Array.from(p)
  const m = values.length
  for (const value of values)
    if (!(value >= 0 && value <= 1))
      throw new SurveyError('bad-argument', `A p-value of ${value} is not between 0 and 1.`)
  if (adjustment === 'none') return values
  if (adjustment === 'bonferroni') return values.map((value) => Math.min(1, value * m))
  const order = [...values.keys()].sort((a, b) => values[a] - values[b])
  const adjusted = new Float64Array(m)
  if (adjustment === 'holm') {
    let highest = 0
    order.forEach((at, rank) => {
      highest = Math.max(highest, (m - rank) * values[at])
      adjusted[at] = Math.min(1, highest)
    })
    return adjusted
  }
  let lowest = 1
  for (let rank = m; rank >= 1; rank -= 1) {
    const at = order[rank - 1]
    lowest = Math.min(lowest, (m / rank) * values[at])
    adjusted[at] = lowest
  }
  return adjusted
}
