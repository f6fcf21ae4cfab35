// What a file would change at a school: the one thing that the preview shows, that the dry run prints and that is applied.
import type { PeopleRows } from './people-rows.ts'
import type { Counts, Field, GroupRow, GuardianRow, PupilRow, Refusal, Repair, StaffRow } from '../roster.ts'

export type FieldChange = { field: Field; from: string | null; to: string | null }
type Change<Row> = { before: Row; after: Row }

/** A group that pupils or staff are put in: there already (`id`), or new in this file (`ref`). */
export type GroupLink = { id: string; ref: null } | { id: null; ref: string }

/** Rows of one person that change; `contactNew` is the contact of a person who had none. */
export type PersonEdit = {
  person: Change<PeopleRows['person']> | null
  contact: Change<PeopleRows['person_contact']> | null
  contactNew: PeopleRows['person_contact'] | null
}

export type PupilAdd = { line: number; who: string; row: PupilRow; joins: GroupLink[] }
export type PupilEdit = PersonEdit & {
  line: number
  id: string
  who: string
  changes: FieldChange[]
  pupil: Change<PeopleRows['pupil']> | null
  joins: GroupLink[]
  ends: Change<PeopleRows['group_member']>[]
  /** The day the pupil leaves, if known: places in groups end with it. `leaves` when the file is the first to say so. */
  leftOn: string | null
  leaves: boolean
}

/** `reuse` is a person of the school who is no staff yet and has the same name and mail address. */
export type StaffAdd = { line: number; who: string; row: StaffRow; joins: GroupLink[]; reuse: string | null }
export type StaffEdit = PersonEdit & {
  line: number
  id: string
  who: string
  changes: FieldChange[]
  staff: Change<PeopleRows['staff']> | null
  joins: GroupLink[]
  ends: Change<PeopleRows['group_teacher']>[]
}

export type GroupEdit = { line: number; who: string; changes: FieldChange[]; group: Change<PeopleRows['school_group']> }

/** `id` is null for somebody new; `children` are the pupils this person becomes a guardian of. */
export type GuardianWork = PersonEdit & {
  line: number
  id: string | null
  isNew: boolean
  who: string
  row: GuardianRow
  changes: FieldChange[]
  children: { pupil: string; relation: PeopleRows['guardianship']['relation'] }[]
  relations: Change<PeopleRows['guardianship']>[]
}

/** Somebody of the file who may be somebody of the school: a person decides, never the command line. */
export type Proposal<Add, Edit> = {
  line: number
  who: string
  born: string | null
  id: string
  ifSame: Edit | null
  ifOther: Add
}

/** Somebody (or a group) of the school of whom the file does not speak. `relations` are the guardianships meant. */
export type Missing = { id: string; who: string; relations?: string[] }

export type Part<Add, Edit> = { added: Add[]; changed: Edit[]; unchanged: number; missing: Missing[] }

export type Diff = {
  on: string
  year: string
  groups: Part<GroupRow, GroupEdit>
  pupils: Part<PupilAdd, PupilEdit> & { proposals: Proposal<PupilAdd, PupilEdit>[] }
  staff: Part<StaffAdd, StaffEdit> & { proposals: Proposal<StaffAdd, StaffEdit>[] }
  guardians: Part<GuardianWork, GuardianWork>
  /** Names of the groups of the school that somebody new is put in, by id. */
  groupNames: Record<string, string>
  /** How many there are at the school now, to weigh the leavers against. */
  current: Counts
  repairs: Repair[]
  refusals: Refusal[]
}

export const countsOf = (diff: Diff, of: 'added' | 'changed' | 'missing'): Counts => ({
  pupils: diff.pupils[of].length,
  groups: diff.groups[of].length,
  staff: diff.staff[of].length,
  guardians: diff.guardians[of].length,
})

export const unchangedOf = (diff: Diff): Counts => ({
  pupils: diff.pupils.unchanged,
  groups: diff.groups.unchanged,
  staff: diff.staff.unchanged,
  guardians: diff.guardians.unchanged,
})

/** Whether nothing of somebody changes. */
export const changesNothing = (edit: { changes: readonly FieldChange[] }): boolean => edit.changes.length === 0
