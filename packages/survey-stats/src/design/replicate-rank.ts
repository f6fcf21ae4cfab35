/**
 * The rank of the replicate weights, by Gram-Schmidt: a replicate counts when it is not, up to a 100 000th of its length, a combination
 * of those before it. Source: R survey 4.1, `degf.svyrep.design`, with the tolerance of `qr`.
 */
export const replicateRank = (n: number, count: number, weightsOf: (r: number, into: Float64Array) => void): number => {
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
