import { phoneKey } from '../normalise/contact.ts'
import { nameKey, type GuardianRow } from '../roster.ts'
import { nameOfRow } from './edit-person.ts'
import type { School } from './people-rows.ts'

/** One guardian of the file: every row of the same name and mail address is one person, whatever the child. */
export type FilePerson = { rows: GuardianRow[] }

/** Without a mail address the telephone tells, and without both only the child: two families may share a name. */
export const personsOf = (rows: readonly GuardianRow[]): FilePerson[] => {
  const people = Map.groupBy(rows, (row) => {
    const reach = row.email ?? (row.phone === null ? null : phoneKey(row.phone))
    return `${nameKey(row)} ${reach ?? `pupil ${row.pupilKey}`}`
  })
  return Array.from(people.values(), (all) => ({ rows: all }))
}

/**
 * Who of the school each person of the file is. First by name and mail address (or telephone), whoever the child; then by name
 * among the guardians of the same child, when exactly one is left on either side. Two of a family with one address and
 * different names stay two.
 * @param pupils the person id of the pupil with a key, for keys the school knows
 */
export const matchGuardians = (
  people: readonly FilePerson[],
  school: School,
  pupils: ReadonlyMap<string, string>,
): Map<FilePerson, string> => {
  const isPupil = new Set(school.snapshot.pupils.map((one) => one.person_id))
  const guards = new Set(school.snapshot.guardianships.map((one) => one.guardian_id))
  const reached = new Map<string, string>()
  for (const contact of school.snapshot.contacts) {
    if (isPupil.has(contact.person_id)) continue
    const name = nameKey(nameOfRow(school.persons.get(contact.person_id)))
    const isStaffOnly = !guards.has(contact.person_id)
    if (contact.email !== null) reached.set(`${name} ${contact.email}`, contact.person_id)
    // A telephone alone makes nobody of the staff a parent.
    else if (contact.phone !== null && !isStaffOnly)
      reached.set(`${name} ${phoneKey(contact.phone)}`, contact.person_id)
  }
  const found = new Map<FilePerson, string>()
  const claimed = new Set<string>()
  const claim = (person: FilePerson, id: string | undefined): void => {
    if (id === undefined || claimed.has(id)) return
    claimed.add(id)
    found.set(person, id)
  }
  for (const person of people) {
    const [row] = person.rows
    if (!row) continue
    const reach = row.email ?? (row.phone === null ? null : phoneKey(row.phone))
    if (reach !== null) claim(person, reached.get(`${nameKey(row)} ${reach}`))
  }
  const ofChild = Map.groupBy(school.snapshot.guardianships, (one) => one.pupil_id)
  const rivals = Map.groupBy(
    people.filter((person) => !found.has(person)).flatMap((person) => person.rows.map((row) => ({ person, row }))),
    ({ row }) => `${row.pupilKey} ${nameKey(row)}`,
  )
  for (const person of people) {
    if (found.has(person)) continue
    for (const row of person.rows) {
      const pupil = pupils.get(row.pupilKey)
      const alike = new Set(
        (pupil === undefined ? [] : (ofChild.get(pupil) ?? []))
          .map((one) => one.guardian_id)
          .filter((id) => !claimed.has(id) && nameKey(nameOfRow(school.persons.get(id))) === nameKey(row)),
      )
      if (alike.size === 1 && rivals.get(`${row.pupilKey} ${nameKey(row)}`)?.length === 1) claim(person, [...alike][0])
      if (found.has(person)) break
    }
  }
  return found
}
