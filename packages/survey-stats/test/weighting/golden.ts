import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { categorical, numeric } from '../../src/data/column.ts'
import { surveyDesign, type LinearDesign } from '../../src/design/design.ts'
import type { Statistic } from '../../src/estimation/statistic.ts'

export type ResultOfR = {
  readonly weights: readonly number[]
  readonly estimate: readonly number[]
  readonly se: readonly number[]
}

type ReplicatesOfR = ResultOfR & { readonly scale: number; readonly rscales: readonly number[]; readonly degf: number }

type Golden = {
  readonly data: {
    readonly [name in 'stratum' | 'unit' | 'w' | 'x' | 'y' | 's2']: readonly number[]
  } & { readonly [name in 'a' | 'b' | 'am']: readonly (string | null)[] }
  readonly linear: Record<
    'rows' | 'units',
    Record<string, ResultOfR> & { readonly dropped_weights: readonly number[]; readonly limits: readonly number[] }
  >
  readonly replicates: Record<string, ReplicatesOfR>
  readonly weighted_replicates: Record<string, Record<string, ResultOfR>>
}

/** Made-up data and what R makes of them: golden/weighting.R says how. */
export const golden = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../golden/weighting.json'), 'utf8'),
) as Golden

const { data } = golden
const weights = [...data.w]

export const columns = {
  a: categorical(data.a, ['a1', 'a2', 'a3']),
  b: categorical(data.b, ['b1', 'b2']),
  am: categorical(data.am, ['a1', 'a2', 'a3']),
  x: numeric(data.x),
  y: numeric(data.y),
  s2: numeric(data.s2),
}

export const designs: Record<'rows' | 'units', LinearDesign> = {
  rows: surveyDesign({ weights }),
  units: surveyDesign({ weights, clusters: [data.unit], strata: [data.stratum] }),
}

export const a = { name: 'a', column: columns.a, totals: { a1: 1100, a2: 700, a3: 400 } }
export const b = { name: 'b', column: columns.b, totals: { b1: 1000, b2: 1200 } }
export const am = { ...a, name: 'am', column: columns.am }
export const x = { name: 'x', column: columns.x, total: 112_000 }

/** The mean of y, the totals of y and x, and their ratio, by hand. */
export const fourOf = (y: Float64Array, x: Float64Array): Statistic => ({
  estimate: (w) => {
    let [all, ys, xs] = [0, 0, 0]
    w.forEach((weight, i) => {
      all += weight
      ys += weight * (y[i] ?? NaN)
      xs += weight * (x[i] ?? NaN)
    })
    return Float64Array.of(ys / all, ys, xs, ys / xs)
  },
  linearise: (w, [mean = NaN, , xs = NaN, ratio = NaN]) => {
    const all = w.reduce((sum, weight) => sum + weight, 0)
    const where = (z: (i: number) => number): Float64Array => w.map((weight, i) => (weight === 0 ? 0 : z(i)))
    const [own, other] = [(i: number) => y[i] ?? NaN, (i: number) => x[i] ?? NaN]
    return [
      where((i) => (own(i) - mean) / all),
      where(own),
      where(other),
      where((i) => (own(i) - ratio * other(i)) / xs),
    ]
  },
})

export const four = fourOf(columns.y.values, columns.x.values)
