import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { AccountTables } from './tables.ts'

/** How many wrong tries are free, and within how many minutes they count. */
export type Patience = { free: number; minutes: number }

/** A password at the door: a pupil may mistype it a few times. */
export const patientWithPasswords: Patience = { free: 10, minutes: 15 }
/** Six digits are guessed in a million tries: fewer are free. */
export const patientWithCodes: Patience = { free: 5, minutes: 15 }

/** Those of this one thing within the window, whoever else counts at the same moment waiting for us. */
const countUp = async (tx: Tx<AccountTables>, what: string, minutes: number): Promise<number> => {
  await sql`select set_config('app.signing_in', ${what}, true),
    pg_advisory_xact_lock(hashtextextended('try ' || ${what}::text, 0))`.execute(tx)
  const { count } = await tx
    .selectFrom('account_limit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tried_at', '>', sql<Date>`app.now() - make_interval(mins => ${minutes})`)
    .executeTakeFirstOrThrow()
  return count
}

const note = (tx: Tx<AccountTables>, what: string) =>
  tx
    .insertInto('account_limit')
    .values({ login_hash: sql<Buffer>`sha256(convert_to(${what}, 'UTF8'))` })
    .execute()

/**
 * Notes a try before it is judged, so that many at once count as many. What must wait is no try: the first are free, then each
 * doubles the wait, up to the whole window and never for good, so that nobody can lock somebody else out.
 * @param what whose tries these are; kept as a hash
 * @returns seconds to wait, or 0 when this try may be judged
 */
export const noteTry = async (tx: Tx<AccountTables>, what: string, { free, minutes }: Patience): Promise<number> => {
  const { rows } = await sql<{ wait: number }>`
    select app.note_try(${what}, ${free}::int, ${minutes}::int) as wait`.execute(tx)
  return rows[0]?.wait ?? 0
}

/** Notes one of the few that may be within an hour: a mail to an address. @returns whether it is one of them */
export const noteOneOf = async (tx: Tx<AccountTables>, what: string, most: number): Promise<boolean> => {
  if ((await countUp(tx, what, 60)) >= most) return false
  await note(tx, what)
  return true
}

/** Who was right begins anew. */
export const forgetTries = async (tx: Tx<AccountTables>, what: string): Promise<void> => {
  await sql`select app.forget_tries(${what})`.execute(tx)
}
