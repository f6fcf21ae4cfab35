import { noChange, type RosterChange, type RosterSnapshot } from '#modules/people/index.ts'
import type { Decision } from './decide.ts'
import type { GroupLink, GuardianWork, PersonEdit, PupilAdd, PupilEdit, StaffAdd, StaffEdit } from './diff/diff.ts'
import { newContact, newPerson } from './diff/edit-person.ts'
import { endAll } from './diff/join-groups.ts'
import { noCounts, type Counts } from './roster.ts'

/** How many new ids writing a decision takes at most. */
export const idsNeeded = ({ diff, pupils, staff, guardians }: Decision): number => {
  const joins = (list: readonly { joins: readonly unknown[] }[]): number =>
    list.reduce((sum, one) => sum + one.joins.length, 0)
  return (
    diff.groups.added.length +
    [pupils.added, staff.added].reduce((sum, list) => sum + list.length + joins(list), 0) +
    joins(pupils.changed) +
    joins(staff.changed) +
    guardians.work.reduce((sum, work) => sum + 1 + work.children.length, 0)
  )
}

export type Plan = { change: RosterChange; ended: Counts }

/**
 * The rows that write a decision.
 * @param year the id of the school year of new groups
 * @param ids new ids, at least idsNeeded(decision)
 */
export const planRoster = (decision: Decision, snapshot: RosterSnapshot, year: string, ids: Iterable<string>): Plan => {
  const writer = new PlanWriter(decision, year, ids)
  for (const one of decision.pupils.added) writer.addPupil(one)
  for (const one of decision.pupils.changed) writer.changePupil(one)
  for (const one of decision.staff.added) writer.addStaff(one)
  for (const one of decision.staff.changed) writer.changeStaff(one)
  for (const one of decision.guardians.work) writer.guardian(one)
  return { change: writer.change, ended: endMissing(decision, snapshot, writer.change) }
}

class PlanWriter {
  readonly change = noChange()
  readonly #ids: Iterator<string>
  readonly #groups = new Map<string, string>()
  readonly #on: string

  constructor({ diff }: Decision, year: string, ids: Iterable<string>) {
    this.#ids = ids[Symbol.iterator]()
    this.#on = diff.on
    for (const row of diff.groups.added) {
      const id = this.#id()
      this.#groups.set(row.ref, id)
      const { name, kind } = row
      this.change.school_group.insert.push({
        id,
        school_year_id: year,
        source_key: row.key,
        name,
        kind,
        year_group: row.yearGroup,
        ended_on: null,
      })
    }
    this.change.school_group.update.push(...diff.groups.changed.map((edit) => edit.group))
  }

  addPupil({ row, joins }: PupilAdd): void {
    const id = this.#id()
    this.change.person.insert.push(newPerson(id, row))
    const contact = newContact(id, row)
    if (contact) this.change.person_contact.insert.push(contact)
    const leftOn = row.leftOn ?? (row.left ? this.#on : null)
    const entered = row.enteredOn ?? (leftOn === null ? this.#on : null)
    const enteredOn = entered !== null && leftOn !== null && entered > leftOn ? leftOn : entered
    this.change.pupil.insert.push({
      person_id: id,
      source_key: row.key,
      year_group: row.yearGroup,
      entered_on: enteredOn,
      left_on: leftOn,
    })
    if (leftOn === null || leftOn > this.#on) this.#member(id, joins, leftOn)
  }

  changePupil(edit: PupilEdit): void {
    this.#edit(edit)
    if (edit.pupil) this.change.pupil.update.push(edit.pupil)
    this.change.group_member.update.push(...edit.ends)
    this.#member(edit.id, edit.joins, edit.leftOn)
  }

  addStaff({ row, joins, reuse }: StaffAdd): void {
    const id = reuse ?? this.#id()
    if (reuse === null) {
      this.change.person.insert.push(newPerson(id, row))
      const contact = newContact(id, row)
      if (contact) this.change.person_contact.insert.push(contact)
    }
    this.change.staff.insert.push({ person_id: id, source_key: row.key, started_on: this.#on, ended_on: null })
    this.#teach(id, joins)
  }

  changeStaff(edit: StaffEdit): void {
    this.#edit(edit)
    if (edit.staff) this.change.staff.update.push(edit.staff)
    this.change.group_teacher.update.push(...edit.ends)
    this.#teach(edit.id, edit.joins)
  }

  guardian(work: GuardianWork): void {
    const id = work.id ?? this.#id()
    this.#edit(work)
    if (work.id === null) {
      this.change.person.insert.push(newPerson(id, work.row))
      const contact = newContact(id, work.row)
      if (contact) this.change.person_contact.insert.push(contact)
    }
    this.change.guardianship.update.push(...work.relations)
    for (const { pupil, relation } of work.children)
      this.change.guardianship.insert.push({
        id: this.#id(),
        pupil_id: pupil,
        guardian_id: id,
        relation,
        started_on: this.#on,
        ended_on: null,
      })
  }

  #edit({ person, contact, contactNew }: PersonEdit): void {
    if (person) this.change.person.update.push(person)
    if (contact) this.change.person_contact.update.push(contact)
    if (contactNew) this.change.person_contact.insert.push(contactNew)
  }

  #member(pupil: string, joins: readonly GroupLink[], leftOn: string | null): void {
    for (const link of joins)
      this.change.group_member.insert.push({
        id: this.#id(),
        group_id: this.#group(link),
        pupil_id: pupil,
        started_on: this.#on,
        ended_on: leftOn,
      })
  }

  #teach(person: string, joins: readonly GroupLink[]): void {
    for (const link of joins)
      this.change.group_teacher.insert.push({
        id: this.#id(),
        group_id: this.#group(link),
        person_id: person,
        started_on: this.#on,
        ended_on: null,
      })
  }

  #group(link: GroupLink): string {
    const id = link.id ?? this.#groups.get(link.ref)
    if (id === undefined) throw new Error('a group of the diff is not among its groups')
    return id
  }

  #id(): string {
    const next = this.#ids.next()
    if (next.done === true) throw new Error('too few ids for this decision')
    return next.value
  }
}

/** Ends who is missing, with their places in groups; a group only when nobody is left in it. Adds to the change. */
const endMissing = (decision: Decision, snapshot: RosterSnapshot, change: RosterChange): Counts => {
  const { endOn: on } = decision
  const ended = noCounts()
  if (on === null) return ended
  const later = (day: string | null): string => (day !== null && day > on ? day : on)
  const idsOf = (list: readonly { id: string }[]): ReadonlySet<string> => new Set(list.map((one) => one.id))

  const pupils = idsOf(decision.pupils.ends)
  for (const before of snapshot.pupils)
    if (pupils.has(before.person_id))
      change.pupil.update.push({ before, after: { ...before, left_on: later(before.entered_on) } })
  change.group_member.update.push(
    ...endAll(
      snapshot.members.filter((row) => pupils.has(row.pupil_id)),
      on,
    ),
  )

  const staff = idsOf(decision.staff.ends)
  for (const before of snapshot.staff)
    if (staff.has(before.person_id))
      change.staff.update.push({ before, after: { ...before, ended_on: later(before.started_on) } })
  change.group_teacher.update.push(
    ...endAll(
      snapshot.teachers.filter((row) => staff.has(row.person_id)),
      on,
    ),
  )

  const relations = new Set(decision.guardians.ends.flatMap((one) => one.relations ?? []))
  for (const before of snapshot.guardianships)
    if (relations.has(before.id))
      change.guardianship.update.push({ before, after: { ...before, ended_on: later(before.started_on) } })

  const emptied = emptyGroups(idsOf(decision.groupsEnd), snapshot, change)
  for (const before of snapshot.groups)
    if (emptied.has(before.id)) change.school_group.update.push({ before, after: { ...before, ended_on: on } })
  const known = new Set(change.group_teacher.update.map((pair) => pair.before.id))
  change.group_teacher.update.push(
    ...endAll(
      snapshot.teachers.filter((row) => emptied.has(row.group_id) && !known.has(row.id)),
      on,
    ),
  )
  return { pupils: pupils.size, groups: emptied.size, staff: staff.size, guardians: decision.guardians.ends.length }
}

const emptyGroups = (
  wanted: ReadonlySet<string>,
  snapshot: RosterSnapshot,
  change: RosterChange,
): ReadonlySet<string> => {
  const ending = new Set(change.group_member.update.map((pair) => pair.before.id))
  const full = new Set(
    snapshot.members.filter((row) => !ending.has(row.id) && row.ended_on === null).map((row) => row.group_id),
  )
  return new Set([...wanted].filter((id) => !full.has(id)))
}
