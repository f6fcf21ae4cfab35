import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { installationChain } from './entry.ts'

/**
 * Erases what entries said; that they were made stays, and the chain still verifies.
 * @param tx a transaction of the task 'erasure'
 * @param school whose chain; null for the installation's own
 * @returns how many payloads were there to erase
 */
export const erasePayloads = async <T>(
  tx: Tx<T>,
  school: string | null,
  entries: readonly number[],
): Promise<number> => {
  const { numAffectedRows } = await sql`delete from app.ledger_payload
    where chain_id = ${school ?? installationChain}::uuid and entry_id = any (${entries}::bigint[])`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
