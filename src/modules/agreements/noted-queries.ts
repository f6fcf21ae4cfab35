import { sql, type RawBuilder } from 'kysely'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Agreement } from './agreement.ts'
import type { Said } from './standing.ts'
import type { AgreementView } from './visible-to.ts'

type Of = Pick<Agreement, 'school' | 'id'>

/** A name as it is said, of this table of people. */
const nameOf = (table: string): RawBuilder<string> =>
  sql`concat_ws(' ', coalesce(${sql.ref(`${table}.first_name`)}, ${sql.ref(`${table}.initials`)}), ${sql.ref(`${table}.prefix`)}, ${sql.ref(`${table}.last_name`)})`

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
      case when n.how <> 'tap' then ${nameOf('p')} end as "notedBy"
    from ${sql.table(table)} n left join person p on p.school_id = n.school_id and p.id = n.said_by
    where n.school_id = ${school}::uuid and n.agreement_id = ${id}::uuid and n.person_id = ${personAt(actor, school)}::uuid`.execute(
    db,
  )
  return rows[0] ?? 'asked'
}

/** Who wrote down each yes that was not said with an own tap, by the person who said it. */
export const findNotedYes = async (db: Db<AgreementView>, { school, id }: Of): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ person: string; by: string }>`
    select n.person_id as person, ${nameOf('p')} as by
    from agreement_yes n join person p on p.school_id = n.school_id and p.id = n.said_by
    where n.school_id = ${school}::uuid and n.agreement_id = ${id}::uuid and n.how = 'mentor'`.execute(db)
  return new Map(rows.map(({ person, by }) => [person, by]))
}
