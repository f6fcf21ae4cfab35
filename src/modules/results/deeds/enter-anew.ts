import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import type { ResultView } from '../queries.ts'
import { timeAgain } from './time-again.ts'

/** Puts another grade in the place of a version of the exam dossier, under what was agreed when that was entered. @throws Conflict when it counts no more */
export const enterAnew = async (
  tx: Tx<ResultView>,
  by: string,
  { school, result, tenths, mark }: { school: string; result: string; tenths: number | null; mark: string | null },
): Promise<void> => {
  const { rows: ended } =
    await sql`update result set ended_at = app.now(), ended_by = ${by}::uuid, ended_why = 'changed'
    where school_id = ${school}::uuid and id = ${result}::uuid and ended_at is null returning id`.execute(tx)
  if (ended.length === 0) throw new Conflict('counts no more')
  const { rows } = await sql<{ pupil: string }>`
    insert into result (school_id, assessment_id, group_id, dossier, pupil_id, tenths, mark, words, agreement_id, rule, at_time, later,
      counted, waits_by, entered_by)
    select school_id, assessment_id, group_id, dossier, pupil_id, ${tenths}::int, ${mark}::text, words, agreement_id, rule, at_time, later,
      counted, waits_by, ${by}::uuid
    from result where school_id = ${school}::uuid and id = ${result}::uuid
    returning pupil_id as pupil`.execute(tx)
  await timeAgain(
    tx,
    school,
    rows.map(({ pupil }) => pupil),
  )
}
