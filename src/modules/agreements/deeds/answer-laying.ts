import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { keepsAgreements, sitsIn } from '../access.ts'
import type { AgreementView } from '../visible-to.ts'
import { lockAgreement } from './lay-agreement.ts'

export type Decision = { outcome: 'yes' | 'no'; decidedOn: string; minutes: string }

/**
 * Writes down what a body decided: by somebody with a seat in it, or by the school from the minutes, and it says which.
 * A decision is final; another text is another agreement.
 * @throws Forbidden for who is neither, NotFound for what is not laid before anybody, Conflict when it was answered, was taken back, or asks nothing
 */
export const answerLaying = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, id, laying, decision }: { school: string; id: string; laying: string; decision: Decision },
): Promise<void> => {
  const kept = await lockAgreement(tx, school, id)
  const asked = kept.layings.find((one) => one.id === laying)
  if (asked === undefined) throw new NotFound('laying')
  const byCouncil = sitsIn(doer, school, asked.body)
  if (!byCouncil && !keepsAgreements(doer, school)) throw new Forbidden('another section answers this')
  if (
    kept.withdrawn !== null ||
    asked.answer !== null ||
    asked.asks === 'unneeded' ||
    decision.decidedOn < asked.laidOn
  )
    throw new Conflict('answered')
  await tx
    .insertInto('agreement_answer')
    .values({
      school_id: school,
      laying_id: laying,
      outcome: decision.outcome,
      decided_on: decision.decidedOn,
      minutes: decision.minutes,
      by_council: byCouncil,
      answered_by: personAt(doer, school),
    })
    .execute()
  await record(tx, {
    school,
    event: 'agreements.agreement.answered',
    about: [id],
    payload: { body: asked.body, asks: asked.asks, ...decision, byCouncil },
    doer,
  })
}
