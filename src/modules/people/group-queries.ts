import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import type { Relation } from './tables.ts'
import { visibleGroups, visibleTo, type PeopleView } from './visible-to.ts'

export type GroupLine = {
  id: string
  name: string
  kind: 'class' | 'mixed'
  yearGroup: string | null
  schoolYear: string
  pupils: number
  teachers: readonly PersonName[]
}

const order = new Intl.Collator('nl', { numeric: true })

const groupsIn = (db: Db<PeopleView>, actor: Actor) =>
  visibleGroups(db, actor)
    .innerJoin('school_year', (join) =>
      join
        .onRef('school_year.school_id', '=', 'school_group.school_id')
        .onRef('school_year.id', '=', 'school_group.school_year_id'),
    )
    .select(({ selectFrom }) => [
      'school_group.id',
      'school_group.school_id as school',
      'school_group.name',
      'school_group.kind',
      'school_group.year_group as yearGroup',
      'school_year.label as schoolYear',
      selectFrom('group_member as m')
        .innerJoin('pupil as p', (join) =>
          join.onRef('p.school_id', '=', 'm.school_id').onRef('p.person_id', '=', 'm.pupil_id'),
        )
        .whereRef('m.school_id', '=', 'school_group.school_id')
        .whereRef('m.group_id', '=', 'school_group.id')
        .where(holdsToday('m'))
        .where(({ or, eb }) => or([eb('p.left_on', 'is', null), eb('p.left_on', '>', today)]))
        .select(({ fn }) => fn.countAll<number>().as('pupils'))
        .$asScalar()
        .$notNull()
        .as('pupils'),
    ])

/** The groups of this year and later, and of earlier years those that pupils are still in; classes first, 4B before 10A. */
export const findGroups = async (db: Db<PeopleView>, actor: Actor, school: string): Promise<GroupLine[]> => {
  const rows = await groupsIn(db, actor)
    .where('school_group.school_id', '=', school)
    .select(sql<boolean>`school_year.ends_on >= ${today}`.as('goesOn'))
    .execute()
  const groups = rows.filter(({ goesOn, pupils }) => goesOn || pupils > 0)
  const teachers = await findTeachers(
    db,
    actor,
    groups.map(({ id }) => id),
  )
  return groups
    .map((group) => ({ ...group, teachers: teachers.get(group.id) ?? [] }))
    .sort((one, other) => order.compare(one.kind, other.kind) || order.compare(one.name, other.name))
}

const findTeachers = async (
  db: Db<PeopleView>,
  actor: Actor,
  groups: readonly string[],
): Promise<Map<string, PersonName[]>> => {
  const rows = await visibleGroups(db, actor)
    .innerJoin('group_teacher as t', (join) =>
      join.onRef('t.school_id', '=', 'school_group.school_id').onRef('t.group_id', '=', 'school_group.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 't.school_id').onRef('person.id', '=', 't.person_id'),
    )
    // A colleague's employment is not everybody's to read: unknown counts as employed.
    .leftJoin('staff as s', (join) =>
      join.onRef('s.school_id', '=', 't.school_id').onRef('s.person_id', '=', 't.person_id'),
    )
    .where(sql<boolean>`school_group.id = any (${groups}::uuid[])`)
    .where(holdsToday('t'))
    .where(({ or, eb }) => or([eb('s.ended_on', 'is', null), eb('s.ended_on', '>', today)]))
    .select(['school_group.id as group', ...nameColumns('person')])
    .orderBy(byName('person'))
    .execute()
  const teachers = new Map<string, PersonName[]>()
  for (const { group, ...name } of rows) teachers.set(group, [...(teachers.get(group) ?? []), name])
  return teachers
}

export type Member = PersonName & { id: string; guardians: readonly (PersonName & { relation: Relation })[] }

export type GroupFile = GroupLine & { school: string; members: readonly Member[] }

/** A group with its pupils of today and their guardians, in the order of Dutch lists. @throws NotFound */
export const findGroup = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<GroupFile> => {
  const group = await groupsIn(db, actor)
    .where('school_group.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('group'))
  const members = await membersOf(db, actor, { school: group.school, id })
    .select(['pupil.person_id as id', ...nameColumns('person')])
    .orderBy(byName('person'))
    .execute()
  const guardians = await findGuardiansOf(db, actor, { school: group.school, id })
  const teachers = await findTeachers(db, actor, [id])
  return {
    ...group,
    teachers: teachers.get(id) ?? [],
    members: members.map((member) => ({ ...member, guardians: guardians.get(member.id) ?? [] })),
  }
}

const membersOf = (db: Db<PeopleView>, actor: Actor, group: { school: string; id: string }) =>
  visibleTo(db, actor)
    .innerJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'pupil.school_id').onRef('m.pupil_id', '=', 'pupil.person_id'),
    )
    .where('m.school_id', '=', group.school)
    .where('m.group_id', '=', group.id)
    .where(holdsToday('m'))
    .where(({ or, eb }) => or([eb('pupil.left_on', 'is', null), eb('pupil.left_on', '>', today)]))

/** The guardians of today, by pupil: names and who they are to the child, and nothing with which to reach them. */
const findGuardiansOf = async (
  db: Db<PeopleView>,
  actor: Actor,
  group: { school: string; id: string },
): Promise<Map<string, (PersonName & { relation: Relation })[]>> => {
  const rows = await membersOf(db, actor, group)
    .innerJoin('guardianship as g', (join) =>
      join.onRef('g.school_id', '=', 'pupil.school_id').onRef('g.pupil_id', '=', 'pupil.person_id'),
    )
    .innerJoin('person as guardian', (join) =>
      join.onRef('guardian.school_id', '=', 'g.school_id').onRef('guardian.id', '=', 'g.guardian_id'),
    )
    .where(holdsToday('g'))
    .select(['pupil.person_id as pupil', 'g.relation', ...nameColumns('guardian')])
    .orderBy(byName('guardian'))
    .execute()
  const guardians = new Map<string, (PersonName & { relation: Relation })[]>()
  for (const { pupil, ...one } of rows) guardians.set(pupil, [...(guardians.get(pupil) ?? []), one])
  return guardians
}
