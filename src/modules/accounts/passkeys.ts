import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { asHolder, makeChallenge, useChallenge, type Purpose } from './challenge.ts'
import { mailLater } from './mail-later.ts'
import type { Assertion, Registration } from './passkey-answers.ts'
import type { PasskeyPlace } from './passkey-place.ts'
import { recordProof } from './prove.ts'
import { renewSession, type Renewed } from './renew-session.ts'
import { endOtherSessions } from './sessions.ts'
import { startSession } from './start-session.ts'
import type { StartedSession } from './start-session.ts'
import type { AccountTables } from './tables.ts'

// Loaded with the first passkey: it brings the certificates of many makers along.
const webauthn = () => import('@simplewebauthn/server')

const bytesOf = (base64url: string): Buffer<ArrayBuffer> => Buffer.from(base64url, 'base64url')
const visibleTo = (db: Db<AccountTables>, actor: Actor) =>
  db.selectFrom('account_passkey').where('account_id', '=', actor.account)

export type OwnPasskey = { id: string; name: string; createdOn: string; usedOn: string | null }

/** The actor's own passkeys, the oldest first. */
export const findPasskeys = (db: Db<AccountTables>, actor: Actor): Promise<OwnPasskey[]> =>
  visibleTo(db, actor)
    .select([
      'id',
      'name',
      sql<string>`(created_at at time zone 'Europe/Amsterdam')::date`.as('createdOn'),
      'used_on as usedOn',
    ])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** What the browser needs to make a passkey. */
export const offerRegistration = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { place, holder, login }: { place: PasskeyPlace; holder: string; login: string },
) => {
  const [{ generateRegistrationOptions }, known] = [
    await webauthn(),
    await visibleTo(tx, actor).select('credential_id').execute(),
  ]
  return generateRegistrationOptions({
    rpName: 'Samenspraak',
    rpID: place.id,
    userID: bytesOf(Buffer.from(actor.account.replaceAll('-', ''), 'hex').toString('base64url')),
    userName: login,
    challenge: bytesOf(await makeChallenge(tx, holder, 'register')),
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.credential_id.toString('base64url') })),
    // Found by the device itself, and opened by a finger, a face or a code: what one has and what one is or knows.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What the browser needs to show a passkey, whoever's it is. */
export const offerAssertion = async (
  tx: Tx<AccountTables>,
  { place, holder, purpose }: { place: PasskeyPlace; holder: string; purpose: Purpose },
) => {
  const { generateAuthenticationOptions } = await webauthn()
  const challenge = bytesOf(await makeChallenge(tx, holder, purpose))
  return generateAuthenticationOptions({ rpID: place.id, challenge, userVerification: 'required' })
}

/** As `offerAssertion`, for who is not signed in. */
export const offerSignIn = (db: Kysely<AccountTables>, place: PasskeyPlace, holder: string) =>
  db.transaction().execute(async (tx) => {
    await asHolder(tx, holder)
    return offerAssertion(tx, { place, holder, purpose: 'sign-in' })
  })

type Shown = { place: PasskeyPlace; holder: string }

const mostPasskeys = 20

/** Keeps a new passkey. @returns false when it was not made here and now, or somebody has it already */
export const addPasskey = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { place, holder, answer, name }: Shown & { answer: Registration; name: string },
): Promise<boolean> => {
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: (challenge) => useChallenge(tx, holder, { challenge, purpose: 'register' }),
    expectedOrigin: place.origin,
    expectedRPID: place.id,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified || (await findPasskeys(tx, actor)).length >= mostPasskeys) return false
  const { credential } = verified.registrationInfo
  const added = await tx
    .insertInto('account_passkey')
    .values({
      account_id: actor.account,
      credential_id: bytesOf(credential.id),
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).map(String),
      name,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await record(tx, { school: null, event: 'accounts.passkey.added', about: [actor.account], payload: {}, doer: actor })
  await mailLater(tx, { account: actor.account, about: 'factor' })
  return true
}

type PasskeyRow = { account_id: string; id: string }

/** Judges a passkey that is shown, and notes that it was. @returns whose it is, or null */
const judge = async (
  tx: Tx<AccountTables>,
  { place, holder, answer, purpose }: Shown & { answer: Assertion; purpose: Purpose },
): Promise<PasskeyRow | null> => {
  await sql`select set_config('app.passkey', ${bytesOf(answer.id).toString('hex')}, true)`.execute(tx)
  const known = await tx
    .selectFrom('account_passkey')
    .select(['account_id', 'id', 'public_key', 'counter'])
    .where('credential_id', '=', bytesOf(answer.id))
    .executeTakeFirst()
  if (!known) return null
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => useChallenge(tx, holder, { challenge, purpose }),
    expectedOrigin: place.origin,
    expectedRPID: place.id,
    credential: { id: answer.id, publicKey: new Uint8Array(known.public_key), counter: known.counter },
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified || !verified.authenticationInfo.userVerified) return null
  await sql`select set_config('app.account', ${known.account_id}, true)`.execute(tx)
  await tx
    .updateTable('account_passkey')
    .set({ counter: verified.authenticationInfo.newCounter, used_on: sql<string>`app.today()` })
    .where('account_id', '=', known.account_id)
    .where('id', '=', known.id)
    .execute()
  return known
}

/**
 * Signs in with a passkey: what one has and, because the device asked for it, what one is or knows. Two steps at once.
 * @returns null when it is nobody's, or was not signed here and now
 */
export const signInByPasskey = (
  db: Kysely<AccountTables>,
  shown: Shown & { answer: Assertion },
  device: string,
): Promise<StartedSession | null> =>
  db.transaction().execute(async (tx) => {
    await asHolder(tx, shown.holder)
    const passkey = await judge(tx, { ...shown, purpose: 'sign-in' })
    return passkey ? startSession(tx, passkey.account_id, device, { kind: 'account', factor: true }) : null
  })

/** Proves with a passkey that the actor is still the one who signed in; it counts as the second step too. */
export const proveByPasskey = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  shown: Shown & { answer: Assertion; toWork: boolean },
): Promise<Renewed | null> => {
  const own = await visibleTo(tx, actor)
    .select('id')
    .where('credential_id', '=', bytesOf(shown.answer.id))
    .executeTakeFirst()
  const passkey = own ? await judge(tx, { ...shown, purpose: 'proof' }) : null
  if (!passkey) return null
  await recordProof(tx, actor, 'passkey')
  return renewSession(tx, actor, { factor: true, toWork: shown.toWork })
}

/** Gives one of the actor's passkeys another name. @throws NotFound */
export const renamePasskey = async (
  tx: Tx<AccountTables>,
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<void> => {
  const renamed = await tx
    .updateTable('account_passkey')
    .set({ name })
    .where('account_id', '=', actor.account)
    .where('id', '=', id)
    .executeTakeFirst()
  if (renamed.numUpdatedRows !== 1n) throw new NotFound('passkey')
  await record(tx, {
    school: null,
    event: 'accounts.passkey.renamed',
    about: [actor.account],
    payload: {},
    doer: actor,
  })
}

/** Takes one of the actor's passkeys away, and ends the other sessions: it may have begun one. @throws NotFound */
export const removePasskey = async (tx: Tx<AccountTables>, actor: Actor, id: string): Promise<void> => {
  const removed = await tx
    .deleteFrom('account_passkey')
    .where('account_id', '=', actor.account)
    .where('id', '=', id)
    .executeTakeFirst()
  if (removed.numDeletedRows !== 1n) throw new NotFound('passkey')
  await record(tx, {
    school: null,
    event: 'accounts.passkey.removed',
    about: [actor.account],
    payload: {},
    doer: actor,
  })
  await mailLater(tx, { account: actor.account, about: 'factor' })
  await endOtherSessions(tx, actor)
}
