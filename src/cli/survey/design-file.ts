import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { replicatesGiven, replicatesOf, surveyDesign, type Design, type DesignOptions, type LinearDesign } from '#stats'
import { numbersIn, textAt, textsOf } from './columns.ts'
import { type DataFile, keepRows, readData } from './data-file.ts'
import { readJson } from './json-file.ts'
import { marginsFile } from './margins-file.ts'
import { quoted, Refusal } from './refusal.ts'
import { DISTANCES, METHODS, weighed, type Weighing, type Wish } from './weighting.ts'

const limits = z.strictObject({ lower: z.number().optional(), upper: z.number().optional() })
const perStage = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)])
const common = { mse: z.boolean().default(false) }

const given = z.strictObject({
  columns: z.union([z.array(z.string()), z.strictObject({ prefix: z.string() })]),
  are: z.enum(['weights', 'factors']).default('weights'),
  scale: z.number(),
  rscales: z.array(z.number()).optional(),
  degreesOfFreedom: z.number().optional(),
  ...common,
})
const made = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['JK1', 'JKn', 'BRR']), ...common }),
  z.strictObject({ type: z.literal('Fay'), rho: z.number(), ...common }),
  z.strictObject({
    type: z.enum(['bootstrap', 'subbootstrap']),
    replicates: z.number(),
    seed: z.union([z.string(), z.number()]),
    ...common,
  }),
])

/** How the sample was taken and weighted. Paths are from the folder of the file itself. */
export const designFile = z.strictObject({
  weights: z.union([z.string(), z.strictObject({ file: z.string() })]).optional(),
  weighting: z
    .strictObject({
      margins: z.union([z.string(), marginsFile]),
      method: z.enum(METHODS).default('raking'),
      distance: z.enum(DISTANCES).nullable().default(null),
      bounds: limits.nullable().default(null),
      trim: limits.nullable().default(null),
    })
    .optional(),
  strata: perStage(z.string().nullable()).optional(),
  clusters: perStage(z.string()).optional(),
  population: perStage(z.union([z.string(), z.number(), z.null()])).optional(),
  lonely: z.enum(['fail', 'certainty', 'remove', 'adjust', 'average']).default('fail'),
  replicates: z.union([given, made]).optional(),
})
type DesignFile = z.infer<typeof designFile>

/** The sample that tables are made of: rows that have no weight are not in it. */
export type Sample = {
  readonly data: DataFile
  readonly design: Design
  readonly weighting: { readonly weighing: Weighing<Design>; readonly wish: Wish } | null
}

/** @throws Refusal, SurveyError */
export const sampleOf = async (path: string, file: DesignFile, all: DataFile): Promise<Sample> => {
  const start = file.weights === undefined ? null : await weightsOf(file.weights, all, path)
  const data = start === null ? all : keepRows(all, (row) => start[row] !== 0)
  const weights = start?.filter((weight) => weight !== 0)
  const linear = surveyDesign({ ...stagesOf(file, data), n: data.rows, ...(weights !== undefined && { weights }) })
  const design = file.replicates === undefined ? linear : replicated(linear, file.replicates, data)
  if (file.weighting === undefined) return { data, design, weighting: null }
  const { margins, bounds, trim, ...how } = file.weighting
  const known = typeof margins === 'string' ? await readJson(beside(path, margins), marginsFile) : margins
  const wish = { ...how, margins: known, bounds: bounds && defined(bounds), trim: trim && defined(trim) }
  const weighing = weighed(design, data, wish)
  return { data, design: weighing.design, weighting: { weighing, wish } }
}

const defined = ({ lower, upper }: z.infer<typeof limits>) => ({
  ...(lower !== undefined && { lower }),
  ...(upper !== undefined && { upper }),
})

const beside = (path: string, named: string): string => resolve(dirname(path), named)

/** One per row: 0 for rows that dropped out. */
const weightsOf = async (
  from: NonNullable<DesignFile['weights']>,
  data: DataFile,
  path: string,
): Promise<Float64Array> => {
  const [file, name] = typeof from === 'string' ? [data, from] : [await readData(beside(path, from.file)), 'weight']
  if (file !== data) mustBeSameRows(file, data)
  const { values } = numbersIn(file, name)
  const wrong = values.findIndex((value) => !(value >= 0))
  if (wrong === -1) return values
  const found = Number.isNaN(values[wrong]) ? 'no value' : String(values[wrong])
  throw new Refusal(
    `${quoted(name)} has ${found} on line ${file.lines[wrong]}, and a weight is above 0, or 0 for a row that is left out.`,
  )
}

const mustBeSameRows = (weights: DataFile, data: DataFile): void => {
  if (weights.rows !== data.rows)
    throw new Refusal(`${quoted(weights.path)} has ${weights.rows} rows and the data has ${data.rows}.`)
  const [ids, own] = [textsOf(weights, 'id'), data.columns.get('id')]
  for (let row = 0; row < data.rows; row += 1) {
    const [id, expected] = [textAt(ids, row), own === undefined ? String(row + 1) : textAt(own, row)]
    if (id !== expected)
      throw new Refusal(
        `${quoted(weights.path)}, line ${weights.lines[row]} is about ${quoted(id)} where the data has ${quoted(expected)}.`,
      )
  }
}

const list = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : isList(one) ? one : [one]

const isList = <T>(one: T | readonly T[]): one is readonly T[] => Array.isArray(one)

const stagesOf = ({ strata, clusters, population, lonely }: DesignFile, data: DataFile): DesignOptions => ({
  strata: list<string | null>(strata).map((name) => (name === null ? null : labels(data, name))),
  clusters: list(clusters).map((name) => labels(data, name)),
  population: list<string | number | null>(population).map((one) =>
    typeof one === 'string' ? numbersIn(data, one) : one === null ? null : new Float64Array(data.rows).fill(one),
  ),
  lonely,
})

/** Units and strata by what stands in the file; a row without is refused. */
const labels = (data: DataFile, name: string): Uint32Array => {
  const { codes, texts } = textsOf(data, name)
  const without = codes.findIndex((code) => texts[code] === '' || texts[code] === 'NA')
  if (without !== -1) throw new Refusal(`${quoted(name)} has no value on line ${data.lines[without]}.`)
  return codes
}

const replicated = (design: LinearDesign, asked: z.infer<typeof given> | z.infer<typeof made>, data: DataFile) => {
  if ('type' in asked) return replicatesOf(design, asked)
  const { columns, are, scale, mse, rscales, degreesOfFreedom } = asked
  const names = Array.isArray(columns) ? columns : data.names.filter((name) => name.startsWith(columns.prefix))
  const values = names.map((name) => {
    const own = numbersIn(data, name).values
    const without = own.findIndex((value) => Number.isNaN(value))
    if (without !== -1) throw new Refusal(`${quoted(name)} has no value on line ${data.lines[without]}.`)
    return own
  })
  return replicatesGiven(design, {
    values,
    are,
    scale,
    mse,
    ...(rscales !== undefined && { rscales }),
    ...(degreesOfFreedom !== undefined && { degreesOfFreedom }),
  })
}
