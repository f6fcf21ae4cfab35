import { surveyDesign, type Bounds, type LinearDesign } from '#stats'
import { done } from '../command.ts'
import { type Given, needed } from '../options.ts'
import { WrongUse } from '../wrong-use.ts'
import { baseWeights } from './base-weights.ts'
import { oneOf } from './choice.ts'
import { readData, type DataFile } from './data-file.ts'
import { textAt } from './columns.ts'
import { readJson } from './json-file.ts'
import { localCommand } from './local-command.ts'
import { marginsFile } from './margins-file.ts'
import { mustBeOthers, writeAll } from './out-files.ts'
import { weighed, DISTANCES, METHODS } from './weighting.ts'
import { weightReport } from './weight-report.ts'

export const surveyWeight = localCommand({
  name: 'survey weight',
  usage:
    'DATA.csv --margins M.json [--method raking|calibrate|poststratify] [--distance linear|raking|logit] [--bounds L,U] ' +
    '[--trim L,U] [--base COLUMN] --out WEIGHTS.csv --report REPORT.json',
  about:
    'weights the rows of a table so that they have the totals of the margins, and reports how well; ' +
    '--bounds are multiples of the start weights, --trim of the mean weight; see packages/survey-stats/COMMANDS.md',
  options: {
    margins: 'value',
    method: 'value',
    distance: 'value',
    bounds: 'value',
    trim: 'value',
    base: 'value',
    out: 'value',
    report: 'value',
  },
  read: (given) => ({
    data: oneFile(given),
    margins: needed(given, 'margins', 'the file with what is known of the population'),
    out: needed(given, 'out', 'the file that the weights go to'),
    report: needed(given, 'report', 'the file that the report goes to'),
    method: oneOf(given, 'method', METHODS) ?? 'raking',
    distance: oneOf(given, 'distance', DISTANCES),
    bounds: range(given, 'bounds'),
    trim: range(given, 'trim'),
    base: given.values.get('base') ?? null,
  }),
  run: async ({ data: path, margins, out, report, base, ...how }) => {
    await mustBeOthers([out, report], [path, margins])
    const wish = { ...how, margins: await readJson(margins, marginsFile) }
    const data = await readData(path)
    const start: LinearDesign = surveyDesign(base === null ? { n: data.rows } : { weights: baseWeights(data, base) })
    const weighing = weighed(start, data, wish)
    const told = weightReport(weighing, wish, base)
    await writeAll([
      { path: out, pieces: weightLines(data, weighing.weights) },
      { path: report, pieces: [`${JSON.stringify(told, null, 2)}\n`] },
    ])
    const { weightedRows, rows, designEffect, effectiveSize } = told
    return done(told, [
      `${weightedRows} of ${rows} rows have a weight in ${out}; ${report} says how.`,
      `Design effect ${designEffect.toFixed(3)}, effective size ${effectiveSize.toFixed(1)}.`,
    ])
  },
})

/** DATA.csv, and nothing behind it. @throws WrongUse */
export const oneFile = ({ rest: [file, ...more] }: Given): string => {
  if (file === undefined) throw new WrongUse('DATA.csv is missing.')
  if (more.length > 0) throw new WrongUse(`${JSON.stringify(more[0])} is too much: one file at a time.`)
  return file
}

/** `0.3,3`; one of both may be left open. */
const range = ({ values }: Given, name: string): Bounds | null => {
  const typed = values.get(name)
  if (typed === undefined) return null
  const parts = typed.split(',').map((part) => part.trim())
  const [lower, upper] = parts.map((part) => (part === '' ? undefined : Number(part)))
  const isFine = parts.length === 2 && parts.some((part) => part !== '') && !parts.some((part) => !isNumber(part))
  if (!isFine)
    throw new WrongUse(`--${name} is ${JSON.stringify(typed)}, but must be two numbers with a comma, such as 0.3,3.`)
  return { ...(lower !== undefined && { lower }), ...(upper !== undefined && { upper }) }
}

const isNumber = (part: string): boolean => part === '' || Number.isFinite(Number(part))

function* weightLines(data: DataFile, weights: Float64Array): Generator<string> {
  const ids = data.columns.get('id')
  let piece = 'id,weight\n'
  for (const [row, weight] of weights.entries()) {
    piece += `${ids === undefined ? row + 1 : cell(textAt(ids, row))},${weight}\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  yield piece
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
