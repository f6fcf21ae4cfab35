import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { findWhere, isDrafted } from '../queries.ts'
import { readable, type AgreementView } from '../visible-to.ts'

const tables = { seen: 'agreement_seen', yes: 'agreement_yes' } as const
const written = { seen: 'paper', yes: 'mentor' } as const

/**
 * Takes back what the school wrote down of oneself and is not so: that one read an agreement on paper, or said yes to it. An own tap
 * stays. The ledger keeps that it was written, and that it was denied. Where nothing was written the answer costs the same as where
 * there is no agreement.
 * @throws NotFound when nothing was written of the actor, Forbidden for who writes it of others, Conflict for a yes to what began
 */
export const denyNote = async (
  tx: Tx<AgreementView>,
  actor: Actor,
  { id, what }: { id: string; what: 'seen' | 'yes' },
): Promise<void> => {
  const own = actor.at.map(({ person }) => person)
  const ofMe = sql`n.person_id = any (${own}::uuid[]) and n.how = ${written[what]}`
  const [agreement] = await findWhere(
    tx,
    sql`a.id = ${id}::uuid and ${readable(tx, actor)} and exists (select from ${sql.table(tables[what])} n
      where n.school_id = a.school_id and n.agreement_id = a.id and ${ofMe})`,
  )
  if (agreement === undefined)
    throw (await isDrafted(tx, actor, id)) ? new Forbidden('others deny what is written of them') : new NotFound('note')
  const { school, startsOn } = agreement
  if (what === 'yes' && startsOn !== null) throw new Conflict('began')
  const { rows } = await sql<{ person: string }>`delete from ${sql.table(tables[what])} n
    where n.school_id = ${school}::uuid and n.agreement_id = ${id}::uuid and ${ofMe} returning n.person_id as person`.execute(
    tx,
  )
  const about = [id, ...rows.map(({ person }) => person)]
  await record(tx, { school, event: 'agreements.agreement.denied', about, payload: { what }, doer: actor })
}
