import type { LonelyPolicy } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'

/** By what the squares of each stratum are multiplied, and whether its mean is taken out first. */
export type StratumFactors = { readonly scale: Float64Array; readonly isCentred: Uint8Array }

/**
 * What a one-stage sample does with each stratum: n/(n − 1) times what is left of the population, and the policy for a stratum of one
 * unit; the same rule as `covarianceOfTotals`, for sums that come from counts.
 * @param units sampled per stratum
 * @param populations per stratum; Infinity when it counts as endless
 * @throws {SurveyError} `lonely-unit`
 */
export const stratumFactors = (
  units: Float64Array,
  populations: Float64Array,
  lonely: LonelyPolicy,
): StratumFactors => {
  const [scale, isCentred] = [new Float64Array(units.length), new Uint8Array(units.length)]
  let known = 0
  for (let stratum = 0; stratum < units.length; stratum += 1) {
    const n = units[stratum]
    const left = populations[stratum] === Infinity ? 1 : (populations[stratum] - n) / populations[stratum]
    const isAlone = n === 1 && left >= 1e-7
    if (isAlone && lonely === 'fail')
      throw new SurveyError(
        'lonely-unit',
        `Stratum ${stratum + 1} has one sampling unit, so that its variance cannot be told; choose what to do with it.`,
        { stratum: stratum + 1 },
      )
    if (isAlone && lonely === 'average') continue
    known += 1
    if (left < 1e-7 || (n === 1 && lonely !== 'adjust')) continue
    scale[stratum] = left * (n > 1 ? n / (n - 1) : 1)
    isCentred[stratum] = Number(n > 1)
  }
  if (known === 0)
    throw new SurveyError('lonely-unit', 'No stratum has two sampling units, so that no variance can be told.')
  for (let stratum = 0; stratum < units.length; stratum += 1) scale[stratum] *= units.length / known
  return { scale, isCentred }
}
