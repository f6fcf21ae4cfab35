import { chiSquaredUpper, normalQuantile } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'
import { fourOf, type CountTable } from './counts.ts'

export type MantelHaenszel = {
  readonly chiSquared: number
  readonly df: 1
  readonly p: number
  /** Mantel and Haenszel's estimate; Infinity where no table has anything against it. */
  readonly commonOddsRatio: number
  /** By Robins, Breslow and Greenland; [0, Infinity] where it cannot be told. */
  readonly interval: readonly [number, number]
}

/**
 * Cochran, Mantel and Haenszel: whether two columns go together within the strata of a third, over all 2 × 2 tables.
 * Source: Mantel & Haenszel (1959), JNCI 22; Robins, Breslow & Greenland (1986), Biometrics 42; R, `mantelhaen.test`.
 * @param tables one per stratum; those with fewer than two answers add nothing
 * @param correct whether to correct for continuity, as R does without being asked; not without it
 * @throws {SurveyError} `bad-argument` for another table; `not-defined` when no stratum can vary
 */
export const mantelHaenszel = (
  tables: readonly CountTable[],
  { correct = false, level = 0.95 }: { readonly correct?: boolean; readonly level?: number } = {},
): MantelHaenszel => {
  if (!(level > 0 && level < 1)) throw new SurveyError('bad-argument', `A level of ${level} is not between 0 and 1.`)
  let [off, variance, along, across] = [0, 0, 0, 0]
  let [first, both, second] = [0, 0, 0]
  for (const table of tables) {
    const [a, b, c, d] = fourOf(table)
    const n = a + b + c + d
    if (n < 2) continue
    off += a - ((a + b) * (a + c)) / n
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
    along += (a * d) / n
    across += (b * c) / n
    first += ((a + d) * a * d) / n ** 2
    both += ((a + d) * b * c + (b + c) * a * d) / n ** 2
    second += ((b + c) * b * c) / n ** 2
  }
  if (!(variance > 0)) throw new SurveyError('not-defined', 'In no stratum could the table have been another one.')
  const distance = Math.abs(off)
  const chiSquared = (distance - (correct && distance >= 0.5 ? 0.5 : 0)) ** 2 / variance
  const commonOddsRatio = across > 0 ? along / across : Infinity
  const spread = Math.sqrt(first / (2 * along ** 2) + both / (2 * along * across) + second / (2 * across ** 2))
  const reach = Math.exp(-normalQuantile((1 - level) / 2) * spread)
  return {
    chiSquared,
    df: 1,
    p: chiSquaredUpper(chiSquared, 1),
    commonOddsRatio,
    interval: along > 0 && across > 0 ? [commonOddsRatio / reach, commonOddsRatio * reach] : [0, Infinity],
  }
}
