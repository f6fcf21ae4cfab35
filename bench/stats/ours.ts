// The same numbers by the package.
import {
  calibrate,
  cellsOf,
  coded,
  distributionsBy,
  estimateInSteps,
  meanOf,
  raoScottFrom,
  rake,
  replicatesOf,
  surveyDesign,
  tableFromCells,
  type AssociationTest,
  type Categorical,
  type EstimationSteps,
  type GroupedEstimates,
  type LinearDesign,
  type Margin,
  type Weighted,
  type WeightingOptions,
} from '#stats'
import { answers, education, levelCounts, names, totals, type Panel } from './panel.ts'

/** The panel as the package's columns, of which nothing is copied. */
export type Survey = {
  readonly design: LinearDesign
  readonly margins: readonly Margin[]
  readonly group: Categorical
  readonly questions: Readonly<Record<string, Categorical>>
}

export const surveyOf = ({ margins, questions, start }: Panel): Survey => {
  const columns = margins.map((codes, m) => coded(codes, labels(levelCounts[m])))
  return {
    design: surveyDesign({ weights: start }),
    margins: columns.map((column, m) => ({
      name: names[m],
      column,
      totals: Object.fromEntries(Array.from(totals[m], (total, level) => [`${level}`, total])),
    })),
    group: columns[education],
    questions: Object.fromEntries(questions.map((codes, q) => [`q${q}`, coded(codes, labels(answers))])),
  }
}

const labels = (count: number): string[] => Array.from({ length: count }, (_, level) => `${level}`)

export const rakeOurs = ({ design, margins }: Survey, options: WeightingOptions = {}): Weighted<LinearDesign> =>
  rake(design, margins, options)

export const calibrateOurs = ({ design, margins }: Survey): Weighted<LinearDesign> =>
  calibrate(design, { margins }, { method: 'raking' })

export const distributionsOurs = ({ questions, group }: Survey, design: LinearDesign): GroupedEstimates[] =>
  Object.values(distributionsBy(cellsOf(design), questions, group))

export const raoScottOurs = ({ questions, group }: Survey, design: LinearDesign): AssociationTest[] => {
  const cells = cellsOf(design)
  return Object.values(questions).map((question) => {
    const table = tableFromCells(cells, question, group)
    return raoScottFrom({ ...table, of: 'proportions', n: design.n })
  })
}

/** Replicates that are raked again, a step each. @param asked questions of which the shares are estimated */
export const bootstrapOurs = (
  { design, margins, questions }: Survey,
  replicates: number,
  seed: string,
  asked: number,
  options: WeightingOptions = {},
): EstimationSteps => {
  const raked = rake(replicatesOf(design, { type: 'bootstrap', replicates, seed }), margins, options)
  const columns = Object.fromEntries(Object.entries(questions).slice(0, asked))
  return estimateInSteps(raked.design, meanOf(columns).statistic(raked.weights))
}
