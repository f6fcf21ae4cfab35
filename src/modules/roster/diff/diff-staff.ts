import { shorten } from '../normalise/clean-text.ts'
import { nameInList, nameKey, type Repair, type RosterFile, type StaffRow } from '../roster.ts'
import { changesNothing, type Diff, type FieldChange, type StaffAdd, type StaffEdit } from './diff.ts'
import type { GroupsDiff, KnownGroup } from './diff-groups.ts'
import { whoIs } from './diff-pupils.ts'
import { editPerson, nameOfRow } from './edit-person.ts'
import { joinGroups } from './join-groups.ts'
import type { PeopleRows, School } from './people-rows.ts'

type SchoolStaff = PeopleRows['staff']
type StaffDiff = { part: Diff['staff']; current: number; repairs: Repair[] }

/**
 * Staff are matched by key, else proposed by name. Nobody gets a role, and nobody whose employment ended comes back by a
 * file: that would open what the school closed.
 */
export const diffStaff = (file: RosterFile, school: School, groups: GroupsDiff, on: string): StaffDiff => {
  const part: Diff['staff'] = { added: [], changed: [], unchanged: 0, missing: [], proposals: [] }
  const repairs: Repair[] = []
  const byKey = new Map(
    school.snapshot.staff.filter((one) => one.source_key !== null).map((one) => [one.source_key, one]),
  )
  const seen = new Set<string>()
  const loose: Loose[] = []
  const sort = (edit: StaffEdit): void => {
    if (changesNothing(edit)) part.unchanged += 1
    else part.changed.push(edit)
  }
  for (const row of file.staff) {
    const wanted = knownGroups(row, groups, repairs)
    const there = row.key === null ? undefined : byKey.get(row.key)
    if (!there) {
      loose.push({ row, wanted })
      continue
    }
    seen.add(there.person_id)
    if (there.ended_on === null || there.ended_on > on) sort(editStaff(school, there, row, wanted, on))
    else {
      part.unchanged += 1
      repairs.push(remark(row, 'staffEnded', there.ended_on))
    }
  }
  for (const { kind, key } of file.refusals) {
    const there = kind === 'staff' && key !== undefined ? byKey.get(key) : undefined
    if (there) seen.add(there.person_id)
  }
  placeLoose(loose, school, seen, on, part)
  const current = school.snapshot.staff.filter((one) => one.ended_on === null || one.ended_on > on)
  // Who was added by hand never stood in a file, and is not missed in one.
  if (file.scope.staff)
    part.missing = current
      .filter((one) => one.source_key !== null && !seen.has(one.person_id))
      .map((one) => ({ id: one.person_id, who: whoIs(school, one.person_id) }))
  return { part, current: current.length, repairs }
}

type Loose = { row: StaffRow; wanted: KnownGroup[] | null }

/** Rows whose key the school does not know: proposed where the name is there, else new. */
const placeLoose = (
  loose: readonly Loose[],
  school: School,
  seen: Set<string>,
  on: string,
  part: Diff['staff'],
): void => {
  const byName = Map.groupBy(
    school.snapshot.staff.filter((one) => !seen.has(one.person_id)),
    (one) => nameKey(nameOfRow(school.persons.get(one.person_id))),
  )
  const others = otherPeople(school)
  for (const { row, wanted } of loose) {
    const list = byName.get(nameKey(row))
    const at = list?.findIndex((one) => row.key === null || one.source_key === null) ?? -1
    const there = at < 0 ? undefined : list?.splice(at, 1)[0]
    const reach = `${nameKey(row)} ${row.email}`
    const reuse = row.email === null ? undefined : others.get(reach)
    others.delete(reach)
    const add: StaffAdd = {
      line: row.line,
      who: nameInList(row) ?? '',
      row,
      joins: (wanted ?? []).map((group) => group.link),
      reuse: reuse ?? null,
    }
    if (!there) part.added.push(add)
    else {
      seen.add(there.person_id)
      const ended = there.ended_on !== null && there.ended_on <= on
      part.proposals.push({
        line: row.line,
        who: add.who,
        born: null,
        id: there.person_id,
        ifSame: ended ? null : editStaff(school, there, row, wanted, on),
        ifOther: add,
      })
    }
  }
}

const remark = (row: StaffRow, code: Repair['code'], found: string): Repair => ({
  line: row.line,
  kind: 'staff',
  code,
  field: code === 'groupUnknown' ? 'group' : 'name',
  ...(row.key !== null && { key: row.key }),
  who: nameInList(row) ?? '',
  found,
})

/** The groups of a member of staff; one the file does not know is left out and said. */
const knownGroups = (row: StaffRow, groups: GroupsDiff, repairs: Repair[]): KnownGroup[] | null => {
  if (row.groups === null) return null
  return row.groups.flatMap((ref) => {
    const group = groups.find(ref)
    if (!group) repairs.push(remark(row, 'groupUnknown', shorten(ref)))
    return group ?? []
  })
}

/** Grown-ups of the school who are no staff, by name and mail address: a guardian who comes to work at the school. */
const otherPeople = (school: School): Map<string, string> => {
  const taken = new Set([...school.snapshot.staff, ...school.snapshot.pupils].map((one) => one.person_id))
  return new Map(
    school.snapshot.contacts
      .filter((contact) => contact.email !== null && !taken.has(contact.person_id))
      .map((contact) => [
        `${nameKey(nameOfRow(school.persons.get(contact.person_id)))} ${contact.email}`,
        contact.person_id,
      ]),
  )
}

const editStaff = (
  school: School,
  there: SchoolStaff,
  row: StaffRow,
  wanted: KnownGroup[] | null,
  on: string,
): StaffEdit => {
  const changes: FieldChange[] = []
  const person = editPerson(school, there.person_id, row, changes)
  const after = { ...there, source_key: row.key ?? there.source_key }
  if (after.source_key !== there.source_key)
    changes.push({ field: 'key', from: there.source_key, to: after.source_key })
  const now = school.teachers.get(there.person_id) ?? []
  const { joins, ends } = wanted === null ? { joins: [], ends: [] } : joinGroups(now, wanted, on, () => true)
  if (joins.length + ends.length > 0) {
    const names = (list: readonly string[]): string | null => (list.length === 0 ? null : list.join(', '))
    changes.push({
      field: 'groups',
      from: names(ends.map((pair) => school.groups.get(pair.before.group_id)?.name ?? '')),
      to: names((wanted ?? []).filter((group) => joins.includes(group.link)).map((group) => group.name)),
    })
  }
  return {
    line: row.line,
    id: there.person_id,
    who: nameInList(row) ?? whoIs(school, there.person_id),
    changes,
    ...person,
    staff: after.source_key === there.source_key ? null : { before: there, after },
    joins,
    ends,
  }
}
