// A preview is kept by the page that shows it: its form carries the table, and nothing is stored.
import { z } from 'zod'
import type { Table } from '#modules/roster/index.ts'

const schema = z.object({
  header: z.array(z.string()),
  rows: z.array(z.object({ line: z.number().int(), cells: z.array(z.string().nullable()).nullable() })),
})

/** More than this a form does not carry, in bytes: about ten thousand results. */
export const mostCarried = 700_000

/** The table as a hidden field holds it; null when it is too much for one form. */
export const carry = (table: Table): string | null => {
  const text = JSON.stringify(table)
  return Buffer.byteLength(text) > mostCarried ? null : text
}

/** The table out of the field; null for what no page of ours wrote. */
export const carriedTable = (field: string): Table | null => {
  try {
    const read = schema.safeParse(JSON.parse(field))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** The table as a person could have pasted it: for the box of the form, when that must be answered again. */
export const asText = ({ header, rows }: Table): string =>
  [header, ...rows.map(({ cells }) => cells ?? [])]
    .map((cells) => cells.map((cell) => quoted(cell ?? '')).join('\t'))
    .join('\n')

const quoted = (cell: string): string => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)
