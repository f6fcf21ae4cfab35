import type { ColumnType, Generated } from 'kysely'
import type { PersonRole, StaffRole } from '#platform/access/actor.ts'
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
  contact_name: Generated<string | null>
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

export type LimitedState = 'on_request' | 'blocked'
export type DocumentKind =
  'court_order' | 'child_protection' | 'custody_register' | 'birth_record' | 'foster_contract' | 'other'
export type Lives = 'here' | 'partly' | 'elsewhere'

interface AuthorityDocumentTable {
  school_id: string
  id: Generated<string>
  kind: DocumentKind
  dated_on: string
  reference: string | null
  forbids: Generated<boolean>
  seen_on: Generated<string>
  blocks: ColumnType<true | null, never, never>
}

interface GuardianshipAuthorityTable {
  school_id: string
  id: Generated<string>
  guardianship_id: string
  guardian_id: string
  pupil_id: string
  state: LimitedState
  document_id: string | null
  started_on: Generated<string>
  review_on: string | null
  ended_on: Generated<string | null>
  blocks: ColumnType<true | null, never, never>
}

interface GuardianshipHomeTable {
  school_id: string
  guardianship_id: string
  lives: Lives
}

interface AdultOpeningTable {
  school_id: string
  id: Generated<string>
  guardianship_id: string
  guardian_id: string
  pupil_id: string
  opened_at: Generated<Date>
  closed_at: Date | null
}

interface PersonRoleTable {
  school_id: string
  id: Generated<string>
  person_id: string
  role: PersonRole
  group_id: string | null
  started_on: Generated<string>
  ended_on: string | null
}

interface GroupSubstituteTable {
  school_id: string
  id: Generated<string>
  group_id: string
  person_id: string
  on_from: string
  on_until: string
  ended_at: Date | null
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
  authority_document: AuthorityDocumentTable
  guardianship_authority: GuardianshipAuthorityTable
  guardianship_home: GuardianshipHomeTable
  adult_opening: AdultOpeningTable
  person_role: PersonRoleTable
  group_substitute: GroupSubstituteTable
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
      contact_name: 'personal: who answers at an institution that is guardian',
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
  authority_document: {
    scope: 'school',
    retention: afterRelation,
    erase: 'row deleted once no limit of authority refers to it; the paper itself was never kept',
    columns: {
      school_id: school,
      id: 'key: the document',
      kind: 'sensitive: what kind of paper was seen, office only',
      dated_on: 'sensitive: its date',
      reference: 'sensitive: how the school finds it again, never what it says',
      forbids: 'sensitive: whether it names school or contact; without that nobody is shut out',
      seen_on: 'sensitive: when the office saw it',
      blocks: 'sensitive: whether it can close a door, from kind and forbids',
    },
  },
  guardianship_authority: {
    scope: 'school',
    retention: afterRelation,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the limit',
      guardianship_id: 'key: the relation',
      guardian_id: 'key: the guardian',
      pupil_id: 'key: the child',
      state: 'sensitive: what this guardian may know of the child, to keep a child safe',
      document_id: 'key: the paper it rests on',
      started_on: 'sensitive: from when',
      review_on: 'sensitive: when the school looks again',
      ended_on: 'sensitive: until when',
      blocks: 'sensitive: whether it needs a paper that can close a door, from state',
    },
  },
  guardianship_home: {
    scope: 'school',
    retention: afterRelation,
    erase: 'deleted with the contact data',
    columns: {
      school_id: school,
      guardianship_id: 'key: the relation',
      lives: 'sensitive: whether the child lives with this guardian, for letters, office only',
    },
  },
  adult_opening: {
    scope: 'school',
    retention: afterRelation,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the opening',
      guardianship_id: 'key: the relation',
      guardian_id: 'key: the guardian let in',
      pupil_id: 'key: the pupil of age who did',
      opened_at: 'child: from when',
      closed_at: 'child: until when',
    },
  },
  person_role: {
    scope: 'school',
    retention: 'two years after the role ended',
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the grant',
      person_id: 'key: whose',
      role: 'personal: what this person is for the school',
      group_id: 'key: the class of a class parent',
      started_on: 'personal: from when',
      ended_on: 'personal: until when',
    },
  },
  group_substitute: {
    scope: 'school',
    retention: afterWork,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the substitution',
      group_id: 'key: the group',
      person_id: 'key: the substitute',
      on_from: 'personal: first day, opens the pupils of the group',
      on_until: 'personal: last day, closes them at midnight',
      ended_at: 'personal: called off',
    },
  },
}
