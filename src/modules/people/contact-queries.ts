import { sql } from 'kysely'
import { inviteDays } from '#modules/accounts/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { nameColumns } from './names-in-sql.ts'
import { noContact, type Contact, type PersonName } from './person.ts'
import { keptPersons, type PeopleView } from './visible-to.ts'

/** How to reach a person, for who keeps the people of that school. Nothing kept reads as nothing known. */
export const findContact = async (
  db: Db<PeopleView>,
  actor: Actor,
  { school, id }: { school: string; id: string },
): Promise<Contact> =>
  (await keptPersons(db, actor)
    .innerJoin('person_contact as c', (join) =>
      join.onRef('c.school_id', '=', 'person.school_id').onRef('c.person_id', '=', 'person.id'),
    )
    .where('person.school_id', '=', school)
    .where('person.id', '=', id)
    .select([
      'c.email',
      'c.phone',
      'c.street',
      'c.postal_code as postalCode',
      'c.city',
      'c.language',
      'c.contact_name as contactName',
    ])
    .executeTakeFirst()) ?? noContact

/** Today by the database's clock, 'YYYY-MM-DD'. */
export const findToday = async (db: Db<PeopleView>): Promise<string> =>
  (await db.selectNoFrom(sql<string>`app.today()`.as('day')).executeTakeFirstOrThrow()).day

export type Person = PersonName & {
  school: string
  schoolName: string
  id: string
  /** Whose page this person has. */
  kind: 'staff' | 'guardian' | 'pupil' | 'guest'
  /** The last day of an invitation that is made today. */
  inviteUntil: string
}

/** Anybody at a school whose people the actor keeps. @throws NotFound */
export const findPerson = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<Person> =>
  keptPersons(db, actor)
    .innerJoin('school', 'school.id', 'person.school_id')
    .where('person.id', '=', id)
    .select([
      'person.school_id as school',
      'school.name as schoolName',
      'person.id',
      sql<Person['kind']>`case
        when exists (select from pupil p where p.school_id = person.school_id and p.person_id = person.id) then 'pupil'
        when exists (select from staff s where s.school_id = person.school_id and s.person_id = person.id
          and ${holdsToday('s')}) then 'staff'
        when exists (select from guardianship g where g.school_id = person.school_id and g.guardian_id = person.id)
          then 'guardian'
        when exists (select from person_role r where r.school_id = person.school_id and r.person_id = person.id)
          then 'guest'
        else 'staff' end`.as('kind'),
      sql<string>`app.today() + ${inviteDays}::int`.as('inviteUntil'),
      ...nameColumns('person'),
    ])
    .executeTakeFirstOrThrow(() => new NotFound('person'))
