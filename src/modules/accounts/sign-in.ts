import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { TooBusy } from './lane.ts'
import { normalLogin } from './login.ts'
import { isPassword } from './password.ts'
import { startSession } from './start-session.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'
import { patientWithPasswords } from './tries.ts'

export type SignInOutcome = { ok: true; session: StartedSession } | { ok: false; waitSeconds: number }

/** Runs as the one who types this login name at the door: only that account, and its wrong tries, can be read. */
export const atTheDoor = <R>(
  db: Kysely<AccountTables>,
  login: string,
  run: (tx: Tx<AccountTables>) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.signing_in', ${login}, true)`.execute(tx)
    return run(tx)
  })

type Knocked = { wait: number; account: string | null; password_hash: string | null }

/** Notes the try, and finds whose login name this is, in one question. */
const knock = async (db: Kysely<AccountTables>, login: string, tries: string): Promise<Knocked> => {
  const { free, minutes } = patientWithPasswords
  const { rows } = await sql<Knocked>`
    select * from app.knock(${login}, ${tries}, ${free}::int, ${minutes}::int)`.execute(db)
  return rows[0] ?? { wait: busySeconds, account: null, password_hash: null }
}

const busySeconds = 10

/**
 * Signs in with a login name and a password. Who is unknown and who types wrong get the same answer in the same time.
 * @param typed `tries` says whose wrong tries count, as `triesOf` has it
 * @param device the device in a few words
 */
export const signIn = async (
  db: Kysely<AccountTables>,
  typed: { login: string; password: string; tries: string },
  device: string,
): Promise<SignInOutcome> => {
  const login = normalLogin(typed.login)
  const { wait, account, password_hash: hash } = await knock(db, login, typed.tries)
  if (wait > 0) return { ok: false, waitSeconds: wait }
  try {
    if (!(await isPassword(typed.password, hash)) || account === null) return { ok: false, waitSeconds: 0 }
  } catch (error) {
    if (error instanceof TooBusy) return { ok: false, waitSeconds: busySeconds }
    throw error
  }
  const forgotten = sql`app.forget_tries(${typed.tries}), set_config('app.signing_in', ${login}, true)`
  const session = await db
    .transaction()
    .execute((tx) => startSession(tx, account, device, { kind: 'account', factor: false }, forgotten))
  return { ok: true, session }
}

/** Signs in as somebody of the demo, without a password. The caller has made sure that this is the demo. */
export const signInAsExample = (
  db: Kysely<AccountTables>,
  login: string,
  device: string,
): Promise<StartedSession | null> =>
  atTheDoor(db, normalLogin(login), async (tx) => {
    const account = await tx
      .selectFrom('account')
      .select('id')
      .where('login', '=', normalLogin(login))
      .executeTakeFirst()
    return account ? startSession(tx, account.id, device, { kind: 'account', factor: true }) : null
  })
