import { SurveyError } from '../survey-error.ts'

/** Between which multiples of the start weights the weights must stay. */
export type Bounds = { readonly lower?: number; readonly upper?: number }

export type CalibrationMethod = 'linear' | 'raking' | 'logit'

/**
 * How a start weight is multiplied: by F(u), where u = xᵢ'λ / σᵢ², between a lower and an upper bound, which may be a row's own.
 * `slope` is F′ (never quite 0, so that a step can be made from where the bounds hold everyone), `area` is ∫₀ᵘ F.
 */
export type Distance = {
  readonly factor: (u: number, lower: number, upper: number) => number
  readonly slope: (u: number, lower: number, upper: number) => number
  readonly area: (u: number, lower: number, upper: number) => number
  /** The bounds of every row, or of each. */
  readonly lower: number | Float64Array
  readonly upper: number | Float64Array
}

export const boundAt = (bound: number | Float64Array, k: number): number =>
  typeof bound === 'number' ? bound : bound[k]

/** A slope for where F stands still: Newton's step is long there, and is halved. */
const floor = 1e-3

/**
 * Source: Deville & Särndal (1992), Journal of the American Statistical Association 87, cases 1, 2, 6 and 7; R survey, `cal.linear`,
 * `cal.raking`, `cal.logit`.
 * @throws {SurveyError} `bad-argument` for bounds that no number lies between, or that the method cannot do with
 */
export const distanceOf = (method: CalibrationMethod, { lower = -Infinity, upper = Infinity }: Bounds): Distance => {
  if (!(lower < upper))
    throw new SurveyError('bad-argument', `The lower bound ${lower} is not below the upper bound ${upper}.`)
  if (method === 'raking' && !(upper > 0))
    throw new SurveyError('bad-argument', `The upper bound is ${upper}; with raking it must be above 0.`)
  if (method === 'logit' && !(lower < 1 && upper > 1 && lower > -Infinity && upper < Infinity))
    throw new SurveyError(
      'bad-argument',
      `Calibration with logit needs a lower bound below 1 and an upper one above it, and has ${lower} and ${upper}.`,
    )
  return { ...shapes[method], lower: method === 'raking' ? Math.max(0, lower) : lower, upper }
}

/**
 * The same with bounds on the weights themselves: each row's bounds are these over its start weight (R's `bounds.const`).
 * @throws {SurveyError} `bad-argument`, also for logit, whose curve needs bounds around 1 for every row
 */
export const distanceWithin = (
  method: Exclude<CalibrationMethod, 'logit'>,
  limits: Bounds,
  start: Float64Array,
): Distance => {
  const { lower = -Infinity, upper = Infinity } = limits
  const { lower: least } = distanceOf(method, limits)
  const over = (limit: number): Float64Array => start.map((weight) => (weight > 0 ? limit / weight : 1))
  return {
    ...shapes[method],
    lower: lower === -Infinity ? least : over(Math.max(lower, method === 'raking' ? 0 : lower)),
    upper: upper === Infinity ? upper : over(upper),
  }
}

type Shape = Pick<Distance, 'factor' | 'slope' | 'area'>

const clamp = (value: number, lower: number, upper: number): number =>
  value < lower ? lower : value > upper ? upper : value

/** ∫₀ᵘ F where F stands still below u = from and above u = to; `area` is what it is between. */
const clampedArea = (
  u: number,
  lower: number,
  upper: number,
  from: number,
  to: number,
  area: (u: number) => number,
): number => (u < from ? area(from) + lower * (u - from) : u > to ? area(to) + upper * (u - to) : area(u))

const linearArea = (u: number): number => u + (u * u) / 2

const linear: Shape = {
  factor: (u, lower, upper) => clamp(1 + u, lower, upper),
  slope: (u, lower, upper) => (1 + u < lower || 1 + u > upper ? floor : 1),
  area: (u, lower, upper) => clampedArea(u, lower, upper, lower - 1, upper - 1, linearArea),
}

const raking: Shape = {
  factor: (u, lower, upper) => clamp(Math.exp(u), lower, upper),
  slope: (u, lower, upper) => {
    const factor = Math.exp(u)
    return factor < lower || factor > upper ? floor : factor
  },
  area: (u, lower, upper) =>
    lower === 0 && upper === Infinity
      ? Math.expm1(u)
      : clampedArea(u, lower, upper, Math.log(lower), Math.log(upper), Math.expm1),
}

const steepness = (lower: number, upper: number): number => (upper - lower) / ((1 - lower) * (upper - 1))

/** The share of the way from the lower to the upper bound; at u = 0 it is where 1 lies. */
const shareOf = (u: number, lower: number, upper: number): number =>
  1 / (1 + ((upper - 1) / (1 - lower)) * Math.exp(-steepness(lower, upper) * u))

const logit: Shape = {
  factor: (u, lower, upper) => lower + (upper - lower) * shareOf(u, lower, upper),
  slope: (u, lower, upper) => {
    const share = shareOf(u, lower, upper)
    return Math.max(1e-9, steepness(lower, upper) * (upper - lower) * share * (1 - share))
  },
  area: (u, lower, upper) => {
    const a = steepness(lower, upper)
    const [first, second] = [Math.log(upper - 1), Math.log(1 - lower) + a * u]
    const most = Math.max(first, second)
    const logSum = most + Math.log1p(Math.exp(Math.min(first, second) - most))
    return lower * u + ((upper - lower) / a) * (logSum - Math.log(upper - lower))
  },
}

const shapes: Readonly<Record<CalibrationMethod, Shape>> = { linear, raking, logit }
