import type { Actor } from '#platform/access/actor.ts'
import { purgeFilesSoon } from '#modules/files/index.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { ShowingTables } from './tables.ts'

/** Takes a piece of work back: gone at once for everybody, and its file within moments. */
export const takeBack = async (
  tx: Tx<ShowingTables>,
  actor: Actor,
  { school, id, pupil }: { school: string; id: string; pupil: string },
): Promise<void> => {
  await tx.deleteFrom('showing').where('school_id', '=', school).where('id', '=', id).execute()
  await purgeFilesSoon(tx)
  await record(tx, { school, event: 'showings.work.taken-back', about: [pupil, id], payload: {}, doer: actor })
}
