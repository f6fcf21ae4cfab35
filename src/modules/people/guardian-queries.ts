import { sql } from 'kysely'
import { keepsSchool } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { findContact } from './contact-queries.ts'
import { byName, isNamed, nameColumns } from './names-in-sql.ts'
import type { Contact, NewName, PersonName } from './person.ts'
import type { Relation } from './tables.ts'
import { keptPersons, visibleTo, type PeopleView } from './visible-to.ts'

export type GuardianLine = PersonName & {
  id: string
  guardianship: string
  relation: Relation
  /** The last day of the relation, when its end is known. */
  lastDay: string | null
  /** Something limits what this guardian may know: to be dealt with through the office alone. */
  limited: boolean
  /** For who keeps the people of the school, and nobody else. */
  contact: Contact | null
}

/**
 * The guardians of a pupil today. Staff see their names; who keeps the people of the school also how to reach them. A
 * guardian sees nobody but the own relation, and a pupil none here: neither home learns of the other.
 */
export const findGuardians = async (
  db: Db<PeopleView>,
  actor: Actor,
  pupil: { school: string; id: string },
): Promise<GuardianLine[]> => {
  if (actor.hat === 'pupil') return []
  const own = actor.at.map(({ person }) => person)
  const rows = await visibleTo(db, actor)
    .innerJoin('guardianship', (join) =>
      join
        .onRef('guardianship.school_id', '=', 'pupil.school_id')
        .onRef('guardianship.pupil_id', '=', 'pupil.person_id'),
    )
    .innerJoin('person as guardian', (join) =>
      join
        .onRef('guardian.school_id', '=', 'guardianship.school_id')
        .onRef('guardian.id', '=', 'guardianship.guardian_id'),
    )
    .where('pupil.school_id', '=', pupil.school)
    .where('pupil.person_id', '=', pupil.id)
    .where(holdsToday('guardianship'))
    .$if(actor.hat === 'guardian', (query) => query.where(sql<boolean>`guardian.id = any (${own}::uuid[])`))
    .select([
      'guardian.id',
      'guardianship.id as guardianship',
      'guardianship.relation',
      sql<string | null>`guardianship.ended_on - 1`.as('lastDay'),
      isLimited('guardianship').as('limited'),
      ...nameColumns('guardian'),
    ])
    .orderBy(byName('guardian'))
    .execute()
  if (!keepsSchool(actor, pupil.school)) return rows.map((row) => ({ ...row, contact: null }))
  return Promise.all(
    rows.map(async (row) => ({ ...row, contact: await findContact(db, actor, { school: pupil.school, id: row.id }) })),
  )
}

export type ChildLine = PersonName & {
  id: string
  guardianship: string
  relation: Relation
  limited: boolean
  lastDay: string | null
}

const isLimited = (relation: string) => {
  const of = (column: string) => sql.ref(`${relation}.${column}`)
  return sql<boolean>`exists (select from guardianship_authority a where a.school_id = ${of('school_id')}
    and a.guardian_id = ${of('guardian_id')} and a.pupil_id = ${of('pupil_id')} and ${holdsToday('a')})`
}

export type GuardianFile = PersonName & {
  school: string
  id: string
  children: readonly ChildLine[]
  /** Also works at the school. */
  isStaff: boolean
}

/** A guardian with the children, for who keeps the people of that school. @throws NotFound */
export const findGuardian = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<GuardianFile> => {
  const guardian = await keptPersons(db, actor)
    .where('person.id', '=', id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('guardianship as g')
          .whereRef('g.school_id', '=', 'person.school_id')
          .whereRef('g.guardian_id', '=', 'person.id'),
      ),
    )
    .select(({ exists, selectFrom }) => [
      'person.school_id as school',
      'person.id',
      exists(
        selectFrom('staff')
          .whereRef('staff.school_id', '=', 'person.school_id')
          .whereRef('staff.person_id', '=', 'person.id')
          .where(holdsToday('staff')),
      )
        .$castTo<boolean>()
        .as('isStaff'),
      ...nameColumns('person'),
    ])
    .executeTakeFirstOrThrow(() => new NotFound('guardian'))
  return { ...guardian, children: await findChildrenOf(db, actor, guardian) }
}

const findChildrenOf = (
  db: Db<PeopleView>,
  actor: Actor,
  guardian: { school: string; id: string },
): Promise<ChildLine[]> =>
  visibleTo(db, actor)
    .innerJoin('guardianship', (join) =>
      join
        .onRef('guardianship.school_id', '=', 'pupil.school_id')
        .onRef('guardianship.pupil_id', '=', 'pupil.person_id'),
    )
    .where('guardianship.school_id', '=', guardian.school)
    .where('guardianship.guardian_id', '=', guardian.id)
    .where(holdsToday('guardianship'))
    .select([
      'pupil.person_id as id',
      'guardianship.id as guardianship',
      'guardianship.relation',
      sql<string | null>`guardianship.ended_on - 1`.as('lastDay'),
      isLimited('guardianship').as('limited'),
      ...nameColumns('person'),
    ])
    .orderBy(byName('person'))
    .execute()

export type Guardianship = {
  id: string
  school: string
  pupil: PersonName & { id: string }
  guardian: PersonName & { id: string }
  startedOn: string
}

/** A relation that holds, for who keeps the people of that school. @throws NotFound */
export const findGuardianship = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<Guardianship> => {
  const found = await keptPersons(db, actor)
    .innerJoin('guardianship', (join) =>
      join.onRef('guardianship.school_id', '=', 'person.school_id').onRef('guardianship.guardian_id', '=', 'person.id'),
    )
    .innerJoin('person as child', (join) =>
      join.onRef('child.school_id', '=', 'guardianship.school_id').onRef('child.id', '=', 'guardianship.pupil_id'),
    )
    .where('guardianship.id', '=', id)
    .where(({ or, eb }) => or([eb('guardianship.ended_on', 'is', null), eb('guardianship.ended_on', '>', today)]))
    .select([
      'guardianship.school_id as school',
      'guardianship.started_on as startedOn',
      'person.id as guardian',
      'child.id as pupil',
      'child.first_name as childFirst',
      'child.prefix as childPrefix',
      'child.last_name as childLast',
      ...nameColumns('person'),
    ])
    .executeTakeFirstOrThrow(() => new NotFound('guardianship'))
  const { firstName, prefix, lastName } = found
  return {
    id,
    school: found.school,
    startedOn: found.startedOn,
    guardian: { id: found.guardian, firstName, prefix, lastName },
    pupil: { id: found.pupil, firstName: found.childFirst, prefix: found.childPrefix, lastName: found.childLast },
  }
}

export type Namesake = PersonName & { id: string; children: readonly string[]; isStaff: boolean }

/** Who at this school already has this name and is no pupil: perhaps the same person, with another child. */
export const findNamesakes = (
  db: Db<PeopleView>,
  actor: Actor,
  school: string,
  name: Pick<NewName, 'firstName' | 'lastName'>,
): Promise<Namesake[]> =>
  keptPersons(db, actor)
    .leftJoin('pupil', (join) =>
      join.onRef('pupil.school_id', '=', 'person.school_id').onRef('pupil.person_id', '=', 'person.id'),
    )
    .where('person.school_id', '=', school)
    .where('pupil.person_id', 'is', null)
    .where(isNamed('person', name))
    .select([
      'person.id',
      sql<string[]>`array(select coalesce(c.first_name, c.last_name) from guardianship g
        join person c on c.school_id = g.school_id and c.id = g.pupil_id
        where g.school_id = person.school_id and g.guardian_id = person.id and ${holdsToday('g')} order by 1)`.as(
        'children',
      ),
      sql<boolean>`exists (select from staff s where s.school_id = person.school_id and s.person_id = person.id
        and ${holdsToday('s')})`.as('isStaff'),
      ...nameColumns('person'),
    ])
    .orderBy(byName('person'))
    .execute()
