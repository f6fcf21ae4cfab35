import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshSecret, hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import { findTie } from './account-state.ts'
import { hashPassword } from './password.ts'
import { startSession } from './start-session.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'
import { isTaken, takeIntoUse } from './take-into-use.ts'

/** How long an invitation works. */
export const inviteDays = 30

const openedAccount = async (tx: Tx<AccountTables>, school: string, person: string): Promise<string | 'in use'> => {
  const found = await findTie(tx, { school, person })
  if (found.state === 'in use') return 'in use'
  if (found.account !== null) return found.account
  const { id } = await tx.insertInto('account').values({ opened_by: school }).returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('account_person').values({ school_id: school, person_id: person, account_id: id }).execute()
  return id
}

/**
 * Makes a one-time code with which a person takes the own account into use, within thirty days. Older codes keep working
 * until they expire or one is used.
 * @param doer keeps the people of this school: office, administrator, or the operator
 * @returns the code, shown once and kept only as a hash; or 'in use' when the person already signs in
 */
export const invite = async (
  tx: Tx<AccountTables>,
  doer: Doer,
  whom: { school: string; person: string },
): Promise<{ code: string } | 'in use'> => {
  const account = await openedAccount(tx, whom.school, whom.person)
  if (account === 'in use') return 'in use'
  const code = freshSecret()
  await tx
    .insertInto('account_reset')
    .values({
      account_id: account,
      code_hash: hashOf(code),
      expires_at: sql<Date>`app.now() + make_interval(days => ${inviteDays})`,
    })
    .execute()
  await record(tx, { school: whom.school, event: 'accounts.invitation.made', about: [whom.person], payload: {}, doer })
  return { code }
}

const byCode = <R>(
  db: Kysely<AccountTables>,
  code: string,
  run: (tx: Tx<AccountTables>, account: string | null) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      account: string | null
    }>`select app.enter_by_code(${hashOf(code)}) as account`.execute(tx)
    return run(tx, rows[0]?.account ?? null)
  })

/** Whether this code still opens an account. */
export const isOpenInvitation = (db: Kysely<AccountTables>, code: string): Promise<boolean> =>
  byCode(db, code, async (_tx, account) => account !== null)

export type Accepted = { ok: true; session: StartedSession } | { ok: false; why: 'code' | 'login taken' }

/** Takes an account into use with a login name and a password of one's own. The code works once. */
export const acceptInvitation = async (
  db: Kysely<AccountTables>,
  chosen: { code: string; login: string; password: string },
  device: string,
): Promise<Accepted> => {
  const hash = await hashPassword(chosen.password)
  try {
    return await byCode(db, chosen.code, async (tx, account): Promise<Accepted> => {
      if (account === null) return { ok: false, why: 'code' }
      await tx
        .updateTable('account_reset')
        .set({ used_at: sql<Date>`app.now()` })
        .where('code_hash', '=', hashOf(chosen.code))
        .execute()
      if (!(await takeIntoUse(tx, account, { login: chosen.login, passwordHash: hash })))
        return { ok: false, why: 'code' }
      return { ok: true, session: await startSession(tx, account, device, { kind: 'account', factor: false }) }
    })
  } catch (error) {
    if (isTaken(error)) return { ok: false, why: 'login taken' }
    throw error
  }
}
