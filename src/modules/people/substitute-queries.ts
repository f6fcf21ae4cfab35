import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import { overseenPersons, visibleGroups, type PeopleView } from './visible-to.ts'

export type Substitution = PersonName & {
  id: string
  school: string
  group: string
  groupName: string
  from: string
  until: string
}

/** Substitutions of today and later on the groups this actor sees: one's own, and all of a school one oversees. */
const substitutions = (db: Db<PeopleView>, actor: Actor) =>
  visibleGroups(db, actor)
    .innerJoin('group_substitute as x', (join) =>
      join.onRef('x.school_id', '=', 'school_group.school_id').onRef('x.group_id', '=', 'school_group.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 'x.school_id').onRef('person.id', '=', 'x.person_id'),
    )
    .where('x.ended_at', 'is', null)
    .where('x.on_until', '>=', today)
    .select([
      'x.id',
      'x.school_id as school',
      'school_group.id as group',
      'school_group.name as groupName',
      'x.on_from as from',
      'x.on_until as until',
      ...nameColumns('person'),
    ])
    .orderBy('x.on_from')
    .orderBy(byName('person'))

export const findSubstitutions = (db: Db<PeopleView>, actor: Actor, school: string): Promise<Substitution[]> =>
  substitutions(db, actor).where('x.school_id', '=', school).execute()

/** @throws NotFound when it is over, or of a school this actor does not oversee */
export const findSubstitution = (db: Db<PeopleView>, actor: Actor, id: string): Promise<Substitution> =>
  substitutions(db, actor)
    .where('x.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('substitution'))

/** When the actor stands in on this group, from today on. */
export const findOwnDays = (db: Db<PeopleView>, actor: Actor, group: string): Promise<Substitution[]> =>
  substitutions(db, actor)
    .where('school_group.id', '=', group)
    .where(sql<boolean>`x.person_id = any (${actor.at.map(({ person }) => person)}::uuid[])`)
    .execute()

export type Candidate = PersonName & { id: string }

/** Who may be put on a group: who works at the school as a teacher or a substitute, for who oversees it. */
export const findCandidates = (db: Db<PeopleView>, actor: Actor, school: string): Promise<Candidate[]> =>
  overseenPersons(db, actor)
    .innerJoin('staff', (join) =>
      join.onRef('staff.school_id', '=', 'person.school_id').onRef('staff.person_id', '=', 'person.id'),
    )
    .where('person.school_id', '=', school)
    .where(holdsToday('staff'))
    .where(
      sql<boolean>`exists (select from staff_role r where r.school_id = person.school_id and r.person_id = person.id
        and r.role in ('teacher', 'substitute') and ${holdsToday('r')})`,
    )
    .select(['person.id', ...nameColumns('person')])
    .orderBy(byName('person'))
    .execute()
