import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Lives, PeopleTables } from './tables.ts'

/** Says whether the child lives with this guardian, so that letters find every home. It gives and takes no authority. */
export const setHome = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, guardianship, lives }: { school: string; guardianship: string; lives: Lives },
): Promise<void> => {
  demandKeeper(doer, school)
  const relation = await tx
    .selectFrom('guardianship')
    .select(['pupil_id', 'guardian_id'])
    .where('school_id', '=', school)
    .where('id', '=', guardianship)
    .where(holdsToday('guardianship'))
    .executeTakeFirstOrThrow(() => new NotFound('guardianship'))
  await tx
    .insertInto('guardianship_home')
    .values({ school_id: school, guardianship_id: guardianship, lives })
    .onConflict((conflict) => conflict.columns(['school_id', 'guardianship_id']).doUpdateSet({ lives }))
    .execute()
  const about = [relation.pupil_id, relation.guardian_id, guardianship]
  await record(tx, { school, event: 'people.home.said', about, payload: {}, doer })
}
