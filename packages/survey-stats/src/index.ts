export { SurveyError, type SurveyErrorCode } from './survey-error.ts'
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
export {
  degreesOfFreedom,
  domainOf,
  surveyDesign,
  type Design,
  type DesignOptions,
  type LinearDesign,
  type LonelyPolicy,
  type ReplicateDesign,
} from './design/design.ts'
export { estimateOf, type Estimates, type Statistic } from './estimation/statistic.ts'
