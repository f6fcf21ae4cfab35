import { SurveyError } from '../survey-error.ts'
import { sortRows } from './order.ts'

/**
 * How a quantile is read from weighted values: `hf1` … `hf9` are the nine definitions of Hyndman & Fan (1996), `math` is hf1 (the
 * least value with at least p below or at it), `school` is hf2 (half-way where p is met exactly), `shahvaish` that of Shah &
 * Vaish (2006) as R has it, where the weights are not scaled everywhere they should be. Source: R survey 4.1, `qrule`.
 */
export const quantileRules = [
  'math',
  'school',
  'shahvaish',
  'hf1',
  'hf2',
  'hf3',
  'hf4',
  'hf5',
  'hf6',
  'hf7',
  'hf8',
  'hf9',
] as const

export type QuantileRule = (typeof quantileRules)[number]

/** Values in rising order with their weights; rows that weigh nothing are not among them. */
export type Sorted = {
  readonly x: Float64Array
  readonly w: Float64Array
  /** w₁ + … + wₖ, each rounded once. */
  readonly sums: Float64Array
}

/** The rows that weigh something, in the order of their values. */
export const orderOf = (values: Float64Array, weights: Float64Array): Int32Array => {
  const rows = new Int32Array(weights.length)
  let n = 0
  for (let i = 0; i < weights.length; i += 1) {
    if (weights[i] === 0) continue
    rows[n] = i
    n += 1
  }
  return sortRows(values, rows.subarray(0, n))
}

/** Values and weights in an order that is known; rows that weigh nothing by now are left out. */
export const sortedBy = (order: Int32Array, values: Float64Array, weights: Float64Array): Sorted => {
  const [x, w] = [new Float64Array(order.length), new Float64Array(order.length)]
  let n = 0
  for (const row of order) {
    if (weights[row] === 0) continue
    x[n] = values[row]
    w[n] = weights[row]
    n += 1
  }
  return { x: x.subarray(0, n), w: w.subarray(0, n), sums: runningSums(w.subarray(0, n)) }
}

/** Kept in two doubles, so that equal weights meet p where they should. */
const runningSums = (w: Float64Array): Float64Array => {
  const sums = new Float64Array(w.length)
  let [high, low] = [0, 0]
  for (let k = 0; k < w.length; k += 1) {
    const next = high + w[k]
    const back = next - high
    low += high - (next - back) + (w[k] - back)
    high = next
    sums[k] = high + low
  }
  return sums
}

/**
 * The quantile of sorted values. Below the first step it is the least value, above the last the greatest.
 * @param p between 0 and 1
 * @param isLimit below the first step `math`, `school` and hf1 … hf4 then start from the second value, as R 4.1 does everywhere; so the
 * limits of intervals are R's
 * @throws {SurveyError} `nothing-to-estimate` without values; `bad-argument` for p outside 0 … 1
 */
export const quantileOf = (sorted: Sorted, p: number, rule: QuantileRule, isLimit = false): number => {
  const { x } = sorted
  if (x.length === 0)
    throw new SurveyError('nothing-to-estimate', 'No row weighs anything here, so that there is no quantile.')
  if (!(p >= 0 && p <= 1)) throw new SurveyError('bad-argument', `A quantile is asked at ${p}, outside 0 … 1.`, { p })
  if (x.length === 1) return x[0]
  return rules[rule](sorted, p, isLimit)
}

type Rule = (sorted: Sorted, p: number, isLimit: boolean) => number

/** Shares nearer than this are the same: whether equal weights meet p is no matter of the last bit, as it is in R. */
const nearness = 1e-13

/** The last value of which the running sum does not pass p, and how far p is from it and from the next, as shares. */
const around = ({ x, sums }: Sorted, p: number, isLimit: boolean) => {
  const last = x.length - 1
  const total = sums[last]
  let at = last
  while (at >= 0 && !(sums[at] / total <= p + nearness)) at -= 1
  if (at < 0 && isLimit) at = 0
  const next = Math.min(at + 1, last)
  const below = at < 0 ? NaN : p - sums[at] / total
  return { at, next, below: Math.abs(below) <= nearness ? 0 : below, above: sums[next] / total - p }
}

const leastAbove: Rule = (sorted, p, isLimit) => {
  const { at, next, below } = around(sorted, p, isLimit)
  return sorted.x[below === 0 ? at : next]
}

const halfWay: Rule = (sorted, p, isLimit) => {
  const { at, next, below } = around(sorted, p, isLimit)
  return below === 0 ? (sorted.x[at] + sorted.x[next]) / 2 : sorted.x[next]
}

/** The nearest even one, counted over different values. */
const nearestEven: Rule = ({ x, w }, p, isLimit) => {
  const [values, weights]: [number[], number[]] = [[], []]
  x.forEach((value, k) => {
    if (value === values.at(-1)) weights[weights.length - 1] += w[k]
    else {
      values.push(value)
      weights.push(w[k])
    }
  })
  const own = Float64Array.from(weights)
  const distinct = { x: Float64Array.from(values), w: own, sums: runningSums(own) }
  const { at, next, below } = around(distinct, p, isLimit)
  return values[below === 0 && (at + 1) % 2 === 0 ? at : next]
}

const interpolated: Rule = (sorted, p, isLimit) => {
  const { x } = sorted
  const { at, next, below, above } = around(sorted, p, isLimit)
  if (at < 0) return x[0]
  if (at === next) return x[at]
  const share = below / (above + below)
  return x[at] + (x[next] - x[at]) * share
}

/** A line through the points (position, value), level at both ends. */
const throughPoints =
  (positionOf: (k: number, sorted: Sorted) => number): Rule =>
  (sorted, p) =>
    readOff(
      sorted.x,
      Float64Array.from(sorted.x, (_, k) => positionOf(k, sorted)),
      p,
      false,
    )

/** Σ of the weights before, of those up to, and the last weight. */
const parts = (k: number, { sums, w }: Sorted) => ({
  before: k === 0 ? 0 : sums[k - 1],
  upTo: sums[k],
  total: sums[sums.length - 1],
  last: w[w.length - 1],
})

const rules: Record<QuantileRule, Rule> = {
  math: leastAbove,
  school: halfWay,
  shahvaish: (sorted, p) => {
    const { x, w, sums } = sorted
    const mean = sums[sums.length - 1] / x.length
    const scaled = runningSums(w.map((one) => one / mean))
    return readOff(
      x,
      scaled.map((sum, k) => (sum + 0.5 - w[k] / 2) / (x.length + 1)),
      p,
      true,
    )
  },
  hf1: leastAbove,
  hf2: halfWay,
  hf3: nearestEven,
  hf4: interpolated,
  hf5: throughPoints((k, { sums, w }) => (sums[k] - w[k] / 2) / sums[sums.length - 1]),
  hf6: throughPoints((k, sorted) => {
    const { upTo, total, last } = parts(k, sorted)
    return upTo / (total + last)
  }),
  hf7: throughPoints((k, { sums }) => (k === 0 ? 0 : sums[k - 1]) / sums[sums.length - 2]),
  hf8: throughPoints((k, sorted) => {
    const { before, upTo, total, last } = parts(k, sorted)
    return (before / 3 + (upTo * 2) / 3) / (total + last / 3)
  }),
  hf9: throughPoints((k, sorted) => {
    const { before, upTo, total, last } = parts(k, sorted)
    return ((before * 3) / 8 + (upTo * 5) / 8) / (total + last / 4)
  }),
}

/** The value at p on the line through the points, or on the steps that hold each value until the next. R: `approx(rule = 2)`. */
const readOff = (x: Float64Array, positions: Float64Array, p: number, hasSteps: boolean): number => {
  const { at, y } = isRising(positions) ? { at: positions, y: x } : inOrder(positions, x)
  const last = at.length - 1
  if (p < at[0]) return y[0]
  if (p > at[last]) return y[last]
  let [low, high] = [0, last]
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if (p < at[middle]) high = middle
    else low = middle
  }
  if (p === at[high]) return y[high]
  if (p === at[low] || hasSteps) return y[low]
  return y[low] + (y[high] - y[low]) * ((p - at[low]) / (at[high] - at[low]))
}

const isRising = (positions: Float64Array): boolean => {
  for (let k = 1; k < positions.length; k += 1) if (!(positions[k] > positions[k - 1])) return false
  return true
}

/** Positions of their own order (weights below 0, `shahvaish`): sorted, those that are the same with the mean of their values. */
const inOrder = (positions: Float64Array, x: Float64Array): { at: Float64Array; y: Float64Array } => {
  const order = sortRows(
    positions,
    Int32Array.from(positions, (_, k) => k),
  )
  const [at, y]: [number[], number[]] = [[], []]
  let same = 0
  for (const k of order) {
    if (positions[k] === at.at(-1)) {
      same += 1
      y[y.length - 1] += (x[k] - y[y.length - 1]) / same
      continue
    }
    same = 1
    at.push(positions[k])
    y.push(x[k])
  }
  return { at: Float64Array.from(at), y: Float64Array.from(y) }
}
