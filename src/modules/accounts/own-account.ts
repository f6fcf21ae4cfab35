import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { record } from '#platform/ledger/record.ts'
import { mailLater } from './mail-later.ts'
import { hashPassword } from './password.ts'
import { judgePassword } from './prove.ts'
import { renewSession, type Renewed } from './renew-session.ts'
import { endOtherSessions } from './sessions.ts'
import type { AccountTables } from './tables.ts'

const visibleTo = (db: Db<AccountTables>, actor: Actor) =>
  db.selectFrom('account').where('account.id', '=', actor.account)

/** The login name of the actor's own account. */
export const findLogin = async (db: Db<AccountTables>, actor: Actor): Promise<string | null> =>
  (await visibleTo(db, actor).select('login').executeTakeFirstOrThrow()).login

/** Chooses the language of all pages, on every device. */
export const chooseLanguage = async (tx: Tx<AccountTables>, actor: Actor, language: Lang): Promise<void> => {
  await tx.updateTable('account').set({ language }).where('id', '=', actor.account).execute()
  await record(tx, {
    school: null,
    event: 'accounts.language.chosen',
    about: [actor.account],
    payload: { language },
    doer: actor,
  })
}

export type PasswordChange = { now: Renewed } | { waitSeconds: number }

/**
 * Replaces the actor's password, and ends every other session: who knew the old one is out. Codes for a new one that were made
 * before open nothing any more.
 * @returns how long to wait when `now` is not the present password: 0 as long as it was judged. Keep the transaction then
 */
export const changePassword = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  typed: { now: string; wanted: string },
): Promise<PasswordChange> => {
  const waitSeconds = await judgePassword(tx, actor, typed.now)
  if (waitSeconds !== null) return { waitSeconds }
  const hash = await hashPassword(typed.wanted)
  await tx
    .updateTable('account')
    .set({ password_hash: hash, password_at: sql<Date>`app.now()` })
    .where('id', '=', actor.account)
    .execute()
  await record(tx, {
    school: null,
    event: 'accounts.password.changed',
    about: [actor.account],
    payload: {},
    doer: actor,
  })
  await endOtherSessions(tx, actor)
  await mailLater(tx, { account: actor.account, about: 'password' })
  return { now: await renewSession(tx, actor, { factor: false }) }
}
