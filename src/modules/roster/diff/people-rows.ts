import type { RosterRows, RosterSnapshot } from '#modules/people/index.ts'

export type PeopleRows = RosterRows
export type { RosterSnapshot }

/** The people of the school, found by what a file knows of them. */
export type School = {
  snapshot: RosterSnapshot
  persons: ReadonlyMap<string, PeopleRows['person']>
  contacts: ReadonlyMap<string, PeopleRows['person_contact']>
  groups: ReadonlyMap<string, PeopleRows['school_group']>
  members: ReadonlyMap<string, PeopleRows['group_member'][]>
  teachers: ReadonlyMap<string, PeopleRows['group_teacher'][]>
}

export const indexSchool = (snapshot: RosterSnapshot): School => ({
  snapshot,
  persons: new Map(snapshot.persons.map((row) => [row.id, row])),
  contacts: new Map(snapshot.contacts.map((row) => [row.person_id, row])),
  groups: new Map(snapshot.groups.map((row) => [row.id, row])),
  members: Map.groupBy(snapshot.members, (row) => row.pupil_id),
  teachers: Map.groupBy(snapshot.teachers, (row) => row.person_id),
})
