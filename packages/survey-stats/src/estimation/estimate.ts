import type { Design } from '../design/design.ts'
import { answeredDomain, type Missing } from './answered.ts'
import { designEffectsOf, type Comparison } from './design-effect.ts'
import {
  meanOf,
  ratioOf,
  totalOf,
  varianceOf,
  type Estimand,
  type NamedAmounts,
  type NamedColumns,
} from './estimand.ts'
import { domainWeights, estimateOf, type Estimates } from './statistic.ts'
import type { Categorical } from '../data/column.ts'

export type EstimateOptions = {
  /** `refuse` unless said otherwise. */
  readonly missing?: Missing
  /** Whether to give design effects, and against which simple random sample. */
  readonly designEffect?: Comparison
}

/** Estimates with a name each. */
export type NamedEstimates = Estimates & {
  readonly names: readonly string[]
  /** Null for an estimate that does not vary in a simple random sample either; without the option there are none. */
  readonly designEffects: readonly (number | null)[] | null
}

/**
 * Estimates anything that can be estimated, with how the estimates vary together. Degrees of freedom are those of the design as it
 * was given, as in R; leaving out missing answers does not lower them.
 * @throws {SurveyError} `missing-values`, `nothing-to-estimate`, `different-lengths`, `lonely-unit`
 */
export const estimate = (design: Design, estimand: Estimand, options: EstimateOptions = {}): NamedEstimates => {
  const own = answeredDomain(design, estimand.columns, options.missing)
  const weights = domainWeights(own)
  const statistic = estimand.statistic(weights)
  const estimates = estimateOf(own, statistic, design)
  return {
    ...estimates,
    names: estimand.names,
    designEffects:
      options.designEffect === undefined
        ? null
        : designEffectsOf(weights, statistic.linearise(weights, estimates.values), estimates, options.designEffect),
  }
}

/** Totals of amounts and of the rows in each level; unit: that of the column × population. See `totalOf`, `estimate`. R: `svytotal`. */
export const totals = (design: Design, columns: NamedColumns, options: EstimateOptions = {}): NamedEstimates =>
  estimate(design, totalOf(columns), options)

/** Means of amounts and shares (0 … 1) of levels. See `meanOf`, `estimate`. R: `svymean`. */
export const means = (design: Design, columns: NamedColumns, options: EstimateOptions = {}): NamedEstimates =>
  estimate(design, meanOf(columns), options)

/** The share (0 … 1) of each level of one question; the names are its levels. R: `svymean(~factor)`. */
export const proportions = (design: Design, column: Categorical, options: EstimateOptions = {}): NamedEstimates => ({
  ...estimate(design, meanOf({ '': column }), options),
  names: column.levels,
})

/** Ratios of totals. See `ratioOf`, `estimate`. R: `svyratio`. */
export const ratios = (
  design: Design,
  numerators: NamedAmounts,
  denominators: NamedAmounts,
  options: EstimateOptions = {},
): NamedEstimates => estimate(design, ratioOf(numerators, denominators), options)

/** Variances and covariances in the population; unit: that of the columns, squared. See `varianceOf`, `estimate`. R: `svyvar`. */
export const variances = (design: Design, columns: NamedAmounts, options: EstimateOptions = {}): NamedEstimates =>
  estimate(design, varianceOf(columns), options)
