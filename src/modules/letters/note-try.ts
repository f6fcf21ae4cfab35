import { sql, type Kysely } from 'kysely'
import type { LetterTables } from './tables.ts'
import { longestWaitSeconds, mostWrong, waitAfter } from './wrong-answers.ts'

/**
 * What wrong answers do. Those of a code are kept, and ten make it void: only who holds it can give them. A name is known to
 * others, who could shut its owner out: its tries only slow down, and are forgotten after a while.
 */
export type Counting = 'voids' | 'slows'

/** The wrong answers before this one, and how long it must wait; what must wait is no answer. */
export type Noted = { before: number; waitSeconds: number; counting: Counting }

/** Ten were wrong: no answer is right any more. */
export const isVoid = ({ before, counting }: Noted): boolean => counting === 'voids' && before >= mostWrong

/** Notes an answer before it is judged, so that many at once count as many, for a code that exists and one that does not alike. */
export const noteTry = <Tables extends LetterTables>(
  db: Kysely<Tables>,
  key: Buffer,
  counting: Counting = 'voids',
): Promise<Noted> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.presented', ${key.toString('hex')}, true)`.execute(tx)
    await sql`select pg_advisory_xact_lock(hashtextextended('letter ' || ${key.toString('hex')}::text, 0))`.execute(tx)
    const { rows } = await sql<{ before: number; since: number | null }>`
      select count(*)::int as before, extract(epoch from app.now() - max(tried_at))::float8 as since
      from letter_try where code_hash = ${key}
        and (${counting === 'voids'} or tried_at > app.now() - make_interval(secs => ${longestWaitSeconds}))`.execute(
      tx,
    )
    const [{ before, since } = { before: 0, since: null }] = rows
    const waitSeconds = Math.max(0, Math.ceil(waitAfter(before) - (since ?? Infinity)))
    const noted = { before, waitSeconds, counting }
    if (waitSeconds === 0 && !isVoid(noted)) await sql`insert into letter_try (code_hash) values (${key})`.execute(tx)
    return noted
  })
