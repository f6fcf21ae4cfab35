import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { ageOn, oldest, youngest } from './ages.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Fills in the birth date of a pupil of whom it is not known. One that is known comes from the administration, and is put
 * right there: nobody turns an age back here.
 * @throws Conflict 'known' when it is there already, 'no age' when nobody at a school can be that old
 */
export const setBirthDate = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, pupil, born }: { school: string; pupil: string; born: string },
): Promise<void> => {
  demandKeeper(doer, school)
  const person = await tx
    .selectFrom('person')
    .innerJoin('pupil', (join) =>
      join.onRef('pupil.school_id', '=', 'person.school_id').onRef('pupil.person_id', '=', 'person.id'),
    )
    .select(['person.birth_date', today.as('day')])
    .where('person.school_id', '=', school)
    .where('person.id', '=', pupil)
    .forUpdate('person')
    .executeTakeFirstOrThrow(() => new NotFound('pupil'))
  if (person.birth_date !== null) throw new Conflict('known')
  const age = ageOn(born, person.day) ?? -1
  if (age < youngest || age > oldest) throw new Conflict('no age')
  await tx
    .updateTable('person')
    .set({ birth_date: born })
    .where('school_id', '=', school)
    .where('id', '=', pupil)
    .execute()
  await record(tx, { school, event: 'people.birthdate.filled', about: [pupil], payload: {}, doer })
}
