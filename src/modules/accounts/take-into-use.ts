import type { Tx } from '#platform/db/types.ts'
import { normalLogin } from './login.ts'
import type { AccountTables } from './tables.ts'

/**
 * Gives an account that has none its name and password, and ends the hold of the school that opened it.
 * @returns false when it has a name already: who comes second waits for the first, and finds it taken
 * @throws a unique violation when the name is another account's
 */
export const takeIntoUse = async (
  tx: Tx<AccountTables>,
  account: string,
  { login, passwordHash }: { login: string; passwordHash: string },
): Promise<boolean> => {
  const taken = await tx
    .updateTable('account')
    .set({ login: normalLogin(login), password_hash: passwordHash, opened_by: null })
    .where('id', '=', account)
    .where('login', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Whether a fault says that somebody else has the name, or was first. */
export const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'
