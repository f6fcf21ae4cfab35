import { sql } from 'kysely'
import type { Actor, StaffRole } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import { keptPersons, type PeopleView } from './visible-to.ts'

const staffOf = (db: Db<PeopleView>, actor: Actor) =>
  keptPersons(db, actor).innerJoin('staff', (join) =>
    join.onRef('staff.school_id', '=', 'person.school_id').onRef('staff.person_id', '=', 'person.id'),
  )

const taughtGroups = sql<string[]>`array(select g.name from group_teacher t
  join school_group g on g.school_id = t.school_id and g.id = t.group_id
  where t.school_id = person.school_id and t.person_id = person.id and ${holdsToday('t')} order by g.name)`

export type StaffLine = PersonName & { id: string; roles: readonly StaffRole[]; groups: readonly string[] }

/** Who works at a school today, in the order of Dutch lists. */
export const findStaff = (db: Db<PeopleView>, actor: Actor, school: string): Promise<StaffLine[]> =>
  staffOf(db, actor)
    .where('person.school_id', '=', school)
    .where(holdsToday('staff'))
    .select([
      'person.id',
      sql<StaffRole[]>`array(select r.role from staff_role r
        where r.school_id = person.school_id and r.person_id = person.id and ${holdsToday('r')} order by r.role)`.as(
        'roles',
      ),
      taughtGroups.as('groups'),
      ...nameColumns('person'),
    ])
    .orderBy(byName('person'))
    .execute()

export type HeldRole = { id: string; role: StaffRole; startedOn: string; lastDay: string | null }

export type StaffFile = PersonName & {
  school: string
  id: string
  startedOn: string
  lastDay: string | null
  employed: boolean
  /** Also has a child at the school. */
  isGuardian: boolean
  groups: readonly string[]
  roles: readonly HeldRole[]
}

/** Somebody who works or worked at a school whose people the actor keeps. @throws NotFound */
export const findStaffMember = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<StaffFile> => {
  const member = await staffOf(db, actor)
    .where('person.id', '=', id)
    .select([
      'person.school_id as school',
      'person.id',
      'staff.started_on as startedOn',
      sql<string | null>`staff.ended_on - 1`.as('lastDay'),
      sql<boolean>`${holdsToday('staff')}`.as('employed'),
      sql<boolean>`exists (select from guardianship g where g.school_id = person.school_id and g.guardian_id = person.id
        and ${holdsToday('g')})`.as('isGuardian'),
      taughtGroups.as('groups'),
      ...nameColumns('person'),
    ])
    .executeTakeFirstOrThrow(() => new NotFound('staff'))
  return { ...member, roles: await findHeldRoles(db, actor, member) }
}

const rolesOf = (db: Db<PeopleView>, actor: Actor) =>
  staffOf(db, actor)
    .innerJoin('staff_role as r', (join) =>
      join.onRef('r.school_id', '=', 'person.school_id').onRef('r.person_id', '=', 'person.id'),
    )
    .where(({ or, eb }) => or([eb('r.ended_on', 'is', null), eb('r.ended_on', '>', today)]))

/** The roles of somebody that hold or are still to begin. */
export const findHeldRoles = (
  db: Db<PeopleView>,
  actor: Actor,
  { school, id }: { school: string; id: string },
): Promise<HeldRole[]> =>
  rolesOf(db, actor)
    .where('r.school_id', '=', school)
    .where('r.person_id', '=', id)
    .select(['r.id', 'r.role', 'r.started_on as startedOn', sql<string | null>`r.ended_on - 1`.as('lastDay')])
    .orderBy('r.role')
    .execute()

export type RoleOfStaff = {
  id: string
  role: StaffRole
  startedOn: string
  school: string
  person: PersonName & { id: string }
}

/** A role that holds, of staff whom the actor keeps. @throws NotFound */
export const findRole = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<RoleOfStaff> => {
  const { person, firstName, prefix, lastName, ...role } = await rolesOf(db, actor)
    .where('r.id', '=', id)
    .select([
      'r.id',
      'r.role',
      'r.started_on as startedOn',
      'r.school_id as school',
      'person.id as person',
      ...nameColumns('person'),
    ])
    .executeTakeFirstOrThrow(() => new NotFound('role'))
  return { ...role, person: { id: person, firstName, prefix, lastName } }
}
