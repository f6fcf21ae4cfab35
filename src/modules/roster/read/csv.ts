// CSV of pupils, of staff or of guardians: delimiter found, headers in English or Dutch, columns in any order.
import { columnsOfFile } from '../columns-of-file.ts'
import type { Gathering } from '../normalise/gather-file.ts'
import { shorten } from '../normalise/clean-text.ts'
import type { RawRecord } from '../normalise/row.ts'
import type { Format, RosterFile } from '../roster.ts'
import { longestField } from './caps.ts'
import { mapColumns, type Mapping } from './columns.ts'
import { delimiters, mostCut, readRows } from './csv-rows.ts'
import { ReadFault } from './fault.ts'

type CsvFormat = Exclude<Format, 'edexml'>

/** Reads the pieces of a file into the gathering, row by row. */
export const readCsv = async (pieces: Iterable<string>, format: CsvFormat, into: Gathering): Promise<RosterFile> => {
  const rows = openRows(format, into)
  await readRows(pieces, { delimiterOf: (header) => findDelimiter(header, format), take: rows.take })
  return rows.finish()
}

/** The delimiter that makes the most of our columns out of the header line. */
const findDelimiter = (header: string, format: CsvFormat): string => {
  const known = (delimiter: string): number => mapColumns(format, header.split(delimiter)).fields.size
  const best = delimiters.reduce((one, other) => (known(other) > known(one) ? other : one))
  return known(best) > 1 ? best : mostCut(header)
}

const openRows = (format: CsvFormat, into: Gathering) => {
  let mapping: Mapping | null = null
  let width = 0
  let rows = 0
  return {
    take: (cells: string[], line: number): undefined => {
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
