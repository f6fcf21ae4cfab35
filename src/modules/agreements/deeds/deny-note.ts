import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Agreement } from '../agreement.ts'
import { isDrafted } from '../queries.ts'
import type { AgreementView } from '../visible-to.ts'

/**
 * Takes back what the school wrote down of oneself and is not so: that one read an agreement on paper, or said yes to it. An own tap
 * stays. The ledger keeps that it was written, and that it was denied.
 * @throws NotFound when nothing was written of the actor, Forbidden for who writes it of others, Conflict for a yes to what began
 */
export const denyNote = async (
  tx: Tx<AgreementView>,
  actor: Actor,
  { agreement, what }: { agreement: Agreement; what: 'seen' | 'yes' },
): Promise<void> => {
  const { school, id, startsOn } = agreement
  const own = personAt(actor, school)
  const [table, how] = what === 'seen' ? (['agreement_seen', 'paper'] as const) : (['agreement_yes', 'mentor'] as const)
  const noted = await tx
    .selectFrom(table)
    .select('person_id')
    .where('school_id', '=', school)
    .where('agreement_id', '=', id)
    .where('person_id', '=', own)
    .where('how', '=', how)
    .executeTakeFirst()
  if (noted === undefined)
    throw (await isDrafted(tx, actor, id)) ? new Forbidden('others deny what is written of them') : new NotFound('note')
  if (what === 'yes' && startsOn !== null) throw new Conflict('began')
  await tx
    .deleteFrom(table)
    .where('school_id', '=', school)
    .where('agreement_id', '=', id)
    .where('person_id', '=', own)
    .execute()
  const about = [id, noted.person_id]
  await record(tx, { school, event: 'agreements.agreement.denied', about, payload: { what }, doer: actor })
}
