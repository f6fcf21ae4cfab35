import type { Kysely } from 'kysely'
import { hashPassword, isTaken, startSession, takeIntoUse, type StartedSession } from '#modules/accounts/index.ts'
import { enter, type Entered } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { addToSession, findPresent, joinAccount, NotJoined, type Present } from './add-to-session.ts'
import type { Answer } from './answer.ts'
import { isVoid, noteTry } from './note-try.ts'
import { asHolder, demandChild, putUse, recordUse, Refused, show, type Opened, type Tables } from './use-letter.ts'

export type Answered =
  /** `session` is null when the letter was added to the session in use. */
  | { ok: true; session: StartedSession | null }
  /** The letter of a pupil, answered right: a name and a password are chosen before it is used. */
  | { ok: false; why: 'choose' }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'wait'; seconds: number }
  | { ok: false; why: 'login taken' }
  /** Answered right; the child cannot go to the account that is signed in. The letter still works. */
  | { ok: false; why: 'not joined' }

export type Shown = {
  codeHash: Buffer
  answer: Answer
  /** The child is to be seen with the account that is signed in, on every device of it, not on this device alone. */
  join?: boolean
  /** The name and password that a pupil chose. */
  choice?: { login: string; password: string }
  /** What wrong tries count by, when not by the code. They never make it void. */
  triesBy?: Buffer
}

/** Who answers: the session that is open on this device, if any, and the device in words. */
export type Holder = { token: string | null; device: string }

/**
 * Answers the question of a letter, and comes in with it. A wrong answer, an unknown code, a letter that is used, too old,
 * replaced or void: one and the same, in the same time.
 */
export const answerLetter = async (db: Kysely<Tables>, shown: Shown, holder: Holder): Promise<Answered> => {
  const tries = shown.triesBy ?? shown.codeHash
  const noted = await noteTry(db, tries, shown.triesBy === undefined ? 'voids' : 'slows')
  if (noted.waitSeconds > 0) return { ok: false, why: 'wait', seconds: noted.waitSeconds }
  const opened = await asHolder(db, shown, async (_tx, found) => found)
  if (opened === null || isVoid(noted)) return { ok: false, why: 'wrong' }
  try {
    const answered =
      opened.person === opened.pupil
        ? await usePupils(db, shown, opened, holder)
        : await useGuardians(db, shown, opened, holder)
    await clearTries(db, tries)
    return answered
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: 'wrong' }
    throw error
  }
}

const clearTries = (db: Kysely<Tables>, key: Buffer): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await show(tx, key)
    await tx.deleteFrom('letter_try').where('code_hash', '=', key).execute()
  })

const useGuardians = async (
  db: Kysely<Tables>,
  shown: Shown,
  found: Opened,
  { token, device }: Holder,
): Promise<Answered> => {
  const present = token === null ? null : await findPresent(db, token, found)
  if (token !== null && present !== null && belongs(present, found)) {
    await asHolder(db, shown, async (tx, opened) => {
      if (opened === null) throw new Refused()
      await addToSession(tx, shown.codeHash, opened, token)
    })
    return { ok: true, session: null }
  }
  if (shown.join) return joinOr(db, shown, token)
  return asHolder(db, shown, async (tx, opened) => {
    if (opened === null) throw new Refused()
    const session = await putUse(tx, opened, { account: opened.account })
    const started = await startSession(tx, opened.account, device, { kind: 'letter', session })
    const { entered } = await enter(tx, hashOf(started.token))
    await demandChild(tx, entered, opened)
    return { ok: true, session: started }
  })
}

const joinOr = async (db: Kysely<Tables>, shown: Shown, token: string | null): Promise<Answered> => {
  try {
    if (token === null) throw new NotJoined()
    await joinAccount(db, shown, token)
    return { ok: true, session: null }
  } catch (error) {
    if (error instanceof NotJoined) return { ok: false, why: 'not joined' }
    throw error
  }
}

/**
 * Whether a letter joins the session that is open: its person is the account's own; or it is a session of letters, of another
 * school. Two guardians of one school stay apart, also on one telephone.
 */
const belongs = ({ entered, owns }: Present, opened: Opened): boolean =>
  entered.account === opened.account || (owns && entered.kind === 'account') || isElsewhere(entered, opened)

const isElsewhere = ({ kind, at }: Entered, opened: Opened): boolean =>
  kind === 'letter' && at.every(({ school }) => school !== opened.school)

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
