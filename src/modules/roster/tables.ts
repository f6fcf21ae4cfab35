import type { Generated, JSONColumnType } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

type Format = 'edexml' | 'pupils' | 'staff' | 'guardians'
type Role = 'office' | 'administrator' | 'operator'

interface RosterPreviewTable {
  school_id: string
  id: Generated<string>
  format: Format
  file_name: string
  read_at: Generated<Date>
  person_id: string
  content: Buffer
  fingerprint: string
}

interface RosterImportTable {
  school_id: string
  id: string
  format: Format
  file_name: string
  applied_at: Generated<Date>
  person_id: string | null
  role: Role
  counts: JSONColumnType<object>
}

interface RosterUndoTable {
  school_id: string
  import_id: string
  part: number
  written_at: Generated<Date>
  content: JSONColumnType<object>
}

interface RosterReversalTable {
  school_id: string
  import_id: string
  reversed_at: Generated<Date>
  person_id: string | null
  role: Role
  kept: string[]
}

export interface RosterTables {
  roster_preview: RosterPreviewTable
  roster_import: RosterImportTable
  roster_undo: RosterUndoTable
  roster_reversal: RosterReversalTable
}

const school = 'key: the school'
const asLongAsPupils = 'five years: it explains where enrolment data came from'

export const tableCards: TableCards<RosterTables> = {
  roster_preview: {
    scope: 'school',
    retention: 'one day, or until it is applied or thrown away',
    erase: 'deleted whole within a day',
    columns: {
      school_id: school,
      id: 'key: the preview',
      format: 'school: kind of file',
      file_name: 'school: name of the file, as the office gave it',
      read_at: 'school: when it was read',
      person_id: 'key: who read it',
      content:
        'sensitive: the people in the file, to show and apply exactly what was shown; no citizen number, origin or weight',
      fingerprint: 'school: whether anything changed since it was shown',
    },
  },
  roster_import: {
    scope: 'school',
    retention: asLongAsPupils,
    erase: 'with the school; it names no pupil or guardian',
    columns: {
      school_id: school,
      id: 'key: the import',
      format: 'school: kind of file',
      file_name: 'school: name of the file, as the office gave it',
      applied_at: 'school: when it was applied',
      person_id: 'key: who applied it',
      role: 'school: in which role',
      counts: 'school: how many came, changed and went',
    },
  },
  roster_undo: {
    scope: 'school',
    retention: 'thirty days: as long as the import can be taken back',
    erase: 'deleted whole after thirty days',
    columns: {
      school_id: school,
      import_id: 'key: the import',
      part: 'key: which part of its rows',
      written_at: 'school: when, for its term',
      content: 'sensitive: the rows as they were and as they became, to take them back',
    },
  },
  roster_reversal: {
    scope: 'school',
    retention: asLongAsPupils,
    erase: 'with the school; ids say nothing once the people are gone',
    columns: {
      school_id: school,
      import_id: 'key: the import',
      reversed_at: 'school: when it was taken back',
      person_id: 'key: who took it back',
      role: 'school: in which role',
      kept: 'key: the people and groups that had changed since and stay',
    },
  },
}
