import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'

/** Who entered, with what every page of theirs shows: the name, the one school if it is one, and whether it is made up. */
export type Entered = Actor & {
  who: { first_name: string | null; initials: string | null; prefix: string | null; last_name: string | null } | null
  schoolName: string | null
  synthetic: boolean
}

type EnterRow = Omit<Entered, 'schoolName'> & { school_name: string | null }

/**
 * Sets the reach of the one who shows this session token, for this transaction alone.
 * @returns null when the token opens nothing (unknown, ended, expired)
 */
export const enter = async <T>(tx: Transaction<T>, tokenHash: Buffer): Promise<Entered | null> => {
  const { rows } = await sql<{ entered: EnterRow | null }>`select app.enter(${tokenHash}) as entered`.execute(tx)
  const entered = rows[0]?.entered
  if (!entered) return null
  const { school_name, ...rest } = entered
  return { ...rest, schoolName: school_name }
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
