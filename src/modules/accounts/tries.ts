import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { AccountTables } from './tables.ts'

/** How many wrong tries are free, and within how many minutes they count. */
export type Patience = { free: number; minutes: number }

/** A password at the door: a pupil may mistype it a few times. */
export const patientWithPasswords: Patience = { free: 10, minutes: 15 }
/** Six digits are guessed in a million tries: fewer are free. */
export const patientWithCodes: Patience = { free: 5, minutes: 15 }

/**
 * How long the next try must wait: the first are free, then each doubles the wait, up to the whole window and never for good,
 * so that nobody can lock somebody else out.
 * @param tries wrong tries within the window
 * @returns seconds after the last try
 */
export const waitAfter = (tries: number, { free, minutes }: Patience): number =>
  tries < free ? 0 : Math.min(minutes * 60, 2 ** Math.min(tries - free, 20))

/** Limits the transaction to the tries of this one thing: a login name, an account's code. */
const about = async (tx: Tx<AccountTables>, what: string): Promise<void> => {
  await sql`select set_config('app.signing_in', ${what}, true)`.execute(tx)
}

type Seen = { count: number; secondsSince: number | null }

/** Those of this one thing within the window, whoever else counts at the same moment waiting for us. */
const countUp = async (tx: Tx<AccountTables>, what: string, minutes: number): Promise<Seen> => {
  await about(tx, what)
  await sql`select pg_advisory_xact_lock(hashtextextended('try ' || ${what}::text, 0))`.execute(tx)
  return tx
    .selectFrom('account_limit')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<number | null>`extract(epoch from app.now() - max(tried_at))::float8`.as('secondsSince'),
    ])
    .where('tried_at', '>', sql<Date>`app.now() - make_interval(mins => ${minutes})`)
    .executeTakeFirstOrThrow()
}

const note = (tx: Tx<AccountTables>, what: string) =>
  tx
    .insertInto('account_limit')
    .values({ login_hash: sql<Buffer>`sha256(convert_to(${what}, 'UTF8'))` })
    .execute()

/**
 * Notes a try before it is judged, so that many at once count as many. What must wait is no try.
 * @param what whose tries these are; kept as a hash
 * @returns seconds to wait, or 0 when this try may be judged
 */
export const noteTry = async (tx: Tx<AccountTables>, what: string, patience: Patience): Promise<number> => {
  const { count, secondsSince } = await countUp(tx, what, patience.minutes)
  const wait = Math.ceil(waitAfter(count, patience) - (secondsSince ?? Infinity))
  if (wait > 0) return wait
  await note(tx, what)
  return 0
}

/** Notes one of the few that may be within an hour: a mail to an address. @returns whether it is one of them */
export const noteOneOf = async (tx: Tx<AccountTables>, what: string, most: number): Promise<boolean> => {
  if ((await countUp(tx, what, 60)).count >= most) return false
  await note(tx, what)
  return true
}

/** Who was right begins anew. */
export const forgetTries = async (tx: Tx<AccountTables>, what: string): Promise<void> => {
  await about(tx, what)
  await tx.deleteFrom('account_limit').execute()
}
