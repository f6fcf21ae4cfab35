import { dayAfter } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { AgreementView } from '../visible-to.ts'
import type { Agreement } from '../agreement.ts'
import { addEnd } from './begin-agreement.ts'
import { demandDrafter } from './demand-drafter.ts'
import { begunBefore, findCrossing } from './hindrance.ts'
import { lockAgreement, lockKind } from './lay-agreement.ts'

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
  await lockKind(tx, kept)
  if (kept.startsOn === null || (kept.endsOn !== null && kept.endsOn <= endsOn)) throw new Conflict('ended')
  await addEnd(tx, doer, { school, id, endsOn, replacedBy: null, reason })
  if (endsOn < kept.startsOn) await endRevived(tx, doer, kept)
  await record(tx, {
    school,
    event: 'agreements.agreement.ended',
    about: [id],
    payload: { endsOn, ...(kept.scope.level === 'pupil' ? {} : { reason }) },
    doer,
  })
}

/**
 * What never holds ends nothing: the version before it goes on. Where another was to begin after, that one takes its place, so
 * that no two hold at once.
 */
const endRevived = async (tx: Tx<AgreementView>, doer: Doer, kept: Agreement): Promise<void> => {
  const before = await begunBefore(tx, kept)
  if (before === null || before.startsOn === null) return
  const period = { startsOn: before.startsOn, endsOn: before.endsOn }
  const [next] = await findCrossing(tx, before, period, kept.id)
  if (next === undefined) return
  const end = {
    school: kept.school,
    id: before.id,
    endsOn: dayAfter(next.startsOn, -1),
    replacedBy: next.id,
    reason: null,
  }
  await addEnd(tx, doer, end)
}
