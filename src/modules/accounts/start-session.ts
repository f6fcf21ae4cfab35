import { sql } from 'kysely'
import { enter, type Entered } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshSecret, hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import type { AccountTables } from './tables.ts'

/** The token is for the cookie alone. `owes` says that the owner has a hat that waits for the second step. */
export type StartedSession = { token: string; seconds: number; owes: boolean }

const minute = 60
const day = 86_400

/** For how long a session lives on after it was used, and how long in any case. In seconds. */
type Life = { idle: number; until: number }
// Staff reach many children: half an hour, within half a day. Others keep their own phone signed in.
const ofStaff: Life = { idle: 30 * minute, until: day / 2 }
const ofHome: Life = { idle: 30 * day, until: 365 * day }
// Who came with a letter has nothing else: a school year, as long as it is opened each quarter.
const ofLetter: Life = { idle: 90 * day, until: 400 * day }

/** What the session was begun with; whether a second factor was shown. */
export type Begun =
  | { kind: 'account'; factor: boolean }
  /** `session` is the id under which the answered letter stands already. */
  | { kind: 'letter'; session: string }

const seconds = (count: number) => sql<string>`make_interval(secs => ${count})`

/**
 * Begins a session of this account; the token is given once, only its hash is kept.
 * @param device the device in a few words
 * @returns the token, and how long the cookie is to be kept
 */
export const startSession = async (
  tx: Tx<AccountTables>,
  account: string,
  device: string,
  begun: Begun,
): Promise<StartedSession> => {
  const token = freshSecret()
  const id = begun.kind === 'letter' ? begun.session : null
  const factor = begun.kind === 'account' && begun.factor
  // Whose session it is, is said first: it may be added by its owner alone.
  await sql`with owner as materialized (select set_config('app.account', ${account}, true))
    insert into session (account_id, id, token_hash, kind, factor_at, device, expires_at)
    select ${account}::uuid, coalesce(${id}::uuid, gen_random_uuid()), ${hashOf(token)}::bytea, ${begun.kind}::text,
      case when ${factor}::boolean then app.now() end, ${device}::text, app.now() + ${seconds(ofStaff.idle)} from owner`.execute(
    tx,
  )
  const { entered } = await enter(tx, hashOf(token))
  if (!entered) throw new Error('a session that was just begun did not open')
  const { idle, until } = lifeOf(entered)
  await tx
    .updateTable('session')
    .set({
      idle: seconds(idle),
      until: sql<Date>`app.now() + ${seconds(until)}`,
      expires_at: sql<Date>`app.now() + ${seconds(idle)}`,
    })
    .where('id', '=', entered.session)
    .execute()
  await record(tx, {
    school: null,
    event: 'accounts.session.started',
    about: [account],
    payload: { device },
    doer: entered,
  })
  return { token, seconds: until, owes: entered.owes !== null }
}

const lifeOf = ({ kind, hats, owes }: Entered): Life => {
  if (kind === 'letter') return ofLetter
  return hats.includes('staff') || owes !== null ? ofStaff : ofHome
}
