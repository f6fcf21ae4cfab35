import type { Generated } from 'kysely'
import type { StaffRole } from '#platform/access/actor.ts'
import type { TableCards } from '#platform/access/table-cards.ts'

export type Relation = 'mother' | 'father' | 'caretaker' | 'guardian' | 'foster' | 'institution' | 'other'

interface PersonTable {
  school_id: string
  id: Generated<string>
  first_name: string | null
  initials: string | null
  prefix: string | null
  last_name: string | null
  birth_date: string | null
}

interface PersonContactTable {
  school_id: string
  person_id: string
  email: string | null
  phone: string | null
  street: string | null
  postal_code: string | null
  city: string | null
  language: Generated<string>
}

interface PupilTable {
  school_id: string
  person_id: string
  source_key: string | null
  year_group: string | null
  entered_on: string | null
  left_on: string | null
}

interface StaffTable {
  school_id: string
  person_id: string
  source_key: string | null
  started_on: Generated<string>
  ended_on: string | null
}

interface StaffRoleTable {
  school_id: string
  id: Generated<string>
  person_id: string
  role: StaffRole
  started_on: Generated<string>
  ended_on: string | null
}

interface SchoolGroupTable {
  school_id: string
  id: Generated<string>
  school_year_id: string
  source_key: string | null
  name: string
  kind: 'class' | 'mixed'
  year_group: string | null
  ended_on: string | null
}

interface GroupMemberTable {
  school_id: string
  id: Generated<string>
  group_id: string
  pupil_id: string
  started_on: Generated<string>
  ended_on: string | null
}

interface GroupTeacherTable {
  school_id: string
  id: Generated<string>
  group_id: string
  person_id: string
  started_on: Generated<string>
  ended_on: string | null
}

interface GuardianshipTable {
  school_id: string
  id: Generated<string>
  pupil_id: string
  guardian_id: string
  relation: Relation
  started_on: Generated<string>
  ended_on: string | null
}

export interface PeopleTables {
  person: PersonTable
  person_contact: PersonContactTable
  pupil: PupilTable
  staff: StaffTable
  staff_role: StaffRoleTable
  school_group: SchoolGroupTable
  group_member: GroupMemberTable
  group_teacher: GroupTeacherTable
  guardianship: GuardianshipTable
}

// Five years: absence and enrolment keep a pupil's name (domain rules 3.4, Regeling bewaartermijnen).
const afterLeaving = 'five years after the pupil left (enrolment data)'
const afterRelation = 'until two years after the pupil left'
const afterWork = 'two years after the employment ended'
const withPerson = 'with the person; the ledger keeps the opaque id'
const school = 'key: the school'

export const tableCards: TableCards<PeopleTables> = {
  person: {
    scope: 'school',
    retention: afterLeaving,
    erase: 'row deleted once nothing else refers to it; the ledger keeps the opaque id',
    columns: {
      school_id: school,
      id: 'key: the person at this school',
      first_name: 'child: name on screen',
      initials: 'child: name in letters',
      prefix: 'child: name on screen',
      last_name: 'child: name on screen, order of lists',
      birth_date: 'child: to know two children of one name apart, and the days on which rights move',
    },
  },
  person_contact: {
    scope: 'school',
    retention: afterRelation,
    erase: 'deleted first, on request or at the end of the term',
    columns: {
      school_id: school,
      person_id: 'key: whose',
      email: 'sensitive: to reach this person, seen by the office and the person only',
      phone: 'sensitive: to reach this person, seen by the office and the person only',
      street: 'sensitive: letters, seen by the office and the person only',
      postal_code: 'sensitive: letters',
      city: 'sensitive: letters',
      language: 'personal: in which language we write',
    },
  },
  pupil: {
    scope: 'school',
    retention: afterLeaving,
    erase: withPerson,
    columns: {
      school_id: school,
      person_id: 'key: the pupil',
      source_key: 'child: key in the administration of the school, to match the next file; never a BSN',
      year_group: 'child: which year the pupil is in',
      entered_on: 'child: enrolment',
      left_on: 'child: enrolment, first day the pupil is not at the school',
    },
  },
  staff: {
    scope: 'school',
    retention: afterWork,
    erase: withPerson,
    columns: {
      school_id: school,
      person_id: 'key: the member of staff',
      source_key: 'personal: key in the administration of the school',
      started_on: 'personal: employment',
      ended_on: 'personal: employment, ends every right of the staff hat',
    },
  },
  staff_role: {
    scope: 'school',
    retention: afterWork,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the grant',
      person_id: 'key: whose',
      role: 'personal: what this person may do',
      started_on: 'personal: from when',
      ended_on: 'personal: until when',
    },
  },
  school_group: {
    scope: 'school',
    retention: afterLeaving,
    erase: 'with the school year',
    columns: {
      school_id: school,
      id: 'key: the group',
      school_year_id: 'key: the school year',
      source_key: 'school: key in the administration of the school',
      name: 'school: name on screen',
      kind: 'school: class or mixed group',
      year_group: 'school: year of its pupils',
      ended_on: 'school: until when',
    },
  },
  group_member: {
    scope: 'school',
    retention: afterLeaving,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the membership',
      group_id: 'key: the group',
      pupil_id: 'key: the pupil',
      started_on: 'child: in the group from',
      ended_on: 'child: in the group until',
    },
  },
  group_teacher: {
    scope: 'school',
    retention: afterWork,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the teaching',
      group_id: 'key: the group',
      person_id: 'key: the teacher',
      started_on: 'personal: teaches from, opens the pupils of the group',
      ended_on: 'personal: teaches until, closes them',
    },
  },
  guardianship: {
    scope: 'school',
    retention: afterRelation,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the relation',
      pupil_id: 'key: the child',
      guardian_id: 'key: the guardian',
      relation: 'child: who this is to the child',
      started_on: 'child: from when',
      ended_on: 'child: until when; closes the child for this guardian',
    },
  },
}
