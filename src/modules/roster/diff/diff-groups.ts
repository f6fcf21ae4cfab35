import type { GroupRow, RosterFile } from '../roster.ts'
import type { Diff, FieldChange, GroupLink } from './diff.ts'
import type { PeopleRows, School } from './people-rows.ts'

type SchoolGroup = PeopleRows['school_group']

/** A group that a row of the file names, with what is known of it. */
export type KnownGroup = { link: GroupLink; name: string; kind: 'class' | 'mixed'; yearGroup: string | null }

export type GroupsDiff = {
  part: Diff['groups']
  current: number
  /** The group a ref of the file stands for; undefined when there is none. */
  find(ref: string): KnownGroup | undefined
}

const nameOf = (group: { kind: string; name: string }): string => `${group.kind} ${group.name.toLowerCase()}`

/**
 * Groups are matched within one school year: by key, else by name and kind when one side has no key. Never by name and year
 * group alone, and never across years: a combination group would be doubled.
 */
export const diffGroups = (file: RosterFile, school: School, year: string): GroupsDiff => {
  const there = school.snapshot.groups.filter((group) => group.school_year_id === year)
  const byKey = new Map(there.filter((group) => group.source_key !== null).map((group) => [group.source_key, group]))
  const byName = Map.groupBy(
    there.filter((group) => group.ended_on === null),
    nameOf,
  )
  const known = new Map<string, KnownGroup>()
  const matched = new Set<string>()
  const part: Diff['groups'] = { added: [], changed: [], unchanged: 0, missing: [] }

  /** The group a plain list means by a name; a class before a mixed group. */
  const named = (name: string): SchoolGroup | undefined =>
    file.format === 'staff' ? (byName.get(`class ${name}`)?.[0] ?? byName.get(`mixed ${name}`)?.[0]) : undefined
  const match = (row: GroupRow): SchoolGroup | undefined => {
    const keyed = row.key === null ? undefined : byKey.get(row.key)
    if (keyed) return keyed
    return byName
      .get(nameOf(row))
      ?.find((group) => !matched.has(group.id) && (row.key === null || group.source_key === null))
  }
  // Keys first, so that a group without a key cannot take the place of one with a key.
  const inOrder = [
    ...file.groups.filter((row) => row.key !== null && byKey.has(row.key)),
    ...file.groups.filter((row) => row.key === null || !byKey.has(row.key)),
  ]
  for (const row of inOrder) {
    const group = match(row)
    if (!group) {
      part.added.push(row)
      known.set(row.ref, { link: { id: null, ref: row.ref }, name: row.name, kind: row.kind, yearGroup: row.yearGroup })
      continue
    }
    matched.add(group.id)
    const after = afterFile(group, row)
    const changes = changesBetween(group, after)
    if (changes.length > 0)
      part.changed.push({ line: row.line, who: after.name, changes, group: { before: group, after } })
    else part.unchanged += 1
    known.set(row.ref, {
      link: { id: group.id, ref: null },
      name: after.name,
      kind: after.kind,
      yearGroup: after.year_group,
    })
  }
  part.added.sort((a, b) => a.line - b.line)
  part.changed.sort((a, b) => a.line - b.line)

  const speaksOf = there.filter(
    (group) => group.ended_on === null && (file.format === 'edexml' || group.kind === 'class'),
  )
  if (file.scope.groups)
    part.missing = speaksOf
      .filter((group) => !matched.has(group.id))
      .map((group) => ({ id: group.id, who: group.name }))
  return {
    part,
    current: speaksOf.length,
    find: (ref) => known.get(ref) ?? (file.scope.groups ? undefined : ofSchool(byKey.get(ref) ?? named(ref))),
  }
}

const ofSchool = (group: SchoolGroup | undefined): KnownGroup | undefined =>
  group && { link: { id: group.id, ref: null }, name: group.name, kind: group.kind, yearGroup: group.year_group }

/** A plain list of pupils names groups and says no more of them. */
const afterFile = (group: SchoolGroup, row: GroupRow): SchoolGroup =>
  row.key === null && group.source_key !== null
    ? { ...group, ended_on: null }
    : {
        ...group,
        source_key: row.key ?? group.source_key,
        name: row.key === null ? group.name : row.name,
        kind: row.key === null ? group.kind : row.kind,
        year_group: row.yearGroup ?? group.year_group,
        ended_on: null,
      }

const changesBetween = (before: SchoolGroup, after: SchoolGroup): FieldChange[] => {
  const all: FieldChange[] = [
    { field: 'name', from: before.name, to: after.name },
    { field: 'yearGroup', from: before.year_group, to: after.year_group },
    { field: 'key', from: before.source_key, to: after.source_key },
    { field: 'group', from: before.kind, to: after.kind },
    { field: 'leftOn', from: before.ended_on, to: after.ended_on },
  ]
  return all.filter((one) => one.from !== one.to)
}
