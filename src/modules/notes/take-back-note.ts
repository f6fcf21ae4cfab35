import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { findSent, oneOf, type NoteView } from './queries.ts'
import { settleNote, type Settled } from './settle-note.ts'

/** Takes an own note of today back. @returns whether it was still waiting. @throws NotFound for a note of somebody else */
export const takeBackNote = async (tx: Tx<NoteView>, actor: Actor, id: string): Promise<Settled> => {
  const note = oneOf(await findSent(tx, actor), id)
  const settled = await settleNote(tx, note, { outcome: 'taken-back', reason: null })
  if (settled === 'now')
    await record(tx, {
      school: note.school,
      event: 'notes.note.taken-back',
      about: [id, note.pupil],
      payload: {},
      doer: actor,
    })
  return settled
}
