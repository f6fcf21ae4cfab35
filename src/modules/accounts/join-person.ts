import type { Entered } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { AccountTables } from './tables.ts'

type Tie = { account: string; school: string; person: string }

/** Whether the person is the account's own already. @param tx in the context of that account */
export const isOwnPerson = async (tx: Tx<AccountTables>, { account, school, person }: Tie): Promise<boolean> =>
  (await tx
    .selectFrom('account_person')
    .select('person_id')
    .where('account_id', '=', account)
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .executeTakeFirst()) !== undefined

/**
 * Takes a person from the account that the school opened and nobody took into use. Who takes it into use at the same moment waits.
 * @param tx in the context of that account, after its letter was answered
 * @returns false when somebody was first
 */
export const leaveUnusedAccount = async (tx: Tx<AccountTables>, { account, school, person }: Tie): Promise<boolean> => {
  const unused = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('login', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (unused === undefined) return false
  const left = await tx
    .deleteFrom('account_person')
    .where('account_id', '=', account)
    .where('school_id', '=', school)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return left.numDeletedRows === 1n
}

/** Puts a person to the account of the session in use, in which that person's letter was just used. */
export const joinPerson = async (
  tx: Tx<AccountTables>,
  actor: Entered,
  { school, person }: Omit<Tie, 'account'>,
): Promise<void> => {
  await tx
    .insertInto('account_person')
    .values({ school_id: school, person_id: person, account_id: actor.account })
    .execute()
  await record(tx, {
    school: null,
    event: 'accounts.person.joined',
    about: [actor.account, person],
    payload: {},
    doer: actor,
  })
}
