import type { Categorical, Column } from '../data/column.ts'
import { degreesOfFreedom, type Calibration, type LinearDesign } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { stratumFactors, type StratumFactors } from '../variance/stratum-factors.ts'
import { splitByCodes, splitByColumns, splitByValues, wholeOf, type Partition } from './partition.ts'

/**
 * The rows of a one-stage sample in cells within which nothing of the design differs: weight, stratum, domain and what weighting was
 * done by. All that concerns answers in classes then follows from counts per cell and answer.
 */
export type Cells = {
  readonly design: LinearDesign
  /** The cell of each row. */
  readonly of: Int32Array
  readonly count: number
  /** A row of each cell. */
  readonly first: Int32Array
  /** How many rows each cell has. */
  readonly sizes: Float64Array
  /** Of each cell: its weight, 0 outside the domain, and its stratum. */
  readonly weights: Float64Array
  readonly strata: Int32Array
  readonly factors: StratumFactors
  readonly unitsPerStratum: Float64Array
  /** What weighting took out, a value per cell; regression weights count the rows of the cell. */
  readonly calibrations: readonly Calibration[]
  readonly degreesOfFreedom: number
}

/**
 * Finds the cells of a design; they serve any number of questions. Start weights that differ between all rows make as many cells as
 * rows: the results stay right, and nothing is won.
 * @throws {SurveyError} `not-defined` when rows share a sampling unit: then counts do not suffice; `nothing-to-estimate` without rows;
 * `lonely-unit`
 */
export const cellsOf = (design: LinearDesign): Cells => {
  const [stage, ...later] = design.stages
  const { n, domain, weights, calibrations } = design
  if (n === 0) throw new SurveyError('nothing-to-estimate', 'The sample has no rows.')
  if (later.length > 0 || stage.unitCount < n)
    throw new SurveyError('not-defined', 'Rows share a sampling unit, so that their variance cannot come from counts.')
  let partition = wholeOf(n)
  if (domain !== null) partition = splitByCodes(partition, domain, 2)
  if (stage.strata !== null) partition = splitByCodes(partition, stage.strata, stage.stratumCount)
  partition = splitByColumns(partition, [...new Set(calibrations.flatMap(({ columns }) => columns))])
  const made = calibrations.flatMap(({ weights: own, regressionWeights }) =>
    regressionWeights === null ? [own] : [own, regressionWeights],
  )
  for (const values of new Set([weights, ...made])) partition = splitByValues(partition, values)
  return described(design, partition, degreesOfFreedom(design))
}

/** The same cells, split where a group differs within one; the same object when none does. */
export const splitBy = (cells: Cells, group: Categorical): Cells => {
  // A column that the cells were made by is one in each of them.
  if (cells.design.calibrations.some(({ columns }) => columns.includes(group))) return cells
  const partition = splitByCodes(cells, group.codes, group.levels.length + 1)
  return partition.count === cells.count ? cells : described(cells.design, partition, cells.degreesOfFreedom)
}

const described = (design: LinearDesign, { of, count }: Partition, degrees: number): Cells => {
  const [stage] = design.stages
  const [first, sizes] = [new Int32Array(count), new Float64Array(count)]
  for (let i = of.length - 1; i >= 0; i -= 1) {
    first[of[i]] = i
    sizes[of[i]] += 1
  }
  const strata = Int32Array.from(first, (row) => (stage.strata === null ? 0 : stage.strata[row]))
  const unitsPerStratum = new Float64Array(stage.stratumCount)
  const populations = new Float64Array(stage.stratumCount).fill(Infinity)
  for (let c = 0; c < count; c += 1) {
    unitsPerStratum[strata[c]] += sizes[c]
    if (stage.population !== null) populations[strata[c]] = stage.population[first[c]]
  }
  const weights = Float64Array.from(first, (row) =>
    design.domain !== null && design.domain[row] === 0 ? 0 : design.weights[row],
  )
  return {
    design,
    of,
    count,
    first,
    sizes,
    weights,
    strata,
    unitsPerStratum,
    factors: stratumFactors(unitsPerStratum, populations, design.lonely),
    calibrations: design.calibrations.map(({ columns, regressionWeights, weights: own, sweeps }) => ({
      ...(sweeps !== undefined && { sweeps }),
      columns: columns.map((column) => at(first, column)),
      regressionWeights: Float64Array.from(first, (row, c) =>
        regressionWeights === null ? sizes[c] : sizes[c] * regressionWeights[row],
      ),
      weights: Float64Array.from(first, (row) => own[row]),
    })),
    degreesOfFreedom: degrees,
  }
}

/** A column of only these rows. */
const at = (rows: Int32Array, column: Column): Column =>
  column.kind === 'numeric'
    ? { kind: 'numeric', values: Float64Array.from(rows, (row) => column.values[row]) }
    : { kind: 'categorical', codes: Uint32Array.from(rows, (row) => column.codes[row]), levels: column.levels }
