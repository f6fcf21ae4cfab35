import { squareOf } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'
import type { NamedEstimates } from './estimate.ts'
import { standardErrorsOf } from './statistic.ts'

/**
 * Sums of estimates, each with a factor, and how these vary together: C θ and C V Cᵀ. R: `svycontrast`.
 * @param contrasts of each result the factors by the name of the estimate; what is not named counts 0
 * @example contrast(byGroup(design, edu, meanOf({ score })), { gap: { 'wo: score': 1, 'lbo: score': -1 } })
 * @throws {SurveyError} `bad-argument` for a name that no estimate has, or that two have
 */
export const contrast = (
  estimates: NamedEstimates,
  contrasts: Readonly<Record<string, Readonly<Record<string, number>>>>,
): NamedEstimates => {
  const p = estimates.names.length
  const rows = Object.values(contrasts).map((factors) => {
    const row = new Float64Array(p)
    for (const [name, factor] of Object.entries(factors)) row[placeOf(estimates.names, name)] = factor
    return row
  })
  return functionsOf(
    estimates,
    Object.keys(contrasts),
    ({ values }) => rows.map((row) => row.reduce((sum, factor, k) => sum + factor * values[k], 0)),
    () => rows,
  )
}

const placeOf = (names: readonly string[], name: string): number => {
  const at = names.indexOf(name)
  if (at === -1 || names.indexOf(name, at + 1) !== -1)
    throw new SurveyError(
      'bad-argument',
      at === -1 ? `No estimate is named "${name}".` : `Two estimates are named "${name}".`,
      { name },
    )
  return at
}

/**
 * Functions of estimates by the delta method: f(θ) with variance J V Jᵀ. R: `svycontrast` with an expression.
 * @param values the functions, at the estimates
 * @param jacobian per function its derivative to each estimate
 * @throws {SurveyError} `not-defined` when a value or a derivative is no finite number
 */
export const functionsOf = (
  estimates: NamedEstimates,
  names: readonly string[],
  values: (estimates: NamedEstimates) => readonly number[],
  jacobian: (estimates: NamedEstimates) => readonly ArrayLike<number>[],
): NamedEstimates => {
  const { m, size } = estimates.covariance
  const [own, rows] = [Float64Array.from(values(estimates)), jacobian(estimates)]
  const covariance = squareOf(names.length)
  rows.forEach((row, j) => {
    if (!Number.isFinite(own[j]) || Array.prototype.some.call(row, (one: number) => !Number.isFinite(one)))
      throw new SurveyError('not-defined', `"${names[j]}" is not defined at these estimates.`, { name: names[j] })
    // V Jᵀ first, so that a number of estimates p costs p², and not p² per pair.
    const product = new Float64Array(size)
    for (let a = 0; a < size; a += 1) for (let b = 0; b < size; b += 1) product[a] += m[a * size + b] * row[b]
    rows.forEach((other, k) => {
      for (let a = 0; a < size; a += 1) covariance.m[k * names.length + j] += other[a] * product[a]
    })
  })
  return {
    values: own,
    covariance,
    standardErrors: standardErrorsOf(covariance),
    degreesOfFreedom: estimates.degreesOfFreedom,
    names,
    designEffects: null,
  }
}
