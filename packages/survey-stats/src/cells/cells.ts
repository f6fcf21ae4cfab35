import type { Categorical, Column } from '../data/column.ts'
import { degreesOfFreedom, type Calibration, type LinearDesign } from '../design/design.ts'
import { SurveyError } from '../survey-error.ts'
import { strataSpokenOf } from '../variance/linearised.ts'
import { stratumFactors, type StratumFactors } from '../variance/stratum-factors.ts'
import { isSameWithin, splitByCodes, splitByColumns, splitByValues, wholeOf, type Partition } from './partition.ts'

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
  /** Of each cell: its weight, or that of one of its rows where they are uneven, 0 outside the domain; and its stratum. */
  readonly weights: Float64Array
  readonly strata: Int32Array
  readonly factors: StratumFactors
  readonly unitsPerStratum: Float64Array
  /** What weighting took out, a value per cell; regression weights count the rows of the cell. */
  readonly calibrations: readonly Calibration[]
  readonly degreesOfFreedom: number
  /** Where rows of a cell weigh differently; null where they do not. */
  readonly uneven: UnevenRows | null
}

/** The weight of each row, and what it counts for in the regression that weighting asks; null counts each row once. */
export type UnevenRows = { readonly weights: Float64Array; readonly regression: Float64Array | null }

/**
 * Finds the cells of a design; they serve any number of questions. Where weights differ within a cell, counts make place for sums of
 * weights and of their squares, unless the sample was weighted more than once, or trimmed after it: then each weight is a cell of its
 * own, up to as many as there are rows. The results are the same.
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
  const values = new Set([weights, ...made])
  if ([...values].every((own) => isSameWithin(partition, own)))
    return described(design, partition, degreesOfFreedom(design), null)
  const uneven = unevenOf(design)
  if (uneven === null) for (const own of values) partition = splitByValues(partition, own)
  return described(design, partition, degreesOfFreedom(design), uneven)
}

/** Sums do where a row's weight is all that weighting made of it, and every row has one. */
const unevenOf = ({ weights, calibrations }: LinearDesign): UnevenRows | null => {
  const [only, ...more] = calibrations
  if (more.length > 0 || (only !== undefined && only.weights !== weights)) return null
  if (!weights.every(isAboveZero)) return null
  return { weights, regression: only?.regressionWeights ?? null }
}

const isAboveZero = (weight: number): boolean => weight > 0

/** The same cells, split where a group differs within one; the same object when none does. */
export const splitBy = (cells: Cells, group: Categorical): Cells => {
  // A column that the cells were made by is one in each of them.
  if (cells.design.calibrations.some(({ columns }) => columns.includes(group))) return cells
  const partition = splitByCodes(cells, group.codes, group.levels.length + 1)
  return partition.count === cells.count
    ? cells
    : described(cells.design, partition, cells.degreesOfFreedom, cells.uneven)
}

const described = (
  design: LinearDesign,
  { of, count }: Partition,
  degrees: number,
  uneven: UnevenRows | null,
): Cells => {
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
  const seen = design.lonely === 'average' ? strataSpokenOf(design, stage) : null
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
    factors: stratumFactors(unitsPerStratum, populations, design.lonely, null, seen),
    calibrations: design.calibrations.map(({ columns, regressionWeights, weights: own, sweeps }) => ({
      ...(sweeps !== undefined && { sweeps }),
      columns: columns.map((column) => at(first, column)),
      regressionWeights: sumsOver(of, first, sizes, regressionWeights, uneven === null),
      weights: Float64Array.from(first, (row) => own[row]),
    })),
    degreesOfFreedom: degrees,
    uneven,
  }
}

/** Of each cell the sum over its rows; null counts each once. */
const sumsOver = (
  of: Int32Array,
  first: Int32Array,
  sizes: Float64Array,
  values: Float64Array | null,
  isEven: boolean,
): Float64Array => {
  if (values === null) return sizes
  if (isEven) return Float64Array.from(first, (row, c) => sizes[c] * values[row])
  const sums = new Float64Array(first.length)
  for (let i = 0; i < of.length; i += 1) sums[of[i]] += values[i]
  return sums
}

/** A column of only these rows. */
const at = (rows: Int32Array, column: Column): Column =>
  column.kind === 'numeric'
    ? { kind: 'numeric', values: Float64Array.from(rows, (row) => column.values[row]) }
    : { kind: 'categorical', codes: Uint32Array.from(rows, (row) => column.codes[row]), levels: column.levels }
