import { SurveyError } from '../survey-error.ts'

/** Between which multiples of the start weights the weights must stay. */
export type Bounds = { readonly lower?: number; readonly upper?: number }

export type CalibrationMethod = 'linear' | 'raking' | 'logit'

/**
 * How a start weight is multiplied: by F(u), where u = xᵢ'λ / σᵢ². `slope` is F′ (never quite 0, so that a step can be made from
 * where the bounds hold everyone), `area` is ∫₀ᵘ F.
 */
export type Distance = {
  readonly factor: (u: number) => number
  readonly slope: (u: number) => number
  readonly area: (u: number) => number
  readonly lower: number
  readonly upper: number
}

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
  if (method === 'linear') return clamped(linear, lower - 1, upper - 1, lower, upper)
  if (method === 'raking') {
    if (!(upper > 0))
      throw new SurveyError('bad-argument', `The upper bound is ${upper}; with raking it must be above 0.`)
    const least = Math.max(0, lower)
    return clamped(exponential, Math.log(least), Math.log(upper), least, upper)
  }
  if (!(lower < 1 && upper > 1 && lower > -Infinity && upper < Infinity))
    throw new SurveyError(
      'bad-argument',
      `Calibration with logit needs a lower bound below 1 and an upper one above it, and has ${lower} and ${upper}.`,
    )
  return logistic(lower, upper)
}

type Shape = Pick<Distance, 'factor' | 'slope' | 'area'>

const linear: Shape = { factor: (u) => 1 + u, slope: () => 1, area: (u) => u + (u * u) / 2 }
const exponential: Shape = { factor: Math.exp, slope: Math.exp, area: (u) => Math.exp(u) - 1 }

/** The shape between u = from and u = to, standing still outside. */
const clamped = ({ factor, slope, area }: Shape, from: number, to: number, lower: number, upper: number): Distance => ({
  lower,
  upper,
  factor: (u) => (u < from ? lower : u > to ? upper : factor(u)),
  slope: (u) => (u < from || u > to ? floor : slope(u)),
  area: (u) => (u < from ? area(from) + lower * (u - from) : u > to ? area(to) + upper * (u - to) : area(u)),
})

const logistic = (lower: number, upper: number): Distance => {
  const a = (upper - lower) / ((1 - lower) * (upper - 1))
  // The share of the way from the lower to the upper bound; at u = 0 it is where 1 lies.
  const share = (u: number): number => 1 / (1 + ((upper - 1) / (1 - lower)) * Math.exp(-a * u))
  const logSum = (u: number): number => {
    const [first, second] = [Math.log(upper - 1), Math.log(1 - lower) + a * u]
    const most = Math.max(first, second)
    return most + Math.log1p(Math.exp(Math.min(first, second) - most))
  }
  return {
    lower,
    upper,
    factor: (u) => lower + (upper - lower) * share(u),
    slope: (u) => Math.max(1e-9, a * (upper - lower) * share(u) * (1 - share(u))),
    area: (u) => lower * u + ((upper - lower) / a) * (logSum(u) - Math.log(upper - lower)),
  }
}
