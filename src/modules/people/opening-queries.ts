import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import { visibleTo, type PeopleView } from './visible-to.ts'

/**
 * The guardians whom a pupil of age may let in: those with authority until then. Empty for who is not of age. Who is limited
 * by the school is not among them; the pupil asks the office about that.
 */
export const ownGuardianships = (db: Db<PeopleView>, pupil: Actor) =>
  visibleTo(db, pupil)
    .innerJoin('guardianship as g', (join) =>
      join.onRef('g.school_id', '=', 'pupil.school_id').onRef('g.pupil_id', '=', 'pupil.person_id'),
    )
    .innerJoin('person as guardian', (join) =>
      join.onRef('guardian.school_id', '=', 'g.school_id').onRef('guardian.id', '=', 'g.guardian_id'),
    )
    .where(sql<boolean>`${pupil.hat === 'pupil'}`)
    .where(sql<boolean>`app.reaches(person.birth_date, 18) <= ${today}`)
    .where(holdsToday('g'))
    .where(
      sql<boolean>`not exists (select from guardianship_authority a where a.school_id = g.school_id
        and a.guardian_id = g.guardian_id and a.pupil_id = g.pupil_id and ${holdsToday('a')})`,
    )
    .select([
      'g.id',
      'g.school_id as school',
      'g.guardian_id as guardian',
      'g.pupil_id as self',
      'g.relation',
      sql<boolean>`exists (select from adult_opening o where o.school_id = g.school_id and o.guardianship_id = g.id
        and o.closed_at is null)`.as('open'),
      ...nameColumns('guardian'),
    ])
    .orderBy(byName('guardian'))

export type OwnPupil = PersonName & { id: string; school: string; birthDate: string | null; day: string }

/** The pupil the actor is, at each school, with the birth date from which rights follow. */
export const findSelf = (db: Db<PeopleView>, pupil: Actor): Promise<OwnPupil[]> =>
  visibleTo(db, pupil)
    .where(sql<boolean>`${pupil.hat === 'pupil'}`)
    .select([
      'pupil.person_id as id',
      'pupil.school_id as school',
      'person.birth_date as birthDate',
      today.as('day'),
      ...nameColumns('person'),
    ])
    .execute()
