import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { findToGive, oneOf, type NoteView } from './queries.ts'
import { settleNote, type Settled } from './settle-note.ts'
import type { Reason } from './tables.ts'

/**
 * Says that a note was given to the child or its teacher, or why it could not be.
 * @returns whether it was still waiting
 * @throws NotFound for a note of another school, group or day
 */
export const giveNote = async (
  tx: Tx<NoteView>,
  actor: Actor,
  id: string,
  reason: Reason | null = null,
): Promise<Settled> => {
  const note = oneOf(await findToGive(tx, actor), id)
  const outcome = reason === null ? 'given' : 'not-given'
  const settled = await settleNote(tx, note, { outcome, reason })
  if (settled === 'now')
    await record(tx, {
      school: note.school,
      event: `notes.note.${outcome}`,
      about: [id, note.pupil],
      payload: reason === null ? {} : { reason },
      doer: actor,
    })
  return settled
}
