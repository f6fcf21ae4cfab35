import { sql } from 'kysely'
import { enter } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshSecret, hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import type { AccountTables } from './tables.ts'

export type StartedSession = { token: string; seconds: number }

const day = 86_400
// Staff reach many children: half a day. Others keep their own phone signed in for a month.
const staffSeconds = day / 2
const homeSeconds = 30 * day

/** Begins a session of this account; the token is given once, only its hash is kept. */
export const startSession = async (tx: Tx<AccountTables>, account: string, device: string): Promise<StartedSession> => {
  const token = freshSecret()
  await sql`select set_config('app.account', ${account}, true)`.execute(tx)
  await tx
    .insertInto('session')
    .values({
      account_id: account,
      token_hash: hashOf(token),
      device,
      expires_at: sql<Date>`app.now() + make_interval(secs => ${staffSeconds})`,
    })
    .execute()
  const { entered } = await enter(tx, hashOf(token))
  if (!entered) throw new Error('a session that was just begun did not open')
  const seconds = entered.hats.includes('staff') ? staffSeconds : homeSeconds
  await tx
    .updateTable('session')
    .set({ expires_at: sql<Date>`app.now() + make_interval(secs => ${seconds})` })
    .where('id', '=', entered.session)
    .execute()
  await record(tx, {
    school: null,
    event: 'accounts.session.started',
    about: [account],
    payload: { device },
    doer: entered,
  })
  return { token, seconds }
}
