import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { AgreementView } from '../visible-to.ts'
import { demandDrafter, demandOpenDraft } from './demand-drafter.ts'
import { lockAgreement } from './lay-agreement.ts'

/**
 * Shows a draft to the class or the family it is for, so that each can say yes. From now on its words are fixed.
 * @throws NotFound for who may not draft it, Conflict for one that is for more than a class or a pupil, or was offered
 */
export const offerAgreement = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id }: { school: string; id: string },
): Promise<void> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  demandOpenDraft(kept)
  const { level, of } = kept.scope
  if (level !== 'class' && level !== 'pupil') throw new Conflict('not for a meeting')
  await tx
    .insertInto('agreement_offer')
    .values({
      school_id: school,
      agreement_id: id,
      group_id: level === 'class' ? of : null,
      pupil_id: level === 'pupil' ? of : null,
      offered_by: personAt(doer, school),
    })
    .execute()
  await record(tx, { school, event: 'agreements.draft.offered', about: [id], payload: { level }, doer })
}
