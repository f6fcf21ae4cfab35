import { CsvError, parse } from 'csv-parse/sync'
import { readText } from './read-text.ts'
import { quoted, Refusal } from './refusal.ts'

/** A table of texts, a code per cell, so that many rows of few answers stay small. */
export type DataFile = {
  readonly path: string
  readonly delimiter: string
  readonly rows: number
  readonly names: readonly string[]
  /** The line of the file on which each row ends. */
  readonly lines: Uint32Array
  readonly columns: ReadonlyMap<string, Texts>
}

/** A column as written: the different texts, and which of them each row has. */
export type Texts = { readonly codes: Uint32Array; readonly texts: readonly string[] }

/** Whether a cell holds no answer. */
export const isMissing = (text: string): boolean => text === '' || text === 'NA'

/**
 * Reads a table with a header: RFC 4180 with commas, semicolons or tabs, any line ends, with or without a byte order mark.
 * @throws Refusal for a file that is empty, has no rows, a name twice, a line of another length or a quote that stays open
 */
export const readData = async (path: string): Promise<DataFile> => {
  const text = await readText(path)
  if (text.trim() === '') throw new Refusal(`${quoted(path)} is empty.`)
  const delimiter = delimiterOf(text)
  const table = growing(path)
  try {
    parse(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      recordDelimiter: recordEnds(text),
      onRecord: (record: string[], { lines }) => table.take(record, lines),
    })
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof CsvError)) throw error
    throw new Refusal(faultOf(error, path))
  }
  return table.done(delimiter)
}

/** Only some of the rows. */
export const keepRows = (data: DataFile, keep: (row: number) => boolean): DataFile => {
  const kept = Uint32Array.from([...data.lines.keys()].filter(keep))
  if (kept.length === data.rows) return data
  const only = (values: Uint32Array): Uint32Array => kept.map((row) => values[row] ?? 0)
  return {
    ...data,
    rows: kept.length,
    lines: only(data.lines),
    columns: new Map([...data.columns].map(([name, { codes, texts }]) => [name, { codes: only(codes), texts }])),
  }
}

/** The delimiter that cuts the header into the most pieces, quoted names aside. */
const delimiterOf = (text: string): string => {
  const header = /^(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? ''
  return [',', ';', '\t'].reduce((one, other) => (header.split(other).length > header.split(one).length ? other : one))
}

// The parser looks at the first line only and, when that line is all there is of a kind, believes it of the others.
const recordEnds = (text: string): string[] => (text.includes('\n') ? ['\r\n', '\n'] : ['\r'])

const faultOf = (error: CsvError, path: string): string => {
  const line = Number(/line (\d+)/.exec(error.message)?.[1] ?? error['lines'] ?? 1)
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quotation mark is opened and never closed'
      : 'a quotation mark stands inside a value that does not begin with one, or goes on after it'
  return `${quoted(path)}, line ${line}: ${what}.`
}

type Column = { readonly codes: number[]; readonly texts: string[]; readonly codeOf: Map<string, number> }

const growing = (path: string) => {
  let names: readonly string[] | null = null
  let emptyLine: number | null = null
  const columns: Column[] = []
  const lines: number[] = []
  const take = (record: readonly string[], line: number): undefined => {
    if (names === null) {
      names = mustBeApart(record, path)
      for (const _ of names) columns.push({ codes: [], texts: [], codeOf: new Map() })
      return
    }
    // Empty lines may end a file, and nothing else; in a file of one column they are rows without an answer.
    if (record.length === 1 && record[0] === '' && names.length > 1) {
      emptyLine ??= line
      return
    }
    if (emptyLine !== null) throw new Refusal(`${quoted(path)}, line ${emptyLine} is empty, and rows follow.`)
    if (record.length !== names.length)
      throw new Refusal(
        `${quoted(path)}, line ${line} has ${record.length} values where the header has ${names.length} names.`,
      )
    lines.push(line)
    for (const [at, column] of columns.entries()) column.codes.push(codeIn(column, record[at] ?? ''))
  }
  const done = (delimiter: string): DataFile => {
    if (names === null || lines.length === 0) throw new Refusal(`${quoted(path)} has a header and no rows.`)
    return {
      path,
      delimiter,
      rows: lines.length,
      names,
      lines: Uint32Array.from(lines),
      columns: new Map(
        columns.map(({ codes, texts }, at) => [names?.[at] ?? '', { codes: Uint32Array.from(codes), texts }]),
      ),
    }
  }
  return { take, done }
}

const codeIn = ({ texts, codeOf }: Column, text: string): number => {
  const known = codeOf.get(text)
  if (known !== undefined) return known
  codeOf.set(text, texts.length)
  return texts.push(text) - 1
}

const mustBeApart = (names: readonly string[], path: string): readonly string[] => {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Refusal(`${quoted(path)} has the column ${quoted(twice)} twice.`)
  return names
}
