import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { mostNotes } from './note.ts'
import { findAddressees, findSent, type NoteView } from './queries.ts'

/** Sent, or why not: the school takes none now, or there were enough for one day. */
export type SendOutcome = { ok: true; id: string } | { ok: false; why: 'closed' | 'many' }

/** Sends a note to an own child, for today. @throws NotFound for who is no child of the actor */
export const sendNote = async (
  tx: Tx<NoteView>,
  actor: Actor,
  { pupil, words }: { pupil: string; words: string },
): Promise<SendOutcome> => {
  const child = (await findAddressees(tx, actor)).find(({ id }) => id === pupil)
  const guardian = actor.at.find(({ school }) => school === child?.school)?.person
  if (child === undefined || guardian === undefined) throw new NotFound('child')
  if (!child.open) return { ok: false, why: 'closed' }
  const today = (await findSent(tx, actor)).filter((note) => note.pupil === pupil)
  if (today.length >= mostNotes) return { ok: false, why: 'many' }
  const { school } = child
  const { id } = await tx
    .insertInto('child_note')
    .values({ school_id: school, pupil_id: pupil, guardian_id: guardian })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('child_note_text')
    .values({ school_id: school, note_id: id, sender: await firstName(tx, school, guardian), words })
    .execute()
  await record(tx, { school, event: 'notes.note.sent', about: [id, pupil], payload: {}, doer: actor })
  return { ok: true, id }
}

/** What the child calls who sent it by; of an institution its name. */
const firstName = async (tx: Tx<NoteView>, school: string, guardian: string): Promise<string> => {
  const person = await tx
    .selectFrom('person')
    .select(['first_name', 'last_name'])
    .where('school_id', '=', school)
    .where('id', '=', guardian)
    .executeTakeFirstOrThrow()
  return person.first_name ?? person.last_name ?? ''
}
