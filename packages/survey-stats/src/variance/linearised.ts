import { sampledPerStratum, type LinearDesign, type Stage } from '../design/design.ts'
import { squareOf, type Square } from '../linear-algebra/symmetric.ts'
import { SurveyError } from '../survey-error.ts'
import { residualise } from './regress.ts'

/**
 * The covariance of totals: of Σ wᵢ zᵢₖ over the rows, for each linearised variable zₖ. What weighting took out is taken out first;
 * then, stage by stage, the sums per unit are centred in their stratum, with n/(n − 1) and what is left of the population.
 * Source: Särndal, Swensson & Wretman, Model Assisted Survey Sampling, 4.3 and 5.5–6.6; R survey 4.1, `svyrecvar`.
 * @param variables zₖ, one value per row, 0 for rows outside the domain; overwritten
 * @returns a symmetric matrix, as large as there are variables
 * @throws {SurveyError} `lonely-unit` when a stratum has one unit and the policy is to refuse
 */
export const covarianceOfTotals = (design: LinearDesign, variables: readonly Float64Array[]): Square => {
  const { weights, calibrations } = design
  const weighted = variables
  scaleBy(weighted, weights, 1)
  for (const { columns, regressionWeights, weights: own } of calibrations) {
    scaleBy(weighted, own, -1)
    residualise(weighted, columns, regressionWeights)
    scaleBy(weighted, own, 1)
  }
  const covariance = squareOf(variables.length)
  addStage(covariance, weighted, design, 0, rowsOfAll(design.n), 1)
  return covariance
}

const scaleBy = (variables: readonly Float64Array[], weights: Float64Array, power: 1 | -1): void => {
  for (const variable of variables)
    for (let i = 0; i < variable.length; i += 1)
      // A row of weight 0 (left out by a replicate or a domain) has no part in any total.
      if (power === 1) variable[i] *= weights[i]
      else variable[i] = weights[i] === 0 ? 0 : variable[i] / weights[i]
}

const rowsOfAll = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i)

/** Adds the variance of one stage within the rows given, and of those under it. */
const addStage = (
  into: Square,
  variables: readonly Float64Array[],
  design: LinearDesign,
  at: number,
  rows: Int32Array,
  share: number,
): void => {
  const stage = design.stages[at]
  if (stage === undefined) return
  const strata = stratumSums(variables, stage, rows)
  addStrata(into, strata, design, variables.length, share)
  // Without a population nothing of a later stage adds to the variance.
  if (stage.population === null || at + 1 >= design.stages.length) return
  const sampled = sampledPerStratum(stage)
  for (const [unit, own] of byUnit(stage, rows)) {
    const row = own[0]
    const stratum = stage.strata === null ? 0 : stage.strata[row]
    const taken = sampled[stratum] / stage.population[row]
    if (taken > 0 && unit >= 0) addStage(into, variables, design, at + 1, own, share * taken)
  }
}

type StratumSums = {
  readonly stratum: number
  readonly units: number
  readonly left: number
  readonly sums: Float64Array[]
}

const byUnit = ({ units }: Stage, rows: Int32Array): Map<number, Int32Array> => {
  const lists = new Map<number, number[]>()
  for (const row of rows) {
    const list = lists.get(units[row])
    if (list === undefined) lists.set(units[row], [row])
    else list.push(row)
  }
  return new Map([...lists].map(([unit, list]) => [unit, Int32Array.from(list)]))
}

/** Per stratum the sums over each of its units, a vector of as many values as there are variables. */
const stratumSums = (variables: readonly Float64Array[], stage: Stage, rows: Int32Array): StratumSums[] => {
  const { units, strata, stratumCount, population } = stage
  const place = new Int32Array(stage.unitCount).fill(-1)
  const [firstRow, stratumOfUnit]: [number[], number[]] = [[], []]
  for (const row of rows) {
    if (place[units[row]] !== -1) continue
    place[units[row]] = firstRow.length
    firstRow.push(row)
    stratumOfUnit.push(strata === null ? 0 : strata[row])
  }
  const p = variables.length
  const sums = new Float64Array(firstRow.length * p)
  for (const row of rows) {
    const from = place[units[row]] * p
    for (let k = 0; k < p; k += 1) sums[from + k] += variables[k][row]
  }
  const unitsOf = Array.from({ length: stratumCount }, (): number[] => [])
  for (let u = 0; u < firstRow.length; u += 1) unitsOf[stratumOfUnit[u]].push(u)
  return unitsOf.flatMap((own, stratum) => {
    if (own.length === 0) return []
    const size = population === null ? Infinity : population[firstRow[own[0]]]
    return [
      {
        stratum,
        units: own.length,
        left: size === Infinity ? 1 : (size - own.length) / size,
        sums: own.map((u) => sums.subarray(u * p, u * p + p)),
      },
    ]
  })
}

const addStrata = (
  into: Square,
  strata: readonly StratumSums[],
  { lonely }: LinearDesign,
  p: number,
  share: number,
): void => {
  const own = squareOf(p)
  let known = 0
  for (const { units, left, sums, stratum } of strata) {
    const isTakenWhole = left < 1e-7
    if (units === 1 && !isTakenWhole && lonely === 'fail')
      throw new SurveyError(
        'lonely-unit',
        `Stratum ${stratum + 1} has one sampling unit, so that its variance cannot be told; choose what to do with it.`,
        { stratum: stratum + 1 },
      )
    if (units === 1 && !isTakenWhole && lonely === 'average') continue
    known += 1
    if (isTakenWhole || (units === 1 && lonely !== 'adjust')) continue
    const mean = new Float64Array(p)
    if (units > 1) for (const sum of sums) for (let k = 0; k < p; k += 1) mean[k] += sum[k] / units
    const scale = left * (units > 1 ? units / (units - 1) : 1)
    const deviation = new Float64Array(p)
    for (const sum of sums) {
      for (let k = 0; k < p; k += 1) deviation[k] = sum[k] - mean[k]
      for (let j = 0; j < p; j += 1)
        for (let k = 0; k < p; k += 1) own.m[j * p + k] += scale * deviation[j] * deviation[k]
    }
  }
  if (known === 0)
    throw new SurveyError('lonely-unit', 'No stratum has two sampling units, so that no variance can be told.')
  const factor = (share * strata.length) / known
  for (let j = 0; j < own.m.length; j += 1) into.m[j] += factor * own.m[j]
}
