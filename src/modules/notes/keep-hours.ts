import { demandKeeper } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { NoteTables } from './tables.ts'

/** Says until when a school takes notes, and which number to call after that. */
export const keepHours = async (
  tx: Tx<NoteTables>,
  doer: Doer,
  { school, until, phone }: { school: string; until: string; phone: string | null },
): Promise<void> => {
  demandKeeper(doer, school)
  await tx
    .insertInto('child_note_hours')
    .values({ school_id: school, until_time: until, phone })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet({ until_time: until, phone }))
    .execute()
  await record(tx, { school, event: 'notes.hours.kept', about: [school], payload: { until, phone }, doer })
}
