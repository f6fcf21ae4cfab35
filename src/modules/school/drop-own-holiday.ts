import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { demandOverseer } from './demand-keeper.ts'
import type { HolidayOf } from './school.ts'
import type { SchoolTables } from './tables.ts'

/** The school keeps to the national days of a holiday again. Nothing happens when it did so already. */
export const dropOwnHoliday = async (
  tx: Tx<SchoolTables>,
  doer: Doer,
  { school, holiday }: { school: string; holiday: HolidayOf },
): Promise<void> => {
  demandOverseer(doer, school)
  const { kind, firstYear } = holiday
  const { numDeletedRows } = await tx
    .deleteFrom('own_holiday')
    .where('school_id', '=', school)
    .where('first_year', '=', firstYear)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return
  await record(tx, {
    school,
    event: 'school.own-holiday.dropped',
    about: [school],
    payload: { kind, firstYear },
    doer,
  })
}
