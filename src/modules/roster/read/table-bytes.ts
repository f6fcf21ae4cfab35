import { cleanText, shorten } from '../normalise/clean-text.ts'
import { isBlank } from './blank.ts'
import { longestField, type Caps } from './caps.ts'
import { decode, findCharset } from './charset.ts'
import { headerKey } from './columns.ts'
import { mostCut, readRows } from './csv-rows.ts'
import { ReadFault } from './fault.ts'
import { withinMemory } from './guarded.ts'
import type { Table, TableOutcome, TableRow } from './table.ts'

/**
 * Reads a table that lies in memory, whatever its columns mean.
 * @returns the table, or why it is refused whole; it never throws on account of the bytes
 */
export const tableOfBytes = async (bytes: Uint8Array, caps: Caps): Promise<TableOutcome> => {
  try {
    if (isBlank(bytes)) throw new ReadFault({ code: 'empty' })
    return { ok: true, table: await readTable(bytes, caps) }
  } catch (error) {
    if (error instanceof ReadFault) return { ok: false, fault: error.fault }
    throw error
  }
}

const readTable = async (bytes: Uint8Array, caps: Caps): Promise<Table> => {
  // A workbook is a zip.
  if (bytes.subarray(0, 4).join() === '80,75,3,4') throw new ReadFault({ code: 'unreadable' })
  let header: string[] | null = null
  const rows: TableRow[] = []
  await readRows(withinMemory(decode(bytes, findCharset(bytes, null)), caps), {
    delimiterOf: mostCut,
    take: (cells, line) => {
      if (header === null) header = headerOf(cells, line)
      else if (rows.length === caps.rows) throw new ReadFault({ code: 'tooManyRows', wanted: String(caps.rows) })
      else rows.push({ line, cells: cellsOf(cells, header.length) })
      return undefined
    },
  })
  if (header === null || rows.length === 0) throw new ReadFault({ code: 'noRows' })
  return { header, rows }
}

const headerOf = (cells: string[], line: number): string[] => {
  const keys = cells.map(headerKey)
  const twice = cells.find((_, at) => keys[at] !== '' && keys.indexOf(keys[at] ?? '') !== at)
  if (twice !== undefined) throw new ReadFault({ code: 'headerTwice', line, found: shorten(twice, 40) })
  return cells.map((cell) => shorten(cell, 200))
}

const cellsOf = (cells: string[], width: number): (string | null)[] | null =>
  cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')
    ? null
    : cells.slice(0, width).map((cell) => (cell.length > longestField ? null : (cleanText(cell).text ?? '')))
