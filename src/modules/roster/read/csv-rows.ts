// The rows of any CSV, one by one: what lists of people and other tables have in common.
import { CsvError, parse } from 'csv-parse'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { longestStretch } from './caps.ts'
import { ReadFault } from './fault.ts'
import { withFewCells } from './guarded.ts'

export const delimiters = [';', ',', '\t', '|']

export type RowTaker = {
  /** The delimiter, given the first line that says something. */
  delimiterOf: (header: string) => string
  /** Gets every row that is not empty, and the line of the file it ends on. */
  take: (cells: string[], line: number) => undefined
}

/** Reads the pieces of a file row by row. @throws ReadFault */
export const readRows = async (pieces: Iterable<string>, { delimiterOf, take }: RowTaker): Promise<void> => {
  const source = pieces[Symbol.iterator]()
  const start = withoutHint(headOf(source))
  const delimiter = delimiterOf(/[^\r\n]+/u.exec(start)?.[0]?.slice(0, 10_000) ?? '')
  const parser = parse({
    bom: true,
    delimiter,
    maxRecordSize: longestStretch,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    onRecord: (record: string[], context) =>
      record.every((cell) => cell.trim() === '') ? undefined : take(record, context.lines),
  })
  const done = finished(parser)
  // A fault found before the parser's own must not leave that one without a listener.
  done.catch(() => undefined)
  try {
    parser.resume()
    for (const piece of withFewCells(following(start, source), delimiter)) {
      parser.write(piece)
      // Lets the parser tell what it found before it gets more.
      await setImmediate()
      if (parser.destroyed) break
    }
    parser.end()
    await done
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ReadFault({
      code: error.code === 'CSV_MAX_RECORD_SIZE' ? 'rowTooLong' : 'quoteOpen',
      line: lineOf(error),
    })
  }
}

/** The delimiter that cuts a line into the most pieces. */
export const mostCut = (header: string): string =>
  delimiters.reduce((one, other) => (header.split(other).length > header.split(one).length ? other : one))

function* following(start: string, source: Iterator<string>): Generator<string> {
  yield start
  for (let next = source.next(); next.done !== true; next = source.next()) yield next.value
}

/** The first line at least, and the whole file when it is short. */
const headOf = (source: Iterator<string>): string => {
  let text = ''
  for (let next = source.next(); next.done !== true; next = source.next()) {
    text += next.value
    if (/[\r\n].*[\r\n]/su.test(text) || text.length > 1_000_000) break
  }
  return text.replace(/^\ufeff/u, '')
}

/** Spreadsheets write `sep=;` above the headers. It is left as an empty line, so that line numbers stay those of the file. */
const withoutHint = (text: string): string => text.replace(/^sep=.(?=\r?\n)/iu, '')

const lineOf = (error: CsvError): number => {
  const lines = /line (\d+)/u.exec(error.message)?.[1] ?? error['lines']
  return Number(lines ?? 1)
}
