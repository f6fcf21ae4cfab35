import { nameInList, type GuardianRow, type Refusal, type Repair, type RosterFile } from '../roster.ts'
import { changesNothing, type Diff, type FieldChange, type GuardianWork } from './diff.ts'
import { whoIs } from './diff-pupils.ts'
import { editPerson } from './edit-person.ts'
import { matchGuardians, personsOf, type FilePerson } from './guardian-people.ts'
import type { PeopleRows, School } from './people-rows.ts'

type Guardianship = PeopleRows['guardianship']
type GuardiansDiff = { part: Diff['guardians']; current: number; repairs: Repair[]; refusals: Refusal[] }

/**
 * Guardians per person: who is new, whose contact or children change. A relation that the school ended stays ended: a file
 * must not bring back who was kept from a child.
 */
export const diffGuardians = (file: RosterFile, school: School, on: string): GuardiansDiff => {
  const part: Diff['guardians'] = { added: [], changed: [], unchanged: 0, missing: [] }
  const repairs: Repair[] = []
  const refusals: Refusal[] = []
  if (file.format !== 'guardians') return { part, current: 0, repairs, refusals }
  const known = new Map(
    school.snapshot.pupils.flatMap((pupil) => (pupil.source_key === null ? [] : [[pupil.source_key, pupil]])),
  )
  const pupilIds = new Map(
    school.snapshot.pupils.flatMap((pupil) => (pupil.source_key === null ? [] : [[pupil.source_key, pupil.person_id]])),
  )
  const isCurrent = (one: Guardianship): boolean => one.ended_on === null || one.ended_on > on
  const byGuardian = Map.groupBy(school.snapshot.guardianships, (one) => one.guardian_id)

  const accepted = file.guardians.filter((row) => {
    const pupil = known.get(row.pupilKey)
    const gone = pupil !== undefined && pupil.left_on !== null && pupil.left_on <= on
    if (pupil === undefined || gone) refusals.push(refusalOf(row, gone ? 'pupilLeft' : 'pupilUnknown'))
    return pupil !== undefined && !gone
  })
  const people = personsOf(withoutDoubles(accepted, refusals))
  const matches = matchGuardians(people, school, pupilIds)
  const kept = new Set<string>()
  for (const person of people) {
    const id = matches.get(person) ?? null
    const own = id === null ? [] : (byGuardian.get(id) ?? [])
    const work = workOf(person, id, school, { repairs, refusals, pupilIds, own, isCurrent })
    for (const row of person.rows) kept.add(`${id} ${pupilIds.get(row.pupilKey)}`)
    if (work === null) continue
    if (work.isNew) part.added.push(work)
    else if (changesNothing(work)) part.unchanged += 1
    else part.changed.push(work)
  }
  // Of a child that left nobody is looked for; and a refused row may be of anybody of that child.
  const leftOut = new Set([
    ...school.snapshot.pupils.flatMap((one) => (one.left_on !== null && one.left_on <= on ? [one.person_id] : [])),
    ...file.refusals.flatMap(({ kind, key }) => (kind === 'guardians' ? (pupilIds.get(key ?? '') ?? []) : [])),
  ])
  const missing = school.snapshot.guardianships.filter(
    (one) => isCurrent(one) && !leftOut.has(one.pupil_id) && !kept.has(`${one.guardian_id} ${one.pupil_id}`),
  )
  for (const [id, relations] of Map.groupBy(missing, (one) => one.guardian_id))
    part.missing.push({ id, who: whoIs(school, id), relations: relations.map((one) => one.id) })
  const current = new Set(school.snapshot.guardianships.filter(isCurrent).map((one) => one.guardian_id)).size
  return { part, current, repairs, refusals }
}

const refusalOf = (row: GuardianRow, code: Refusal['code']): Refusal => ({
  line: row.line,
  kind: 'guardians',
  code,
  field: code === 'guardianTwice' ? 'name' : 'pupilKey',
  key: row.pupilKey,
  who: nameInList(row) ?? '',
})

/** The same person for the same child stands in a file once. */
const withoutDoubles = (rows: readonly GuardianRow[], refusals: Refusal[]): GuardianRow[] => {
  const seen = new Set<string>()
  return personsOf(rows)
    .flatMap((person, at) => person.rows.map((row) => ({ row, at })))
    .toSorted((a, b) => a.row.line - b.row.line)
    .filter(({ row, at }) => {
      const mark = `${at} ${row.pupilKey}`
      if (seen.has(mark)) refusals.push(refusalOf(row, 'guardianTwice'))
      const isFirst = !seen.has(mark)
      seen.add(mark)
      return isFirst
    })
    .map(({ row }) => row)
}

type Surroundings = {
  repairs: Repair[]
  refusals: Refusal[]
  pupilIds: ReadonlyMap<string, string>
  own: readonly Guardianship[]
  isCurrent(one: Guardianship): boolean
}

/** What one person of the file brings; null when every row of theirs is refused. */
const workOf = (person: FilePerson, id: string | null, school: School, around: Surroundings): GuardianWork | null => {
  const rows = person.rows.filter((row) => {
    const times = around.own.filter((one) => one.pupil_id === around.pupilIds.get(row.pupilKey))
    const ended = times.length > 0 && !times.some(around.isCurrent)
    if (ended) around.refusals.push(refusalOf(row, 'guardianshipEnded'))
    return !ended
  })
  const [first] = rows
  if (!first) return null
  const said = together(first, rows, around.repairs)
  const changes: FieldChange[] = []
  const edit = id === null ? { person: null, contact: null, contactNew: null } : editPerson(school, id, said, changes)
  const children: GuardianWork['children'] = []
  const relations: GuardianWork['relations'] = []
  for (const row of rows) {
    const pupil = around.pupilIds.get(row.pupilKey)
    if (pupil === undefined) continue
    const there = around.own.find((one) => one.pupil_id === pupil && around.isCurrent(one))
    if (!there) {
      children.push({ pupil, relation: row.relation ?? 'other' })
      changes.push({ field: 'guardianOf', from: null, to: whoIs(school, pupil) })
    } else if (row.relation !== null && row.relation !== there.relation) {
      relations.push({ before: there, after: { ...there, relation: row.relation } })
      changes.push({ field: 'relation', from: there.relation, to: row.relation })
    }
  }
  const isNew = !around.own.some(around.isCurrent)
  return { line: first.line, id, isNew, who: nameInList(first) ?? '', row: said, changes, ...edit, children, relations }
}

/** One person in several rows: the first row that says something counts, and one that says otherwise is told. */
const together = (first: GuardianRow, rows: readonly GuardianRow[], repairs: Repair[]): GuardianRow => {
  const said = { ...first }
  for (const row of rows)
    for (const field of ['phone', 'language'] as const) {
      if (said[field] === null) said[field] = row[field]
      else if (row[field] !== null && row[field] !== said[field])
        repairs.push({
          line: row.line,
          kind: 'guardians',
          code: 'differsFromEarlier',
          field,
          key: row.pupilKey,
          who: nameInList(row) ?? '',
        })
    }
  return said
}
