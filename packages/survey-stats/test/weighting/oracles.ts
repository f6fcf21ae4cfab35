import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { categorical, numeric, type Categorical, type Numeric } from '../../src/data/column.ts'
import type { Margin, PerLevel } from '../../src/weighting/margin.ts'

// The results of R lie beside the project, wherever a work tree of it is.
const places = ['../../../../../shared/oracles', '../../../../../../shared/oracles'].map((path) =>
  resolve(import.meta.dirname, path),
)
const found = places.find((place) => existsSync(place))

export const hasOracles = found !== undefined
if (!hasOracles) console.info('oracles/ is not there: only the fixtures of the package are compared.')

const pathOf = (name: string): string => resolve(found ?? '', name)

export type Table = Readonly<Record<string, readonly string[]>>

/** A CSV by column; quotes as R writes them. */
export const readTable = (name: string): Table => {
  const [head, ...rows] = readFileSync(pathOf(name), 'utf8').trim().split('\n').map(fieldsOf)
  return Object.fromEntries((head ?? []).map((column, at) => [column, rows.map((row) => row[at] ?? '')]))
}

const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim())

export const column = (table: Table, name: string, levels?: readonly string[]): Categorical =>
  categorical(table[name] ?? [], levels)

export const amount = (table: Table, name: string): Numeric =>
  numeric((table[name] ?? []).map((text) => (text === '' || text === 'NA' ? null : Number(text))))

export const numbers = (table: Table, name: string): Float64Array => Float64Array.from(table[name] ?? [], Number)

export type Results = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export const readResults = (name: string): Results =>
  (JSON.parse(readFileSync(pathOf(name), 'utf8')) as { results: Results }).results

export const readPopulation = (): { N: number } & Record<string, Record<string, number>> =>
  JSON.parse(readFileSync(pathOf('data/population.json'), 'utf8')) as { N: number } & Record<
    string,
    Record<string, number>
  >

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
