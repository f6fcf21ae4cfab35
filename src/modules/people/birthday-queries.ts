import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import { keptPersons, type PeopleView } from './visible-to.ts'

export type Birthday = PersonName & { id: string; years: 16 | 18; on: string }
export type Unborn = PersonName & { id: string }

/** How many days ahead the office sees a birthday that moves rights. */
export const birthdayDays = 90
/** How many unknown birth dates stand on a page to be filled in. */
export const unknownPerPage = 25

const pupilsOf = (db: Db<PeopleView>, actor: Actor, school: string) =>
  keptPersons(db, actor)
    .innerJoin('pupil', (join) =>
      join.onRef('pupil.school_id', '=', 'person.school_id').onRef('pupil.person_id', '=', 'person.id'),
    )
    .where('person.school_id', '=', school)
    .where(({ or, eb }) => or([eb('pupil.left_on', 'is', null), eb('pupil.left_on', '>', today)]))

/** Who turns 16 or 18 within ninety days, first who does so first. For who keeps the people of the school. */
export const findBirthdays = (db: Db<PeopleView>, actor: Actor, school: string): Promise<Birthday[]> =>
  pupilsOf(db, actor, school)
    .innerJoin(sql<{ years: 16 | 18 }>`(values (16), (18))`.as<'age'>(sql`age(years)`), (join) => join.onTrue())
    .where(sql<boolean>`app.reaches(person.birth_date, age.years) between ${today} and ${today} + ${birthdayDays}::int`)
    .select([
      'person.id',
      sql<16 | 18>`age.years`.as('years'),
      sql<string>`app.reaches(person.birth_date, age.years)`.as('on'),
      ...nameColumns('person'),
    ])
    .orderBy('on')
    .orderBy(byName('person'))
    .execute()

/** The pupils whose birth date nobody knows: the first of them, and how many there are. */
export const findUnknownBirths = async (
  db: Db<PeopleView>,
  actor: Actor,
  school: string,
): Promise<{ pupils: Unborn[]; total: number }> => {
  const unknown = pupilsOf(db, actor, school).where('person.birth_date', 'is', null)
  const { total } = await unknown.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const pupils = await unknown
    .select(['person.id', ...nameColumns('person')])
    .orderBy(byName('person'))
    .limit(unknownPerPage)
    .execute()
  return { pupils, total }
}

/** Whether the school teaches secondary stages, where a pupil can be of age. */
export const teachesSecondary = async (db: Db<PeopleView>, school: string): Promise<boolean> =>
  (
    await db
      .selectNoFrom(
        sql<boolean>`exists (select from school_stage t where t.school_id = ${school}::uuid and t.stage in ('VO', 'VSO'))`.as(
          'secondary',
        ),
      )
      .executeTakeFirstOrThrow()
  ).secondary
