import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { normalLogin, tryWindowMinutes, waitAfter } from './login.ts'
import { isPassword } from './password.ts'
import { startSession } from './start-session.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'

export type SignInOutcome = { ok: true; session: StartedSession } | { ok: false; waitSeconds: number }

/** Runs as the one who types this login name at the door: only that account, and its wrong tries, can be read. */
const atTheDoor = <R>(
  db: Kysely<AccountTables>,
  login: string,
  run: (tx: Tx<AccountTables>) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.signing_in', ${login}, true)`.execute(tx)
    return run(tx)
  })

/**
 * Notes a try before it is judged, so that many at once count as many, and finds whose name it is. What must wait is no try.
 */
const tryAtTheDoor = (db: Kysely<AccountTables>, login: string) =>
  atTheDoor(db, login, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('sign-in ' || ${login}::text, 0))`.execute(tx)
    const since = sql<Date>`app.now() - make_interval(mins => ${tryWindowMinutes})`
    const tries = await tx
      .selectFrom('account_limit')
      .select(({ fn }) => [
        fn.countAll<number>().as('wrong'),
        sql<number | null>`extract(epoch from app.now() - max(tried_at))::float8`.as('seconds_since'),
      ])
      .where('tried_at', '>', since)
      .executeTakeFirstOrThrow()
    const waitSeconds = Math.ceil(waitAfter(tries.wrong) - (tries.seconds_since ?? Infinity))
    if (waitSeconds > 0) return { account: undefined, waitSeconds }
    await tx
      .insertInto('account_limit')
      .values({ login_hash: sql<Buffer>`sha256(convert_to(${login}, 'UTF8'))` })
      .execute()
    const account = await tx
      .selectFrom('account')
      .select(['id', 'password_hash'])
      .where('login', '=', login)
      .executeTakeFirst()
    return { account, waitSeconds }
  })

/**
 * Signs in with a login name and a password. Who is unknown and who types wrong get the same answer in the same time.
 * @param device the device in a few words
 */
export const signIn = async (
  db: Kysely<AccountTables>,
  typed: { login: string; password: string },
  device: string,
): Promise<SignInOutcome> => {
  const login = normalLogin(typed.login)
  const { account, waitSeconds } = await tryAtTheDoor(db, login)
  if (waitSeconds > 0) return { ok: false, waitSeconds }
  if (!(await isPassword(typed.password, account?.password_hash ?? null)) || !account)
    return { ok: false, waitSeconds: 0 }
  const session = await atTheDoor(db, login, async (tx) => {
    await tx.deleteFrom('account_limit').execute()
    return startSession(tx, account.id, device, { kind: 'account', factor: true })
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
