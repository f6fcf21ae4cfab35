import type { Dossier } from './tables.ts'

/** How a school rounds an average. Half up: 8,45 becomes 8,5. Down: 8,49 becomes 8,4. Whole: 8,45 becomes 8. */
export type Rounding = 'half_up' | 'down' | 'half_up_whole'

/** A grade that can count: whole tenths, and how often it counts (0 is not at all). */
export type Weighed = { tenths: number; weight: number }

/**
 * The weighted mean Σ(w·g)/Σw in tenths, in integer arithmetic, rounded once, at the end.
 * @param graded whole tenths and whole weights
 * @returns null when nothing counts
 */
export const averageOf = (graded: readonly Weighed[], rounding: Rounding): number | null => {
  let [sum, weights] = [0, 0]
  for (const { tenths, weight } of graded) {
    sum += tenths * weight
    weights += weight
  }
  if (weights === 0) return null
  switch (rounding) {
    case 'half_up':
      return Math.floor((2 * sum + weights) / (2 * weights))
    case 'down':
      return Math.floor(sum / weights)
    case 'half_up_whole':
      return 10 * Math.floor((sum + 5 * weights) / (10 * weights))
  }
}

/** The exam dossier is rounded as the law has it, to one decimal and half up, whatever the school does with progress. */
export const roundingOf = (dossier: Dossier, ofSchool: Rounding): Rounding =>
  dossier === 'exam' ? 'half_up' : ofSchool

/** A result that is known to the reader, as far as it counts. */
export type Countable = {
  /** The test. */
  test: string
  retakeOf: string | null
  tenths: number | null
  weight: number
}

/**
 * What counts of the results of one pupil in one subject and dossier: of a test and its retakes the highest, once, with the weight of the
 * test. What is no number does not count. A retake of a test that is not among them counts by itself.
 */
export const countedOf = (results: readonly Countable[]): Weighed[] => {
  const known = new Map(results.map((one) => [one.test, one]))
  const best = new Map<string, Weighed>()
  for (const { test, retakeOf, tenths, weight } of results) {
    if (tenths === null) continue
    const original = retakeOf === null ? undefined : known.get(retakeOf)
    const key = original?.test ?? test
    const before = best.get(key)
    if (before === undefined || before.tenths < tenths) best.set(key, { tenths, weight: original?.weight ?? weight })
  }
  return [...best.values()]
}
