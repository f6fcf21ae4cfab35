// The rows an import reads and writes, without the school they belong to. Everything is text, a date as text, or an id.

export type PersonRow = {
  id: string
  first_name: string | null
  initials: string | null
  prefix: string | null
  last_name: string | null
  birth_date: string | null
}

export type ContactRow = {
  person_id: string
  email: string | null
  phone: string | null
  street: string | null
  postal_code: string | null
  city: string | null
  language: string
}

export type PupilRow = {
  person_id: string
  source_key: string | null
  year_group: string | null
  entered_on: string | null
  left_on: string | null
}

export type StaffRow = { person_id: string; source_key: string | null; started_on: string; ended_on: string | null }

export type GroupRow = {
  id: string
  school_year_id: string
  source_key: string | null
  name: string
  kind: 'class' | 'mixed'
  year_group: string | null
  ended_on: string | null
}

export type MemberRow = { id: string; group_id: string; pupil_id: string; started_on: string; ended_on: string | null }
export type TeacherRow = {
  id: string
  group_id: string
  person_id: string
  started_on: string
  ended_on: string | null
}

export type GuardianshipRow = {
  id: string
  pupil_id: string
  guardian_id: string
  relation: 'mother' | 'father' | 'caretaker' | 'guardian' | 'foster' | 'institution' | 'other'
  started_on: string
  ended_on: string | null
}

/** The tables an import writes, in the order in which rows come to be: what is referred to stands first. */
export type RosterRows = {
  school_group: GroupRow
  person: PersonRow
  person_contact: ContactRow
  pupil: PupilRow
  staff: StaffRow
  group_member: MemberRow
  group_teacher: TeacherRow
  guardianship: GuardianshipRow
}
export type RosterTable = keyof RosterRows

/** New rows, and rows as they were with what they become. Nothing is ever deleted. */
export type RowChanges<Row> = { insert: Row[]; update: { before: Row; after: Row }[] }
export type RosterChange = { [Table in RosterTable]: RowChanges<RosterRows[Table]> }

export const noChange = (): RosterChange => ({
  school_group: { insert: [], update: [] },
  person: { insert: [], update: [] },
  person_contact: { insert: [], update: [] },
  pupil: { insert: [], update: [] },
  staff: { insert: [], update: [] },
  group_member: { insert: [], update: [] },
  group_teacher: { insert: [], update: [] },
  guardianship: { insert: [], update: [] },
})

type Shape<Row> = { key: keyof Row & string; columns: readonly (keyof Row & string)[]; owner: keyof Row & string }

/** Per table: the column that names a row, the other columns, and the column that says whose row it is. */
export const shapes: { readonly [Table in RosterTable]: Shape<RosterRows[Table]> } = {
  school_group: {
    key: 'id',
    owner: 'id',
    columns: ['school_year_id', 'source_key', 'name', 'kind', 'year_group', 'ended_on'],
  },
  person: { key: 'id', owner: 'id', columns: ['first_name', 'initials', 'prefix', 'last_name', 'birth_date'] },
  person_contact: {
    key: 'person_id',
    owner: 'person_id',
    columns: ['email', 'phone', 'street', 'postal_code', 'city', 'language'],
  },
  pupil: { key: 'person_id', owner: 'person_id', columns: ['source_key', 'year_group', 'entered_on', 'left_on'] },
  staff: { key: 'person_id', owner: 'person_id', columns: ['source_key', 'started_on', 'ended_on'] },
  group_member: { key: 'id', owner: 'pupil_id', columns: ['group_id', 'pupil_id', 'started_on', 'ended_on'] },
  group_teacher: { key: 'id', owner: 'person_id', columns: ['group_id', 'person_id', 'started_on', 'ended_on'] },
  guardianship: {
    key: 'id',
    owner: 'guardian_id',
    columns: ['pupil_id', 'guardian_id', 'relation', 'started_on', 'ended_on'],
  },
}
