import { sql, type RawBuilder } from 'kysely'
import type { Entered } from '#platform/db/context.ts'
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

type BegunRow = Pick<Entered, 'account' | 'hat' | 'at' | 'owes'> & { seconds: number }

/**
 * Begins a session of this account; the token is given once, only its hash is kept.
 * @param device the device in a few words
 * @param before what is to be done in the same question, before it
 * @returns the token, and how long the cookie is to be kept
 */
export const startSession = async (
  tx: Tx<AccountTables>,
  account: string,
  device: string,
  begun: Begun,
  before: RawBuilder<unknown> = sql`null`,
): Promise<StartedSession> => {
  const token = freshSecret()
  const id = begun.kind === 'letter' ? begun.session : null
  const factor = begun.kind === 'account' && begun.factor
  const home = begun.kind === 'letter' ? ofLetter : ofHome
  const { rows } = await sql<{
    begun: BegunRow | null
  }>`select ${before}, app.begin_session(${account}::uuid, ${id}::uuid,
    ${hashOf(token)}::bytea, ${begun.kind}::text, ${factor}::boolean, ${device}::text, ${numbers(home)}::int[],
    ${numbers(begun.kind === 'letter' ? ofLetter : ofStaff)}::int[]) as begun`.execute(tx)
  const started = rows[0]?.begun
  if (!started) throw new Error('a session that was just begun did not open')
  await record(tx, {
    school: null,
    event: 'accounts.session.started',
    about: [account],
    payload: { device },
    doer: started,
  })
  return { token, seconds: started.seconds, owes: started.owes !== null }
}

const numbers = ({ idle, until }: Life): number[] => [idle, until]
