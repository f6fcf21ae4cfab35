// CSV of pupils, of staff or of guardians: delimiter found, headers in English or Dutch, columns in any order.
import { CsvError, parse } from 'csv-parse'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { columnsOfFile } from '../columns-of-file.ts'
import type { Gathering } from '../normalise/gather-file.ts'
import { shorten } from '../normalise/clean-text.ts'
import type { RawRecord } from '../normalise/row.ts'
import type { Format, RosterFile } from '../roster.ts'
import { longestField, longestStretch } from './caps.ts'
import { mapColumns, type Mapping } from './columns.ts'
import { ReadFault } from './fault.ts'
import { withFewCells } from './guarded.ts'

type CsvFormat = Exclude<Format, 'edexml'>

const delimiters = [';', ',', '\t', '|']

/** Reads the pieces of a file into the gathering, row by row. */
export const readCsv = async (pieces: Iterable<string>, format: CsvFormat, into: Gathering): Promise<RosterFile> => {
  const source = pieces[Symbol.iterator]()
  const start = withoutHint(headOf(source))
  const delimiter = findDelimiter(start, format)
  const rows = openRows(format, into)
  const parser = parse({
    bom: true,
    delimiter,
    maxRecordSize: longestStretch,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    onRecord: (record: string[], context) => rows.take(record, context.lines),
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
  return rows.finish()
}

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

/** The delimiter that makes the most of our columns out of the header line. */
const findDelimiter = (text: string, format: CsvFormat): string => {
  const header = /[^\r\n]+/u.exec(text)?.[0]?.slice(0, 10_000) ?? ''
  const known = (delimiter: string): number => mapColumns(format, header.split(delimiter)).fields.size
  const best = delimiters.reduce((one, other) => (known(other) > known(one) ? other : one))
  if (known(best) > 1) return best
  return delimiters.reduce((one, other) => (header.split(other).length > header.split(one).length ? other : one))
}

const lineOf = (error: CsvError): number => {
  const lines = /line (\d+)/u.exec(error.message)?.[1] ?? error['lines']
  return Number(lines ?? 1)
}

const openRows = (format: CsvFormat, into: Gathering) => {
  let mapping: Mapping | null = null
  let width = 0
  let rows = 0
  return {
    take: (cells: string[], line: number): undefined => {
      if (cells.every((cell) => cell.trim() === '')) return
      if (mapping === null) {
        mapping = openColumns(format, cells, line)
        width = cells.length
        for (const header of mapping.skipped) into.skip(header)
        return
      }
      rows += 1
      const record = readCells(mapping, width, cells, line)
      if (record === null) into.refuse({ line, kind: format, code: 'ragged', field: 'file' })
      else if (format === 'pupils') into.namedPupil(record)
      else if (format === 'staff') into.namedStaff(record)
      else into.guardian(record)
    },
    finish: (): RosterFile => {
      if (rows === 0) throw new ReadFault({ code: 'noRows' })
      const groups = mapping !== null && [...mapping.fields.values()].includes('group')
      return into.finish({ groups, staff: format === 'staff', memberships: groups ? 'class' : 'none' })
    },
  }
}

const openColumns = (format: CsvFormat, headers: string[], line: number): Mapping => {
  const mapping = mapColumns(format, headers)
  const found = headers
    .slice(0, 12)
    .map((header) => shorten(header, 40))
    .join(', ')
  if (mapping.missing.length > 0 || mapping.otherList)
    throw new ReadFault({ code: 'headersMissing', line, found, wanted: columnsOfFile[format] })
  if (mapping.twice !== null) throw new ReadFault({ code: 'headerTwice', line, found: shorten(mapping.twice, 40) })
  return mapping
}

/** The wanted cells of a row; null when the row has more or fewer cells than there are columns (empty ones at the end aside). */
const readCells = (mapping: Mapping, width: number, cells: string[], line: number): RawRecord | null => {
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) return null
  const fields = new Map<string, string>()
  const tooLong = new Set<string>()
  for (const [at, field] of mapping.fields) {
    const cell = cells[at] ?? ''
    if (cell.length > longestField) tooLong.add(field)
    else if (cell.trim() !== '' || field === 'group' || field === 'groups') fields.set(field, cell)
  }
  return { line, fields, tooLong }
}
