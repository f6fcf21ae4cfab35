import { inBlocks } from '../data/in-blocks.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { boundAt, type Distance } from './distance.ts'
import type { Target } from './margin.ts'
import type { Points } from './points.ts'

/** An amount per point, with what its weighted sum must be. */
export type Amount = { readonly name: string; readonly values: Float64Array; readonly total: number }

/** The calibration equations Σ d F(x'λ/σ²) x = totals: one unknown per level of each margin and one per amount. */
export type Equations = {
  readonly size: number
  /** What is asked; NaN where nothing is. */
  readonly asked: Float64Array
  /** What a difference is a share of. */
  readonly scale: Float64Array
  /** The state with these unknowns. */
  readonly at: (lambda: Float64Array) => State
  /** Σ d F′ x x'/σ² in this state. */
  readonly hessian: (state: State) => Square
  /** Each point's x'λ. */
  readonly predictor: (lambda: Float64Array) => Float64Array
}

export type State = {
  /** λ'totals − Σ d σ² ∫F: concave, and highest where the equations hold. */
  readonly height: number
  /** What is asked less what there is; 0 where nothing is asked. */
  readonly misfit: Float64Array
  /** The largest misfit as a share. */
  readonly off: number
  /** x'λ/σ² per point. */
  readonly u: Float64Array
}

/** What is summed over, and where each margin and amount stands among the unknowns. */
type System = {
  readonly points: Pick<Points, 'codes' | 'count'>
  readonly targets: readonly Target[]
  readonly amounts: readonly Amount[]
  readonly start: Float64Array
  readonly precision: Float64Array | null
  readonly distance: Distance
  readonly offsets: readonly number[]
  readonly amountsAt: number
  readonly size: number
}

/**
 * @param amounts already brought to mean 0 and spread 1 where a constant is among the margins
 * @param precision 1/σ² per point; null for 1
 */
export const equationsOf = (
  points: Pick<Points, 'codes' | 'count'>,
  targets: readonly Target[],
  amounts: readonly Amount[],
  start: Float64Array,
  precision: Float64Array | null,
  distance: Distance,
): Equations => {
  const offsets: number[] = []
  let amountsAt = 0
  for (const { levels } of targets) {
    offsets.push(amountsAt)
    amountsAt += levels.length
  }
  const size = amountsAt + amounts.length
  const system = { points, targets, amounts, start, precision, distance, offsets, amountsAt, size }
  const { asked, scale } = askedOf(system)
  return {
    size,
    asked,
    scale,
    at: (lambda) => stateAt(system, asked, scale, lambda),
    hessian: (state) => hessianOf(system, state),
    predictor: (lambda) => predictorOf(system, lambda),
  }
}

const askedOf = ({ targets, amounts, start, offsets, amountsAt, size }: System): Pick<Equations, 'asked' | 'scale'> => {
  let everyone = 0
  for (const weight of start) everyone += weight
  const [asked, scale] = [new Float64Array(size).fill(NaN), new Float64Array(size).fill(1)]
  targets.forEach(({ totals, spread }, m) => {
    for (let code = 0; code < totals.length; code += 1) {
      if (spread !== null && code === totals.length - 1) continue
      if (totals[code] > 0) asked[offsets[m] + code] = scale[offsets[m] + code] = totals[code]
    }
  })
  amounts.forEach(({ total }, j) => {
    asked[amountsAt + j] = total
    scale[amountsAt + j] = Math.max(Math.abs(total), everyone)
  })
  return { asked, scale }
}

const predictorOf = ({ points, targets, amounts, offsets, amountsAt }: System, lambda: Float64Array): Float64Array => {
  targets.forEach(({ spread }, m) => {
    if (spread === null) return
    const last = offsets[m] + spread.length - 1
    lambda[last] = 0
    for (let code = 0; code < spread.length - 1; code += 1)
      if (spread[code] > 0) lambda[last] += spread[code] * lambda[offsets[m] + code]
  })
  const u = new Float64Array(points.count)
  points.codes.forEach((own, m) => addLevels(own, lambda, offsets[m], u))
  amounts.forEach(({ values }, j) => {
    const factor = lambda[amountsAt + j]
    for (let k = 0; k < u.length; k += 1) u[k] += factor * values[k]
  })
  return u
}

const stateAt = (system: System, asked: Float64Array, scale: Float64Array, lambda: Float64Array): State => {
  const { points, targets, amounts, start, precision, distance, offsets, amountsAt, size } = system
  const u = predictorOf(system, lambda)
  const [sums, weights] = [new Float64Array(size), new Float64Array(points.count)]
  let height = 0
  for (let k = 0; k < u.length; k += 1) {
    if (!(start[k] > 0)) continue
    const inverse = precision === null ? 1 : precision[k]
    const [lower, upper] = [boundAt(distance.lower, k), boundAt(distance.upper, k)]
    u[k] *= inverse
    weights[k] = start[k] * distance.factor(u[k], lower, upper)
    height -= (start[k] / inverse) * distance.area(u[k], lower, upper)
  }
  points.codes.forEach((own, m) => sumLevels(own, weights, offsets[m], sums))
  amounts.forEach(({ values }, j) => {
    for (let k = 0; k < u.length; k += 1) sums[amountsAt + j] += weights[k] * values[k]
  })
  foldVector(sums, targets, offsets)
  const misfit = new Float64Array(size)
  let off = 0
  for (let a = 0; a < size; a += 1) {
    if (Number.isNaN(asked[a])) continue
    misfit[a] = asked[a] - sums[a]
    height += lambda[a] * asked[a]
    const share = Math.abs(misfit[a]) / scale[a]
    if (!(share <= off)) off = share
  }
  return { height, misfit, off, u }
}

const hessianOf = (system: System, { u }: State): Square => {
  const { points, targets, amounts, start, precision, distance, offsets, amountsAt, size } = system
  const worths = new Float64Array(points.count)
  for (let k = 0; k < u.length; k += 1) {
    if (!(start[k] > 0)) continue
    const slope = distance.slope(u[k], boundAt(distance.lower, k), boundAt(distance.upper, k))
    worths[k] = start[k] * slope * (precision === null ? 1 : precision[k])
  }
  const square = squareOf(size)
  const parts: Part[] = [
    ...points.codes.map((codes, m) => ({ at: offsets[m], codes, values: null })),
    ...amounts.map(({ values }, j) => ({ at: amountsAt + j, codes: null, values })),
  ]
  // Places rise from part to part, so that this fills the lower half, which the solver reads.
  inBlocks(points.count, (from, to) => {
    for (let a = 0; a < parts.length; a += 1)
      for (let b = 0; b <= a; b += 1) addPair(square, parts[a], parts[b], worths, from, to)
  })
  foldSquare(square, targets, offsets)
  return square
}

/** A margin with a level per point, or an amount per point. */
type Part =
  | { readonly at: number; readonly codes: ArrayLike<number>; readonly values: null }
  | { readonly at: number; readonly codes: null; readonly values: Float64Array }

const addPair = ({ m, size }: Square, one: Part, other: Part, worths: Float64Array, from: number, to: number): void => {
  if (one.codes !== null && other.codes !== null)
    addLevelPairs(m, size, one.codes, one.at * size + other.at, other.codes, worths, from, to)
  else if (one.values !== null && other.codes !== null)
    addAmountLevels(m, one.at * size + other.at, one.values, other.codes, worths, from, to)
  else if (one.values !== null && other.values !== null)
    for (let k = from; k < to; k += 1) m[one.at * size + other.at] += worths[k] * one.values[k] * other.values[k]
}

const addLevelPairs = (
  m: Float64Array,
  size: number,
  rows: ArrayLike<number>,
  at: number,
  columns: ArrayLike<number>,
  worths: Float64Array,
  from: number,
  to: number,
): void => {
  for (let k = from; k < to; k += 1) m[at + rows[k] * size + columns[k]] += worths[k]
}

const addAmountLevels = (
  m: Float64Array,
  at: number,
  values: Float64Array,
  columns: ArrayLike<number>,
  worths: Float64Array,
  from: number,
  to: number,
): void => {
  for (let k = from; k < to; k += 1) m[at + columns[k]] += worths[k] * values[k]
}

const addLevels = (codes: ArrayLike<number>, lambda: Float64Array, offset: number, u: Float64Array): void => {
  for (let k = 0; k < u.length; k += 1) u[k] += lambda[offset + codes[k]]
}

const sumLevels = (codes: ArrayLike<number>, weights: Float64Array, offset: number, sums: Float64Array): void => {
  for (let k = 0; k < weights.length; k += 1) sums[offset + codes[k]] += weights[k]
}

/** Counts a missing answer that is spread for the levels that it is spread over. */
const foldVector = (vector: Float64Array, targets: readonly Target[], offsets: readonly number[]): void =>
  targets.forEach(({ spread }, m) => {
    if (spread === null) return
    const last = offsets[m] + spread.length - 1
    for (let code = 0; code < spread.length - 1; code += 1) vector[offsets[m] + code] += spread[code] * vector[last]
    vector[last] = 0
  })

const foldSquare = ({ m: cells, size }: Square, targets: readonly Target[], offsets: readonly number[]): void => {
  if (targets.every(({ spread }) => spread === null)) return
  for (let a = 0; a < size; a += 1) for (let b = 0; b < a; b += 1) cells[b * size + a] = cells[a * size + b]
  for (let a = 0; a < size; a += 1) foldVector(cells.subarray(a * size, a * size + size), targets, offsets)
  const column = new Float64Array(size)
  for (let b = 0; b < size; b += 1) {
    for (let a = 0; a < size; a += 1) column[a] = cells[a * size + b]
    foldVector(column, targets, offsets)
    for (let a = 0; a < size; a += 1) cells[a * size + b] = column[a]
  }
}
