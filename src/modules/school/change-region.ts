import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { demandSetter } from './demand-keeper.ts'
import type { Region, SchoolTables } from './tables.ts'

/** Says in which region the school lies, which decides its national holidays. */
export const changeRegion = async (
  tx: Tx<SchoolTables>,
  doer: Doer,
  { school, region }: { school: string; region: Region },
): Promise<void> => {
  demandSetter(doer, school)
  await tx.updateTable('school').set({ region }).where('id', '=', school).execute()
  await record(tx, { school, event: 'school.region.changed', about: [school], payload: { region }, doer })
}
