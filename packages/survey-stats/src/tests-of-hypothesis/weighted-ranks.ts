/** Which rank rows with the same value share. */
export type Ties = 'row-order' | 'midpoint'

/**
 * The rank of each row as a share of all weight, 0 … 1: what weighs less, and half of its own. Rows of one value share
 * a rank: with `row-order` the plain mean of what they would have in the order of the rows, as R has it, which with
 * unequal weights depends on that order a little; with `midpoint` the middle of their weight, which does not.
 * @param rows those that are ranked
 * @returns one rank per entry of `rows`
 */
export const weightedRanks = (
  values: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
  ties: Ties,
): Float64Array => {
  // A stable sort keeps rows of one value in their order.
  const order = Int32Array.from(rows, (_, at) => at).sort((a, b) => values[rows[a]] - values[rows[b]])
  const ranks = new Float64Array(rows.length)
  let total = 0
  for (const row of rows) total += weights[row]
  let below = 0
  for (let from = 0; from < order.length;) {
    let [to, sum, own] = [from, 0, 0]
    while (to < order.length && values[rows[order[to]]] === values[rows[order[from]]]) {
      const weight = weights[rows[order[to]]]
      sum += below + own + weight / 2
      own += weight
      to += 1
    }
    const rank = ties === 'midpoint' ? below + own / 2 : sum / (to - from)
    for (let at = from; at < to; at += 1) ranks[order[at]] = rank / total
    below += own
    from = to
  }
  return ranks
}
