import type { Doer } from '#platform/access/actor.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Ends a relation: from `endedOn` this guardian no longer sees the child. What is over stays over.
 * @throws Conflict 'before the start' when the relation began later
 */
export const endGuardianship = async (
  tx: Tx<PeopleTables>,
  doer: Doer,
  { school, id, endedOn }: { school: string; id: string; endedOn: string },
): Promise<void> => {
  demandKeeper(doer, school)
  const relation = await tx
    .selectFrom('guardianship')
    .select(['pupil_id', 'guardian_id', 'started_on'])
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', today)]))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('guardianship'))
  if (endedOn < relation.started_on) throw new Conflict('before the start')
  await tx
    .updateTable('guardianship')
    .set({ ended_on: endedOn })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()
  const about = [relation.pupil_id, relation.guardian_id, id]
  await record(tx, { school, event: 'people.guardianship.ended', about, payload: { endedOn }, doer })
}
