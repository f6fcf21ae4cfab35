import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { LetterTables } from './tables.ts'

/** Whether the letter with this code was answered in the session in use. */
export const usedHere = async (db: Db<LetterTables>, actor: Actor, codeHash: Buffer): Promise<boolean> => {
  await sql`select set_config('app.presented', ${codeHash.toString('hex')}, true)`.execute(db)
  const used = await db
    .selectFrom('letter_use')
    .innerJoin('letter', (join) =>
      join.onRef('letter.school_id', '=', 'letter_use.school_id').onRef('letter.id', '=', 'letter_use.letter_id'),
    )
    .where('letter_use.account_id', '=', actor.account)
    .where('letter_use.session_id', '=', actor.session)
    .where('letter.code_hash', '=', codeHash)
    .select('letter.id')
    .executeTakeFirst()
  return used !== undefined
}
