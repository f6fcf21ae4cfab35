import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

export type Outcome = 'given' | 'not-given' | 'taken-back'
export type Reason = 'went-home' | 'absent'

interface ChildNoteTable {
  school_id: string
  id: Generated<string>
  pupil_id: string
  guardian_id: string
  day: Generated<string>
  sent_at: Generated<Date>
}

interface ChildNoteTextTable {
  school_id: string
  note_id: string
  day: Generated<string>
  sender: string
  words: string
}

interface ChildNoteOutcomeTable {
  school_id: string
  note_id: string
  outcome: Outcome
  reason: Reason | null
  at: Generated<Date>
}

interface ChildNoteHoursTable {
  school_id: string
  until_time: string
  phone: string | null
}

export interface NoteTables {
  child_note: ChildNoteTable
  child_note_text: ChildNoteTextTable
  child_note_outcome: ChildNoteOutcomeTable
  child_note_hours: ChildNoteHoursTable
}

const year = '400 days after its day, cleared by the purge'
const withNote = 'with the note'

export const tableCards: TableCards<NoteTables> = {
  child_note: {
    scope: 'school',
    retention: year,
    erase: 'with the pupil or the guardian, whoever is first',
    columns: {
      school_id: 'key: the school',
      id: 'key: the note',
      pupil_id: 'child: for whom it is',
      guardian_id: 'personal: who sent it, for whom alone it shows at home',
      day: 'child: for which day',
      sent_at: 'child: since when it waits',
    },
  },
  child_note_text: {
    scope: 'school',
    retention: 'seven days after its day, cleared by the purge',
    erase: withNote,
    columns: {
      school_id: 'key: the school',
      note_id: 'key: the note',
      day: 'child: for which day, to know when it goes',
      sender: 'personal: first name of who sent it, for the child to read',
      words: 'sensitive: what the child is told; it may say how a family arranges its day',
    },
  },
  child_note_outcome: {
    scope: 'school',
    retention: year,
    erase: withNote,
    columns: {
      school_id: 'key: the school',
      note_id: 'key: the note',
      outcome: 'child: given, not given, or taken back',
      reason: 'child: why it could not be given',
      at: 'child: when',
    },
  },
  child_note_hours: {
    scope: 'school',
    retention: 'as long as the school uses this installation',
    erase: 'with the school',
    columns: {
      school_id: 'key: the school',
      until_time: 'school: until when notes are taken',
      phone: 'public: the number of the school, to call after that',
    },
  },
}
