import type { PupilRow, ReadContext } from '../roster.ts'
import { readEmail } from './contact.ts'
import { isPassing, looksLikeBsn } from './keys.ts'
import type { Notes } from './notes.ts'
import { openRow, type RawRecord, type Row } from './row.ts'
import { readYearGroup } from './year-group.ts'

/**
 * What of a pupil differs between formats: the groups referred to ('named' where a field names one), the keys taken so far,
 * and whether a key may look like a citizen number; 'none' when the record says that its key is one.
 */
export type PupilSource = { groups: string[] | 'named' | null; taken: Set<string>; keys: 'any' | 'no BSN' | 'none' }

/** A pupil of any format, or null when the row is refused. */
export const normalisePupil = (
  record: RawRecord,
  source: PupilSource,
  context: ReadContext,
  notes: Notes,
): PupilRow | null => {
  const row = openRow(record, 'pupils', notes)
  const key = readKey(row, source)
  const name = row.name()
  if (name.firstName === null && name.lastName === null) row.refuse('nameMissing', 'name')
  const birthDate = row.day('birthDate', context.today)
  const year = readYear(row, context)
  const groups = source.groups === 'named' ? namedGroup(record, row) : source.groups
  const email = mail(row)
  const leftOn = row.day('leftOn', context.today)
  const entered = row.day('enteredOn', context.today)
  const enteredOn = entered !== null && leftOn !== null && entered > leftOn ? null : entered
  if (enteredOn !== entered) row.repair('dropped', 'enteredOn', entered ?? '')
  if (!row.close(name, key) || key === null) return null
  return {
    line: record.line,
    ...name,
    key: isPassing(key) ? null : key,
    birthDate,
    yearGroup: year.code,
    groups,
    email,
    enteredOn,
    left: year.past,
    leftOn,
  }
}

/** The name of the one group of a row, none when the field is empty, null when the file has no such field. */
const namedGroup = (record: RawRecord, row: Row): string[] | null => {
  const name = row.text('group', 64)
  return name !== null ? [name] : record.fields.has('group') ? [] : null
}

/** The key of a row, trimmed. A citizen number is refused and not repeated. */
const readKey = (row: Row, source: PupilSource): string | null => {
  const key = takeKey(row, source.taken)
  if (key === null || source.keys === 'any' || (source.keys === 'no BSN' && !looksLikeBsn(key))) return key
  row.refuse('keyIsBsn', 'key')
  return null
}

/** The key of a row, which no row before it may have. */
export const takeKey = (row: Row, taken: Set<string>): string | null => {
  const key = row.text('key', 256)
  if (key === null) row.refuse('keyMissing', 'key')
  else if (taken.has(key)) row.refuse('keyTwice', 'key')
  else taken.add(key)
  return key
}

export const mail = (row: Row): string | null => {
  const found = row.text('email', 400)
  const email = found === null ? null : readEmail(found)
  if (found !== null && email === null) row.repair('dropped', 'email', found)
  return email
}

const readYear = (row: Row, context: ReadContext): { code: string | null; past: boolean } => {
  const found = row.text('yearGroup', 40)
  const read = found === null ? null : readYearGroup(found, context.stages)
  if (read?.is === 'unknown') row.repair('dropped', 'yearGroup', found ?? '')
  return { code: read?.is === 'known' ? read.code : null, past: read?.is === 'past' }
}
