import { fUpper, studentQuantile, studentTwoSided } from '../numeric/distributions.ts'
import { SurveyError } from '../survey-error.ts'

/** A difference, how far it may be off, and whether 0 is among what it may be. */
export type TTest = {
  readonly estimate: number
  readonly standardError: number
  readonly t: number
  readonly degreesOfFreedom: number
  /** Two-sided. */
  readonly p: number
  /** Low and high end at the level asked for. */
  readonly interval: readonly [number, number]
}

/** Whether several amounts are all 0. */
export type FTest = {
  readonly F: number
  readonly numeratorDf: number
  readonly denominatorDf: number
  readonly p: number
}

/**
 * An estimate over its standard error, read with Student's t; with endless degrees of freedom, the normal
 * distribution.
 * @param level of the interval, between 0 and 1; 0.95 without it
 * @param scale how large the numbers are that it was made of: what varies less than rounding of these does not vary
 * @throws {SurveyError} `not-defined` when the estimate does not vary or no degrees of freedom are left;
 * `bad-argument` for the level
 */
export const tTestOf = (
  what: string,
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  level = 0.95,
  scale = 0,
): TTest => {
  mustBeLevel(level)
  mustBeLeft(what, degreesOfFreedom)
  if (!(standardError > 1e-12 * Math.max(scale, Math.abs(estimate))))
    throw new SurveyError('not-defined', `${what} does not vary (${estimate}), so that there is nothing to test it by.`)
  const t = estimate / standardError
  const half = -studentQuantile((1 - level) / 2, degreesOfFreedom) * standardError
  return {
    estimate,
    standardError,
    t,
    degreesOfFreedom,
    p: studentTwoSided(t, degreesOfFreedom),
    interval: [estimate - half, estimate + half],
  }
}

export const fTestOf = (what: string, F: number, numeratorDf: number, denominatorDf: number): FTest => {
  mustBeLeft(what, denominatorDf)
  return { F, numeratorDf, denominatorDf, p: fUpper(F, numeratorDf, denominatorDf) }
}

export const mustBeLeft = (what: string, degreesOfFreedom: number): void => {
  if (!(degreesOfFreedom > 0))
    throw new SurveyError(
      'not-defined',
      `${what} leaves ${degreesOfFreedom} degrees of freedom; it needs more sampling units.`,
      {
        degreesOfFreedom,
      },
    )
}

export const mustBeLevel = (level: number): void => {
  if (!(level > 0 && level < 1))
    throw new SurveyError('bad-argument', `A level of ${level} is not between 0 and 1.`, { level })
}
