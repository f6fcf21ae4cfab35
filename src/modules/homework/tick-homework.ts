import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { findAsked, type HomeworkView } from './queries.ts'

// A tick is a note to oneself. It has no row in the ledger, which others than the pupil can read.

/** Notes that it is done, once however often it is sent. @throws NotFound for what is not asked of this pupil */
export const tickHomework = async (tx: Tx<HomeworkView>, actor: Actor, id: string): Promise<void> => {
  const { school, group, pupil } = await findAsked(tx, actor, id)
  await tx
    .insertInto('homework_tick')
    .values({ school_id: school, homework_id: id, group_id: group, pupil_id: pupil })
    .onConflict((conflict) => conflict.columns(['school_id', 'homework_id', 'pupil_id']).doNothing())
    .execute()
}

/** Takes that note away. @throws NotFound for what is not asked of this pupil */
export const untickHomework = async (tx: Tx<HomeworkView>, actor: Actor, id: string): Promise<void> => {
  const { school, pupil } = await findAsked(tx, actor, id)
  await tx
    .deleteFrom('homework_tick')
    .where('school_id', '=', school)
    .where('homework_id', '=', id)
    .where('pupil_id', '=', pupil)
    .execute()
}
