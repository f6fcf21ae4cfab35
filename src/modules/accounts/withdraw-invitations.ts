import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { findTie } from './account-state.ts'
import type { AccountTables } from './tables.ts'

/**
 * Ends the codes of somebody who was invited and has not answered. Whoever made or saw such a code, made for less, would
 * else come in with what the person is given now.
 * @param doer gives roles at this school: the administrator, or the operator
 */
export const withdrawInvitations = async (
  tx: Tx<AccountTables>,
  doer: Doer,
  whom: { school: string; person: string },
): Promise<void> => {
  const { state, account } = await findTie(tx, whom)
  if (state !== 'invited' || account === null) return
  const ended = await tx.deleteFrom('account_reset').where('account_id', '=', account).returning('id').execute()
  if (ended.length === 0) return
  await record(tx, {
    school: whom.school,
    event: 'accounts.invitation.withdrawn',
    about: [whom.person],
    payload: {},
    doer,
  })
}
