import { SurveyError } from '../survey-error.ts'

/** Random numbers that anybody with the seed can draw again. Not for secrets. */
export type Seeded = {
  /** @returns a number from 0 up to but not 1, of 53 random bits, evenly spread */
  readonly uniform: () => number
  /**
   * @returns a whole number from 0 up to but not `n`, each as likely as the other
   * @throws {SurveyError} `bad-argument` when `n` is not a whole number from 1 to 2⁵³
   */
  readonly below: (n: number) => number
  /**
   * Draws as often whole numbers below the length of `counts`, the same as `below` would, and counts there how often each came; several
   * times as fast.
   */
  readonly tally: (draws: number, counts: Uint16Array | Uint32Array) => void
}

/**
 * A stream of random numbers from a text, the same on every machine: sfc32, whose state is filled from the text.
 * Period about 2¹²⁷ on average; passes PractRand. Source: Doty-Humphrey, Small Fast Chaotic PRNG (2010), as in NumPy's SFC64.
 */
export const seeded = (seed: string): Seeded => {
  let [a, b, c] = filled(seed)
  let counter = 1
  const word = (): number => {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + out
    c |= 0
    return out >>> 0
  }
  for (let i = 0; i < 15; i += 1) word()
  const bits53 = (): number => (word() >>> 5) * 2 ** 26 + (word() >>> 6)
  const below = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 53)
      throw new SurveyError('bad-argument', `A random whole number below ${n} does not exist.`, { n })
    // What is left over when n does not divide the range would make the low numbers a little more likely: draw again.
    const range = n <= 2 ** 32 ? 2 ** 32 : 2 ** 53
    const most = range - (range % n)
    let drawn = range === 2 ** 32 ? word() : bits53()
    while (drawn >= most) drawn = range === 2 ** 32 ? word() : bits53()
    return drawn % n
  }
  const tally = (draws: number, counts: Uint16Array | Uint32Array): void => {
    const n = counts.length
    if (draws > 0 && n === 0) below(n)
    const most = 2 ** 32 - (2 ** 32 % n)
    // Copies, which stay in registers.
    let [p, q, r, at] = [a, b, c, counter]
    for (let left = draws; left > 0;) {
      const out = (((p + q) | 0) + at) | 0
      at = (at + 1) | 0
      p = q ^ (q >>> 9)
      q = (r + (r << 3)) | 0
      r = (((r << 21) | (r >>> 11)) + out) | 0
      const drawn = out >>> 0
      if (drawn >= most) continue
      // drawn % n, which divisions of this size give exactly.
      counts[drawn - Math.floor(drawn / n) * n] += 1
      left -= 1
    }
    a = p
    b = q
    c = r
    counter = at
  }
  return { uniform: () => bits53() / 2 ** 53, below, tally }
}

/** Three words of state from a text, each letter felt in all of them (FNV-1a with the finish of MurmurHash3). */
const filled = (seed: string): [number, number, number] => {
  const word = (basis: number): number => {
    let h = basis | 0
    for (let i = 0; i < seed.length; i += 1) h = Math.imul(h ^ seed.charCodeAt(i), 16777619)
    h = Math.imul(h ^ (h >>> 16) ^ seed.length, 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return h ^ (h >>> 16)
  }
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x7f4a7c15)]
}
