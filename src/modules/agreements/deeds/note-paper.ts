import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isCurrent, type Agreement } from '../agreement.ts'
import { areConcerned } from '../told-queries.ts'
import type { AgreementView } from '../visible-to.ts'
import { demandDrafter } from './demand-drafter.ts'

/**
 * The school writes down who read an agreement on paper; who confirmed before keeps that.
 * @throws NotFound for somebody it does not concern, Forbidden for oneself, Conflict for what did not begin or ended
 */
export const notePaper = async (
  tx: Tx<AgreementView>,
  actor: Actor & { today: string },
  { agreement, people }: { agreement: Agreement; people: readonly string[] },
): Promise<void> => {
  const { school, id } = agreement
  demandDrafter(actor, school, agreement)
  const own = personAt(actor, school)
  if (own === null) throw new NotFound('school')
  if (!isCurrent(agreement, actor.today)) throw new Conflict('agreement is not in force')
  if (people.includes(own)) throw new Forbidden('who reads it confirms it')
  if (people.length === 0 || !(await areConcerned(tx, agreement, people))) throw new NotFound('person')
  const added = await tx
    .insertInto('agreement_seen')
    .values(
      people.map((person) => ({
        school_id: school,
        agreement_id: id,
        person_id: person,
        how: 'paper' as const,
        said_by: own,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('person_id')
    .execute()
  if (added.length === 0) return
  const about = [id, ...added.map(({ person_id }) => person_id)]
  await record(tx, { school, event: 'agreements.agreement.confirmed', about, payload: { how: 'paper' }, doer: actor })
}
