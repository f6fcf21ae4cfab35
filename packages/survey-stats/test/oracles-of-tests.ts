import { categorical, numeric, type Categorical, type Numeric } from '../src/data/column.ts'
import { surveyDesign, type Design, type LinearDesign, type ReplicateDesign } from '../src/design/design.ts'
import { hasOracles, oracleTable, oracleText } from './oracle-files.ts'

export const oraclesAbsent = !hasOracles

type Json = null | string | number | Json[] | { [key: string]: Json }

/** The results of a file of oracles, each without the warnings that R gave with it. */
export const resultsOf = (name: string): Map<string, Json> => {
  const { results } = JSON.parse(oracleText(`results/${name}`)) as {
    results: Record<string, Json>
  }
  return new Map(Object.entries(results).map(([key, value]) => [key, unwrapped(value)]))
}

const unwrapped = (value: Json): Json =>
  value !== null && typeof value === 'object' && 'result' in value ? (value['result'] ?? null) : value

/** The numbers under a name of a result, in whatever lists they stand. */
export const numbersOf = (result: Json | undefined, name: string): number[] => {
  const flat = (value: Json | undefined): number[] =>
    Array.isArray(value) ? value.flatMap(flat) : typeof value === 'number' ? [value] : []
  return result !== null && result !== undefined && typeof result === 'object' && name in result
    ? flat((result as Record<string, Json>)[name])
    : []
}

/** How far ours is from theirs, relative to theirs. */
export const off = (ours: number, theirs: number | undefined): number =>
  theirs === undefined ? NaN : ours === theirs ? 0 : Math.abs(ours - theirs) / Math.abs(theirs)

export type Table = {
  readonly text: (name: string) => string[]
  readonly numbers: (name: string) => Numeric
  readonly classes: (name: string, levels?: readonly string[]) => Categorical
}

export const tableOf = (...path: string[]): Table => {
  const { of: text } = oracleTable(path.join('/'))
  return {
    text,
    numbers: (name) => numeric(text(name).map((value) => (value === '' ? null : Number(value)))),
    classes: (name, levels) => categorical(text(name), levels),
  }
}

export const eduLevels = ['lbo', 'mbo', 'hbo', 'wo'] as const
const migLevels = ['nl', 'west', 'nonwest'] as const

/** The columns of the panel that it was weighted by. */
export const marginsOf = (panel: Table): Categorical[] => [
  panel.classes('gender', ['f', 'm']),
  panel.classes('edu', eduLevels),
  panel.classes('mig', migLevels),
  panel.classes('region'),
]

/** The panel raked (PR), calibrated (CAL) or with the weights of raking as if they were fixed (FIX). */
export const panelDesign = (panel: Table, way: 'PR' | 'CAL' | 'FIX'): LinearDesign => {
  const weights = tableOf('results', 'weights_panel1000.csv').numbers('calibrate_raking').values
  const columns = marginsOf(panel)
  const calibration = { columns, regressionWeights: way === 'PR' ? null : new Float64Array(1000).fill(2400), weights }
  return { ...surveyDesign({ weights }), calibrations: way === 'FIX' ? [] : [calibration] }
}

export const stratified = (schools: Table): LinearDesign =>
  surveyDesign({
    weights: schools.numbers('pw'),
    strata: [schools.classes('stype')],
    population: [schools.numbers('fpc')],
  })

export const clustered = (schools: Table): LinearDesign =>
  surveyDesign({
    weights: schools.numbers('pw'),
    clusters: [schools.classes('dnum')],
    population: [schools.numbers('fpc')],
  })

/** The clusters of schools with the replicate factors of a file. */
export const replicated = (schools: Table, file: string, more: Partial<ReplicateDesign>): Design => {
  const factors = tableOf('data', file)
  const place = new Map(factors.text('dnum').map((unit, at) => [unit, at]))
  const own = schools.text('dnum').map((unit) => place.get(unit) ?? 0)
  const weights = schools.numbers('pw').values
  const count = more.count ?? 15
  const columns = Array.from({ length: count }, (_, r) => factors.numbers(`r${r + 1}`).values)
  return {
    kind: 'replicate',
    n: weights.length,
    weights,
    type: 'given',
    count,
    weightsOf: (r, into) => {
      for (let i = 0; i < into.length; i += 1) into[i] = (weights[i] ?? 0) * (columns[r]?.[own[i] ?? 0] ?? 0)
    },
    scale: 1,
    rscales: new Float64Array(count).fill(1),
    mse: false,
    degreesOfFreedom: 14,
    domain: null,
    ...more,
  }
}
