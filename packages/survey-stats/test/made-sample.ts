import { coded, numeric, type Categorical, type Numeric } from '../src/data/column.ts'
import { surveyDesign, type LinearDesign } from '../src/design/design.ts'

/** How far ours is from theirs, relative to theirs. */
export const off = (ours: number, theirs: number): number => (ours === theirs ? 0 : Math.abs(ours / theirs - 1))

/** The same numbers each time, 0 … 1. */
const uniforms = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export type Sample = { weights: number[]; class: number[]; a: Categorical; b: Categorical; y: Numeric }

/** A sample in classes of four, of which neighbours are a little alike. */
export const sampleOf = (seed: number, n = 120): Sample => {
  const next = uniforms(seed)
  const draw = (levels: number): number => Math.floor(next() * levels)
  const rows = Array.from({ length: n }, (_, i) => ({
    weight: 1 + 9 * next(),
    unit: Math.floor(i / 4),
    a: draw(3),
    b: draw(4),
  }))
  const code = (values: number[], levels: string[]) => coded(Uint8Array.from(values), levels)
  return {
    weights: rows.map(({ weight }) => weight),
    class: rows.map(({ unit }) => unit),
    a: code(
      rows.map(({ a }) => a),
      ['never', 'sometimes', 'often'],
    ),
    b: code(
      rows.map(({ b }) => b),
      ['1', '2', '3', '4'],
    ),
    y: numeric(rows.map(({ a, unit }) => a + (unit % 5) + Math.round(6 * next()))),
  }
}
export const designOf = (sample: Sample): LinearDesign =>
  surveyDesign({ weights: sample.weights, clusters: [sample.class] })
