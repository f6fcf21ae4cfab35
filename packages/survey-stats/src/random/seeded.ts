/** Numbers that look random and are the same for the same seed, everywhere. */
export type Random = {
  /** A number in [0, 1), of 53 bits. */
  uniform(): number
  /** A whole number 0 … n − 1, each as likely. */
  below(n: number): number
}

/**
 * A source of chance that a seed reproduces: sfc32 by Chris Doty-Humphrey (PractRand), its state filled by FNV-1a over the seed.
 */
export const seeded = (seed: string | number): Random => {
  const text = String(seed)
  let [a, b, c, counter] = [hashOf(text, 1), hashOf(text, 2), hashOf(text, 3), 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i += 1) next()
  return {
    uniform: () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992,
    below: (n) => {
      // What would make the first numbers likelier is thrown again.
      const limit = 4_294_967_296 - (4_294_967_296 % n)
      for (;;) {
        const number = next()
        if (number < limit) return number % n
      }
    },
  }
}

const hashOf = (text: string, salt: number): number => {
  let hash = 0x811c9dc5 ^ salt
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ (text.charCodeAt(i) & 255), 0x01000193)
    hash = Math.imul(hash ^ (text.charCodeAt(i) >>> 8), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
