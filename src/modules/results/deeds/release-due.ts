import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { ResultTables } from '../tables.ts'

/**
 * Writes down of a school what the clock made known since: one batch, one row in the ledger. No reader waits for it.
 * @param since how far back is looked, as an interval of PostgreSQL; null: everything
 * @returns how many rows were written
 */
export const releaseDue = async (tx: Tx<ResultTables>, school: string, since: string | null): Promise<number> => {
  // Two batches at once would wait for each other's rows: the one of the night and that of a minute.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`release ${school}`}, 0))`.execute(tx)
  const written = { pupil: 0, guardian: 0 }
  for (const reader of ['pupil', 'guardian'] as const) {
    const due = sql.ref(reader === 'pupil' ? 'r.pupil_due' : 'r.guardian_due')
    const { rows } = await sql<{ count: number }>`
      with written as (
        insert into result_release (school_id, result_id, reader, pupil_id)
        select r.school_id, r.id, ${reader}::text, r.pupil_id from result r
        where r.school_id = ${school}::uuid and ${due} <= app.now()
          and (${since}::text is null or ${due} > app.now() - ${since}::interval)
          and app.is_out(${due}, r.ended_at, r.ended_why)
          and not exists (select from result_release x where x.school_id = r.school_id and x.result_id = r.id and x.reader = ${reader}::text)
        on conflict do nothing
        returning 1)
      select count(*)::int as count from written`.execute(tx)
    written[reader] = rows[0]?.count ?? 0
  }
  const all = written.pupil + written.guardian
  if (all > 0)
    await record(tx, {
      school,
      event: 'results.grades.released',
      about: [],
      payload: written,
      doer: { hat: 'task', task: 'release' },
    })
  return all
}
