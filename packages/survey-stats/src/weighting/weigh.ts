import type { Numeric } from '../data/column.ts'
import { inBlocks } from '../data/in-blocks.ts'
import type { Design, LinearDesign, ReplicateDesign } from '../design/design.ts'
import { stagesWithout } from '../design/leave-out.ts'
import { SurveyError, mustBeLong } from '../survey-error.ts'
import { regressorsOf } from './calibration-columns.ts'
import type { Bounds } from './distance.ts'
import type { Amount } from './equations.ts'
import { detailsOf, sentenceOf } from './furthest.ts'
import type { Ingredients } from './fingerprint.ts'
import { summariseShared, summariseWeights, type WeightSummary } from './kish.ts'
import { readMargins, type Margin, type Target } from './margin.ts'
import { pointsOf, type PathChoice, type Points } from './points.ts'
import { reportOf, type WeightingReport } from './report.ts'
import { mustMatch, settle, sumsByCode } from './settle.ts'
import type { Solution, SolveOptions, WeightingStep } from './solution.ts'

export type WeightingOptions = {
  /** How many people there are; needed when all margins are shares. */
  readonly population?: number
  /** The largest difference that may be left, as a share of what is asked. Without it as small as rounding allows. */
  readonly tolerance?: number
  readonly maxIterations?: number
  /** Called after each round or step; false stops the weighting (`aborted`). */
  readonly onStep?: (step: WeightingStep) => boolean | undefined
  /** Over the cells that the margins make or over the rows; both give the same. */
  readonly path?: PathChoice
}

/** The design with its new weights, these weights in the order of the data (0 for a row that dropped out), and what was done. */
export type Weighted<D extends Design> = {
  readonly design: D
  readonly weights: Float64Array
  readonly report: WeightingReport
}

/** An amount that is known of the population: the sum of a numeric column. */
export type AmountTotal = {
  readonly name: string
  readonly column: Numeric
  readonly total: number
  /** 'refuse' without it. */
  readonly missing?: 'refuse' | 'drop'
}

/** What tells one way of weighting from another. */
export type Job = {
  readonly method: string
  readonly settings: Readonly<Record<string, string | number | boolean | undefined>>
  readonly margins: readonly Margin[]
  readonly amounts: readonly AmountTotal[]
  /** What no weight may lie outside, not even by its last digit; a weight of 0 is that of a row that dropped out. */
  readonly limits: Bounds | null
  /** Whether rows of a cell may get different factors, so that there is nothing for cells to save. */
  readonly needsRows: boolean
  /** σ² per row. */
  readonly variance: Numeric | null
  readonly solve: (problem: Problem, options: SolveOptions) => Solution
  /** With which weights the linearised variable is regressed on the margins. */
  readonly regression: 'rows' | 'start'
  /** In so many rounds, and not in one. */
  readonly sweeps?: number
  readonly allowNegative: boolean
  /** Whether a replicate may begin with the factors of the sample itself. */
  readonly isWarm: boolean
  /** From how many times the start weights' sum on these are brought to the population first; Infinity for never. */
  readonly scaleFrom: number
}

export type Problem = {
  readonly points: Points
  readonly targets: readonly Target[]
  readonly amounts: readonly Amount[]
  readonly start: Float64Array
  readonly precision: Float64Array | null
  /** What the start weights were multiplied with. */
  readonly startScale: number
}

/** Weights a design: reads the margins, finds a factor per point, and hands back design, weights and report. */
export const weigh = <D extends Design>(design: D, job: Job, options: WeightingOptions): Weighted<D> => {
  mustSpeakOfAll(design)
  const { targets: read, population } = readMargins(job.margins, design.n, options.population)
  const amounts = job.amounts.map((amount) => amountOf(amount, design))
  const needsRows = job.needsRows || amounts.length > 0 || job.variance !== null
  const points = pointsOf(
    read.map(({ column }) => column.codes),
    read.map(({ levels }) => levels.length),
    withoutMissingAmounts(design.weights, job.amounts),
    needsRows ? 'rows' : options.path,
  )
  const { targets, start: settled, drops } = settle(points, read, population)
  const startScale = scaleOf(settled, population, job.scaleFrom)
  const start = startScale === 1 ? settled : settled.map((weight) => weight * startScale)
  const problem = { points, targets, amounts, start, precision: precisionOf(job.variance, design.n), startScale }
  const solution = job.solve(problem, solveOptionsOf(options))
  const weights = new Float64Array(design.n)
  points.spread(scaled(solution.factors, startScale), design.weights, weights)
  keepWithin(weights, job.limits)
  // Only where a factor can be below 0 is it worth a look at each row.
  if (!job.allowNegative && solution.factors.some(isBelowZero)) mustNotBeNegative(weights)
  const report = reportOf({
    method: job.method,
    weights,
    summary: summaryOf(points, solution, startScale, weights),
    targets,
    before: targets.map(({ levels }, m) => sumsByCode(points.codes[m], settled, levels.length)),
    amounts: job.amounts,
    solution,
    start,
    startScale,
    path: points.path,
    ingredients: ingredientsOf(design, job, options),
  })
  if (!areNumbersByCell(points, solution, startScale)) mustBeNumbers(weights, design.weights)
  if (options.tolerance === undefined) mustHold(report)
  const stays = drops || job.amounts.some(hasDrops) ? staysOf(problem, design) : null
  const weighted =
    design.kind === 'linear'
      ? { ...design, ...linearParts(design, job, problem, weights, stays) }
      : {
          ...design,
          weightsOf: weighingAgain(design, job, problem, solution, startScale, solveOptionsOf(options)),
          isReweighted: true,
        }
  return { design: { ...weighted, weights, domain: domainWithin(design, stays) }, weights, report }
}

/** Whether a domain is to be weighted, or spoken of in a weighted sample, only its maker knows. */
const mustSpeakOfAll = ({ domain, weights }: Design): void => {
  if (domain === null) return
  for (let i = 0; i < domain.length; i += 1)
    if (domain[i] === 0 && weights[i] !== 0)
      throw new SurveyError(
        'bad-argument',
        'The design speaks of a part of its rows; weight all of them first, or make a design of that part.',
      )
}

/** Where all rows of a cell have one weight, the cells tell all that there is to tell. */
const summaryOf = (
  { path, equal, start }: Points,
  { factors }: Solution,
  startScale: number,
  weights: Float64Array,
): WeightSummary =>
  path === 'cells' && equal !== null && equal > 0
    ? summariseShared(
        factors.map((factor) => factor * startScale * equal),
        start.map((sum) => Math.round(sum / equal)),
      )
    : summariseWeights(weights)

const solveOptionsOf = ({ maxIterations = 500, tolerance, onStep }: WeightingOptions): SolveOptions => {
  if (!(maxIterations >= 1))
    throw new SurveyError('bad-argument', `There are to be ${maxIterations} iterations at most; one is the least.`)
  if (tolerance !== undefined && !(tolerance >= 0))
    throw new SurveyError('bad-argument', `The tolerance is ${tolerance}; it is a share, 0 or more.`)
  return { maxIterations, tolerance, onStep }
}

/** A multiple of a start weight is off by its last digit. */
const keepWithin = (weights: Float64Array, limits: Bounds | null): void => {
  if (limits === null) return
  const { lower = -Infinity, upper = Infinity } = limits
  for (let i = 0; i < weights.length; i += 1)
    if (weights[i] !== 0) weights[i] = Math.min(upper, Math.max(lower, weights[i]))
}

/** Where all rows of a cell have one weight, so many weights need no look at each. */
const areNumbersByCell = ({ equal }: Points, { factors }: Solution, startScale: number): boolean =>
  equal !== null && factors.every((factor) => Number.isFinite(factor * startScale * equal))

const mustBeNumbers = (weights: Float64Array, before: Float64Array): void =>
  inBlocks(weights.length, (from, to) => {
    const at = firstThatIsNone(weights, from, to)
    if (at < to)
      throw new SurveyError(
        'bad-weights',
        `The weight of row ${at + 1} comes to ${weights[at]}: its start weight is ${before[at]}, too far from the totals for numbers to hold.`,
        { row: at + 1 },
      )
  })

const firstThatIsNone = (weights: Float64Array, from: number, to: number): number => {
  let at = from
  while (at < to && Number.isFinite(weights[at])) at += 1
  return at
}

/** Totals may be so small that doubles cannot hold what comes of them. */
const mustHold = ({ furthest }: Pick<WeightingReport, 'furthest'>): void => {
  if (furthest !== null && !(furthest.off < 1e-6))
    throw new SurveyError(
      'not-converged',
      `Numbers cannot hold these totals: ${sentenceOf(furthest)}.`,
      detailsOf(furthest),
    )
}

const scaled = (factors: Float64Array, by: number): Float64Array =>
  by === 1 ? factors : factors.map((factor) => factor * by)

const amountOf = ({ name, column, total, missing }: AmountTotal, { n }: Design): Amount => {
  const { values } = column
  mustBeLong(`"${name}"`, values.length, n)
  if (!Number.isFinite(total)) throw new SurveyError('bad-argument', `The total of "${name}" is ${total}.`, { name })
  let rows = 0
  for (let i = 0; i < n; i += 1) if (Number.isNaN(values[i])) rows += 1
  if (rows > 0 && missing !== 'drop')
    throw new SurveyError(
      'missing-values',
      `"${name}" has no value in ${rows} of the rows; say whether they drop out.`,
      {
        name,
        rows,
      },
    )
  return { name, values: rows === 0 ? values : values.map((value) => (Number.isNaN(value) ? 0 : value)), total }
}

const hasDrops = ({ column }: AmountTotal): boolean => column.values.some(Number.isNaN)

const withoutMissingAmounts = (weights: Float64Array, amounts: readonly AmountTotal[]): Float64Array => {
  const lacking = amounts.filter(hasDrops)
  return lacking.length === 0
    ? weights
    : weights.map((weight, i) => (lacking.some(({ column }) => Number.isNaN(column.values[i])) ? 0 : weight))
}

/** What brings start weights that are far from the population (as a weight of 1 for all) to it, so that bounds mean something. */
const scaleOf = (start: Float64Array, population: number, scaleFrom: number): number => {
  let sum = 0
  for (const weight of start) sum += weight
  const ratio = population / sum
  // Without bounds it is all the same to where they are, but for numbers that are far apart.
  return ratio > scaleFrom || (scaleFrom === 1 && ratio < 1e-3 && ratio > 1e-305) ? ratio : 1
}

const precisionOf = (variance: Numeric | null, n: number): Float64Array | null => {
  if (variance === null) return null
  mustBeLong('The variance', variance.values.length, n)
  return variance.values.map((value, i) => {
    if (!(value > 0 && value < Infinity))
      throw new SurveyError('bad-argument', `The variance of row ${i + 1} is ${value}; it must be above 0.`, {
        row: i + 1,
      })
    return 1 / value
  })
}

const isBelowZero = (factor: number): boolean => factor < 0

const mustNotBeNegative = (weights: Float64Array): void => {
  let [count, lowest] = [0, 0]
  for (let i = 0; i < weights.length; i += 1) {
    if (weights[i] >= 0) continue
    count += 1
    lowest = Math.min(lowest, weights[i])
  }
  if (count > 0)
    throw new SurveyError(
      'negative-weights',
      `${count} rows would get a weight below 0, the lowest ${lowest}; set bounds, choose raking, or allow it.`,
      { rows: count, lowest },
    )
}

const staysOf = ({ points, start }: Problem, { n, weights }: Design): Uint8Array => {
  const there = new Float64Array(n)
  points.spread(
    start.map((weight) => (weight > 0 ? 1 : 0)),
    weights,
    there,
  )
  return Uint8Array.from(there, (weight) => (weight > 0 ? 1 : 0))
}

const domainWithin = ({ domain }: Design, stays: Uint8Array | null): Uint8Array | null =>
  stays === null || domain === null ? (stays ?? domain) : domain.map((one, i) => one * stays[i])

const linearParts = (
  design: LinearDesign,
  job: Job,
  { points, targets }: Problem,
  weights: Float64Array,
  stays: Uint8Array | null,
): Pick<LinearDesign, 'calibrations' | 'stages'> => ({
  calibrations: [
    ...design.calibrations,
    {
      columns: regressorsOf(targets, job.amounts, design.weights, job.regression === 'rows' && points.equal === null),
      regressionWeights:
        job.regression === 'rows'
          ? null
          : job.variance === null
            ? design.weights
            : design.weights.map((weight, i) => weight / (job.variance?.values[i] ?? 1)),
      weights,
      ...(job.sweeps !== undefined && { sweeps: job.sweeps }),
    },
  ],
  stages: stays === null ? design.stages : stagesWithout(design.stages, stays),
})

/** Weighs every replicate as the sample itself was weighed, when it is asked for; nothing is kept but a vector per row. */
const weighingAgain = (
  design: ReplicateDesign,
  job: Job,
  problem: Problem,
  whole: Solution,
  startScale: number,
  options: SolveOptions,
): ReplicateDesign['weightsOf'] => {
  const { points, targets } = problem
  const gathered = new Float64Array(points.count)
  // Raking may begin where the sample's own raking ended: the end is the same, and nearer.
  const warm = job.isWarm ? whole.factors : null
  return (r, into) => {
    design.weightsOf(r, into)
    points.gather(into, gathered)
    const start = gathered.map((weight, k) =>
      problem.start[k] > 0 ? weight * startScale * (warm === null ? 1 : warm[k]) : 0,
    )
    try {
      targets.forEach((target, m) => mustMatch(target, sumsByCode(points.codes[m], start, target.levels.length)))
      const { factors } = job.solve({ ...problem, start }, options)
      if (!job.allowNegative && factors.some(isBelowZero)) mustNotBeNegative(factors)
      const own = factors.map((factor, k) => factor * startScale * (warm === null ? 1 : warm[k]))
      points.spread(own, into, into)
      keepWithin(into, job.limits)
    } catch (error) {
      if (!(error instanceof SurveyError) || error.code === 'aborted') throw error
      throw new SurveyError(error.code, `Replicate ${r + 1}: ${error.message}`, { ...error.details, replicate: r + 1 })
    }
  }
}

const ingredientsOf = (
  design: Design,
  { method, settings, margins, amounts, variance }: Job,
  options: WeightingOptions,
): Ingredients => ({
  settings: {
    method,
    ...settings,
    population: options.population,
    tolerance: options.tolerance,
    maxIterations: options.maxIterations,
    ...Object.fromEntries(margins.map(({ name, missing }) => [`missing of ${name}`, missing])),
    ...Object.fromEntries(amounts.map(({ name, missing }) => [`missing of ${name}`, missing])),
  },
  columns: [...margins, ...amounts, ...(variance === null ? [] : [{ name: '(variance)', column: variance }])],
  totals: [
    ...margins.flatMap(({ name, totals, shares }) =>
      Object.entries(totals ?? shares ?? {}).map(([level, total]) => [name, level, total] as const),
    ),
    ...amounts.map(({ name, total }) => [name, '(total)', total] as const),
  ],
  weights: design.weights,
})
