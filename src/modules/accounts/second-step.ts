import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { Vault } from '#platform/vault.ts'
import { makeRecoveryCodes, useRecoveryCode } from './recovery-codes.ts'
import { renewSession, type Renewed } from './renew-session.ts'
import { endOtherSessions } from './sessions.ts'
import type { AccountTables } from './tables.ts'
import { stepOf } from './totp.ts'
import { forgetTries, noteTry, patientWithCodes } from './tries.ts'

const factorOf = (db: Db<AccountTables>, actor: Pick<Actor, 'account'>) =>
  db.selectFrom('account_factor').where('account_id', '=', actor.account).where('confirmed_at', 'is not', null)

export type SecondStep = { app: boolean; recoveryLeft: number; passkeys: number }

/** What the actor can show beside the password. */
export const findSecondStep = async (db: Db<AccountTables>, actor: Pick<Actor, 'account'>): Promise<SecondStep> => {
  const count = (from: 'account_recovery' | 'account_passkey') =>
    db
      .selectFrom(from)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', actor.account)
  const { count: recoveryLeft } = await count('account_recovery').where('used_at', 'is', null).executeTakeFirstOrThrow()
  const { count: passkeys } = await count('account_passkey').executeTakeFirstOrThrow()
  const app = await factorOf(db, actor).select('id').executeTakeFirst()
  return { app: app !== undefined, recoveryLeft, passkeys }
}

const secretBytes = 20

/** The key of a code generator that is not kept yet: the same with each look at the page, another with each session. */
export const draftKey = (vault: Vault, token: string): Buffer =>
  vault.mac('second step', token).subarray(0, secretBytes)

const nowInSeconds = async (db: Db<AccountTables>): Promise<number> => {
  const { rows } = await sql<{ now: number }>`select extract(epoch from app.now())::float8 as now`.execute(db)
  return rows[0]?.now ?? 0
}

const sealedFor = (account: string): string => `factor of ${account}`

export type Enrolled = { codes: readonly string[]; session: Renewed }

/**
 * Takes a code generator into use, in the place of one that was there, and makes recovery codes. Every other session ends:
 * it was begun with less.
 * @param key as `draftKey` gave it
 * @returns null when the code does not come from that key
 */
export const enrol = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { vault, key, code, toWork }: { vault: Vault; key: Buffer; code: string; toWork: boolean },
): Promise<Enrolled | null> => {
  const step = stepOf(key, code, await nowInSeconds(tx), null)
  if (step === null) return null
  await tx.deleteFrom('account_factor').where('account_id', '=', actor.account).execute()
  await tx
    .insertInto('account_factor')
    .values({
      account_id: actor.account,
      kind: 'totp',
      secret: vault.seal(key, sealedFor(actor.account)),
      last_step: step,
      confirmed_at: sql<Date>`app.now()`,
    })
    .execute()
  const codes = await makeRecoveryCodes(tx, actor, vault)
  await record(tx, { school: null, event: 'accounts.factor.added', about: [actor.account], payload: {}, doer: actor })
  await endOtherSessions(tx, actor)
  return { codes, session: await renewSession(tx, actor, { factor: true, toWork }) }
}

export type Shown = { ok: true; session: Renewed } | { ok: false; waitSeconds: number }

export const codeTries = (account: string): string => `code of ${account}`

/** Judges a code out of the app; each counts once. */
const showCode = async (tx: Tx<AccountTables>, actor: Actor, vault: Vault, code: string): Promise<boolean> => {
  const factor = await factorOf(tx, actor).select(['id', 'secret', 'last_step']).forUpdate().executeTakeFirst()
  if (!factor) return false
  const key = vault.open(factor.secret, sealedFor(actor.account))
  const step = stepOf(key, code, await nowInSeconds(tx), factor.last_step)
  if (step === null) return false
  await tx
    .updateTable('account_factor')
    .set({ last_step: step })
    .where('account_id', '=', actor.account)
    .where('id', '=', factor.id)
    .execute()
  return true
}

/**
 * Shows a second step: a code out of the app, or one of the recovery codes. Wrong ones wait longer and longer; keep the
 * transaction when the answer is a refusal, so that they count.
 */
export const showSecondStep = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  vault: Vault,
  { code, recovery, toWork }: { code?: string; recovery?: string; toWork: boolean },
): Promise<Shown> => {
  const waitSeconds = await noteTry(tx, codeTries(actor.account), patientWithCodes)
  if (waitSeconds > 0) return { ok: false, waitSeconds }
  const right =
    recovery === undefined
      ? await showCode(tx, actor, vault, code ?? '')
      : await useRecoveryCode(tx, actor, vault, recovery)
  if (!right) return { ok: false, waitSeconds: 0 }
  await forgetTries(tx, codeTries(actor.account))
  await record(tx, {
    school: null,
    event: 'accounts.factor.shown',
    about: [actor.account],
    payload: { by: recovery === undefined ? 'app' : 'recovery code' },
    doer: actor,
  })
  return { ok: true, session: await renewSession(tx, actor, { factor: true, toWork }) }
}
