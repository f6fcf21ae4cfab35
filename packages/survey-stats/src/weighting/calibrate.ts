import { coded, type Numeric } from '../data/column.ts'
import type { Design } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { distanceOf, distanceWithin, type Bounds, type CalibrationMethod, type Distance } from './distance.ts'
import type { Margin } from './margin.ts'
import { solveCalibration } from './newton.ts'
import { weigh, type AmountTotal, type Problem, type Weighted, type WeightingOptions } from './weigh.ts'

/** What calibration brings the sample to. */
export type CalibrationTotals = {
  readonly margins?: readonly Margin[]
  /** Sums of numeric columns. Without margins, `population` makes the number of people a total as well. */
  readonly amounts?: readonly AmountTotal[]
}

export type CalibrationOptions = WeightingOptions & {
  /** How weights may move from the start weights: 'linear' without it. */
  readonly method?: CalibrationMethod
  /** As multiples of the start weights; these are first brought to the population when they are more than 20 times too small. */
  readonly bounds?: Bounds
  /** Bounds on the weights themselves, instead of on multiples; for linear and raking. */
  readonly limits?: Bounds
  /** σ² per row, in any unit: rows with a larger one are moved less. */
  readonly variance?: Numeric
  /** Linear calibration without bounds can give weights below 0, which is refused unless this is true. */
  readonly allowNegative?: boolean
}

/**
 * Calibration: weights as near to the start weights as can be that have the totals, w = d F(x'λ/σ²), with F(u) = 1 + u (linear,
 * which is the generalised regression estimator), exp u (raking) or a logit between bounds.
 *
 * The variance regresses the linearised variable on margins and amounts with weights d/σ². (R does so for linear calibration without
 * bounds, and leaves σ² out for the others.)
 * @returns weights in units of persons, design, report
 * @throws {SurveyError} `bounds-impossible` (which level, what it needs; or proved over all totals together), `negative-weights`,
 * `margins-contradict`, `margin-empty`, `margin-missing`, `missing-values`, `margins-impossible`, `not-converged` (which total, how far
 * off), `aborted`, `different-lengths`, `bad-argument`, `bad-weights`
 * Source: Deville & Särndal (1992), JASA 87; Särndal, Swensson & Wretman, Model Assisted Survey Sampling, ch. 6; R survey, `calibrate`.
 */
export const calibrate = <D extends Design>(
  design: D,
  { margins = [], amounts = [] }: CalibrationTotals,
  options: CalibrationOptions = {},
): Weighted<D> => {
  const { method = 'linear', bounds = {}, limits, variance = null, allowNegative = false, population } = options
  const isBounded = bounds.lower !== undefined || bounds.upper !== undefined
  if (margins.length === 0 && amounts.length === 0 && population === undefined)
    throw new SurveyError('bad-argument', 'Calibration needs a margin, an amount or a population to calibrate to.')
  if (limits !== undefined && (isBounded || method === 'logit'))
    throw new SurveyError(
      'bad-argument',
      'Limits of the weights go with linear calibration or raking, and without bounds.',
    )
  const distance = distanceOf(method, limits ?? bounds)
  return weigh(
    design,
    {
      method: `calibrate ${method}`,
      settings: {
        lower: bounds.lower,
        upper: bounds.upper,
        lowerLimit: limits?.lower,
        upperLimit: limits?.upper,
        allowNegative,
      },
      margins: margins.length > 0 || population === undefined ? margins : [everyone(design.n, population)],
      amounts,
      variance,
      limits: limits ?? null,
      needsRows: limits !== undefined && (design.kind === 'replicate' || !isEven(design.weights)),
      solve: (problem, solveOptions) =>
        solveCalibration(
          {
            ...problem,
            distance: limits === undefined || method === 'logit' ? distance : distanceFor(method, limits, problem),
          },
          solveOptions,
        ),
      regression: 'start',
      allowNegative,
      isWarm: false,
      scaleFrom: isBounded ? 20 : method === 'raking' && variance === null ? 1 : Infinity,
    },
    options,
  )
}

/** Limits as multiples: the same for all over cells, where all start weights are the same, and else of each row. */
const distanceFor = (
  method: Exclude<CalibrationMethod, 'logit'>,
  limits: Bounds,
  { points, start, startScale }: Problem,
): Distance => {
  if (points.path === 'rows' || points.equal === null) return distanceWithin(method, limits, start)
  const { lower = -Infinity, upper = Infinity } = limits
  const each = points.equal * startScale
  return distanceOf(method, { lower: lower / each, upper: upper / each })
}

const isEven = (weights: Float64Array): boolean => {
  for (let i = 1; i < weights.length; i += 1) if (weights[i] !== weights[0]) return false
  return true
}

/** The number of people, as a margin of one level. */
const everyone = (n: number, population: number): Margin => ({
  name: '(population)',
  column: coded(new Uint8Array(n), ['all']),
  totals: { all: population },
})
