import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { findConfirmed } from '../queries.ts'
import type { AgreementView } from '../visible-to.ts'

/** Confirms that one read a new agreement; twice is once. @throws NotFound for who does not work there and whom it does not concern */
export const markSeen = async (tx: Tx<AgreementView>, actor: Actor, id: string): Promise<void> => {
  const { school } = await findConfirmed(tx, actor, id)
  const person = personAt(actor, school)
  if (person === null) throw new NotFound('person')
  const added = await tx
    .insertInto('agreement_seen')
    .values({ school_id: school, agreement_id: id, person_id: person })
    .onConflict((on) => on.doNothing())
    .returning('agreement_id')
    .execute()
  if (added.length > 0)
    await record(tx, { school, event: 'agreements.agreement.confirmed', about: [id], payload: {}, doer: actor })
}
