import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { AgreementView } from '../visible-to.ts'
import { addEnd } from './begin-agreement.ts'
import { demandDrafter } from './demand-drafter.ts'
import { lockAgreement } from './lay-agreement.ts'

/**
 * Ends an agreement, at the earliest with today; one that was to begin later than that never holds.
 * @param endsOn the last day on which it holds, 'YYYY-MM-DD'
 * @param reason read by everybody who reads the agreement
 * @throws NotFound for who may not draft it, Conflict for one that did not begin or ends before that anyway
 */
export const endAgreement = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, endsOn, reason }: { school: string; id: string; endsOn: string; reason: string },
): Promise<void> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  if (kept.startsOn === null || (kept.endsOn !== null && kept.endsOn <= endsOn)) throw new Conflict('ended')
  await addEnd(tx, doer, { school, id, endsOn, replacedBy: null, reason })
  await record(tx, {
    school,
    event: 'agreements.agreement.ended',
    about: [id],
    payload: { endsOn, ...(kept.scope.level === 'pupil' ? {} : { reason }) },
    doer,
  })
}
