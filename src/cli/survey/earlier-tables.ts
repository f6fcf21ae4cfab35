import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import {
  releaseAgain,
  SurveyError,
  type AnswerTable,
  type DisclosureRules,
  type PublishedTable,
  type Release,
} from '#stats'
import { counted, nested, type Counted, type ShareSpec } from './answer-table.ts'
import { classesIn, textAt, textsOf } from './columns.ts'
import { readData } from './data-file.ts'
import { designFile, sampleOf, type Sample } from './design-file.ts'
import { readJson } from './json-file.ts'
import { quoted, Refusal } from './refusal.ts'
import { missing, rules, where, type Spec } from './spec-file.ts'

type Disclosure = NonNullable<Spec['disclosure']>

const word = z.enum(['hardly-anybody', 'minority', 'about-half', 'majority', 'nearly-all'])
const figure = z.union([z.strictObject({ percent: z.number() }), z.strictObject({ word })])

const cell = z.discriminatedUnion('told', [
  z.strictObject({ told: z.literal('apart'), figure }),
  z.strictObject({ told: z.literal('together'), with: z.array(z.string()), figure }),
  z.strictObject({ told: z.literal('band'), band: z.enum(['nearly-all', 'hardly-anybody']) }),
  z.strictObject({ told: z.literal('not') }),
])

/** Tables under disclosure control, as `survey tabulate` writes them. */
const publicFile = z.strictObject({
  disclosure: z.strictObject({ wave: z.string(), rules: rules.required(), households: z.string().nullable() }),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      where,
      by: z.array(z.string()),
      missing,
      ordered: z.boolean(),
      sensitive: z.boolean(),
      question: z.string(),
      wave: z.string(),
      answers: z.array(z.string()),
      groups: z.array(
        z.strictObject({
          group: z.string(),
          respondents: z.number().nullable(),
          response: z.number().nullable(),
          cells: z.array(cell),
        }),
      ),
    }),
  ),
})
type PublicFile = z.infer<typeof publicFile>

/** A file of tables that are out, and what they were made of. */
export type Earlier = { readonly path: string; readonly file: PublicFile; readonly tables: readonly Counted[] }

/** What came before, and with whom: the tables of the same wave apart, as new ones may share their groups. */
export type Before = { readonly sameWave: readonly Earlier[]; readonly waves: readonly (readonly Earlier[])[] }

/** The files that a spec names. */
export const earlierPaths = (spec: string, { earlier }: Disclosure): string[] =>
  earlier.flatMap((one) => filesOf(one)).map((path) => beside(spec, path))

/** @throws Refusal when a file is not one of ours, or of other data, another wave or other rules than it should be */
export const readEarlier = async (
  spec: string,
  disclosure: Disclosure,
  sample: Sample,
  limits: DisclosureRules,
): Promise<Before> => {
  const sameWave: Earlier[] = []
  const waves: Earlier[][] = []
  for (const one of disclosure.earlier) {
    const own = typeof one === 'string' ? sample : await sampleBeside(spec, one.data, one.design)
    const read: Earlier[] = []
    for (const path of filesOf(one)) {
      const file = await readPublic(beside(spec, path))
      mustFit(path, file, disclosure, limits, typeof one === 'string')
      read.push({ path, file, tables: tablesOf(path, file, own) })
    }
    if (typeof one === 'string') sameWave.push(...read)
    else waves.push(read)
  }
  return { sameWave, waves }
}

/** The releases that files hold. @param tables all their tables in order, with what is known of their groups; more may follow */
export const releasesOf = (
  files: readonly Earlier[],
  tables: readonly AnswerTable[],
  limits: DisclosureRules,
): Release[] => {
  let from = 0
  return files.map((one) => releaseOf(one, tables.slice(from, (from += one.tables.length)), limits))
}

const releaseOf = ({ path, file }: Earlier, tables: readonly AnswerTable[], limits: DisclosureRules): Release => {
  const told = file.tables.map(({ question, wave, answers, groups }): PublishedTable => ({
    question,
    wave,
    answers,
    groups,
  }))
  return named(path, () => releaseAgain(told, tables, limits))
}

/** The releases of earlier waves, each file by itself. */
export const wavesBefore = ({ waves }: Before, limits: DisclosureRules): Release[] =>
  waves.flatMap((files) => releasesOf(files, nested(files.flatMap((one) => one.tables)), limits))

/** The id of each row of the data. @throws Refusal when there are none, or one stands there twice */
export const idsOf = ({ data }: Counted): string[] => {
  const column = textsOf(data, 'id')
  const ids = Array.from({ length: data.rows }, (_, row) => textAt(column, row))
  const twice = new Set(ids).size < ids.length ? ids.find((id, at) => ids.indexOf(id) !== at) : undefined
  if (twice !== undefined)
    throw new Refusal(
      `${quoted(data.path)} has the id ${quoted(twice)} twice, so that who stayed between waves is not known.`,
    )
  return ids
}

const filesOf = (one: Disclosure['earlier'][number]): string[] =>
  typeof one === 'string' ? [one] : [one.tables].flat()

const beside = (path: string, named: string): string => resolve(dirname(path), named)

const sampleBeside = async (spec: string, data: string, design: string): Promise<Sample> => {
  const path = beside(spec, design)
  return sampleOf(path, await readJson(path, designFile), await readData(beside(spec, data)))
}

const readPublic = async (path: string): Promise<PublicFile> => {
  const found = publicFile.safeParse(await readJson(path, z.unknown()))
  if (found.success) return found.data
  throw new Refusal(`${quoted(path)} holds no tables that survey tabulate made under disclosure control.`)
}

const mustFit = (
  path: string,
  { disclosure: { wave, rules: own } }: PublicFile,
  disclosure: Disclosure,
  limits: DisclosureRules,
  isSameData: boolean,
): void => {
  if (isSameData && wave !== disclosure.wave)
    throw new Refusal(
      `${quoted(path)} is of wave ${quoted(wave)}: give it with the "data" and the "design" of that wave.`,
    )
  if (!isSameData && wave === disclosure.wave)
    throw new Refusal(`${quoted(path)} is of this wave, ${quoted(wave)}: give its path alone, as it is of this data.`)
  const now = new Map(Object.entries(limits).map(([rule, limit]) => [rule, JSON.stringify(limit)]))
  const other = Object.entries(own).find(([rule, limit]) => JSON.stringify(limit) !== now.get(rule))
  if (other !== undefined) throw new Refusal(`${quoted(path)} was made under another rule ${quoted(other[0])}.`)
}

const tablesOf = (path: string, { disclosure, tables }: PublicFile, sample: Sample): Counted[] =>
  named(path, () => {
    const homes = disclosure.households === null ? null : classesIn(sample.data, disclosure.households)
    return tables.map(({ name, question, by, where: among, missing: without, ordered, sensitive, wave }) => {
      const spec: ShareSpec = {
        statistic: 'share',
        name,
        question,
        by,
        where: among,
        missing: without,
        ordered,
        sensitive,
        interval: 'logit',
        tests: [],
      }
      return counted(sample, spec, { missing: without, level: 0.95 }, wave, homes)
    })
  })

const named = <T>(path: string, make: () => T): T => {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof SurveyError || error instanceof Refusal)) throw error
    throw new Refusal(`${quoted(path)}: ${error.message}`)
  }
}
