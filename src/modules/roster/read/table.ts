import { defaultCaps, type Caps } from './caps.ts'
import type { Fault } from '../roster.ts'

/** A row of a table: null for a cell that is longer than any text we keep; `cells` is null when it has more or fewer than the header. */
export type TableRow = { line: number; cells: readonly (string | null)[] | null }

/** Any table of text: a header without doubles, and its rows in order. Texts are clean and on one line. */
export type Table = { header: readonly string[]; rows: readonly TableRow[] }

export type TableOutcome = { ok: true; table: Table } | { ok: false; fault: Fault }

/** A table that a person reads in for a group or two. */
export const tableCaps: Caps = { ...defaultCaps, bytes: 8 * 1024 * 1024, rows: 5000, seconds: 20, heap: 128 }
