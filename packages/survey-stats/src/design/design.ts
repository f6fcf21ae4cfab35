import { rowsOf, type Categorical, type Column, type Numeric } from '../data/column.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { degreesOfReplicates } from './replicate-rank.ts'

/**
 * What to do with a stratum that has one sampling unit, from which no variance can be learnt: refuse (`fail`), count it as taken
 * with certainty (`certainty`) or leave it out (`remove`), both of which add nothing; centre it at zero, which is the mean over
 * all strata of what is centred (`adjust`); or give it the mean of the other strata (`average`; in a domain the
 * strata that have rows in it, or all after weighting, as R has it).
 */
export type LonelyPolicy = 'fail' | 'certainty' | 'remove' | 'adjust' | 'average'

/** One stage of sampling, a value per row. */
export type Stage = {
  /** The sampling unit, 0 … units − 1, unique over strata. */
  readonly units: Int32Array
  readonly unitCount: number
  /** The stratum, 0 … strata − 1; null when there is one. */
  readonly strata: Int32Array | null
  readonly stratumCount: number
  /** Units in the population of the row's stratum at this stage; Infinity or null when it counts as endless. */
  readonly population: Float64Array | null
}

/**
 * What weighting took out of the variance: the linearised variable is regressed on `columns` with these `regressionWeights`
 * (null: each row counts once, as after raking; the start weights after post-stratification and calibration) and its residual
 * takes its place. `weights` are the weights that came out.
 */
export type Calibration = {
  readonly columns: readonly (Categorical | Numeric)[]
  readonly regressionWeights: Float64Array | null
  readonly weights: Float64Array
  /** Instead of the regression itself, so many rounds of taking out the mean per level of each column in its turn. */
  readonly sweeps?: number
}

/** A sample of which the variance is found by linearisation. */
export type LinearDesign = {
  readonly kind: 'linear'
  readonly n: number
  readonly weights: Float64Array
  readonly stages: readonly [Stage, ...Stage[]]
  readonly lonely: LonelyPolicy
  /** In the order in which they were done. */
  readonly calibrations: readonly Calibration[]
  /** 1 for the rows that are spoken of, 0 for the others, which stay in the design; null when all are. */
  readonly domain: Uint8Array | null
}

/** A sample of which the variance is found by weighing it again and again. */
export type ReplicateDesign = {
  readonly kind: 'replicate'
  readonly n: number
  readonly weights: Float64Array
  readonly type: 'JK1' | 'JKn' | 'BRR' | 'Fay' | 'bootstrap' | 'subbootstrap' | 'given'
  readonly count: number
  /** Writes the weights of replicate r, 0 … count − 1, into `into`. */
  readonly weightsOf: (r: number, into: Float64Array) => void
  readonly scale: number
  readonly rscales: Float64Array
  /** Whether deviations are taken from the estimate itself and not from the mean of the replicates. */
  readonly mse: boolean
  /** Of all rows, before any weighting. */
  readonly degreesOfFreedom: number
  /** Whether each replicate is weighted to margins, by which the degrees of freedom are others. */
  readonly isReweighted?: boolean
  readonly domain: Uint8Array | null
}

export type Design = LinearDesign | ReplicateDesign

/** A unit or a stratum by any column, or by numbers of one's own. */
export type Label = Column | ArrayLike<number | string>

export type DesignOptions = {
  /** Start weights, one per row, all positive; 1 each without them. */
  readonly weights?: Float64Array | readonly number[] | Numeric
  /** The sampling units of each stage, the first stage first; each row its own unit without them. */
  readonly clusters?: readonly Label[]
  /** The strata of each stage; `null` for a stage without. */
  readonly strata?: readonly (Label | null)[]
  /** For each stage how many units the row's stratum has in the population, or the share of them that was taken (0 … 1]. */
  readonly population?: readonly (Float64Array | readonly number[] | Numeric | null)[]
  readonly lonely?: LonelyPolicy
  /** Rows, when neither weights nor clusters nor strata tell. */
  readonly n?: number
}

const endless = new Float64Array(0)

/**
 * A design from its parts, as `svydesign` of R's `survey` reads them (units are nested in strata and in the units before them).
 * @throws {SurveyError} `different-lengths`, `bad-weights` (not finite, or not above zero), `bad-population` (less than was
 * sampled, or not the same within a stratum), `bad-argument` when no number of rows can be told
 */
export const surveyDesign = (options: DesignOptions): LinearDesign => {
  const n = rowCountOf(options)
  const weights = weightsOf(options.weights, n)
  const clusters = options.clusters ?? []
  const depth = Math.max(1, clusters.length)
  const stages: Stage[] = []
  let before: Int32Array | null = null
  for (let at = 0; at < depth; at += 1) {
    const stage = stageOf(n, before, clusters[at], options.strata?.[at] ?? null, options.population?.[at] ?? null)
    stages.push(stage)
    before = stage.units
  }
  const [first, ...later] = stages
  return {
    kind: 'linear',
    n,
    weights,
    stages: [first, ...later],
    lonely: options.lonely ?? 'fail',
    calibrations: [],
    domain: null,
  }
}

const lengthOf = (label: Label): number => ('kind' in label ? rowsOf(label) : label.length)

const rowCountOf = ({ n, weights, clusters, strata, population }: DesignOptions): number => {
  if (n !== undefined) return n
  const told = [weights, ...(clusters ?? []), ...(strata ?? []), ...(population ?? [])].find(
    (one) => one !== undefined && one !== null,
  )
  if (told === undefined || told === null)
    throw new SurveyError('bad-argument', 'A design without weights, clusters and strata needs its number of rows, n.')
  return lengthOf(told)
}

const weightsOf = (given: DesignOptions['weights'], n: number): Float64Array => {
  if (given === undefined) return new Float64Array(n).fill(1)
  const weights = 'kind' in given ? given.values : given instanceof Float64Array ? given : Float64Array.from(given)
  mustBeLong('The weights', weights.length, n)
  for (let i = 0; i < n; i += 1)
    if (!(weights[i] > 0) || weights[i] === Infinity)
      throw new SurveyError('bad-weights', `The weight of row ${i + 1} is ${weights[i]}; it must be above 0.`, {
        row: i + 1,
      })
  return weights
}

const stageOf = (
  n: number,
  before: Int32Array | null,
  cluster: Label | undefined,
  stratum: Label | null,
  population: Float64Array | readonly number[] | Numeric | null,
): Stage => {
  // At a later stage each unit before it is a stratum of its own.
  const strata = stratum === null ? before : numbered([before, stratum], n).ids
  const stratumCount = strata === null ? 1 : countOf(strata)
  const units = cluster === undefined ? ownUnits(n) : numbered([strata, cluster], n).ids
  const stage = { units, unitCount: countOf(units), strata, stratumCount }
  return { ...stage, population: population === null ? null : populationOf(population, stage, n) }
}

const ownUnits = (n: number): Int32Array => {
  const ids = new Int32Array(n)
  for (let i = 0; i < n; i += 1) ids[i] = i
  return ids
}

const countOf = (ids: Int32Array): number => {
  let most = -1
  for (let i = 0; i < ids.length; i += 1) if (ids[i] > most) most = ids[i]
  return most + 1
}

/** A number per combination of labels, in the order in which they come. */
const numbered = (labels: readonly (Label | null)[], n: number): { ids: Int32Array } => {
  let ids: Int32Array | null = null
  for (const label of labels) {
    if (label === null) continue
    mustBeLong('A column of the design', lengthOf(label), n)
    const values: ArrayLike<number | string> =
      'kind' in label ? (label.kind === 'numeric' ? label.values : label.codes) : label
    const next = new Int32Array(n)
    const seen = new Map<number | string, Map<number, number>>()
    let count = 0
    for (let i = 0; i < n; i += 1) {
      const value = values[i]
      if (value !== value || ('kind' in label && label.kind === 'categorical' && value === label.levels.length))
        throw new SurveyError('missing-values', `Row ${i + 1} has no stratum or sampling unit.`, { row: i + 1 })
      let inside = seen.get(value)
      if (inside === undefined) seen.set(value, (inside = new Map<number, number>()))
      const outer = ids === null ? 0 : ids[i]
      let id = inside.get(outer)
      if (id === undefined) inside.set(outer, (id = count++))
      next[i] = id
    }
    ids = next
  }
  return { ids: ids ?? new Int32Array(n) }
}

/** @returns units sampled per stratum of a stage */
export const sampledPerStratum = ({
  units,
  unitCount,
  strata,
  stratumCount,
}: Omit<Stage, 'population'>): Float64Array => {
  const counts = new Float64Array(stratumCount)
  const seen = new Uint8Array(unitCount)
  for (let i = 0; i < units.length; i += 1) {
    if (seen[units[i]] === 1) continue
    seen[units[i]] = 1
    counts[strata === null ? 0 : strata[i]] += 1
  }
  return counts
}

const populationOf = (
  given: Float64Array | readonly number[] | Numeric,
  stage: Omit<Stage, 'population'>,
  n: number,
): Float64Array => {
  const values = 'kind' in given ? given.values : given
  mustBeLong('The population sizes', values.length, n)
  const sampled = sampledPerStratum(stage)
  const isShare = n > 0 && Array.prototype.every.call(values, (value: number) => value > 0 && value <= 1)
  const own = new Float64Array(n)
  const first = new Float64Array(stage.stratumCount).fill(NaN)
  for (let i = 0; i < n; i += 1) {
    const stratum = stage.strata === null ? 0 : stage.strata[i]
    const size = isShare ? sampled[stratum] / values[i] : values[i]
    if (!(size >= sampled[stratum] * (1 - 1e-9)))
      throw new SurveyError(
        'bad-population',
        `Row ${i + 1}: ${sampled[stratum]} units were sampled from a population of ${size}.`,
        { row: i + 1 },
      )
    if (first[stratum] !== first[stratum]) first[stratum] = size
    else if (first[stratum] !== size)
      throw new SurveyError('bad-population', `Row ${i + 1} has another population size than its stratum.`, {
        row: i + 1,
      })
    own[i] = size
  }
  return own.length === 0 ? endless : own
}

/**
 * The same design, with only some rows spoken of; the others stay in it, as they must for a right variance.
 * @param rows 1 or true for the rows that are meant; of a design that has a domain already, those in both
 */
export const domainOf = <D extends Design>(design: D, rows: ArrayLike<number | boolean>): D => {
  mustBeLong('The domain', rows.length, design.n)
  const domain = new Uint8Array(design.n)
  for (let i = 0; i < design.n; i += 1)
    domain[i] = Number(rows[i]) === 1 && (design.domain === null || design.domain[i] === 1) ? 1 : 0
  return { ...design, domain }
}

/**
 * What a t or F is read with: sampling units with a row in the domain less strata with one; of replicates that were
 * weighted, or in a domain, the rank of their weights there less one. Source: R survey 4.1, `degf`. (After `calibrate` by
 * raking, by logit or within bounds R keeps those of before, which it does after no other weighting of replicates; not copied.)
 */
export const degreesOfFreedom = (design: Design): number => {
  if (design.kind === 'replicate')
    return design.domain === null && design.isReweighted !== true
      ? design.degreesOfFreedom
      : degreesOfReplicates(design)
  const [{ units, unitCount, strata, stratumCount }] = design.stages
  if (design.domain === null && design.n > 0) return unitCount - stratumCount
  const [hasUnit, hasStratum] = [new Uint8Array(unitCount), new Uint8Array(stratumCount)]
  let [unitsSeen, strataSeen] = [0, 0]
  for (let i = 0; i < design.n; i += 1) {
    if (design.domain !== null && design.domain[i] === 0) continue
    if (hasUnit[units[i]] === 0) unitsSeen += hasUnit[units[i]] = 1
    const stratum = strata === null ? 0 : strata[i]
    if (hasStratum[stratum] === 0) strataSeen += hasStratum[stratum] = 1
  }
  return unitsSeen - strataSeen
}
