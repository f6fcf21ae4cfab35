import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { ResultView } from '../queries.ts'
import { findTaughtTest } from '../staff-queries.ts'
import { columnsOf, payloadOf, type AskedTest } from './add-assessment.ts'
import { timeAgain } from './time-again.ts'

/** Changes what a test is called, how often it counts and the like. In what it is marked and its dossier stay. @throws NotFound */
export const changeAssessment = async (
  tx: Tx<ResultView>,
  actor: Actor,
  id: string,
  wish: AskedTest,
): Promise<void> => {
  const test = await findTaughtTest(tx, actor, id)
  await tx
    .updateTable('assessment')
    .set(columnsOf(wish))
    .where('school_id', '=', test.school)
    .where('id', '=', id)
    .execute()
  if (wish.retakable !== test.retakable) await timeAgain(tx, test.school, await pupilsOf(tx, test.school, id))
  await record(tx, {
    school: test.school,
    event: 'results.test.changed',
    about: [id, test.group],
    payload: { from: payloadOf(test), to: payloadOf(wish) },
    doer: actor,
  })
}

const pupilsOf = async (tx: Tx<ResultView>, school: string, test: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('result')
    .where('school_id', '=', school)
    .where('assessment_id', '=', test)
    .select('pupil_id')
    .distinct()
    .execute()
  return rows.map((row) => row.pupil_id)
}

/** Throws a test away of which nothing was ever entered. @throws NotFound, Conflict */
export const dropAssessment = async (tx: Tx<ResultView>, actor: Actor, id: string): Promise<{ group: string }> => {
  const test = await findTaughtTest(tx, actor, id)
  const { rows } = await sql`select from result where school_id = ${test.school}::uuid and assessment_id = ${id}::uuid
    limit 1`.execute(tx)
  if (rows.length > 0 || test.retakes.length > 0) throw new Conflict('something was entered')
  await tx.deleteFrom('assessment').where('school_id', '=', test.school).where('id', '=', id).execute()
  await record(tx, {
    school: test.school,
    event: 'results.test.dropped',
    about: [id, test.group],
    payload: payloadOf(test),
    doer: actor,
  })
  return { group: test.group }
}
