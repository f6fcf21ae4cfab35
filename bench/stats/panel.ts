// A synthetic panel: gender × education × origin × region, and 30 questions of five answers. The same for a size on every machine.
export const levelCounts = [2, 4, 3, 12] as const
export const names = ['gender', 'education', 'origin', 'region'] as const
export const education = 1
export const answers = 5
export const questionCount = 30
const population = 2_400_000

export type Panel = {
  readonly n: number
  /** A code per row for each of gender, education, origin and region. */
  readonly margins: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  readonly questions: readonly Uint8Array[]
  readonly start: Float64Array
}

/** What the population has of each level: other shares than the panel, as those who have more schooling answer sooner. */
export const totals: readonly Float64Array[] = levelCounts.map((levels) => {
  const parts = Float64Array.from({ length: levels }, (_, level) => 3 + ((level * 5) % 4))
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => (population * part) / sum)
})

export const makePanel = (n: number, questions = questionCount): Panel => {
  const margins = levelCounts.map((levels, m) => drawn(n, levels, 17 + m, null)) as unknown as Panel['margins']
  return {
    n,
    margins,
    questions: Array.from({ length: questions }, (_, q) => drawn(n, answers, 101 + q, margins[education])),
    start: new Float64Array(n).fill(1),
  }
}

/** Codes of which low ones come oftener, and the more so the less schooling. */
const drawn = (n: number, levels: number, seed: number, by: Uint8Array | null): Uint8Array => {
  const codes = new Uint8Array(n)
  let state = Math.imul(seed, 0x9e3779b1) | 1
  for (let i = 0; i < n; i += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const uniform = (state >>> 0) / 2 ** 32
    codes[i] =
      levels * uniform * (by === null ? 0.7 + 0.3 * uniform : 0.6 + 0.1 * by[i] + (0.4 - 0.1 * by[i]) * uniform)
  }
  return codes
}
