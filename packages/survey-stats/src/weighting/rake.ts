import type { Design } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { distanceOf } from './distance.ts'
import type { Margin } from './margin.ts'
import { solveCalibration } from './newton.ts'
import { fitProportionally } from './proportional-fitting.ts'
import { weigh, type Problem, type Weighted, type WeightingOptions } from './weigh.ts'
import type { Solution, SolveOptions } from './solution.ts'

export type RakeOptions = WeightingOptions & {
  /** How the margins are taken out of the variance. */
  readonly residuals?: 'ten-rounds' | 'exact'
}

/**
 * Raking: multiplies the start weights so that the sample has each margin's totals, by iterative proportional fitting.
 * w = d × Π f(level), one factor per level of each margin; of all weights that hold the margins these have the least
 * Σ w ln(w/d) − w + d. Margins may be joint (`crossed`). A missing answer that is spread over the levels counts for each by its
 * share, with the factor Π f(level)^share; this is found by Newton's method.
 *
 * The variance takes the margins out of the linearised variable with each row counted once: by default in ten rounds over the
 * margins, as R does, or by the regression itself (`residuals: 'exact'`), to which the rounds come near as long as the margins are not
 * strongly bound to each other. Where they are, R's standard errors are too large, by a percent or more. A replicate design has every
 * replicate raked.
 * @returns weights in units of persons (or what the totals count), design, report
 * @throws {SurveyError} `margins-contradict` (totals that differ, by how much), `margin-empty` (people and no sample, or the other way
 * round), `margin-missing`, `missing-values`, `margins-impossible` (proved that no weights above 0 fit), `not-converged` (which margin
 * and level, how far off), `aborted`, `different-lengths`, `bad-argument`, `bad-weights`
 * Source: Deming & Stephan (1940); Deville, Särndal & Sautory (1993), JASA 88; R survey 4.1, `rake`.
 */
export const rake = <D extends Design>(
  design: D,
  margins: readonly Margin[],
  { residuals = 'ten-rounds', ...options }: RakeOptions = {},
): Weighted<D> => {
  if (margins.length === 0) throw new SurveyError('bad-argument', 'Raking needs at least one margin.')
  return weigh(
    design,
    {
      method: 'rake',
      settings: {},
      margins,
      amounts: [],
      variance: null,
      needsRows: false,
      limits: null,
      solve: solveMargins,
      regression: 'rows',
      ...(residuals === 'ten-rounds' && { sweeps: 10 }),
      allowNegative: false,
      isWarm: true,
      scaleFrom: Infinity,
    },
    options,
  )
}

/**
 * Proportional fitting, or Newton's method with the same outcome: where a missing answer counts for several levels, and where
 * fitting is so slow that it has not ended after the rounds it has.
 */
export const solveMargins = (problem: Problem, options: SolveOptions): Solution => {
  const { points, targets, start } = problem
  const byNewton = (): Solution => solveCalibration({ ...problem, distance: distanceOf('raking', {}) }, options)
  if (targets.some(({ spread }) => spread !== null)) return byNewton()
  try {
    return fitProportionally(points, targets, start, options)
  } catch (slow) {
    if (!(slow instanceof SurveyError) || slow.code !== 'not-converged') throw slow
    try {
      return byNewton()
    } catch (error) {
      throw error instanceof SurveyError && error.code === 'not-converged' ? slow : error
    }
  }
}
