import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { ResultView } from '../queries.ts'

/** Has the database reckon the moments of these pupils anew, as far as home does not know yet. */
export const timeAgain = async (tx: Tx<ResultView>, school: string, pupils: readonly string[]): Promise<void> => {
  if (pupils.length > 0) await sql`select app.time_again(${school}::uuid, ${pupils}::uuid[])`.execute(tx)
}
