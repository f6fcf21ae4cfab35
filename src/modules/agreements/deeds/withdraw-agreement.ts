import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { AgreementView } from '../visible-to.ts'
import { demandDrafter } from './demand-drafter.ts'
import { lockAgreement } from './lay-agreement.ts'

/**
 * Takes back what was laid before the council, or shown to a class or family, before it begins. Nobody decides about it any
 * more; who could read it reads why.
 * @throws NotFound for who may not begin it, Conflict for a draft, and for what began or was taken back
 */
export const withdrawAgreement = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, reason }: { school: string; id: string; reason: string },
): Promise<void> => {
  const kept = await lockAgreement(tx, school, id)
  demandDrafter(doer, school, kept)
  const wasAsked = kept.offeredOn !== null || kept.layings.length > 0
  if (!wasAsked || kept.startsOn !== null || kept.withdrawn !== null) throw new Conflict('nothing to take back')
  await tx
    .insertInto('agreement_withdrawal')
    .values({ school_id: school, agreement_id: id, reason, withdrawn_by: personAt(doer, school) })
    .execute()
  await record(tx, {
    school,
    event: 'agreements.agreement.withdrawn',
    about: [id],
    payload: { kind: kept.kind, level: kept.scope.level, ...(kept.scope.level === 'pupil' ? {} : { reason }) },
    doer,
  })
}
