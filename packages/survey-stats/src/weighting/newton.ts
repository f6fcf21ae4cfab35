import { solveSymmetric } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'
import { boundAt, type Distance } from './distance.ts'
import { equationsOf, type Amount, type Equations, type State } from './equations.ts'
import { detailsOf, furthestOf, sentenceOf, type Furthest } from './furthest.ts'
import { shown, type Target } from './margin.ts'
import type { Points } from './points.ts'
import { sumsByCode } from './settle.ts'
import type { Solution, SolveOptions } from './solution.ts'

const acceptable = 1e-9
const exact = 1e-15

/** Everything that calibration has to fit. */
export type Calibrating = {
  readonly points: Pick<Points, 'codes' | 'count'>
  readonly targets: readonly Target[]
  readonly amounts: readonly Amount[]
  readonly start: Float64Array
  /** 1/σ² per point; null for 1. */
  readonly precision: Float64Array | null
  readonly distance: Distance
}

/**
 * Solves the calibration equations Σ d F(x'λ/σ²) x = totals for λ by Newton's method, its step halved until it climbs.
 * Source: Deville & Särndal (1992), section 2; R survey, `grake`.
 * @throws {SurveyError} `bounds-impossible` or `margins-impossible` when it is proved that nothing fits, `not-converged`, `aborted`
 */
export const solveCalibration = (calibrating: Calibrating, options: SolveOptions): Solution => {
  const { maxIterations, tolerance, onStep } = options
  const { points, targets, start, precision, distance } = calibrating
  const moved = calibrating.amounts.map((amount) => standardised(amount, start, targets))
  mustFitBounds(calibrating)
  const equations = equationsOf(points, targets, moved, start, precision, distance)
  let lambda: Float64Array = new Float64Array(equations.size)
  let state = equations.at(lambda)
  let iteration = 0
  for (; iteration < maxIterations;) {
    if (state.off <= (tolerance ?? exact)) break
    const next = stepFrom(equations, lambda, state)
    iteration += 1
    if (onStep?.({ iteration, off: state.off }) === false) throw new SurveyError('aborted', 'Weighting was stopped.')
    const isStuck = next === null || (state.off <= acceptable && next.state.off >= state.off)
    if (next !== null && !isStuck) {
      lambda = next.lambda
      state = next.state
    }
    if (isStuck || iteration % 8 === 0) {
      if (state.off > acceptable && isProofOfNone(equations, calibrating, lambda, state))
        refuse(calibrating, state, true, iteration)
      if (isStuck) break
    }
  }
  if (!(state.off <= (tolerance ?? acceptable)))
    refuse(calibrating, state, isProofOfNone(equations, calibrating, lambda, state), iteration)
  const solution = solutionOf(calibrating, state, iteration)
  if (distance.lower === 0) mustBeAboveZero(calibrating, solution)
  return solution
}

/** A factor that runs to 0 comes as near to the totals as one likes and never there: the rows would have to be left out. */
const mustBeAboveZero = ({ start, points: { count, codes }, targets }: Calibrating, { factors }: Solution): void => {
  let [least, sum, people, at] = [Infinity, 0, 0, -1]
  for (let k = 0; k < count; k += 1) {
    if (!(start[k] > 0)) continue
    if (factors[k] < least) [least, at] = [factors[k], k]
    sum += start[k] * factors[k]
    people += start[k]
  }
  if (!(least < (1e-8 * sum) / people)) return
  const levels = targets.map(({ name, levels: own }, m) => `"${name}" level "${own[codes[m][at]]}"`)
  throw new SurveyError(
    'margins-impossible',
    `These totals are reached only when rows get a weight of 0, such as those of ${levels.join(' and ') || `place ${at + 1}`}, ` +
      `which have ${shown(start[at])} before weighting: the sample lacks other combinations.`,
    { before: start[at] },
  )
}

/** Newton's step, halved until it climbs; null when none does. */
const stepFrom = (
  equations: Equations,
  lambda: Float64Array,
  state: State,
): { lambda: Float64Array; state: State } | null => {
  const direction = state.misfit.slice()
  solveSymmetric(equations.hessian(state), [direction])
  let climb = 0
  for (let a = 0; a < direction.length; a += 1) climb += direction[a] * state.misfit[a]
  for (let share = 1; share > 1e-12; share /= 2) {
    const tried = lambda.map((value, a) => value + share * direction[a])
    const there = equations.at(tried)
    if (there.height >= state.height + 1e-4 * share * climb || there.off < state.off)
      return { lambda: tried, state: there }
  }
  return null
}

/** Moved to mean 0 where the margins hold a constant, and to spread 1, which keeps the equations well apart. */
const standardised = (amount: Amount, start: Float64Array, targets: readonly Target[]): Amount => {
  const { values, total } = amount
  let everyone = 0
  for (let k = 0; k < start.length; k += 1) if (start[k] > 0) everyone += start[k]
  const population = populationOf(targets)
  let mean = 0
  for (let k = 0; k < start.length; k += 1) if (start[k] > 0) mean += (start[k] / everyone) * values[k]
  if (population === null) mean = 0
  const spread = spreadOf(values, start, everyone, mean) || Math.max(Math.abs(mean), Math.abs(total)) || 1
  return {
    name: amount.name,
    values: values.map((value) => (value - mean) / spread),
    total: total / spread - (mean / spread) * (population ?? 0),
  }
}

/** The root of the mean square from the mean, of values as large or as small as numbers can be. */
const spreadOf = (values: Float64Array, start: Float64Array, everyone: number, mean: number): number => {
  let [most, squares] = [0, 0]
  for (let k = 0; k < start.length; k += 1) if (start[k] > 0) most = Math.max(most, Math.abs(values[k] - mean))
  // What is left of a constant is rounding.
  if (most <= 1e-14 * Math.abs(mean)) return 0
  for (let k = 0; k < start.length; k += 1)
    if (start[k] > 0) squares += (start[k] / everyone) * ((values[k] - mean) / most) ** 2
  return most * Math.sqrt(squares)
}

const populationOf = (targets: readonly Target[]): number | null => {
  const [first] = targets
  if (first === undefined) return null
  let population = 0
  for (const total of first.totals) if (total > 0) population += total
  return population
}

/** What one level shows already: that even the outermost factors for all of it come short. */
const mustFitBounds = ({ points, targets, start, distance: { lower, upper } }: Calibrating): void => {
  const [least, most] = [lower, upper].map((bound) =>
    start.map((weight, k) => (weight > 0 ? weight * boundAt(bound, k) : 0)),
  )
  targets.forEach(({ name, levels, totals, spread }, m) => {
    if (spread !== null) return
    const [sums, low, high] = [start, least, most].map((weights) => sumsByCode(points.codes[m], weights, levels.length))
    for (let code = 0; code < levels.length; code += 1) {
      const asked = totals[code]
      const isTooHigh = asked > high[code] + 1e-12 * Math.abs(high[code])
      if (!(asked > 0) || !(isTooHigh || asked < low[code] - 1e-12 * Math.abs(low[code]))) continue
      const bound = isTooHigh ? upper : lower
      const which = isTooHigh ? 'upper' : 'lower'
      throw new SurveyError(
        'bounds-impossible',
        typeof bound === 'number'
          ? `The ${which} bound ${bound} cannot hold: "${name}" level "${levels[code]}" needs ${shown(asked / sums[code])} times its start weights.`
          : `The ${which} limit of the weights cannot hold: "${name}" level "${levels[code]}" comes to ${shown(isTooHigh ? high[code] : low[code])} ` +
              `at ${isTooHigh ? 'most' : 'least'} where ${shown(asked)} is asked.`,
        { margin: name, level: levels[code], factor: asked / sums[code] },
      )
    }
  })
}

/**
 * Whether λ proves that nothing fits. Factors g between the bounds have λ'totals = Σ d g x'λ ≤ Σ d max(L x'λ, U x'λ); a λ for which
 * that fails is a proof (Farkas). Where nothing fits, λ runs off in such a direction.
 */
const isProofOfNone = (
  equations: Equations,
  { targets, start, distance: { lower, upper } }: Calibrating,
  lambda: Float64Array,
  state: State,
): boolean => {
  if (contradicts(equations, state)) return true
  if (lower === -Infinity) return false
  const { asked, predictor } = equations
  const own = lambda.slice()
  const u = predictor(own)
  let [left, size] = [0, 0]
  for (let a = 0; a < asked.length; a += 1) {
    if (Number.isNaN(asked[a])) continue
    left += own[a] * asked[a]
    size += Math.abs(own[a] * asked[a])
  }
  let most = 0
  if (upper === Infinity) {
    most = -Infinity
    for (let k = 0; k < u.length; k += 1) if (start[k] > 0 && u[k] > most) most = u[k]
    const population = populationOf(targets)
    // With a constant among the margins all may be moved by as much; without, a factor without end proves nothing.
    if (population === null) {
      if (most > 0) return false
      most = 0
    } else left -= most * population
  }
  for (let k = 0; k < u.length; k += 1) {
    if (!(start[k] > 0)) continue
    const here = u[k] - most
    left -= start[k] * boundAt(here > 0 ? upper : lower, k) * here
  }
  return left > 1e-9 * size
}

/**
 * Whether the equations contradict each other whatever the weights: some v has x'v = 0 for everybody and v'totals is not 0. With G what
 * solves the equations that can be, and r what the others miss, v = r − G H r is such a one.
 */
const contradicts = ({ asked, hessian, predictor }: Equations, state: State): boolean => {
  const { misfit } = state
  const { m, size } = hessian(state)
  const v = misfit.map((_, a) => {
    let sum = 0
    // Only the lower half is filled.
    for (let b = 0; b < size; b += 1) sum += m[Math.max(a, b) * size + Math.min(a, b)] * misfit[b]
    return sum
  })
  solveSymmetric(hessian(state), [v])
  let [missed, all, length] = [0, 0, 0]
  for (let a = 0; a < size; a += 1) {
    v[a] = misfit[a] - v[a]
    missed += v[a] * misfit[a]
    if (!Number.isNaN(asked[a])) all += Math.abs(v[a]) * Math.max(Math.abs(asked[a]), Math.abs(asked[a] - misfit[a]))
    length = Math.max(length, Math.abs(v[a]))
  }
  return Math.abs(missed) > 1e-10 * all && predictor(v).every((u) => Math.abs(u) <= 1e-10 * length)
}

const refuse = (calibrating: Calibrating, state: State, isProved: boolean, iterations: number): never => {
  const { lower, upper } = calibrating.distance
  const worst = worstOf(calibrating, state)
  const sentence = worst === null ? 'nothing is asked' : sentenceOf(worst)
  const details = worst === null ? {} : detailsOf(worst)
  const isBounded = (lower !== 0 && lower !== -Infinity) || upper !== Infinity
  if (isProved && isBounded)
    throw new SurveyError(
      'bounds-impossible',
      typeof lower === 'number' && typeof upper === 'number'
        ? `The bounds ${lower} and ${upper} cannot hold with these totals together: at best ${sentence}.`
        : `The limits of the weights cannot hold with these totals together: at best ${sentence}.`,
      details,
    )
  if (isProved)
    throw new SurveyError(
      'margins-impossible',
      lower === -Infinity
        ? `No weights reach these totals together, as they contradict each other: ${sentence}.`
        : `No weights above 0 reach these totals together, as they contradict each other or the sample lacks combinations: ${sentence}.`,
      details,
    )
  throw new SurveyError(
    'not-converged',
    `Calibration has not converged after ${iterations} steps: ${sentence}.`,
    details,
  )
}

const worstOf = (calibrating: Calibrating, state: State): Furthest | null => {
  const { targets } = calibrating
  const { reached, totalsReached } = solutionOf(calibrating, state, 0)
  let worst = furthestOf(targets, reached)
  calibrating.amounts.forEach(({ name, total }, j) => {
    const off = Math.abs(totalsReached[j] - total) / Math.max(Math.abs(total), 1e-300)
    if (worst === null || off > worst.off)
      worst = { margin: name, level: '(total)', asked: total, reached: totalsReached[j], off }
  })
  return worst
}

const solutionOf = (calibrating: Calibrating, { u }: State, iterations: number): Solution => {
  const { points, targets, amounts, start, distance } = calibrating
  const factors = u.map((value, k) =>
    start[k] > 0 ? distance.factor(value, boundAt(distance.lower, k), boundAt(distance.upper, k)) : 0,
  )
  const weights = factors.map((factor, k) => factor * start[k])
  const reached = targets.map(({ levels, spread }, m) => {
    const sums = sumsByCode(points.codes[m], weights, levels.length)
    if (spread !== null)
      for (let code = 0; code < spread.length - 1; code += 1) sums[code] += spread[code] * sums[spread.length - 1]
    return sums
  })
  const totalsReached = Float64Array.from(amounts, ({ values }) => {
    let sum = 0
    for (let k = 0; k < values.length; k += 1) if (weights[k] !== 0) sum += weights[k] * values[k]
    return sum
  })
  return { factors, iterations, reached, totalsReached }
}
