import type { Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { record } from '#platform/ledger/record.ts'
import { hashPassword, isPassword } from './password.ts'
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

/**
 * Replaces the actor's password, and ends every other session: who knew the old one is out.
 * @returns 'wrong' when `now` is not the present password
 */
export const changePassword = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  typed: { now: string; wanted: string },
): Promise<'changed' | 'wrong'> => {
  const { password_hash } = await visibleTo(tx, actor).select('password_hash').executeTakeFirstOrThrow()
  if (!(await isPassword(typed.now, password_hash))) return 'wrong'
  const hash = await hashPassword(typed.wanted)
  await tx.updateTable('account').set({ password_hash: hash }).where('id', '=', actor.account).execute()
  await record(tx, {
    school: null,
    event: 'accounts.password.changed',
    about: [actor.account],
    payload: {},
    doer: actor,
  })
  await endOtherSessions(tx, actor)
  return 'changed'
}
