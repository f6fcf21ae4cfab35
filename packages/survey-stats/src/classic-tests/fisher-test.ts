import { logGamma } from '../numeric/gamma.ts'
import { rootOf } from '../numeric/root.ts'
import { SurveyError } from '../survey-error.ts'
import { fourOf, type CountTable } from './counts.ts'

export type FisherTest = {
  /** Two-sided: all tables that are as unlikely as this one, or more so. */
  readonly p: number
  /** The conditional maximum likelihood estimate; 0 or Infinity where the table is at its end. */
  readonly oddsRatio: number
  readonly interval: readonly [number, number]
}

/**
 * Fisher's exact test of a 2 × 2 table, with the conditional odds ratio and its exact interval.
 * Source: Fisher (1934); Cornfield (1956); R, `fisher.test`, which finds the odds ratio to about 1e-4; here it is
 * exact to rounding.
 * @param level of the interval; 0.95 without it
 * @throws {SurveyError} `bad-argument` for another table, or a level that is not between 0 and 1; `not-defined` when a
 * row or a column is empty
 */
export const fisherTest = (table: CountTable, { level = 0.95 }: { readonly level?: number } = {}): FisherTest => {
  const [a, b, c, d] = fourOf(table)
  if (!(level > 0 && level < 1)) throw new SurveyError('bad-argument', `A level of ${level} is not between 0 and 1.`)
  const [first, second, drawn] = [a + c, b + d, a + b]
  const [low, high] = [Math.max(0, drawn - second), Math.min(drawn, first)]
  if (low === high)
    throw new SurveyError('not-defined', 'A row or a column of the table is empty, so that there is one table only.')
  const logs = Float64Array.from({ length: high - low + 1 }, (_, at) => {
    const x = low + at
    return logChoose(first, x) + logChoose(second, drawn - x)
  })
  const plain = tilted(logs, 0)
  // As R, so that rounding does not part tables that are as likely.
  const limit = plain[a - low] * (1 + 1e-7)
  const p = Math.min(
    1,
    plain.reduce((sum, one) => (one <= limit ? sum + one : sum), 0),
  )
  const mean = (t: number): number => tilted(logs, t).reduce((sum, one, at) => sum + one * at, 0) + low
  const upper = (t: number): number =>
    tilted(logs, t)
      .subarray(a - low)
      .reduce((sum, one) => sum + one, 0)
  const lower = (t: number): number =>
    tilted(logs, t)
      .subarray(0, a - low + 1)
      .reduce((sum, one) => sum + one, 0)
  const tail = (1 - level) / 2
  const at = (f: (t: number) => number): number => Math.exp(rootOf(f, -700, 700))
  return {
    p,
    oddsRatio: a === low ? 0 : a === high ? Infinity : at((t) => mean(t) - a),
    interval: [a === low ? 0 : at((t) => upper(t) - tail), a === high ? Infinity : at((t) => lower(t) - tail)],
  }
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

/** The chances of each table when the logarithm of the odds ratio is t. */
const tilted = (logs: Float64Array, t: number): Float64Array => {
  const own = logs.map((log, at) => log + at * t)
  const most = own.reduce((one, other) => Math.max(one, other))
  let sum = 0
  for (let at = 0; at < own.length; at += 1) sum += own[at] = Math.exp(own[at] - most)
  return own.map((one) => one / sum)
}
