import type { Db } from '#platform/db/types.ts'
import type { AccountTables } from './tables.ts'

/** What the office may know of a person's account: whether there is one, and whether its owner took it into use. */
export type AccountState = 'none' | 'invited' | 'in use'

const tiesOf = (db: Db<AccountTables>, school: string) =>
  db
    .selectFrom('account_person')
    .leftJoin('account', 'account.id', 'account_person.account_id')
    .select(['account_person.account_id', 'account_person.person_id as person', 'account.id as seen', 'account.login'])
    .where('account_person.school_id', '=', school)

/** The account tied to a person, and its state. An account in use is seen by its owner alone, and known by its absence. */
export const findTie = async (
  db: Db<AccountTables>,
  { school, person }: { school: string; person: string },
): Promise<{ state: AccountState; account: string | null }> => {
  const tie = await tiesOf(db, school).where('account_person.person_id', '=', person).executeTakeFirst()
  if (!tie) return { state: 'none', account: null }
  return { state: stateOf(tie), account: tie.account_id }
}

const stateOf = ({ seen, login }: { seen: string | null; login: string | null }): AccountState =>
  seen === null || login !== null ? 'in use' : 'invited'

/** @param db in the context of who keeps the people of this school */
export const findAccountState = async (
  db: Db<AccountTables>,
  whom: { school: string; person: string },
): Promise<AccountState> => (await findTie(db, whom)).state

/**
 * The same of many persons of a school; who is not in the map has none.
 * @param db in the context of who keeps the people of this school
 */
export const findAccountStates = async (
  db: Db<AccountTables>,
  school: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, AccountState>> => {
  if (persons.length === 0) return new Map()
  const ties = await tiesOf(db, school).where('account_person.person_id', 'in', persons).execute()
  return new Map(ties.map((tie) => [tie.person, stateOf(tie)]))
}
