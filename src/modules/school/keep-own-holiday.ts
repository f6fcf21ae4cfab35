import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { demandOverseer } from './demand-keeper.ts'
import { daysOffFault, type Days, type HolidayOf } from './school.ts'
import type { SchoolTables } from './tables.ts'

/**
 * The school keeps a national holiday of one school year on days of its own, or does not keep it.
 * @param days null when the school has school in that holiday
 * @throws Conflict 'days off' for a span that no holiday has; the page asks before
 */
export const keepOwnHoliday = async (
  tx: Tx<SchoolTables>,
  doer: Doer,
  { school, holiday, days }: { school: string; holiday: HolidayOf; days: Days | null },
): Promise<void> => {
  demandOverseer(doer, school)
  if (days !== null && daysOffFault(days) !== null) throw new Conflict('days off')
  const { kind, firstYear } = holiday
  const [starts_on, ends_on] = [days?.startsOn ?? null, days?.endsOn ?? null]
  await tx
    .insertInto('own_holiday')
    .values({ school_id: school, first_year: firstYear, kind, starts_on, ends_on })
    .onConflict((conflict) => conflict.columns(['school_id', 'first_year', 'kind']).doUpdateSet({ starts_on, ends_on }))
    .execute()
  await record(tx, {
    school,
    event: 'school.own-holiday.kept',
    about: [school],
    payload: { kind, firstYear, startsOn: starts_on, endsOn: ends_on },
    doer,
  })
}
