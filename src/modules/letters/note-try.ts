import { sql, type Kysely } from 'kysely'
import type { LetterTables } from './tables.ts'
import { mostWrong, waitAfter } from './wrong-answers.ts'

/** The wrong answers before this one, and how long it must wait; what must wait is no answer. */
export type Noted = { before: number; waitSeconds: number }

/** Ten were wrong: no answer is right any more. */
export const isVoid = ({ before }: Noted): boolean => before >= mostWrong

/** Notes an answer before it is judged, so that many at once count as many, for a code that exists and one that does not alike. */
export const noteTry = <Tables extends LetterTables>(db: Kysely<Tables>, key: Buffer): Promise<Noted> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.presented', ${key.toString('hex')}, true)`.execute(tx)
    await sql`select pg_advisory_xact_lock(hashtextextended('letter ' || ${key.toString('hex')}::text, 0))`.execute(tx)
    const { rows } = await sql<{ before: number; since: number | null }>`
      select count(*)::int as before, extract(epoch from app.now() - max(tried_at))::float8 as since
      from letter_try where code_hash = ${key}`.execute(tx)
    const [{ before, since } = { before: 0, since: null }] = rows
    const waitSeconds = Math.max(0, Math.ceil(waitAfter(before) - (since ?? Infinity)))
    if (waitSeconds === 0 && before < mostWrong)
      await sql`insert into letter_try (code_hash) values (${key})`.execute(tx)
    return { before, waitSeconds }
  })
