import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshSecret, hashOf } from '#platform/http/secrets.ts'
import type { AccountTables } from './tables.ts'

export type Renewed = { token: string; seconds: number }

/**
 * The session in use has just been proven: it goes on under another token, so that a token that somebody saw before opens
 * nothing of what may be done now.
 * @param shown whether a second step was shown too; who has work puts on that hat with it
 */
export const renewSession = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  shown: { factor: boolean; toWork?: boolean },
): Promise<Renewed> => {
  const token = freshSecret()
  const { seconds } = await tx
    .updateTable('session')
    .set({
      token_hash: hashOf(token),
      proved_at: sql<Date>`app.now()`,
      ...(shown.factor ? { factor_at: sql<Date>`app.now()` } : {}),
      ...(shown.toWork === true ? { hat: 'staff' as const } : {}),
    })
    .where('account_id', '=', actor.account)
    .where('id', '=', actor.session)
    .returning(sql<number>`ceil(extract(epoch from until - app.now()))::int`.as('seconds'))
    .executeTakeFirstOrThrow()
  return { token, seconds }
}
