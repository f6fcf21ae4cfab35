import type { ReplicateDesign } from './design.ts'

/** So many multiplications take a second or so; the rank of more is not worth its time. */
const affordable = 2e9

const known = new WeakMap<ReplicateDesign, number>()

/**
 * The rank of the replicate weights in the domain less one, found once per design. Where that takes too long, the degrees of freedom
 * of all rows, or rows in the domain less one where these are fewer.
 * Source: R survey 4.1, `degf.svyrep.design`, which a domain and weighting call again.
 */
export const degreesOfReplicates = (design: ReplicateDesign): number => {
  const found = known.get(design) ?? rankOrBound(design) - 1
  known.set(design, found)
  return found
}

const rankOrBound = ({ n, count, domain, weightsOf, degreesOfFreedom }: ReplicateDesign): number => {
  const rows = domain === null ? Int32Array.from({ length: n }, (_, i) => i) : rowsIn(domain)
  if (rows.length * count * Math.min(count, rows.length) > affordable)
    return Math.min(degreesOfFreedom + 1, rows.length)
  const all = new Float64Array(n)
  return replicateRank(rows.length, count, (r, into) => {
    weightsOf(r, all)
    for (let k = 0; k < rows.length; k += 1) into[k] = all[rows[k]]
  })
}

const rowsIn = (domain: Uint8Array): Int32Array => {
  const rows: number[] = []
  for (let i = 0; i < domain.length; i += 1) if (domain[i] === 1) rows.push(i)
  return Int32Array.from(rows)
}

/**
 * The rank of the replicate weights, by Gram-Schmidt: a replicate counts when it is not, up to a 100 000th of its length, a combination
 * of those before it. Source: R survey 4.1, `degf.svyrep.design`, with the tolerance of `qr`.
 */
const replicateRank = (n: number, count: number, weightsOf: (r: number, into: Float64Array) => void): number => {
  const basis: Float64Array[] = []
  const weights = new Float64Array(n)
  for (let r = 0; r < count && basis.length < n; r += 1) {
    weightsOf(r, weights)
    const before = lengthOf(weights)
    // Twice, since once leaves what rounding makes of nearly equal directions.
    for (let pass = 0; pass < 2; pass += 1)
      for (const one of basis) {
        let along = 0
        for (let i = 0; i < n; i += 1) along += one[i] * weights[i]
        for (let i = 0; i < n; i += 1) weights[i] -= along * one[i]
      }
    const after = lengthOf(weights)
    if (after > 1e-5 * before) basis.push(weights.map((value) => value / after))
  }
  return basis.length
}

const lengthOf = (values: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] * values[i]
  return Math.sqrt(sum)
}
