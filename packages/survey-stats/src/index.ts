export { SurveyError, type SurveyErrorCode } from './survey-error.ts'

// Data
export {
  categorical,
  coded,
  crossed,
  indicator,
  numeric,
  withMissingAs,
  type Categorical,
  type Codes,
  type Column,
  type Numeric,
} from './data/column.ts'

// Designs
export {
  degreesOfFreedom,
  domainOf,
  surveyDesign,
  type Calibration,
  type Design,
  type DesignOptions,
  type LinearDesign,
  type LonelyPolicy,
  type ReplicateDesign,
} from './design/design.ts'
export { replicatesGiven, replicatesOf, type GivenReplicates, type ReplicateOptions } from './design/replicates.ts'
export { hadamardOf } from './design/hadamard.ts'

// Weighting
export { rake, type RakeOptions } from './weighting/rake.ts'
export { postStratify } from './weighting/post-stratify.ts'
export { calibrate, type CalibrationOptions, type CalibrationTotals } from './weighting/calibrate.ts'
export {
  rakeAndTrim,
  trimWeights,
  type RakeAndTrimOptions,
  type TrimLimits,
  type TrimReport,
  type Trimmed,
} from './weighting/trim-weights.ts'
export type { AmountTotal, Weighted, WeightingOptions } from './weighting/weigh.ts'
export type { Margin, MissingPolicy, PerLevel } from './weighting/margin.ts'
export type { LevelReport, MarginReport, WeightingReport } from './weighting/report.ts'
export type { Bounds, CalibrationMethod } from './weighting/distance.ts'
export type { Furthest } from './weighting/furthest.ts'
export type { WeightingStep } from './weighting/solution.ts'
export { summariseWeights, type WeightSummary } from './weighting/kish.ts'
export { sha256 } from './hash/sha-256.ts'

// Estimation
export { estimateOf, type Estimates, type Statistic } from './estimation/statistic.ts'
export { estimateInSteps, type EstimationSteps } from './estimation/estimate-in-steps.ts'
export {
  meanOf,
  ratioOf,
  together,
  totalOf,
  varianceOf,
  type Estimand,
  type NamedAmounts,
  type NamedColumns,
} from './estimation/estimand.ts'
export {
  estimate,
  means,
  proportions,
  ratios,
  totals,
  variances,
  type EstimateOptions,
  type NamedEstimates,
} from './estimation/estimate.ts'
export type { CalledColumns, Missing } from './estimation/answered.ts'
export { byGroup, type GroupedEstimates } from './estimation/by-group.ts'
export { contrast, functionsOf } from './estimation/contrast.ts'
export { crossTable, type CellMeaning, type CrossTable } from './estimation/cross-table.ts'
export { linearRegression, type Regression, type RegressionOptions } from './estimation/regression.ts'
export type { Term } from './estimation/model-matrix.ts'
export {
  coefficientsOfVariation,
  confidenceIntervals,
  type IntervalOptions,
  type Intervals,
} from './intervals/confidence.ts'
export {
  intervalOfShare,
  proportionInterval,
  type ProportionInterval,
  type ProportionMethod,
  type ProportionOptions,
  type Share,
} from './intervals/proportion.ts'
export {
  quantiles,
  quantilesBy,
  type Quantile,
  type QuantileInterval,
  type QuantileOptions,
} from './quantiles/quantile.ts'
export { quantileRules, type QuantileRule } from './quantiles/rules.ts'
export { cellsOf, type Cells } from './cells/cells.ts'
export { countsOf, distributionsBy, tableFromCells, type CountedTable } from './cells/distributions.ts'

// Tests
export {
  raoScott,
  raoScottFrom,
  type AssociationOptions,
  type AssociationStatistic,
  type AssociationTest,
} from './tests-of-hypothesis/rao-scott.ts'
export type { TableEstimates } from './tests-of-hypothesis/two-way-table.ts'
export { goodnessOfFit, type GoodnessOfFit, type GoodnessOfFitOptions } from './tests-of-hypothesis/goodness-of-fit.ts'
export {
  groupsAgainstRest,
  oneSampleTTest,
  tTest,
  type TTestOptions,
  type TwoSampleTTest,
} from './tests-of-hypothesis/t-test.ts'
export { rankTest, type RankOptions, type RankScore, type RankTest } from './tests-of-hypothesis/rank-test.ts'
export {
  contrastTest,
  termTest,
  waldTest,
  type ContrastOptions,
  type WaldOptions,
} from './tests-of-hypothesis/wald-test.ts'
export { compareGroups, pairwise, type PairTest, type PairwiseOptions } from './tests-of-hypothesis/pairwise.ts'
export { adjustPValues, type Adjustment } from './tests-of-hypothesis/adjust-p-values.ts'
export {
  compareWaves,
  differenceBetweenSamples,
  type DifferenceOptions,
  type WaveComparison,
  type WaveOptions,
} from './tests-of-hypothesis/compare-waves.ts'
export { stackColumns, stackWaves, type StackedWaves, type Wave } from './tests-of-hypothesis/stacked-waves.ts'
export type { FTest, TTest } from './tests-of-hypothesis/results.ts'
export { chiSquaredTest, type ChiSquaredTest } from './classic-tests/chi-squared-test.ts'
export { fisherTest, type FisherTest } from './classic-tests/fisher-test.ts'
export { trendTest } from './classic-tests/trend-test.ts'
export { mantelHaenszel, type MantelHaenszel } from './classic-tests/mantel-haenszel.ts'
export { wilsonInterval } from './classic-tests/wilson-interval.ts'
export { sampleSize, type SampleSizeOptions } from './classic-tests/sample-size.ts'

// Disclosure control
export { protect } from './disclosure/protect.ts'
export { releaseAgain } from './disclosure/release-again.ts'
export {
  published,
  type CellFigure,
  type ExposedCell,
  type ProtectedCell,
  type ProtectedGroup,
  type ProtectedTable,
  type PublishedTable,
  type Release,
} from './disclosure/release.ts'
export type { AnswerTable, Change, TableCell, TableGroup } from './disclosure/table.ts'
export { defaultRules, type DisclosureRules } from './disclosure/rules.ts'
export { baseOf, figureOf, responseOf, type Figure, type ShareWord } from './disclosure/figure.ts'
export type { GroupReason } from './disclosure/row.ts'
export { foreseen, type Foreseen } from './disclosure/foresight.ts'
export { defaultDominance, dominated, type DominanceRules } from './disclosure/dominance.ts'

// Panel sampling
export { allocated, type Stratum } from './sampling/allocation.ts'
export { replacementsFor, stratifiedSample, type StratumSample } from './sampling/stratified-sample.ts'
export { defaultFatigue, restedFrame, type FatigueRule, type PanelMember, type Resting } from './sampling/fatigue.ts'
export { responseRates, type Dispositions, type ResponseRates } from './sampling/response-rates.ts'
export { seeded, type Seeded } from './random/seeded.ts'
