import type { Categorical } from '../data/column.ts'
import type { Design } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { designEffectsOf } from './design-effect.ts'
import { answeredDomain } from './answered.ts'
import type { EstimateOptions, NamedEstimates } from './estimate.ts'
import type { Estimand } from './estimand.ts'
import { domainWeights, estimateOf, type Statistic } from './statistic.ts'

/** Estimates per group, group after group; `covariance` has how groups vary together, which they do within units and after weighting. */
export type GroupedEstimates = NamedEstimates & {
  /** The groups that have rows. */
  readonly groups: readonly string[]
  /** The levels that have none, of which nothing can be said. */
  readonly empty: readonly string[]
  /** How many numbers there are per group: number k of group g is `values[g * perGroup + k]`. */
  readonly perGroup: number
}

/**
 * The same estimates for each group, as domains of the sample: all rows stay in the design.
 * @param group for groups by two columns use `crossed`
 * @throws {SurveyError} as `estimate`; `missing-values` also for rows without a group; `nothing-to-estimate` when no group has rows
 * Source: Särndal et al. (1992), ch. 10; R `svyby(…, covmat = TRUE)`, also where that fails on weighted designs.
 */
export const byGroup = (
  design: Design,
  group: Categorical,
  estimand: Estimand,
  options: EstimateOptions = {},
): GroupedEstimates => {
  const own = answeredDomain(design, [...estimand.columns, ['the group', group]], options.missing)
  const weights = domainWeights(own)
  const { present, empty } = presentLevels(group, weights)
  if (present.length === 0) throw new SurveyError('nothing-to-estimate', 'No group has a row.')
  const perGroup = estimand.names.length
  const parts = present.map((code) => ({
    code,
    level: group.levels[code],
    statistic: estimand.statistic(maskedBy(group, code, weights, new Float64Array(weights.length))),
  }))
  const estimates = estimateOf(own, groupedStatistic(group, parts, perGroup), design)
  const { designEffect } = options
  return {
    ...estimates,
    names: parts.flatMap(({ level }) => estimand.names.map((name) => `${level}: ${name}`)),
    groups: parts.map(({ level }) => level),
    empty,
    perGroup,
    designEffects:
      designEffect === undefined
        ? null
        : parts.flatMap(({ code, statistic }, g) => {
            const masked = maskedBy(group, code, weights, new Float64Array(weights.length))
            const from = g * perGroup
            const values = estimates.values.subarray(from, from + perGroup)
            const block = blockOf(estimates.covariance, from, perGroup)
            return designEffectsOf(masked, statistic.linearise(masked, values), { covariance: block }, designEffect)
          }),
  }
}

const blockOf = ({ m, size }: { m: Float64Array; size: number }, from: number, width: number) => ({
  size: width,
  m: Float64Array.from(
    { length: width * width },
    (_, at) => m[(from + Math.floor(at / width)) * size + from + (at % width)],
  ),
})

const presentLevels = ({ codes, levels }: Categorical, weights: Float64Array) => {
  const seen = new Uint8Array(levels.length + 1)
  for (let i = 0; i < codes.length; i += 1) if (weights[i] !== 0) seen[codes[i]] = 1
  const present = levels.map((_, code) => code).filter((code) => seen[code] === 1)
  return { present, empty: levels.filter((_, code) => seen[code] === 0) }
}

const maskedBy = ({ codes }: Categorical, code: number, weights: Float64Array, into: Float64Array): Float64Array => {
  for (let i = 0; i < into.length; i += 1) into[i] = codes[i] === code ? weights[i] : 0
  return into
}

type Part = { readonly code: number; readonly level: string; readonly statistic: Statistic }

const groupedStatistic = (group: Categorical, parts: readonly Part[], perGroup: number): Statistic => {
  const masked = new Float64Array(group.codes.length)
  const named = <Result>({ level }: Part, work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof SurveyError)) throw error
      throw new SurveyError(error.code, `Group "${level}": ${error.message}`, { ...error.details, group: level })
    }
  }
  return {
    estimate: (weights) => {
      const values = new Float64Array(parts.length * perGroup)
      parts.forEach((part, g) =>
        values.set(
          named(part, () => part.statistic.estimate(maskedBy(group, part.code, weights, masked))),
          g * perGroup,
        ),
      )
      return values
    },
    linearise: (weights, estimates) =>
      parts.flatMap((part, g) =>
        part.statistic.linearise(
          maskedBy(group, part.code, weights, masked),
          estimates.subarray(g * perGroup, (g + 1) * perGroup),
        ),
      ),
  }
}
