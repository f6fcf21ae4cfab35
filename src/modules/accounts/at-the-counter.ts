import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import { mailLater } from './mail-later.ts'
import { asPaperCode, paperCode } from './one-time-code.ts'
import type { AccountTables } from './tables.ts'
import { noteOneOf } from './tries.ts'

type Whom = { school: string; person: string }

/** How many hours the code of the office works. */
export const counterHours = 24
const mostCodesAnHour = 5

type Help = { account: string | null; help: boolean; reset: boolean }

/** Whether the reader may help this person with the account. The policies judge the deed itself by the same functions. */
const helpOf = async (db: Db<AccountTables>, { school, person }: Whom): Promise<Help> => {
  const { rows: found } = await sql<{
    account: string | null
  }>`select app.at_the_counter(${school}, ${person}) as account`.execute(db)
  const account = found[0]?.account ?? null
  const { rows } = await sql<{
    help: boolean | null
    reset: boolean | null
  }>`select app.may_help(${account}::uuid) as help, app.may_reset(${account}::uuid) as reset`.execute(db)
  // Who has not taken the account into use has no password to forget: that one is invited.
  const opened = await db.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst()
  return { account, help: rows[0]?.help ?? false, reset: !opened && (rows[0]?.reset ?? false) }
}

/** What the reader may do for somebody who cannot get in. */
export type CounterHelp = { endStep: boolean; reset: boolean }

/** @param db in the context of who keeps the people of this school */
export const findCounterHelp = async (db: Db<AccountTables>, whom: Whom): Promise<CounterHelp> => {
  const { account, help, reset } = await helpOf(db, whom)
  if (account === null || !help) return { endStep: false, reset: false }
  const has = async (from: 'account_factor' | 'account_passkey'): Promise<boolean> =>
    (await db.selectFrom(from).select('id').where('account_id', '=', account).limit(1).executeTakeFirst()) !== undefined
  return { endStep: (await has('account_factor')) || (await has('account_passkey')), reset }
}

/**
 * Ends the second step of somebody who lost it and stands at the counter: code generator, recovery codes and passkeys go, every
 * session ends, and the next sign-in begins a new one. The password stays, so this alone lets nobody in.
 * @throws NotFound when this person has no account here; Forbidden for the own account, and for an administrator's by the office
 */
export const endSecondStep = async (tx: Tx<AccountTables>, doer: Doer, whom: Whom): Promise<void> => {
  const { account, help } = await helpOf(tx, whom)
  if (account === null) throw new NotFound('account')
  if (!help) throw new Forbidden('the second step of this account is ended by another administrator')
  for (const table of ['account_factor', 'account_recovery', 'account_passkey'] as const)
    await tx.deleteFrom(table).where('account_id', '=', account).execute()
  await tx
    .updateTable('session')
    .set({ ended_at: sql<Date>`app.now()` })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute()
  await record(tx, {
    school: whom.school,
    event: 'accounts.factor.ended',
    about: [whom.person],
    payload: {},
    doer,
  })
  await mailLater(tx, { account, about: 'factor' })
}

/**
 * Makes a code with which somebody who stands at the counter chooses a new password.
 * @returns the code, shown once and kept only as a hash
 * @throws Forbidden for the own account, and for anybody who works at the school by who is no administrator
 * @throws Conflict 'too many codes' after five in an hour
 */
export const makeCounterCode = async (tx: Tx<AccountTables>, doer: Doer, whom: Whom): Promise<{ code: string }> => {
  const { account, reset } = await helpOf(tx, whom)
  if (account === null) throw new NotFound('account')
  if (!reset) throw new Forbidden('a code for this account is made by another administrator')
  if (!(await noteOneOf(tx, `counter of ${account}`, mostCodesAnHour))) throw new Conflict('too many codes')
  const code = paperCode(3)
  await tx
    .insertInto('account_reset')
    .values({
      account_id: account,
      kind: 'office',
      code_hash: hashOf(code),
      expires_at: sql<Date>`app.now() + make_interval(hours => ${counterHours})`,
    })
    .execute()
  await record(tx, { school: whom.school, event: 'accounts.reset.made', about: [whom.person], payload: {}, doer })
  return { code }
}

/** A code as it was typed over, to be looked up. */
export const typedCode = (typed: string): string => asPaperCode(typed)
