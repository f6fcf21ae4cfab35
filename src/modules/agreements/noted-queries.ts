import { sql } from 'kysely'
import { spokenName } from '#modules/people/index.ts'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Agreement } from './agreement.ts'
import type { Said } from './standing.ts'
import type { AgreementView } from './visible-to.ts'

type Of = Pick<Agreement, 'school' | 'id'>

/** What the reader said of an agreement, or the school wrote down for the reader, and then who did. */
export const findOwnSaid = async (
  db: Db<AgreementView>,
  actor: Actor,
  { school, id }: Of,
  what: 'yes' | 'seen',
): Promise<'asked' | Said> => {
  const [table, at] = what === 'yes' ? ['agreement_yes', 'said_at'] : ['agreement_seen', 'seen_at']
  const { rows } = await sql<Said>`
    select to_char(n.${sql.ref(at)} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as "on",
      case when n.how <> 'tap' then ${spokenName('p')} end as "notedBy"
    from ${sql.table(table)} n left join person p on p.school_id = n.school_id and p.id = n.said_by
    where n.school_id = ${school}::uuid and n.agreement_id = ${id}::uuid and n.person_id = ${personAt(actor, school)}::uuid`.execute(
    db,
  )
  return rows[0] ?? 'asked'
}
