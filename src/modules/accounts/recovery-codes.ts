import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { Vault } from '#platform/vault.ts'
import { asPaperCode, paperCode } from './one-time-code.ts'
import type { AccountTables } from './tables.ts'

const howMany = 8

// Keyed, so that whoever has the table alone cannot try them all.
const hashOf = (vault: Vault, account: string, code: string): Buffer => vault.mac('recovery code', `${account} ${code}`)

/** Makes recovery codes in the place of those that were there. @returns the codes, shown once and kept only as hashes */
export const makeRecoveryCodes = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  vault: Vault,
): Promise<readonly string[]> => {
  const codes = Array.from({ length: howMany }, () => paperCode(3))
  await tx.deleteFrom('account_recovery').where('account_id', '=', actor.account).execute()
  await tx
    .insertInto('account_recovery')
    .values(codes.map((code) => ({ account_id: actor.account, code_hash: hashOf(vault, actor.account, code) })))
    .execute()
  await record(tx, { school: null, event: 'accounts.recovery.made', about: [actor.account], payload: {}, doer: actor })
  return codes
}

/** Uses a recovery code up. @returns whether there was one */
export const useRecoveryCode = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  vault: Vault,
  typed: string,
): Promise<boolean> => {
  const used = await tx
    .updateTable('account_recovery')
    .set({ used_at: sql<Date>`app.now()` })
    .where('account_id', '=', actor.account)
    .where('code_hash', '=', hashOf(vault, actor.account, asPaperCode(typed)))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
