import type { LonelyPolicy } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'

/** By what the squares of each stratum are multiplied, and whether its mean is taken out first. */
export type StratumFactors = { readonly scale: Float64Array; readonly isCentred: Uint8Array }

/** For a later stage: the unit that each stratum lies in, and the share of the population that each such unit stands for. */
export type Within = { readonly parents: Int32Array; readonly shares: Float64Array }

/**
 * What a stage of sampling does with each stratum: n/(n − 1) times what is left of the population, and the policy for a stratum of
 * one unit, for which `average` stands the mean of the strata in the same unit above.
 * @param units sampled per stratum
 * @param populations per stratum; Infinity when it counts as endless
 * @param within null for the first stage
 * @param seen 1 for the strata of which the mean is taken and which it stands for; null for all
 * @throws {SurveyError} `lonely-unit`
 */
export const stratumFactors = (
  units: Float64Array,
  populations: Float64Array,
  lonely: LonelyPolicy,
  within: Within | null = null,
  seen: Uint8Array | null = null,
): StratumFactors => {
  const [scale, isCentred] = [new Float64Array(units.length), new Uint8Array(units.length)]
  const groups = within === null ? 1 : within.shares.length
  const [known, all] = [new Float64Array(groups), new Float64Array(groups)]
  for (let stratum = 0; stratum < units.length; stratum += 1) {
    const group = within === null ? 0 : within.parents[stratum]
    // A unit from an endless population adds nothing of what is inside it.
    if (within !== null && !(within.shares[group] > 0)) continue
    const n = units[stratum]
    if (n === 0) continue
    const left = populations[stratum] === Infinity ? 1 : (populations[stratum] - n) / populations[stratum]
    const isAlone = n === 1 && left >= 1e-7
    if (isAlone && lonely === 'fail')
      throw new SurveyError(
        'lonely-unit',
        `Stratum ${stratum + 1} has one sampling unit, so that its variance cannot be told; choose what to do with it.`,
        { stratum: stratum + 1 },
      )
    const counts = seen === null ? 1 : seen[stratum]
    all[group] += counts
    if (isAlone && lonely === 'average') continue
    known[group] += counts
    if (left < 1e-7 || (n === 1 && lonely !== 'adjust')) continue
    scale[stratum] = left * (n > 1 ? n / (n - 1) : 1)
    isCentred[stratum] = Number(n > 1)
  }
  if (known.some((one, group) => one === 0 && (all[group] > 0 || within === null)))
    throw new SurveyError('lonely-unit', 'No stratum has two sampling units, so that no variance can be told.')
  for (let stratum = 0; stratum < units.length; stratum += 1) {
    const group = within === null ? 0 : within.parents[stratum]
    if (scale[stratum] > 0) scale[stratum] *= (all[group] / known[group]) * (within === null ? 1 : within.shares[group])
  }
  return { scale, isCentred }
}
