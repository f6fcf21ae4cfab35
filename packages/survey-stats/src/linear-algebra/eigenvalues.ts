import { squareOf, type Square } from './symmetric.ts'

/** The lower triangle L with A = L Lᵀ, or null when A is not positive definite to rounding. A is not changed. */
export const choleskyOf = ({ size, m }: Square, tolerance = 1e-13): Square | null => {
  const lower = squareOf(size)
  const l = lower.m
  for (let j = 0; j < size; j += 1) {
    let pivot = m[j * size + j]
    for (let k = 0; k < j; k += 1) pivot -= l[j * size + k] ** 2
    if (!(pivot > tolerance * m[j * size + j])) return null
    l[j * size + j] = Math.sqrt(pivot)
    for (let i = j + 1; i < size; i += 1) {
      let sum = m[i * size + j]
      for (let k = 0; k < j; k += 1) sum -= l[i * size + k] * l[j * size + k]
      l[i * size + j] = sum / l[j * size + j]
    }
  }
  return lower
}

/** L⁻¹ b for a lower triangle; b is overwritten. */
export const solveLower = ({ size, m }: Square, right: Float64Array): Float64Array => {
  for (let i = 0; i < size; i += 1) {
    let sum = right[i]
    for (let k = 0; k < i; k += 1) sum -= m[i * size + k] * right[k]
    right[i] = sum / m[i * size + i]
  }
  return right
}

/** L⁻¹ B L⁻ᵀ for a symmetric B, which is as A⁻¹B to its trace and eigenvalues when A = L Lᵀ. */
export const relativeTo = (lower: Square, { size, m }: Square): Square => {
  const half = squareOf(size)
  for (let j = 0; j < size; j += 1) half.m.set(solveLower(lower, m.slice(j * size, (j + 1) * size)), j * size)
  const whole = squareOf(size)
  const column = new Float64Array(size)
  for (let j = 0; j < size; j += 1) {
    for (let i = 0; i < size; i += 1) column[i] = half.m[i * size + j]
    whole.m.set(solveLower(lower, column), j * size)
  }
  return whole
}

/**
 * The eigenvalues of a symmetric matrix, the largest first, by turning pairs of axes until nothing is left beside the
 * diagonal.
 * Source: Jacobi; Golub & Van Loan, Matrix Computations, 8.5 (4th ed.). A is not changed.
 */
export const eigenvaluesOf = ({ size, m }: Square): Float64Array => {
  const a = m.slice()
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let [beside, all] = [0, 0]
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) {
        all += a[i * size + j] ** 2
        if (i !== j) beside += a[i * size + j] ** 2
      }
    if (beside <= 1e-34 * all) break
    for (let p = 0; p < size - 1; p += 1) for (let q = p + 1; q < size; q += 1) turn(a, size, p, q)
  }
  return Float64Array.from({ length: size }, (_, k) => a[k * size + k]).sort((one, other) => other - one)
}

const turn = (a: Float64Array, size: number, p: number, q: number): void => {
  const apq = a[p * size + q]
  if (apq === 0) return
  const theta = (a[q * size + q] - a[p * size + p]) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < size; k += 1) {
    const [akp, akq] = [a[k * size + p], a[k * size + q]]
    a[k * size + p] = c * akp - s * akq
    a[k * size + q] = s * akp + c * akq
  }
  for (let k = 0; k < size; k += 1) {
    const [apk, aqk] = [a[p * size + k], a[q * size + k]]
    a[p * size + k] = c * apk - s * aqk
    a[q * size + k] = s * apk + c * aqk
  }
}
