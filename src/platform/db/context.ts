import { CompiledQuery, sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { Along, type Answers } from './along.ts'
import type { Step } from './batch.ts'
import { noKeeper, type ReachKeeper } from './reach-keeper.ts'

/**
 * Who entered, with what every page of theirs shows: the name, the one school if it is one, and whether it is made up. And
 * what needs no asking any more: the day, and for guardians and pupils the pupils and groups in reach.
 */
export type Entered = Actor & {
  who: { first_name: string | null; initials: string | null; prefix: string | null; last_name: string | null } | null
  schoolName: string | null
  synthetic: boolean
  today: string
  pupils: readonly string[]
  groups: readonly string[]
  kind: 'account' | 'letter'
  only: readonly string[] | null
  /** Whether the reader proved within the last ten minutes who it is. */
  proved: boolean
  /** What stands between the reader and a hat of theirs: staff show a second factor. */
  owes: 'factor' | null
  /** Of own children who are out of reach or soon are, and of one's own coming birthdays: what the reader is to know. */
  tells: readonly Tell[]
}

/**
 * ask: the school tells what is important when this guardian asks. adult: the child is of age and did not let this guardian
 * in. sixteen, eighteen: the birthday comes within thirty days. The name is null when it is the reader's own.
 */
export type Tell = { why: 'ask' | 'adult' | 'sixteen' | 'eighteen'; school: string; name: string | null; on?: string }

type EnterRow = Omit<Entered, 'schoolName'> & { school_name: string | null; kept: string | null; grows: boolean }

/** Who entered, the rows of what was asked along, and whether the session is to be kept for longer (`keepSession`). */
export type Arrival = { entered: Entered | null; answers: Answers; grows: boolean }

const noAnswers: Answers = new Map()

/** What a page asks that needs nothing but who asks: in the message that puts on a kept reach, before it is known to hold. */
export type AskAlong = (known: Entered) => readonly Step[]

/**
 * Sets the reach of the one who shows this session token, for this transaction alone.
 * @param keeper where a reach is kept for the next request, and may be found from the one before
 * @param along what to ask together with that, or as one message after it
 * @returns null when the token opens nothing (unknown, ended, expired); and what was asked along
 */
export const enter = async <T>(
  tx: Transaction<T>,
  tokenHash: Buffer,
  keeper: ReachKeeper = noKeeper,
  along: AskAlong = () => [],
): Promise<Arrival> => {
  const known = keeper.find(tokenHash)
  if (known !== null) {
    const asked = new Along(along(known.entered))
    const [row] = await ask<T, { holds: 'holds' | 'grows' | null }>(tx, resuming, [tokenHash, known.kept], asked).catch(
      // What fails with a kept reach must not fail again with the next request.
      (error: unknown) => {
        keeper.forget(tokenHash)
        throw error
      },
    )
    // What was answered for a reach that no longer holds, nobody gets to see.
    if (row?.holds) return { entered: known.entered, answers: asked.answers, grows: row.holds === 'grows' }
    keeper.forget(tokenHash)
  }
  const [row] = await ask<T, { entered: EnterRow | null }>(tx, entering, [tokenHash])
  if (!row?.entered) return { entered: null, answers: noAnswers, grows: false }
  const { school_name, kept, grows, ...rest } = row.entered
  const entered = { ...rest, schoolName: school_name }
  if (kept !== null) keeper.keep(tokenHash, { kept, entered })
  return { entered, answers: await askAll(tx, along(entered)), grows }
}

/** A session that is used lives on. In a transaction of its own: what is read changes nothing. */
export const keepSession = async <T>(db: Kysely<T>, tokenHash: Buffer): Promise<void> => {
  await sql`select app.session_used(${tokenHash})`.execute(db)
}

const resuming = 'select app.resume($1, $2) as holds'
const entering = 'select app.enter($1) as entered'

const ask = async <T, Row>(
  tx: Transaction<T>,
  text: string,
  values: readonly unknown[],
  along?: Along,
): Promise<Row[]> =>
  (await tx.executeQuery<Row>(CompiledQuery.raw(text, along === undefined ? [...values] : [...values, along]))).rows

const askAll = async <T>(tx: Transaction<T>, steps: readonly Step[]): Promise<Answers> => {
  const [first, ...others] = steps
  if (first === undefined) return noAnswers
  const asked = new Along(others)
  const rows = await ask(tx, first.text, first.values, asked)
  return new Map([...asked.answers, [first.text, rows]])
}

/** Runs in one transaction as the operator, who keeps the people of `school`, or of none. */
export const asOperator = <T, R>(
  db: Kysely<T>,
  school: string | null,
  run: (tx: Transaction<T>) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    await sql`select app.act_as_operator(${school}::uuid)`.execute(tx)
    return run(tx)
  })

/** Runs in one transaction as a task of the house itself, for one school or for none. */
export const asTask = <T, R>(
  db: Kysely<T>,
  task: string,
  school: string | null,
  run: (tx: Transaction<T>) => Promise<R>,
): Promise<R> =>
  db.transaction().execute(async (tx) => {
    await sql`select app.act_as_task(${task}, ${school}::uuid)`.execute(tx)
    return run(tx)
  })
