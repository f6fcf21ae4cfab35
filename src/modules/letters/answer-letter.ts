import { sql, type Kysely } from 'kysely'
import {
  hashPassword,
  isTaken,
  startSession,
  takeIntoUse,
  type AccountTables,
  type StartedSession,
} from '#modules/accounts/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import { enter, type Entered } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import type { Answer } from './answer.ts'
import { isVoid, noteTry } from './note-try.ts'
import type { LetterTables } from './tables.ts'

type Tables = LetterTables & AccountTables

/** What a letter opens, for who answered right. */
type Opened = { school: string; letter: string; account: string; person: string; pupil: string; login: string | null }

export type Answered =
  /** `session` is null when the letter was added to the session in use. */
  | { ok: true; session: StartedSession | null }
  /** The letter of a pupil, answered right: a name and a password are chosen before it is used. */
  | { ok: false; why: 'choose' }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'wait'; seconds: number }
  | { ok: false; why: 'login taken' }

export type Shown = {
  codeHash: Buffer
  answer: Answer
  /** The name and password that a pupil chose. */
  choice?: { login: string; password: string }
  /** What wrong tries count by, when not by the code. */
  triesBy?: Buffer
}

/** Who answers: the session that is open on this device, if any, and the device in words. */
export type Holder = { token: string | null; device: string }

/** Answered by somebody else a moment ago, or what it opens is out of reach: as if the answer were wrong. */
class Refused extends Error {}

/**
 * Answers the question of a letter, and comes in with it. A wrong answer, an unknown code, a letter that is used, too old,
 * replaced or void: one and the same, in the same time.
 */
export const answerLetter = async (db: Kysely<Tables>, shown: Shown, holder: Holder): Promise<Answered> => {
  const tries = shown.triesBy ?? shown.codeHash
  const noted = await noteTry(db, tries)
  if (noted.waitSeconds > 0) return { ok: false, why: 'wait', seconds: noted.waitSeconds }
  const opened = await asHolder(db, shown, async (_tx, found) => found)
  if (opened === null || isVoid(noted)) return { ok: false, why: 'wrong' }
  try {
    const answered =
      opened.person === opened.pupil
        ? await usePupils(db, shown, opened, holder)
        : await useGuardians(db, shown, holder)
    await clearTries(db, tries)
    return answered
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: 'wrong' }
    throw error
  }
}

const asHolder = <R>(
  db: Kysely<Tables>,
  { codeHash, answer }: Shown,
  run: (tx: Tx<Tables>, opened: Opened | null) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ opened: Opened | null }>`
      select app.answer_letter(${codeHash}, ${answer.born}::date, ${answer.word}) as opened`.execute(tx)
    return run(tx, rows[0]?.opened ?? null)
  })

const clearTries = (db: Kysely<Tables>, key: Buffer): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await show(tx, key)
    await tx.deleteFrom('letter_try').where('code_hash', '=', key).execute()
  })

const show = (tx: Tx<Tables>, key: Buffer): Promise<unknown> =>
  sql`select set_config('app.presented', ${key.toString('hex')}, true)`.execute(tx)

const useGuardians = async (db: Kysely<Tables>, shown: Shown, { token, device }: Holder): Promise<Answered> => {
  const present = token === null ? null : await findPresent(db, token)
  return asHolder(db, shown, async (tx, opened) => {
    if (opened === null) throw new Refused()
    if (token !== null && present !== null && belongs(present, opened)) {
      await addToSession(tx, shown.codeHash, opened, token)
      return { ok: true, session: null }
    }
    const session = await putUse(tx, opened, { account: opened.account })
    const started = await startSession(tx, opened.account, device, { kind: 'letter', session })
    const { entered } = await enter(tx, hashOf(started.token))
    await demandChild(tx, entered, opened)
    return { ok: true, session: started }
  })
}

const findPresent = (db: Kysely<Tables>, token: string): Promise<Entered | null> =>
  db.transaction().execute(async (tx) => (await enter(tx, hashOf(token))).entered)

/**
 * Whether a letter joins the session that is open: the same account; or a session of letters, of another school. Two guardians
 * of one school stay apart, also on one telephone.
 */
const belongs = (present: Entered, opened: Opened): boolean =>
  present.account === opened.account ||
  (present.kind === 'letter' && present.at.every(({ school }) => school !== opened.school))

const addToSession = async (tx: Tx<Tables>, codeHash: Buffer, opened: Opened, token: string): Promise<void> => {
  const { entered: present } = await enter(tx, hashOf(token))
  if (present === null) throw new Refused()
  await show(tx, codeHash)
  await putUse(tx, opened, { account: present.account, session: present.session })
  // Who is inside sees the relations that are in reach already; entering looks at all of the own, before a hat is worn.
  await sql`select set_config('app.hat', '', true)`.execute(tx)
  const { entered } = await enter(tx, hashOf(token))
  await demandChild(tx, entered, opened)
}

/** Uses the letter up. @returns the session it is used in, of which the id may come before the session */
const putUse = async (
  tx: Tx<Tables>,
  { school, letter, pupil, person }: Opened,
  { account, session }: { account: string; session?: string },
): Promise<string> => {
  try {
    const { session_id } = await tx
      .insertInto('letter_use')
      .values({
        school_id: school,
        letter_id: letter,
        account_id: account,
        pupil_id: pupil,
        person_id: person,
        ...(session === undefined ? {} : { session_id: session }),
      })
      .returning('session_id')
      .executeTakeFirstOrThrow()
    return session_id
  } catch (error) {
    if (isTaken(error)) throw new Refused()
    throw error
  }
}

/** What a letter opened is there to be seen; if the relation ended or was closed, the letter opens nothing. */
const demandChild = async (tx: Tx<Tables>, entered: Entered | null, opened: Opened): Promise<void> => {
  if (entered === null) throw new Refused()
  if (entered.kind === 'letter' && !entered.pupils.includes(opened.pupil)) throw new Refused()
  await recordUse(tx, opened, entered)
}

const recordUse = (tx: Tx<Tables>, { school, letter, pupil, person }: Opened, doer: Doer): Promise<void> =>
  record(tx, { school, event: 'letters.letter.used', about: [pupil, person, letter], payload: {}, doer })

const usePupils = async (
  db: Kysely<Tables>,
  shown: Shown,
  { login }: Opened,
  { device }: Holder,
): Promise<Answered> => {
  const { choice } = shown
  if (choice === undefined) return { ok: false, why: 'choose' }
  const passwordHash = await hashPassword(choice.password)
  try {
    return await asHolder(db, shown, async (tx, opened): Promise<Answered> => {
      if (opened === null) throw new Refused()
      if (!(await takeIntoUse(tx, opened.account, { login: login ?? choice.login, passwordHash }))) throw new Refused()
      await putUse(tx, opened, { account: opened.account })
      const session = await startSession(tx, opened.account, device, { kind: 'account', factor: false })
      const { entered } = await enter(tx, hashOf(session.token))
      if (entered === null || !entered.hats.includes('pupil')) throw new Refused()
      await recordUse(tx, opened, entered)
      return { ok: true, session }
    })
  } catch (error) {
    if (isTaken(error)) return { ok: false, why: 'login taken' }
    throw error
  }
}
