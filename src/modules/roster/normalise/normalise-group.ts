import type { GroupRow, ReadContext } from '../roster.ts'
import { isPassing } from './keys.ts'
import { takeKey } from './normalise-pupil.ts'
import type { Notes } from './notes.ts'
import { openRow, type RawRecord } from './row.ts'
import { readYearGroup } from './year-group.ts'

/** A group of EDEXML, or null when it is refused. */
export const normaliseGroup = (
  record: RawRecord,
  source: { kind: 'class' | 'mixed'; taken: Set<string> },
  context: ReadContext,
  notes: Notes,
): GroupRow | null => {
  const row = openRow(record, 'groups', notes)
  const key = takeKey(row, source.taken)
  const name = row.text('name', 64)
  if (name === null) row.refuse('nameMissing', 'name')
  const year = row.text('yearGroup', 40)
  const read = year === null ? null : readYearGroup(year, context.stages)
  if (read?.is === 'unknown') row.repair('dropped', 'yearGroup', year ?? '')
  if (!row.close({ label: name ?? key ?? '' }, key) || key === null || name === null) return null
  return {
    line: record.line,
    ref: key,
    key: isPassing(key) ? null : key,
    name,
    kind: source.kind,
    yearGroup: source.kind === 'class' && read?.is === 'known' ? read.code : null,
  }
}
