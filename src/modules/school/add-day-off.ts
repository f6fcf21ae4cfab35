import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { demandKeeper } from './demand-keeper.ts'
import { daysOffFault, type Days } from './school.ts'
import type { SchoolTables } from './tables.ts'

/**
 * Adds one or more days without lessons, such as a study day.
 * @returns the id
 * @throws Conflict 'days off' for a span that no holiday has; the page asks before
 */
export const addDayOff = async (
  tx: Tx<SchoolTables>,
  doer: Doer,
  dayOff: { school: string; name: string } & Days,
): Promise<string> => {
  const { school, name, startsOn, endsOn } = dayOff
  demandKeeper(doer, school)
  if (daysOffFault(dayOff) !== null) throw new Conflict('days off')
  const { id } = await tx
    .insertInto('day_off')
    .values({ school_id: school, name, starts_on: startsOn, ends_on: endsOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, { school, event: 'school.day-off.added', about: [id], payload: { name, startsOn, endsOn }, doer })
  return id
}
