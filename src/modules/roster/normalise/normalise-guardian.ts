import type { GuardianRow } from '../roster.ts'
import { readLanguage, readPhone, readRelation } from './contact.ts'
import { looksLikeBsn } from './keys.ts'
import { mail } from './normalise-pupil.ts'
import type { Notes } from './notes.ts'
import { openRow, type RawRecord, type Row } from './row.ts'

/** A guardian of one pupil, or null when the row is refused. */
export const normaliseGuardian = (record: RawRecord, notes: Notes): GuardianRow | null => {
  const row = openRow(record, 'guardians', notes)
  const pupilKey = row.text('pupilKey', 256)
  if (pupilKey === null) row.refuse('keyMissing', 'pupilKey')
  const isBsn = pupilKey !== null && looksLikeBsn(pupilKey)
  if (isBsn) row.refuse('keyIsBsn', 'pupilKey')
  const name = row.name()
  if (name.firstName === null && name.lastName === null) row.refuse('nameMissing', 'name')
  const rest = { email: mail(row), phone: phone(row), relation: relation(row), language: language(row) }
  if (!row.close(name, isBsn ? null : pupilKey) || pupilKey === null) return null
  return { line: record.line, ...name, pupilKey, ...rest }
}

const phone = (row: Row): string | null => {
  const found = row.text('phone', 60)
  const read = found === null ? null : readPhone(found)
  if (found !== null && read === null) row.repair('dropped', 'phone', found)
  if (read?.zero) row.repair('leadingZero', 'phone', found ?? '', read.phone)
  return read?.phone ?? null
}

const relation = (row: Row): GuardianRow['relation'] => {
  const found = row.text('relation', 200)
  if (found === null) return null
  const read = readRelation(found)
  if (read === null) row.repair('relationOther', 'relation', found)
  return read ?? 'other'
}

const language = (row: Row): string | null => {
  const found = row.text('language', 60)
  const read = found === null ? null : readLanguage(found)
  if (found !== null && read === null) row.repair('dropped', 'language', found)
  return read
}
