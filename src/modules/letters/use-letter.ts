import { sql, type Kysely } from 'kysely'
import { isTaken, type AccountTables } from '#modules/accounts/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import { enter, type Entered } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { record } from '#platform/ledger/record.ts'
import type { Answer } from './answer.ts'
import type { LetterTables } from './tables.ts'

export type Tables = LetterTables & AccountTables

/** What a letter opens, for who answered right; `joins` when its person may go to another account. */
export type Opened = {
  school: string
  letter: string
  account: string
  person: string
  pupil: string
  login: string | null
  joins: boolean
}

/** Answered by somebody else a moment ago, or what it opens is out of reach: as if the answer were wrong. */
export class Refused extends Error {}

/** Runs in one transaction as who shows the code; what it opens is null when the answer is wrong. */
export const asHolder = <R>(
  db: Kysely<Tables>,
  { codeHash, answer }: { codeHash: Buffer; answer: Answer },
  run: (tx: Tx<Tables>, opened: Opened | null) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ opened: Opened | null }>`
      select app.answer_letter(${codeHash}, ${answer.born}::date, ${answer.word}) as opened`.execute(tx)
    return run(tx, rows[0]?.opened ?? null)
  })

export const show = (tx: Tx<Tables>, key: Buffer): Promise<unknown> =>
  sql`select set_config('app.presented', ${key.toString('hex')}, true)`.execute(tx)

/** Enters once more in one transaction, with what changed since: own relations are read by who wears no hat yet. */
export const enterAgain = async (tx: Tx<Tables>, token: string): Promise<Entered | null> => {
  await sql`select set_config('app.hat', '', true)`.execute(tx)
  return (await enter(tx, hashOf(token))).entered
}

/** Uses the letter up. @returns the session it is used in, of which the id may come before the session */
export const putUse = async (
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
export const demandChild = async (tx: Tx<Tables>, entered: Entered | null, opened: Opened): Promise<Entered> => {
  if (entered === null || !entered.pupils.includes(opened.pupil)) throw new Refused()
  await recordUse(tx, opened, entered)
  return entered
}

export const recordUse = (tx: Tx<Tables>, { school, letter, pupil, person }: Opened, doer: Doer): Promise<void> =>
  record(tx, { school, event: 'letters.letter.used', about: [pupil, person, letter], payload: {}, doer })
