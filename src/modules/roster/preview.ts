// A preview as its pages need it: lines of tables out of a diff.
import type { Decision } from './decide.ts'
import type { Diff, FieldChange, GroupEdit, GuardianWork, PupilEdit, StaffEdit } from './diff/diff.ts'
import { total } from './import-counts.ts'
import { kinds, type Format, type Kind, type PersonName, nameInList } from './roster.ts'

export type Preview = {
  id: string
  school: string
  format: Format
  version: string | null
  fileName: string
  rows: { pupils: number; groups: number; staff: number; guardians: number }
  /** How many rows of the file are read in when nothing is chosen. */
  accepted: number
  skippedFields: readonly string[]
  diff: Diff
  /** The decision when nothing is chosen. */
  decision: Decision
  fingerprint: string
  /** Something changed at the school since the file was read. */
  moved: boolean
}

export type AddedLine = { kind: Kind; line: number; who: string; more: string | null }
export type ChangedLine = { kind: Kind; who: string; change: FieldChange }
export type MissingLine = { kind: Kind; id: string; who: string }

/** Who and what is new, by kind and then as in the file. */
export const addedLines = (diff: Diff): AddedLine[] => [
  ...diff.groups.added.map((row): AddedLine => ({ kind: 'groups', line: row.line, who: row.name, more: null })),
  ...diff.pupils.added.map((one): AddedLine => ({
    kind: 'pupils',
    line: one.line,
    who: one.who,
    more: groupNames(diff, one.joins),
  })),
  ...diff.staff.added.map((one): AddedLine => ({
    kind: 'staff',
    line: one.line,
    who: one.who,
    more: groupNames(diff, one.joins),
  })),
  ...diff.guardians.added.map((one): AddedLine => ({
    kind: 'guardians',
    line: one.line,
    who: one.who,
    more: one.changes.flatMap(({ field, to }) => (field === 'guardianOf' && to !== null ? [to] : [])).join('; '),
  })),
]

/** Names of groups that are new in the file; of the others the diff holds ids only. */
const groupNames = (diff: Diff, joins: readonly { id: string | null; ref: string | null }[]): string | null =>
  joins
    .map((link) => diff.groups.added.find((row) => row.ref === link.ref)?.name ?? diff.groupNames[link.id ?? ''])
    .filter((name) => name !== undefined)
    .join(', ') || null

/** One line per field that changes. */
export const changedLines = (diff: Diff): ChangedLine[] => {
  const lines = (kind: Kind, edits: readonly (GroupEdit | PupilEdit | StaffEdit | GuardianWork)[]): ChangedLine[] =>
    edits.flatMap(({ who, changes }) => changes.map((change) => ({ kind, who, change })))
  return [
    ...lines('pupils', diff.pupils.changed),
    ...lines('groups', diff.groups.changed),
    ...lines('staff', diff.staff.changed),
    ...lines('guardians', diff.guardians.changed),
  ]
}

export const missingLines = (diff: Diff): MissingLine[] =>
  kinds.flatMap((kind) =>
    diff[kind].missing
      .map(({ id, who }) => ({ kind, id, who }))
      .sort((one, other) => collator.compare(one.who, other.who)),
  )

const collator = new Intl.Collator('nl', { numeric: true })

/** How many pupils change groups. */
export const movers = (diff: Diff): number =>
  diff.pupils.changed.filter((edit) => edit.changes.some(({ field }) => field === 'group')).length

/** Whether applying would write anything, whoever of the missing stays. */
export const changesAnything = ({ diff, decision }: Preview): boolean =>
  total(decision.added) + total(decision.changed) + diff.pupils.proposals.length + diff.staff.proposals.length > 0

/** A name that an undo kept, as lists show it. */
export const keptName = (row: {
  first_name: string | null
  initials: string | null
  prefix: string | null
  last_name: string | null
}): string => {
  const name: PersonName = {
    firstName: row.first_name,
    initials: row.initials,
    prefix: row.prefix,
    lastName: row.last_name,
  }
  return nameInList(name) ?? ''
}
