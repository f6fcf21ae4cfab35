import { CompiledQuery, sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { noKeeper, type ReachKeeper } from './reach-keeper.ts'
import { marked } from './preparing-client.ts'
import type { Answers, Ask } from './statement.ts'

/** Who entered, with what every page of theirs shows: the name, the one school if it is one, and whether it is made up. */
export type Entered = Actor & {
  who: { first_name: string | null; initials: string | null; prefix: string | null; last_name: string | null } | null
  schoolName: string | null
  synthetic: boolean
}

type EnterRow = Omit<Entered, 'schoolName'> & { school_name: string | null; kept: string }
type Answer<Row> = Row & { asked?: unknown[][] }

const enteredOf = ({ school_name, kept: _kept, ...rest }: EnterRow): Entered => ({ ...rest, schoolName: school_name })

const first = async <T, Row>(
  tx: Transaction<T>,
  text: string,
  values: readonly unknown[],
  along: readonly Ask[],
): Promise<{ row: Row | undefined; answers: Answers }> => {
  const calls = along.length === 0 ? '' : ` ${marked(along.map(({ call }) => call))}`
  const { rows } = await tx.executeQuery<Answer<Row>>(CompiledQuery.raw(`${text}${calls}`, [...values]))
  const answers = new Map((rows[0]?.asked ?? []).map((asked, at) => [along[at]?.name ?? '', asked]))
  return { row: rows[0], answers }
}

export type Arrival = { entered: Entered | null; answers: Answers }

const nobody: Arrival = { entered: null, answers: new Map() }

/**
 * Sets the reach of the one who shows this session token, for this transaction alone.
 * @param along statements to send together with it, where the connection can
 * @param keeper where a reach is kept for the next request, and may be found from the one before
 * @returns null when the token opens nothing (unknown, ended, expired); and what was asked along
 */
export const enter = async <T>(
  tx: Transaction<T>,
  tokenHash: Buffer,
  along: readonly Ask[] = [],
  keeper: ReachKeeper = noKeeper,
): Promise<Arrival> => {
  const known = keeper.find(tokenHash)
  if (known !== null) {
    const text = 'select app.resume($1, $2) as holds'
    const { row, answers } = await first<T, { holds: boolean }>(tx, text, [tokenHash, known.kept], along)
    if (row?.holds === true) return { entered: known.entered, answers }
    keeper.forget(tokenHash)
  }
  // After a reach that no longer held, what was sent along was answered for nobody: it is asked again.
  const text = 'select app.enter_to_keep($1) as entered'
  const { row, answers } = await first<T, { entered: EnterRow | null }>(tx, text, [tokenHash], known ? [] : along)
  if (!row?.entered) return nobody
  const entered = enteredOf(row.entered)
  keeper.keep(tokenHash, { kept: row.entered.kept, entered })
  return { entered, answers }
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
