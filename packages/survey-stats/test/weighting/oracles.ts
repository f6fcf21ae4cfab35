import { categorical, numeric, type Categorical, type Numeric } from '../../src/data/column.ts'
import { oracleTable, oracleText } from '../oracle-files.ts'
import type { Margin, PerLevel } from '../../src/weighting/margin.ts'

export { hasOracles } from '../oracle-files.ts'

export type Table = Readonly<Record<string, readonly string[]>>

export const readTable = (file: string): Table => {
  const { names, of } = oracleTable(file)
  return Object.fromEntries(names.map((name) => [name, of(name)]))
}

export const column = (table: Table, name: string, levels?: readonly string[]): Categorical =>
  categorical(table[name] ?? [], levels)

export const amount = (table: Table, name: string): Numeric =>
  numeric((table[name] ?? []).map((text) => (text === '' || text === 'NA' ? null : Number(text))))

export const numbers = (table: Table, name: string): Float64Array => Float64Array.from(table[name] ?? [], Number)

export type Results = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export const readResults = (name: string): Results => (JSON.parse(oracleText(name)) as { results: Results }).results

export const readPopulation = (): { N: number } & Record<string, Record<string, number>> =>
  JSON.parse(oracleText('data/population.json')) as { N: number } & Record<string, Record<string, number>>

export const education = ['lbo', 'mbo', 'hbo', 'wo']

type Counted = Extract<Margin, { totals: PerLevel }>

export const panelMargins = (table: Table, names = ['gender', 'edu', 'mig', 'region']): Counted[] => {
  const population = readPopulation()
  return names.map((name) => ({
    name,
    column: column(table, name, name === 'edu' ? education : undefined),
    totals: population[name] ?? {},
  }))
}

/** The largest difference, as a share of the larger of R's number and 1. */
export const furthestApart = (ours: ArrayLike<number>, theirs: ArrayLike<number>): number => {
  let most = 0
  for (let i = 0; i < theirs.length; i += 1) {
    const [a, b] = [ours[i] ?? NaN, theirs[i] ?? NaN]
    const off = Math.abs(a - b) / Math.max(1e-300, Math.abs(b))
    if (!(off <= most)) most = off
  }
  return ours.length === theirs.length ? most : Infinity
}
