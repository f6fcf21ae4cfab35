import { SurveyError } from '../survey-error.ts'

/**
 * A Hadamard matrix of the smallest order this knows that is at least `least`: rows of +1 and −1, each two of them orthogonal, the first
 * all +1. Orders: powers of 2, q + 1 for a prime q ≡ 3 mod 4, 2(q + 1) for a prime q ≡ 1 mod 4, and these doubled. Up to 68 they are
 * those of R's `survey`, but for 28, 36 and 56, of which R has tables of its own.
 * Source: Sylvester (1867); Paley (1933), Journal of Mathematics and Physics 12.
 * @throws {SurveyError} `bad-argument` when it would be larger than 4096
 */
export const hadamardOf = (least: number): Int8Array[] => {
  for (let order = 4; order <= 4096; order += 4) {
    if (order < least) continue
    const rows = built(order)
    if (rows !== null) return withFirstRowOfOnes(rows)
  }
  throw new SurveyError('bad-argument', `A Hadamard matrix of order ${least} is larger than can be made here.`)
}

const built = (order: number): Int8Array[] | null => {
  if (order === 1) return [Int8Array.of(1)]
  if (order === 2) return doubled([Int8Array.of(1)])
  const isPower = (order & (order - 1)) === 0
  const core = withoutDoublings(order)
  if (!isPower && core < order && isPrime(core - 1)) return doubledOnce(order)
  if (!isPower && isPrime(order - 1) && order % 4 === 0) return paleyOne(order - 1)
  if (order % 4 === 0 && isPrime(order / 2 - 1) && (order / 2 - 1) % 4 === 1) return paleyTwo(order / 2 - 1)
  return order % 2 === 1 ? null : doubledOnce(order)
}

const doubledOnce = (order: number): Int8Array[] | null => {
  const half = built(order / 2)
  return half === null ? null : doubled(half)
}

/** The order that is left when it is halved as often as 8 divides it. */
const withoutDoublings = (order: number): number => (order % 8 === 0 ? withoutDoublings(order / 2) : order)

const isPrime = (n: number): boolean => {
  if (n < 2) return false
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false
  return true
}

const doubled = (half: readonly Int8Array[]): Int8Array[] => [
  ...half.map((row) => Int8Array.from([...row, ...row])),
  ...half.map((row) => Int8Array.from([...row, ...row.map((sign) => -sign)])),
]

/** Whether a number is a square mod q: 1, −1, and 0 for 0. */
const residues = (q: number): Int8Array => {
  const signs = new Int8Array(q).fill(-1)
  for (let k = 1; k < q; k += 1) signs[(k * k) % q] = 1
  signs[0] = 0
  return signs
}

/** For q ≡ 3 mod 4, where −1 is no square: a border of ones, and −1 where i + j is 0 or a square mod q. */
const paleyOne = (q: number): Int8Array[] => {
  const signs = residues(q)
  return Array.from({ length: q + 1 }, (_, i) =>
    Int8Array.from({ length: q + 1 }, (_, j) => (i === 0 || j === 0 || signs[(i + j - 2) % q] === -1 ? 1 : -1)),
  )
}

/** The symmetric residue matrix with a border, each entry widened to a 2 × 2 block, for q ≡ 1 mod 4. */
const paleyTwo = (q: number): Int8Array[] => {
  const signs = residues(q)
  const entry = (i: number, j: number): number => (i === j ? 0 : i === 0 || j === 0 ? 1 : signs[(i - j + q) % q])
  const order = 2 * (q + 1)
  return Array.from({ length: order }, (_, a) =>
    Int8Array.from({ length: order }, (_, b) => {
      const [sign, isLowRight] = [entry(a >> 1, b >> 1), a % 2 === 1 && b % 2 === 1]
      if (sign !== 0) return isLowRight ? -sign : sign
      return a % 2 === 0 && b % 2 === 0 ? 1 : -1
    }),
  )
}

const withFirstRowOfOnes = (rows: readonly Int8Array[]): Int8Array[] => {
  const [first] = rows
  return rows.map((row) => row.map((sign, j) => sign * first[j]))
}
