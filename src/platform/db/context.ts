import { CompiledQuery, sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { marked } from './preparing-client.ts'
import type { Answers, Ask } from './statement.ts'

/** Who entered, with what every page of theirs shows: the name, the one school if it is one, and whether it is made up. */
export type Entered = Actor & {
  who: { first_name: string | null; initials: string | null; prefix: string | null; last_name: string | null } | null
  schoolName: string | null
  synthetic: boolean
}

type EnterRow = Omit<Entered, 'schoolName'> & { school_name: string | null }

type EnterAnswer = { entered: EnterRow | null; asked?: unknown[][] }

/**
 * Sets the reach of the one who shows this session token, for this transaction alone.
 * @param along statements to send together with it, where the connection can
 * @returns null when the token opens nothing (unknown, ended, expired); and what was asked along
 */
export const enter = async <T>(
  tx: Transaction<T>,
  tokenHash: Buffer,
  along: readonly Ask[] = [],
): Promise<{ entered: Entered | null; answers: Answers }> => {
  const calls = along.length === 0 ? '' : ` ${marked(along.map(({ call }) => call))}`
  const { rows } = await tx.executeQuery<EnterAnswer>(
    CompiledQuery.raw(`select app.enter($1) as entered${calls}`, [tokenHash]),
  )
  const [answer] = rows
  const answers = new Map((answer?.asked ?? []).map((asked, at) => [along[at]?.name ?? '', asked]))
  if (!answer?.entered) return { entered: null, answers: new Map() }
  const { school_name, ...rest } = answer.entered
  return { entered: { ...rest, schoolName: school_name }, answers }
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
