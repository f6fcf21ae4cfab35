import { sql } from 'kysely'
import type { Actor, PersonRole } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import { keptPersons, type PeopleView } from './visible-to.ts'

export type FunctionLine = PersonName & {
  id: string
  school: string
  person: string
  kind: 'pupil' | 'guardian' | 'guest'
  role: PersonRole
  groupName: string | null
  startedOn: string
  lastDay: string | null
}

const functions = (db: Db<PeopleView>, actor: Actor) =>
  keptPersons(db, actor)
    .innerJoin('person_role as r', (join) =>
      join.onRef('r.school_id', '=', 'person.school_id').onRef('r.person_id', '=', 'person.id'),
    )
    .leftJoin('school_group as g', (join) =>
      join.onRef('g.school_id', '=', 'r.school_id').onRef('g.id', '=', 'r.group_id'),
    )
    .where(({ or, eb }) => or([eb('r.ended_on', 'is', null), eb('r.ended_on', '>', today)]))
    .select([
      'r.id',
      'r.school_id as school',
      'person.id as person',
      'r.role',
      'g.name as groupName',
      'r.started_on as startedOn',
      sql<string | null>`r.ended_on - 1`.as('lastDay'),
      sql<FunctionLine['kind']>`case
        when exists (select from pupil p where p.school_id = person.school_id and p.person_id = person.id) then 'pupil'
        when exists (select from guardianship h where h.school_id = person.school_id and h.guardian_id = person.id)
          then 'guardian'
        else 'guest' end`.as('kind'),
      ...nameColumns('person'),
    ])
    .orderBy(byName('person'))
    .orderBy('r.role')

/** The functions at a school that hold or are still to begin, for who keeps its people. */
export const findFunctions = (db: Db<PeopleView>, actor: Actor, school: string): Promise<FunctionLine[]> =>
  functions(db, actor).where('r.school_id', '=', school).execute()

export const findFunctionsOf = (
  db: Db<PeopleView>,
  actor: Actor,
  { school, id }: { school: string; id: string },
): Promise<FunctionLine[]> =>
  functions(db, actor).where('r.school_id', '=', school).where('person.id', '=', id).execute()

/** @throws NotFound */
export const findFunction = (db: Db<PeopleView>, actor: Actor, id: string): Promise<FunctionLine> =>
  functions(db, actor)
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('function'))
