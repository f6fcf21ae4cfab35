import { shorten } from '../normalise/clean-text.ts'
import { nameInList, nameKey, type PupilRow, type Refusal, type RosterFile } from '../roster.ts'
import { changesNothing, type Diff, type FieldChange, type PupilAdd, type PupilEdit } from './diff.ts'
import type { GroupsDiff, KnownGroup } from './diff-groups.ts'
import { editPerson, nameOfRow } from './edit-person.ts'
import { endAll, joinGroups } from './join-groups.ts'
import type { PeopleRows, School } from './people-rows.ts'

type SchoolPupil = PeopleRows['pupil']
type PupilsDiff = { part: Diff['pupils']; current: number; refusals: Refusal[] }

/** Pupils are matched by key. Who has no key on one side is proposed by name and date of birth. */
export const diffPupils = (file: RosterFile, school: School, groups: GroupsDiff, on: string): PupilsDiff => {
  const part: Diff['pupils'] = { added: [], changed: [], unchanged: 0, missing: [], proposals: [] }
  const refusals: Refusal[] = []
  if (file.format === 'guardians' || file.format === 'staff') return { part, current: 0, refusals }
  const byKey = new Map(
    school.snapshot.pupils.filter((pupil) => pupil.source_key !== null).map((pupil) => [pupil.source_key, pupil]),
  )
  const seen = new Set<string>()
  const loose: { row: PupilRow; wanted: KnownGroup[] | null }[] = []

  for (const row of file.pupils) {
    const there = row.key === null ? undefined : byKey.get(row.key)
    if (there) seen.add(there.person_id)
    const wanted = row.groups?.map((ref) => groups.find(ref)) ?? null
    const unknown = wanted?.findIndex((group) => group === undefined) ?? -1
    if (unknown >= 0) {
      refusals.push(refusalOf(row, 'groupUnknown', row.groups?.[unknown]))
      continue
    }
    const found = wanted?.filter((group) => group !== undefined) ?? null
    if (!there) {
      loose.push({ row, wanted: found })
      continue
    }
    const edit = editPupil(file, school, there, row, found, on)
    if (changesNothing(edit)) part.unchanged += 1
    else part.changed.push(edit)
  }
  // A refused row still speaks of its pupil.
  for (const { kind, key } of file.refusals) {
    const there = kind === 'pupils' && key !== undefined ? byKey.get(key) : undefined
    if (there) seen.add(there.person_id)
  }
  const candidates = candidatesOf(school, seen)
  for (const { row, wanted } of loose) {
    const there = take(candidates, row)
    const add = addPupil(row, wanted)
    if (!there) part.added.push(add)
    else {
      seen.add(there.person_id)
      const edit = editPupil(file, school, there, row, wanted, on)
      part.proposals.push({
        line: row.line,
        who: add.who,
        born: row.birthDate,
        id: there.person_id,
        ifSame: edit,
        ifOther: add,
      })
    }
  }
  const current = school.snapshot.pupils.filter((pupil) => pupil.left_on === null || pupil.left_on > on)
  part.missing = current
    .filter((pupil) => !seen.has(pupil.person_id))
    .map((pupil) => ({ id: pupil.person_id, who: whoIs(school, pupil.person_id) }))
  return { part, current: current.length, refusals }
}

export const whoIs = (school: School, id: string): string => nameInList(nameOfRow(school.persons.get(id))) ?? ''

export const refusalOf = (row: PupilRow, code: Refusal['code'], found?: string): Refusal => ({
  line: row.line,
  kind: 'pupils',
  code,
  field: code === 'groupUnknown' ? 'group' : 'pupil',
  ...(row.key !== null && { key: row.key }),
  who: nameInList(row) ?? '',
  ...(found !== undefined && { found: shorten(found) }),
})

/** Pupils of the school that no key of the file reached, by name. */
const candidatesOf = (
  school: School,
  seen: ReadonlySet<string>,
): Map<string, { pupil: SchoolPupil; born: string | null }[]> =>
  Map.groupBy(
    school.snapshot.pupils
      .filter((pupil) => !seen.has(pupil.person_id))
      .map((pupil) => ({ pupil, born: school.persons.get(pupil.person_id)?.birth_date ?? null })),
    ({ pupil }) => nameKey(nameOfRow(school.persons.get(pupil.person_id))),
  )

/** A row without a key may be anybody of that name and date of birth; a row with a new key only somebody who has none. */
const take = (
  candidates: Map<string, { pupil: SchoolPupil; born: string | null }[]>,
  row: PupilRow,
): SchoolPupil | undefined => {
  const list = candidates.get(nameKey(row))
  const at =
    list?.findIndex(
      ({ pupil, born }) => born === row.birthDate && (row.key === null || (pupil.source_key === null && born !== null)),
    ) ?? -1
  return at < 0 ? undefined : list?.splice(at, 1)[0]?.pupil
}

const yearOf = (row: PupilRow, wanted: KnownGroup[] | null): string | null =>
  row.yearGroup ?? wanted?.find((group) => group.kind === 'class')?.yearGroup ?? null

const addPupil = (row: PupilRow, wanted: KnownGroup[] | null): PupilAdd => ({
  line: row.line,
  who: nameInList(row) ?? '',
  row: { ...row, yearGroup: yearOf(row, wanted) },
  joins: (wanted ?? []).map((group) => group.link),
})

/** The enrolment after the file: who is in it as a pupil of today and had left before is back. */
const enrolmentAfter = (there: SchoolPupil, row: PupilRow, wanted: KnownGroup[] | null, on: string): SchoolPupil => {
  const hasLeft = there.left_on !== null && there.left_on <= on
  const leftOn = row.leftOn ?? (row.left ? (hasLeft ? there.left_on : on) : hasLeft ? null : there.left_on)
  const enteredOn = row.enteredOn ?? there.entered_on
  return {
    person_id: there.person_id,
    source_key: row.key ?? there.source_key,
    year_group: yearOf(row, wanted) ?? there.year_group,
    entered_on: enteredOn !== null && leftOn !== null && enteredOn > leftOn ? leftOn : enteredOn,
    left_on: leftOn,
  }
}

const editPupil = (
  file: RosterFile,
  school: School,
  there: SchoolPupil,
  row: PupilRow,
  wanted: KnownGroup[] | null,
  on: string,
): PupilEdit => {
  const changes: FieldChange[] = []
  const person = editPerson(school, there.person_id, row, changes)
  const after = enrolmentAfter(there, row, wanted, on)
  const enrolment = [
    { field: 'key', from: there.source_key, to: after.source_key },
    { field: 'yearGroup', from: there.year_group, to: after.year_group },
    { field: 'enteredOn', from: there.entered_on, to: after.entered_on },
    { field: 'leftOn', from: there.left_on, to: after.left_on },
  ] satisfies FieldChange[]
  const differs = enrolment.filter((one) => one.from !== one.to)
  changes.push(...differs)

  const now = school.members.get(there.person_id) ?? []
  const gone = after.left_on !== null && after.left_on <= on
  const moves =
    wanted === null || gone
      ? { joins: [], ends: [] }
      : joinGroups(now, wanted, on, (row_) => isInScope(file, school, row_.group_id))
  const ending = new Set(moves.ends.map((pair) => pair.before.id))
  const leftOn = after.left_on
  const lasting =
    leftOn === null
      ? []
      : endAll(
          now.filter((one) => !ending.has(one.id)),
          leftOn,
        )
  const ends = [...moves.ends, ...lasting]
  const names = (list: readonly (string | undefined)[]): string | null =>
    list.length === 0 ? null : list.filter((name) => name !== undefined).join(', ')
  if (moves.joins.length + ends.length > 0) {
    changes.push({
      field: 'group',
      from: names(ends.map((pair) => school.groups.get(pair.before.group_id)?.name)),
      to: names((wanted ?? []).filter((group) => moves.joins.includes(group.link)).map((group) => group.name)),
    })
  }
  return {
    line: row.line,
    id: there.person_id,
    who: nameInList(row) ?? whoIs(school, there.person_id),
    changes,
    ...person,
    pupil: differs.length > 0 ? { before: there, after } : null,
    joins: moves.joins,
    ends,
    leftOn: after.left_on,
    leaves: after.left_on !== null && there.left_on === null,
  }
}

const isInScope = (file: RosterFile, school: School, group: string): boolean =>
  file.scope.memberships === 'all' || (file.scope.memberships === 'class' && school.groups.get(group)?.kind === 'class')
