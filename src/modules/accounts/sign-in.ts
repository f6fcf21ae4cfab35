import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { TooBusy } from './lane.ts'
import { normalLogin } from './login.ts'
import { isPassword } from './password.ts'
import { startSession } from './start-session.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'
import { forgetTries, noteTry, patientWithPasswords } from './tries.ts'

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

const tryAtTheDoor = (db: Kysely<AccountTables>, login: string, tries: string) =>
  db.transaction().execute(async (tx) => {
    const waitSeconds = await noteTry(tx, tries, patientWithPasswords)
    if (waitSeconds > 0) return { account: undefined, waitSeconds }
    await sql`select set_config('app.signing_in', ${login}, true)`.execute(tx)
    const account = await tx
      .selectFrom('account')
      .select(['id', 'password_hash'])
      .where('login', '=', login)
      .executeTakeFirst()
    return { account, waitSeconds }
  })

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
  const { account, waitSeconds } = await tryAtTheDoor(db, login, typed.tries)
  if (waitSeconds > 0) return { ok: false, waitSeconds }
  try {
    if (!(await isPassword(typed.password, account?.password_hash ?? null)) || !account)
      return { ok: false, waitSeconds: 0 }
  } catch (error) {
    if (error instanceof TooBusy) return { ok: false, waitSeconds: busySeconds }
    throw error
  }
  const session = await db.transaction().execute(async (tx) => {
    await forgetTries(tx, typed.tries)
    await sql`select set_config('app.signing_in', ${login}, true)`.execute(tx)
    return startSession(tx, account.id, device, { kind: 'account', factor: false })
  })
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
