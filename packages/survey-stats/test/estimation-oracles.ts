import {
  categorical,
  crossed,
  numeric,
  surveyDesign,
  type Categorical,
  type LinearDesign,
  type Numeric,
  type ReplicateDesign,
} from '../src/index.ts'
import type { Calibration } from '../src/design/design.ts'
import { hasOracles, oracleTable, oracleText } from './oracle-files.ts'

export const areOraclesAbsent = !hasOracles

export type Table = Pick<ReturnType<typeof oracleTable>, 'n' | 'of'>

export const tableOf = (file: string): Table => oracleTable(file)

export const amounts = (table: Table, name: string): Numeric =>
  numeric(table.of(name).map((value) => (value === '' ? null : Number(value))))
export const classes = (table: Table, name: string, levels?: readonly string[]): Categorical =>
  categorical(table.of(name), levels)
export const truths = (table: Table, name: string, isTrue: (value: number) => boolean): Numeric =>
  numeric(table.of(name).map((value) => (value === '' ? null : Number(isTrue(Number(value))))))

export type Oracle = { readonly results: Record<string, Found> }
export type Found = {
  readonly names?: string | readonly string[]
  readonly estimate?: number | readonly number[]
  readonly se?: number | readonly number[] | readonly (readonly number[])[]
  readonly vcov?: readonly (readonly number[])[]
  readonly deff?: number | readonly number[]
  readonly ci95?: { df: number | 'Inf' | null; lower: number | readonly number[]; upper: number | readonly number[] }
  readonly values?: readonly (readonly number[])[]
  readonly m?: readonly (readonly (number | null)[])[]
  readonly p?: readonly (readonly number[])[]
  readonly var?: number
  readonly ci?: readonly (number | null)[]
  readonly ci_degf?: readonly number[]
  readonly ci_Inf?: readonly number[]
  readonly quantile?: readonly number[]
  readonly degf?: number
  readonly scale?: number
  readonly rscales?: readonly number[]
}
export const oracleOf = (file: string): Record<string, Found> =>
  areOraclesAbsent ? {} : (JSON.parse(oracleText(`results/${file}`)) as Oracle).results

/** Designs of the schools, by the names of the oracles. */
export const schoolDesigns = () => {
  const [strat, clus1] = [tableOf('data/apistrat.csv'), tableOf('data/apiclus1.csv')]
  const stratWeights = amounts(strat, 'pw')
  const clusterWeights = amounts(clus1, 'pw')
  const clusters = [clus1.of('dnum')]
  return {
    dsrs0: { table: strat, design: surveyDesign({ weights: stratWeights }) },
    dstrat: {
      table: strat,
      design: surveyDesign({ weights: stratWeights, strata: [strat.of('stype')], population: [amounts(strat, 'fpc')] }),
    },
    dclus1: {
      table: clus1,
      design: surveyDesign({ weights: clusterWeights, clusters, population: [amounts(clus1, 'fpc')] }),
    },
    dclus1w: { table: clus1, design: surveyDesign({ weights: clusterWeights, clusters }) },
  }
}

export const edu = ['lbo', 'mbo', 'hbo', 'wo']
export const mig = ['nl', 'west', 'nonwest']

/** Designs of the panel, by the names of the oracles. */
export const panelDesigns = () => {
  const [table, weights] = [tableOf('data/panel1000.csv'), tableOf('results/weights_panel1000.csv')]
  const columns = [
    classes(table, 'gender'),
    classes(table, 'edu', edu),
    classes(table, 'mig', mig),
    classes(table, 'region'),
  ]
  const base = amounts(table, 'basew').values
  const equal = new Float64Array(table.n).fill(2400)
  const made = (name: string) => amounts(weights, name).values
  const weighted = (
    start: Float64Array,
    own: Float64Array,
    regressionWeights: Float64Array | null,
    by: Calibration['columns'] = columns,
  ): LinearDesign => ({
    ...surveyDesign({ weights: start }),
    weights: own,
    calibrations: [{ columns: by, regressionWeights, weights: own }],
  })
  const [gender, education] = columns
  const cells = gender === undefined || education === undefined ? undefined : crossed(gender, education)
  if (cells === undefined) throw new Error('The panel has no gender or education.')
  const raked = made('calibrate_raking')
  return {
    table,
    // Post-stratified weights are population / sample per cell.
    PR: weighted(equal, raked, null),
    PRu: weighted(base, made('rake4_unequal_base'), null),
    CAL: weighted(equal, raked, equal),
    LIN: weighted(equal, made('calibrate_linear'), equal),
    CALu: weighted(base, made('calibrate_raking_unequal_base'), base),
    PST: weighted(equal, postStratified(cells, table.n), null, [cells]),
    FIX: surveyDesign({ weights: raked }),
  }
}

const population = {
  gender: { f: 0.51, m: 0.49 } as Record<string, number>,
  edu: { lbo: 0.2, mbo: 0.38, hbo: 0.27, wo: 0.15 } as Record<string, number>,
}

const postStratified = ({ codes, levels }: Categorical, n: number): Float64Array => {
  const counts = new Float64Array(levels.length)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  const worth = levels.map((level, code) => {
    const [gender = '', education = ''] = level.split(' × ')
    return (2_400_000 * (population.gender[gender] ?? 0) * (population.edu[education] ?? 0)) / (counts[code] ?? 1)
  })
  return Float64Array.from({ length: n }, (_, i) => worth[codes[i] ?? 0] ?? 0)
}

export const listOf = (
  value: number | readonly number[] | readonly (readonly number[])[] | undefined,
): readonly number[] => (value === undefined ? [] : typeof value === 'number' ? [value] : value.flat())

/** The largest difference, relative to theirs or to `scale` when that is larger. */
export const worst = (ours: ArrayLike<number>, theirs: ArrayLike<number>, scale = 0): number => {
  if (ours.length !== theirs.length) return Infinity
  let most = 0
  for (let k = 0; k < ours.length; k += 1) {
    const their = theirs[k] ?? NaN
    const off = Math.abs((ours[k] ?? NaN) - their) / Math.max(Math.abs(their), scale, 1e-300)
    if (!(off <= most)) most = off
  }
  return most
}

/** Comparisons, and those of them that are further off than they may be. */
export const comparisons = () => {
  const tooFar: string[] = []
  let count = 0
  return {
    tooFar,
    count: () => count,
    add: (what: string, ours: ArrayLike<number>, theirs: ArrayLike<number>, limit: number, scale = 0): void => {
      count += 1
      const off = worst(ours, theirs, scale)
      if (!(off <= limit)) tooFar.push(`${what}: ${off}`)
    },
  }
}

/** Designs with the replicates of the oracles. */
export const replicateDesigns = () => {
  const { dclus1w, dstrat } = schoolDesigns()
  const made = oracleOf('replicates.json')
  // R has n/(n − 1) of the 15 districts in the scale of this type.
  made['boot_dclus1_seed1'] ??= { scale: 15 / 14 / 199, rscales: Array.from({ length: 200 }, () => 1), degf: 14 }
  const over = (id: string, file: string, type: ReplicateDesign['type']): ReplicateDesign => {
    const factors = tableOf(file)
    const count = listOf(made[id]?.rscales).length
    const places = dclus1w.table.of('dnum').map((unit) => factors.of('dnum').indexOf(unit))
    const columns = Array.from({ length: count }, (_, r) => factors.of(`r${r + 1}`).map(Number))
    return replicates(dclus1w.design.weights, type, made[id] ?? {}, (r, i) => columns[r]?.[places[i] ?? -1] ?? NaN)
  }
  const strata = dstrat.table.of('stype')
  const sizes = new Map([...new Set(strata)].map((one) => [one, strata.filter((other) => other === one).length]))
  // Replicate r leaves out row r of the data in the order of strata, as R counts them.
  const order = strata
    .map((_, i) => i)
    .toSorted((a, b) => ((strata[a] ?? '') < (strata[b] ?? '') ? -1 : strata[a] === strata[b] ? a - b : 1))
  return {
    clusters: dclus1w.table,
    strata: dstrat.table,
    jk1: over('jk1_dclus1', 'data/rep_jk1_dclus1.csv', 'JK1'),
    boot: over('boot_dclus1_seed1', 'data/rep_boot_dclus1.csv', 'bootstrap'),
    subboot: over('subboot_dclus1_seed1', 'data/rep_subboot_dclus1.csv', 'subbootstrap'),
    jkn: replicates(dstrat.design.weights, 'JKn', made['jkn_dstrat'] ?? {}, (r, i) => {
      const out = order[r] ?? -1
      if (i === out) return 0
      const size = sizes.get(strata[i] ?? '') ?? NaN
      return strata[i] === strata[out] ? size / (size - 1) : 1
    }),
  }
}

const replicates = (
  weights: Float64Array,
  type: ReplicateDesign['type'],
  { scale = NaN, rscales = [], degf = NaN }: Found,
  factor: (replicate: number, row: number) => number,
): ReplicateDesign => ({
  kind: 'replicate',
  n: weights.length,
  weights,
  type,
  count: rscales.length,
  weightsOf: (r, into) => weights.forEach((weight, i) => (into[i] = weight * factor(r, i))),
  scale,
  rscales: Float64Array.from(rscales),
  mse: false,
  degreesOfFreedom: degf,
  domain: null,
})
