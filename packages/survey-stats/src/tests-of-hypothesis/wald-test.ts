import type { Estimates } from '../estimation/statistic.ts'
import type { Regression } from '../estimation/regression.ts'
import { choleskyOf, solveLower } from '../linear-algebra/eigenvalues.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { fTestOf, tTestOf, type FTest, type TTest } from './results.ts'

export type ContrastOptions = {
  /** What the combination is under the hypothesis; 0 without it. */
  readonly against?: number
  /** Those of the estimates without it; Infinity for the normal distribution. */
  readonly degreesOfFreedom?: number
  readonly level?: number
}

/**
 * Tests one combination Σ cₖ θₖ of estimates against a value. Source: R survey 4.1, `svycontrast`.
 * @param contrast one coefficient per estimate
 * @throws {SurveyError} `different-lengths`; `not-defined` when the combination does not vary
 */
export const contrastTest = (
  { values, covariance, degreesOfFreedom }: Estimates,
  contrast: ArrayLike<number>,
  { against = 0, degreesOfFreedom: own = degreesOfFreedom, level = 0.95 }: ContrastOptions = {},
): TTest & { readonly against: number } => {
  mustBeLong('The contrast', contrast.length, values.length)
  let [estimate, variance, parts, scale] = [0, 0, 0, 0]
  for (let j = 0; j < values.length; j += 1) {
    estimate += contrast[j] * values[j]
    scale += Math.abs(contrast[j] * values[j])
    for (let k = 0; k < values.length; k += 1) {
      const part = contrast[j] * contrast[k] * covariance.m[j * covariance.size + k]
      variance += part
      parts += Math.abs(part)
    }
  }
  // What is left of parts that take each other away is rounding.
  const standardError = variance > 1e-14 * parts ? Math.sqrt(variance) : 0
  const { interval, ...test } = tTestOf('The combination', estimate - against, standardError, own, level, scale)
  return { ...test, estimate, against, interval: [interval[0] + against, interval[1] + against] }
}

export type WaldOptions = {
  /** What each estimate is under the hypothesis; 0 without it. */
  readonly against?: ArrayLike<number>
  readonly degreesOfFreedom?: number
}

/**
 * Tests whether several estimates are all what they are said to be: F = θᵀV⁻¹θ / q with q estimates. Source: R survey
 * 4.1, `regTermTest(method = "Wald")`; Korn & Graubard (1999), Analysis of Health Surveys.
 * @param at which of the estimates; all without it
 * @throws {SurveyError} `not-defined` when one of them follows from the others or does not vary; `bad-argument` for
 * none
 */
export const waldTest = (
  { values, covariance, degreesOfFreedom }: Estimates,
  at: readonly number[] = [...values.keys()],
  { against, degreesOfFreedom: own = degreesOfFreedom }: WaldOptions = {},
): FTest & { readonly chiSquared: number } => {
  if (at.length === 0) throw new SurveyError('bad-argument', 'A Wald test needs an estimate.')
  if (against !== undefined) mustBeLong('The values to test against', against.length, at.length)
  const part = squareOf(at.length)
  at.forEach((j, row) =>
    at.forEach((k, column) => {
      part.m[row * at.length + column] = covariance.m[j * covariance.size + k]
    }),
  )
  const off = Float64Array.from(at, (k, i) => values[k] - (against?.[i] ?? 0))
  const chiSquared = quadraticForm(part, off)
  return { ...fTestOf('The Wald test', chiSquared / at.length, at.length, own), chiSquared }
}

/**
 * xᵀV⁻¹x
 * @throws {SurveyError} `not-defined` when V has no inverse
 */
export const quadraticForm = (variance: Square, x: Float64Array): number => {
  const lower = choleskyOf(variance)
  if (lower === null)
    throw new SurveyError(
      'not-defined',
      'The covariance has no inverse: an estimate does not vary, or follows from the others, or there are too few sampling units.',
    )
  return solveLower(lower, x.slice()).reduce((sum, value) => sum + value * value, 0)
}

/**
 * Tests whether terms of a regression have any part in it, all together. Source: R survey 4.1, `regTermTest`.
 * @param names of terms as the regression was given them (a product as `a:b`)
 * @throws {SurveyError} `bad-argument` for a name that is no term, or of which every coefficient was dropped;
 * `not-defined`
 */
export const termTest = (
  regression: Regression,
  names: readonly string[],
  options: WaldOptions = {},
): FTest & { readonly chiSquared: number } => {
  const at = names.flatMap((name) => {
    const term = regression.terms.find((one) => one.name === name)
    if (term === undefined)
      throw new SurveyError('bad-argument', `"${name}" is no term of the regression.`, { term: name })
    return term.at
  })
  if (at.length === 0) throw new SurveyError('bad-argument', `Nothing is left of ${names.join(', ')} to be tested.`)
  return waldTest(regression, at, options)
}
