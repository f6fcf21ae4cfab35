import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import { isPassword } from './password.ts'
import { renewSession, type Renewed } from './renew-session.ts'
import type { AccountTables } from './tables.ts'
import { forgetTries, noteTry, patientWithPasswords } from './tries.ts'

export type Proved = { ok: true; session: Renewed } | { ok: false; waitSeconds: number }

/**
 * Judges the actor's own password once more. Wrong ones wait longer and longer; keep the transaction when the answer is a
 * refusal, so that they count.
 * @returns seconds to wait when it was not judged; 0 when it was wrong; null when it is right
 */
export const judgePassword = async (tx: Tx<AccountTables>, actor: Actor, typed: string): Promise<number | null> => {
  const waitSeconds = await noteTry(tx, proofTries(actor), patientWithPasswords)
  if (waitSeconds > 0) return waitSeconds
  const { password_hash } = await tx
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', actor.account)
    .executeTakeFirstOrThrow()
  if (!(await isPassword(typed, password_hash))) return 0
  await forgetTries(tx, proofTries(actor))
  return null
}

const proofTries = ({ account }: Actor): string => `proof of ${account}`

/** Proves with the password that the actor is still the one who signed in. */
export const proveByPassword = async (tx: Tx<AccountTables>, actor: Actor, typed: string): Promise<Proved> => {
  const waitSeconds = await judgePassword(tx, actor, typed)
  if (waitSeconds !== null) return { ok: false, waitSeconds }
  await recordProof(tx, actor, 'password')
  return { ok: true, session: await renewSession(tx, actor, { factor: false }) }
}

export const recordProof = (tx: Tx<AccountTables>, actor: Actor, by: 'password' | 'passkey'): Promise<void> =>
  record(tx, { school: null, event: 'accounts.proof.given', about: [actor.account], payload: { by }, doer: actor })
