/** A square matrix, row after row: `m[i * size + j]`. */
export type Square = { readonly size: number; readonly m: Float64Array }

export const squareOf = (size: number): Square => ({ size, m: new Float64Array(size * size) })

/**
 * Solves A x = b for a symmetric matrix that is positive semi-definite, by Cholesky with diagonal pivoting. What depends on the
 * columns before it is left out (its x is 0), as with margins that each add up to the same total.
 * @param a overwritten
 * @param rights right-hand sides; each is overwritten with its solution
 * @param tolerance a pivot below this share of its own diagonal counts as dependent
 * @returns which unknowns were kept
 */
export const solveSymmetric = ({ size, m }: Square, rights: readonly Float64Array[], tolerance = 1e-11): Uint8Array => {
  const start = new Float64Array(size)
  for (let i = 0; i < size; i += 1) start[i] = m[i * size + i]
  const kept = new Uint8Array(size)
  // Outer-product form: after column k only what is left of the later columns stands in m. No pivoting by size: with a
  // diagonal that is compared to its own start, order does not matter for margins, and the first of two dependents stays.
  for (let k = 0; k < size; k += 1) {
    const pivot = m[k * size + k]
    if (!(pivot > tolerance * start[k]) || start[k] === 0) continue
    kept[k] = 1
    const root = Math.sqrt(pivot)
    for (let i = k; i < size; i += 1) m[i * size + k] /= root
    for (let j = k + 1; j < size; j += 1) {
      const factor = m[j * size + k]
      if (factor === 0) continue
      for (let i = j; i < size; i += 1) m[i * size + j] -= m[i * size + k] * factor
    }
  }
  for (const right of rights) {
    for (let k = 0; k < size; k += 1) {
      if (kept[k] === 0) {
        right[k] = 0
        continue
      }
      right[k] /= m[k * size + k]
      for (let i = k + 1; i < size; i += 1) right[i] -= m[i * size + k] * right[k]
    }
    for (let k = size - 1; k >= 0; k -= 1) {
      if (kept[k] === 0) continue
      let sum = right[k]
      for (let i = k + 1; i < size; i += 1) if (kept[i] === 1) sum -= m[i * size + k] * right[i]
      right[k] = sum / m[k * size + k]
    }
  }
  return kept
}
