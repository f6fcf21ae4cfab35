import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { demandKeeper } from './demand-keeper.ts'
import type { Days } from './school.ts'
import type { SchoolTables } from './tables.ts'

/**
 * Adds a school year, as 2026-2027.
 * @returns its id
 * @throws Conflict 'school year' when the school has it already
 */
export const addSchoolYear = async (
  tx: Tx<SchoolTables>,
  doer: Doer,
  year: { school: string; label: string } & Days,
): Promise<string> => {
  const { school, label, startsOn, endsOn } = year
  demandKeeper(doer, school)
  const added = await tx
    .insertInto('school_year')
    .values({ school_id: school, label, starts_on: startsOn, ends_on: endsOn })
    .onConflict((conflict) => conflict.columns(['school_id', 'label']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Conflict('school year')
  await record(tx, {
    school,
    event: 'school.year.added',
    about: [added.id],
    payload: { label, startsOn, endsOn },
    doer,
  })
  return added.id
}
