import type { StaffRow } from '../roster.ts'
import { isPassing } from './keys.ts'
import { mail, takeKey } from './normalise-pupil.ts'
import type { Notes } from './notes.ts'
import { openRow, type RawRecord } from './row.ts'

/**
 * A member of staff, or null when the row is refused or is a helping parent. The roles of the file decide nothing here:
 * EDEXML forbids to base rights on them. One is looked at to leave somebody out: OUD is a parent who helps, not staff.
 */
export const normaliseStaff = (
  record: RawRecord,
  source: { roles: readonly string[]; groups: string[] | null; taken: Set<string> },
  notes: Notes,
): StaffRow | null => {
  const row = openRow(record, 'staff', notes)
  const key = takeKey(row, source.taken)
  const name = row.name()
  if (name.firstName === null && name.lastName === null) row.refuse('nameMissing', 'name')
  const email = mail(row)
  const helps = source.roles.length > 0 && source.roles.every((role) => role === 'OUD')
  if (helps) row.repair('helpingParent', 'name')
  if (!row.close(name, key) || key === null || helps) return null
  return { line: record.line, ...name, key: isPassing(key) ? null : key, email, groups: source.groups }
}
