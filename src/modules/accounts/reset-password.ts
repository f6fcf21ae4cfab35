import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import { normalLogin } from './login.ts'
import { mailLater } from './mail-later.ts'
import { hashPassword } from './password.ts'
import { atTheDoor } from './sign-in.ts'
import { startSession } from './start-session.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'
import { noteOneOf } from './tries.ts'

const mostAnHour = 5

/** Has a link mailed to who has this login name. Whether anybody has, neither the answer nor its time tells. */
export const askResetByMail = (db: Kysely<AccountTables>, typed: string): Promise<void> =>
  atTheDoor(db, normalLogin(typed), async (tx) => {
    const login = normalLogin(typed)
    const found = await tx.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst()
    const isOneOf = await noteOneOf(tx, `reset of ${login}`, mostAnHour)
    if (isOneOf) await mailLater(tx, { account: found?.id ?? null, about: 'reset' })
  })

const byCode = <R>(
  db: Kysely<AccountTables>,
  code: string,
  run: (tx: Tx<AccountTables>, account: string | null) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      account: string | null
    }>`select app.enter_by_reset(${hashOf(code)}) as account`.execute(tx)
    return run(tx, rows[0]?.account ?? null)
  })

/** The login name that this code opens, or null. Looking at it uses nothing up: the scanner of a mail server looks too. */
export const findReset = (db: Kysely<AccountTables>, code: string): Promise<string | null> =>
  byCode(db, code, async (tx, account) => {
    if (account === null) return null
    return (await tx.selectFrom('account').select('login').where('id', '=', account).executeTakeFirst())?.login ?? null
  })

/**
 * Chooses a new password with a code: every session ends, and one begins. The second step stays what it was.
 * @returns null when the code opens nothing
 */
export const resetPassword = async (
  db: Kysely<AccountTables>,
  { code, password }: { code: string; password: string },
  device: string,
): Promise<StartedSession | null> => {
  const hash = await hashPassword(password)
  return byCode(db, code, async (tx, account) => {
    if (account === null) return null
    const used = await tx
      .updateTable('account_reset')
      .set({ used_at: sql<Date>`app.now()` })
      .where('code_hash', '=', hashOf(code))
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows !== 1n) return null
    await tx
      .updateTable('account')
      .set({ password_hash: hash, password_at: sql<Date>`app.now()` })
      .where('id', '=', account)
      .execute()
    await tx
      .updateTable('session')
      .set({ ended_at: sql<Date>`app.now()` })
      .where('account_id', '=', account)
      .where('ended_at', 'is', null)
      .execute()
    await record(tx, {
      school: null,
      event: 'accounts.password.reset',
      about: [account],
      payload: {},
      doer: { account, hat: null, at: [] },
    })
    await mailLater(tx, { account, about: 'password' })
    return startSession(tx, account, device, { kind: 'account', factor: false })
  })
}
