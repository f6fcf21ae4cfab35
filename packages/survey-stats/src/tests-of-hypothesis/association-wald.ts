import { squareOf } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'
import { marginsOf } from './generalised-design-effects.ts'
import { fTestOf } from './results.ts'
import type { TableEstimates } from './two-way-table.ts'
import { quadraticForm } from './wald-test.ts'

/**
 * Wald's test that each cell is what its margins make of it, in totals: Y = Tᵢⱼ − Tᵢ₊T₊ⱼ/T₊₊, with (r − 1)(c − 1) of
 * them. `adjusted` for the degrees of freedom that it takes. Source: Koch, Freeman & Freeman (1975); R survey 4.1,
 * `svychisq(statistic = "Wald")`.
 */
export const associationWald = (
  { rows, columns, of, values: estimates, covariance, n, degreesOfFreedom }: TableEstimates,
  isAdjusted: boolean,
): { value: number; numeratorDf: number; denominatorDf: number; p: number } => {
  if (of !== 'totals') throw new SurveyError('bad-argument', 'Wald’s test of a table needs totals, not proportions.')
  const [r, c] = [rows.length, columns.length]
  const [down, across] = marginsOf(estimates, r, c)
  const all = down.reduce((sum, total) => sum + total, 0)
  const count = (r - 1) * (c - 1)
  const off = new Float64Array(count)
  const slopes = Array.from({ length: count }, () => new Float64Array(r * c))
  for (let i = 1; i < r; i += 1)
    for (let j = 1; j < c; j += 1) {
      const at = (i - 1) * (c - 1) + j - 1
      off[at] = estimates[i * c + j] - (down[i] * across[j]) / all
      const slope = slopes[at]
      slope[i * c + j] += 1
      for (let k = 0; k < r * c; k += 1) {
        if (Math.floor(k / c) === i) slope[k] -= across[j] / all
        if (k % c === j) slope[k] -= down[i] / all
        slope[k] += (down[i] * across[j]) / all ** 2
      }
    }
  const variance = squareOf(count)
  for (let a = 0; a < count; a += 1) {
    const along = new Float64Array(r * c)
    for (let k = 0; k < r * c; k += 1)
      for (let l = 0; l < r * c; l += 1) along[k] += covariance.m[k * r * c + l] * slopes[a][l]
    for (let b = 0; b < count; b += 1)
      variance.m[b * count + a] = along.reduce((sum, value, k) => sum + value * slopes[b][k], 0)
  }
  for (let at = 0; at < count; at += 1)
    if (!(variance.m[at * count + at] > (1e-12 * all * down[1 + Math.floor(at / (c - 1))]) / n))
      throw new SurveyError(
        'not-defined',
        'The table does not vary: the weighting or the design has fixed a cell of it.',
      )
  const wald = quadraticForm(variance, off)
  const denominatorDf = isAdjusted ? degreesOfFreedom - count + 1 : degreesOfFreedom
  const value = isAdjusted ? (wald * denominatorDf) / (count * degreesOfFreedom) : wald / count
  const { F, ...test } = fTestOf('Wald’s test of the table', value, count, denominatorDf)
  return { value: F, ...test }
}
