import type { StaffRow } from '../roster.ts'
import { isPassing } from './keys.ts'
import { mail, takeKey } from './normalise-pupil.ts'
import type { Notes } from './notes.ts'
import { openRow, type RawRecord, type Row } from './row.ts'

/**
 * A member of staff, or null when the row is refused or is a helping parent. The roles of the file decide nothing here:
 * EDEXML forbids to base rights on them. One is looked at to leave somebody out: OUD is a parent who helps, not staff.
 */
export const normaliseStaff = (
  record: RawRecord,
  source: { roles: readonly string[]; groups: string[] | 'named' | null; taken: Set<string> },
  notes: Notes,
): StaffRow | null => {
  const row = openRow(record, 'staff', notes)
  const key = takeKey(row, source.taken)
  const name = row.name()
  if (name.firstName === null && name.lastName === null) row.refuse('nameMissing', 'name')
  const email = mail(row)
  const groups = source.groups === 'named' ? namedGroups(record, row) : source.groups
  const helps = source.roles.length > 0 && source.roles.every((role) => role === 'OUD')
  if (helps) row.repair('helpingParent', 'name')
  if (!row.close(name, key) || key === null || helps) return null
  return { line: record.line, ...name, key: isPassing(key) ? null : key, email, groups }
}

/** The groups that a cell lists, none when it is empty, null when the file has no such column. */
const namedGroups = (record: RawRecord, row: Row): string[] | null => {
  const names = row.text('groups', 2000)
  if (names === null) return record.fields.has('groups') ? [] : null
  const listed = names.split(/[,;|]/u).map((name) => name.trim().toLowerCase())
  return [...new Set(listed)].filter((name) => name !== '')
}
