import { z } from 'zod'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { Vault } from '#platform/vault.ts'
import { isMailAddress, normalLogin } from './login.ts'
import { mailLater } from './mail-later.ts'
import { renewSession, type Renewed } from './renew-session.ts'
import { mailMinutes, sealForMail } from './send-mail.ts'
import type { AccountTables } from './tables.ts'
import { noteOneOf } from './tries.ts'

const mostAnHour = 10

/** 'mailed': it holds once the link in the mail was followed. 'wait': tried too often within an hour. */
export type LoginChange = { now: Renewed } | 'mailed' | 'taken' | 'wait'

/**
 * Changes the name the actor signs in with. An address that mail can go to must first show that it is the actor's own, where
 * this house sends mail: a new password goes there.
 */
export const changeLogin = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { wanted, vault, mails }: { wanted: string; vault: Vault; mails: boolean },
): Promise<LoginChange> => {
  const login = normalLogin(wanted)
  if (!(await noteOneOf(tx, `name of ${actor.account}`, mostAnHour))) return 'wait'
  if (!mails || !isMailAddress(login)) return takeLogin(tx, actor, { login, vault })
  const code = vault.seal(await loginWish(tx, login), wishOf(actor.account)).toString('base64url')
  const sealed = sealForMail(vault, actor.account, { to: login, code })
  await mailLater(tx, { account: actor.account, about: 'confirm-login', sealed })
  return 'mailed'
}

/** Changes the login name to the one that the link in the mail is for. @returns null when the link is not for this account, or too old */
export const confirmLogin = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { code, vault }: { code: string; vault: Vault },
): Promise<{ now: Renewed } | 'taken' | null> => {
  const login = await wishedLogin(tx, actor, { code, vault })
  return login === null ? null : takeLogin(tx, actor, { login, vault })
}

const wish = z.object({ login: z.string(), until: z.number() })
const wishOf = (account: string): string => `login of ${account}`

const loginWish = async (tx: Tx<AccountTables>, login: string): Promise<Buffer> =>
  Buffer.from(JSON.stringify({ login, until: (await secondsNow(tx)) + mailMinutes * 60 }))

const secondsNow = async (tx: Tx<AccountTables>): Promise<number> =>
  (await sql<{ now: number }>`select extract(epoch from app.now())::float8 as now`.execute(tx)).rows[0]?.now ?? 0

/** The login name that a link is for, as long as it works. */
export const wishedLogin = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { code, vault }: { code: string; vault: Vault },
): Promise<string | null> => {
  try {
    const opened = vault.open(Buffer.from(code, 'base64url'), wishOf(actor.account))
    const { login, until } = wish.parse(JSON.parse(opened.toString()))
    return until > (await secondsNow(tx)) ? login : null
  } catch {
    return null
  }
}

const takeLogin = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { login, vault }: { login: string; vault: Vault },
): Promise<{ now: Renewed } | 'taken'> => {
  const before = await tx.selectFrom('account').select('login').where('id', '=', actor.account).executeTakeFirst()
  if (before?.login === login) return { now: await renewSession(tx, actor, { factor: false }) }
  if (!(await setLogin(tx, actor, login))) return 'taken'
  await record(tx, { school: null, event: 'accounts.login.changed', about: [actor.account], payload: {}, doer: actor })
  const old = before?.login ?? ''
  if (isMailAddress(old)) {
    const sealed = sealForMail(vault, actor.account, { to: old })
    await mailLater(tx, { account: actor.account, about: 'login', sealed })
  }
  return { now: await renewSession(tx, actor, { factor: false }) }
}

/** Who has that name already cannot be seen, only run into. @returns false when somebody has */
const setLogin = async (tx: Tx<AccountTables>, actor: Actor, login: string): Promise<boolean> => {
  await sql`savepoint login`.execute(tx)
  try {
    await tx.updateTable('account').set({ login }).where('id', '=', actor.account).execute()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error
    await sql`rollback to savepoint login`.execute(tx)
    return false
  }
}
