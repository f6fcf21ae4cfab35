import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface SightChoiceTable {
  school_id: string
  guardian_id: string
  pupil_id: string
  category: 'grades' | 'homework' | 'presence' | 'timetable' | 'messages'
  choice: 'ask' | 'none'
  guardianship_id: string
  chosen_at: Generated<Date>
}

interface SightRequestTable {
  school_id: string
  id: string
  pupil_id: string
  guardian_id: string
  guardianship_id: string
  sender: string
  relation: 'mother' | 'father' | 'caretaker' | 'guardian' | 'foster' | 'institution' | 'other'
  weeks: number
  reason: string | null
  asked_at: Generated<Date>
}

interface SightAnswerTable {
  school_id: string
  request_id: string
  pupil_id: string
  side: 'pupil' | 'mentor'
  says: 'yes' | 'no'
  person_id: string
  answered_at: Generated<Date>
}

interface SightGrantTable {
  school_id: string
  request_id: string
  guardian_id: string
  pupil_id: string
  granted_at: Generated<Date>
  until: Generated<Date>
}

interface SightEndTable {
  school_id: string
  request_id: string
  guardian_id: string
  pupil_id: string
  why: 'withdrawn' | 'refused'
  ended_at: Generated<Date>
}

export interface SightTables {
  sight_choice: SightChoiceTable
  sight_request: SightRequestTable
  sight_answer: SightAnswerTable
  sight_grant: SightGrantTable
  sight_end: SightEndTable
}

const school = 'key: the school'
const request = 'key: the request'
const child = 'key: the child'
const guardian = 'key: the guardian who asked'
const withRequest = 'with the request'
const year = '400 days after it was asked, or the night after the relation ended'

export const tableCards: TableCards<SightTables> = {
  sight_choice: {
    scope: 'school',
    retention: 'as long as the relation; cleared in the night after it ended, or when it is as agreed again',
    erase: 'with the relation',
    columns: {
      school_id: school,
      guardian_id: 'key: the guardian, who alone reads it',
      pupil_id: 'key: of which child',
      category: 'sensitive: what the guardian does not want to see',
      choice: 'sensitive: only when asked, or not at all',
      guardianship_id: 'key: the relation with which it goes',
      chosen_at: 'personal: since when',
    },
  },
  sight_request: {
    scope: 'school',
    retention: year,
    erase: 'with the pupil or the guardian, whoever is first',
    columns: {
      school_id: school,
      id: request,
      pupil_id: child,
      guardian_id: 'key: the guardian who asks',
      guardianship_id: 'key: the relation with which it goes',
      sender: 'personal: first name of who asks, for the child to read',
      relation: 'child: who this is to the child, for the child to read',
      weeks: 'child: for how many weeks',
      reason: 'sensitive: why, in the own words of the guardian; for the child and the mentor',
      asked_at: 'child: when',
    },
  },
  sight_answer: {
    scope: 'school',
    retention: year,
    erase: withRequest,
    columns: {
      school_id: school,
      request_id: request,
      pupil_id: child,
      side: 'child: whether the pupil or the mentor says it',
      says: 'child: yes or no',
      person_id: 'personal: who wrote it down, the pupil or a mentor',
      answered_at: 'child: when',
    },
  },
  sight_grant: {
    scope: 'school',
    retention: year,
    erase: withRequest,
    columns: {
      school_id: school,
      request_id: request,
      guardian_id: guardian,
      pupil_id: child,
      granted_at: 'child: when both had said yes',
      until: 'child: until when it holds, by the clock of the database',
    },
  },
  sight_end: {
    scope: 'school',
    retention: year,
    erase: withRequest,
    columns: {
      school_id: school,
      request_id: request,
      guardian_id: guardian,
      pupil_id: child,
      why: 'child: taken back by who asked, or after a no; not whose',
      ended_at: 'child: when',
    },
  },
}
