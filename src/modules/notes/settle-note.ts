import type { Tx } from '#platform/db/types.ts'
import type { Note } from './note.ts'
import type { NoteTables, Outcome, Reason } from './tables.ts'

/** Whether this said it, or somebody had said something before. */
export type Settled = 'now' | 'before'

/** What became of a note is said once: of two who say it at one moment the first counts. */
export const settleNote = async (
  tx: Tx<NoteTables>,
  { school, id }: Note,
  said: { outcome: Outcome; reason: Reason | null },
): Promise<Settled> => {
  const row = await tx
    .insertInto('child_note_outcome')
    .values({ school_id: school, note_id: id, ...said })
    .onConflict((conflict) => conflict.columns(['school_id', 'note_id']).doNothing())
    .returning('note_id')
    .executeTakeFirst()
  return row === undefined ? 'before' : 'now'
}
