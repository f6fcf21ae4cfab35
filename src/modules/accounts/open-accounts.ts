import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { AccountTables } from './tables.ts'

/**
 * The account of each of these persons of one school; who has none gets one, which its owner takes into use later.
 * @param tx in the context of who keeps the people of this school
 */
export const openAccounts = async (
  tx: Tx<AccountTables>,
  school: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const known = await tx
    .selectFrom('account_person')
    .select(['person_id', 'account_id'])
    .where('school_id', '=', school)
    .where(sql<boolean>`person_id = any (${persons}::uuid[])`)
    .execute()
  const accounts = new Map(known.map((tie) => [tie.person_id, tie.account_id]))
  const left = [...new Set(persons)].filter((person) => !accounts.has(person))
  if (left.length === 0) return accounts
  const made = await tx
    .insertInto('account')
    .values(left.map(() => ({ opened_by: school })))
    .returning('id')
    .execute()
  const ties = left.map((person, at) => ({ school_id: school, person_id: person, account_id: made[at]?.id ?? '' }))
  await tx.insertInto('account_person').values(ties).execute()
  for (const tie of ties) accounts.set(tie.person_id, tie.account_id)
  return accounts
}
