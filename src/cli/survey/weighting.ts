import {
  calibrate,
  postStratify,
  rake,
  type Bounds,
  type CalibrationMethod,
  type Design,
  type Weighted,
  type WeightingReport,
} from '#stats'
import type { DataFile } from './data-file.ts'
import { type Known, knownOf, type MarginsFile } from './margins-file.ts'
import { Refusal } from './refusal.ts'

export const METHODS = ['raking', 'calibrate', 'poststratify'] as const
export const DISTANCES = ['linear', 'raking', 'logit'] as const

export type Wish = {
  readonly margins: MarginsFile
  readonly method: (typeof METHODS)[number]
  /** How calibration moves weights; null for what the method has of itself. */
  readonly distance: CalibrationMethod | null
  /** Multiples of the start weights. */
  readonly bounds: Bounds | null
  /** Multiples of the mean weight. */
  readonly trim: Bounds | null
}

/** The limits that trimming held the weights to. */
export type TrimFigures = {
  readonly meanWeight: number
  readonly lower: number | null
  readonly upper: number | null
  /** Weights that lay outside before. */
  readonly outside: number
}

export type Weighing<D extends Design> = Weighted<D> & { readonly trim: TrimFigures | null }

/**
 * Weights a sample as it was asked. Limits and bounds are held together with the totals, to the last digit, or nothing comes out.
 * @throws Refusal, SurveyError
 */
export const weighed = <D extends Design>(design: D, data: DataFile, wish: Wish): Weighing<D> => {
  const known = knownOf(wish.margins, data)
  mustFit(wish, known)
  if (wish.trim === null) return { ...freely(design, known, wish), trim: null }
  return trimmed(design, known, wish, wish.trim)
}

const mustFit = ({ method, distance, bounds, trim }: Wish, { margins, amounts, population }: Known): void => {
  if (margins.length + amounts.length === 0) throw new Refusal('The margins name no variable.')
  if (population === undefined && margins.length > 0 && margins.every(({ totals }) => totals === undefined))
    throw new Refusal('The margins are all shares: say of how many people, as a number under "N".')
  if (distance !== null && method !== 'calibrate')
    throw new Refusal(`A distance goes with the method calibrate, and the method is ${method}.`)
  if (amounts.length > 0 && method !== 'calibrate')
    throw new Refusal(
      `"${amounts[0]?.name}" has a total of an amount, which only the method calibrate can weight to, not ${method}.`,
    )
  if (method !== 'poststratify') return
  if (bounds !== null || trim !== null)
    throw new Refusal(
      'Post-stratification leaves no room for bounds or trimming: choose raking or calibrate, which hold them with the totals.',
    )
  const names = margins.map(({ name }) => name)
  if (names.length > 1)
    throw new Refusal(
      `Post-stratification takes one margin and there are ${names.length}: give the cells as "${names.join(' × ')}", or choose raking.`,
    )
}

const freely = <D extends Design>(
  design: D,
  { margins, amounts, population }: Known,
  { method, distance, bounds }: Wish,
  allowNegative = false,
): Weighted<D> => {
  const options = population === undefined ? {} : { population }
  const [cells] = margins
  if (method === 'poststratify' && cells !== undefined) return postStratify(design, cells, options)
  if (method === 'raking' && bounds === null) return rake(design, margins, options)
  return calibrate(
    design,
    { margins, amounts },
    {
      ...options,
      method: method === 'raking' ? 'raking' : (distance ?? 'linear'),
      ...(bounds !== null && { bounds }),
      allowNegative,
    },
  )
}

/** Of how much the mean weight is, the weights without limits tell: rows without an answer may drop out. */
const trimmed = <D extends Design>(design: D, known: Known, wish: Wish, { lower, upper }: Bounds): Weighing<D> => {
  const { method, distance } = wish
  if (wish.bounds !== null || distance === 'logit')
    throw new Refusal('Trimming does not go with bounds or with the distance logit: give one of them.')
  const free = freely(design, known, wish, true)
  const meanWeight = meanOf(free.report)
  const limits: Bounds = {
    ...(lower !== undefined && { lower: lower * meanWeight }),
    ...(upper !== undefined && { upper: upper * meanWeight }),
  }
  const { margins, amounts, population } = known
  const weighting = calibrate(
    design,
    { margins, amounts },
    {
      method: method === 'raking' ? 'raking' : (distance ?? 'linear'),
      limits,
      ...(population !== undefined && { population }),
    },
  )
  const { lower: least = -Infinity, upper: most = Infinity } = limits
  const outside = free.weights.reduce((sum, one) => sum + Number(one !== 0 && (one < least || one > most)), 0)
  const trim = { meanWeight, lower: limits.lower ?? null, upper: limits.upper ?? null, outside }
  return { ...weighting, trim }
}

const meanOf = ({ population, weightedRows }: WeightingReport): number => population / weightedRows
