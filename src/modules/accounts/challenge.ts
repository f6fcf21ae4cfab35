import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { freshSecret, hashOf } from '#platform/http/secrets.ts'
import type { AccountTables } from './tables.ts'

export type Purpose = 'sign-in' | 'proof' | 'register'

const minutes = 5

/** Says whose challenges these are: the browser that holds this cookie. In a session that is so already. */
export const asHolder = async (tx: Tx<AccountTables>, holder: string): Promise<void> => {
  await sql`select set_config('app.presented', ${hashOf(holder).toString('hex')}, true)`.execute(tx)
}

/** What a device must sign within five minutes, in the place of one that this browser asked before for the same. */
export const makeChallenge = async (tx: Tx<AccountTables>, holder: string, purpose: Purpose): Promise<string> => {
  const challenge = freshSecret()
  const holder_hash = hashOf(holder)
  await tx
    .deleteFrom('account_challenge')
    .where('holder_hash', '=', holder_hash)
    .where('purpose', '=', purpose)
    .execute()
  await tx
    .insertInto('account_challenge')
    .values({
      holder_hash,
      challenge_hash: hashOf(challenge),
      purpose,
      expires_at: sql<Date>`app.now() + make_interval(mins => ${minutes})`,
    })
    .execute()
  return challenge
}

/** Uses a challenge up. @returns whether this browser was given it, for this, less than five minutes ago */
export const useChallenge = async (
  tx: Tx<AccountTables>,
  holder: string,
  { challenge, purpose }: { challenge: string; purpose: Purpose },
): Promise<boolean> => {
  const used = await tx
    .deleteFrom('account_challenge')
    .where('holder_hash', '=', hashOf(holder))
    .where('challenge_hash', '=', hashOf(challenge))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .executeTakeFirst()
  return used.numDeletedRows === 1n
}
