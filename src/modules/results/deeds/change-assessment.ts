import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Assessment } from '../assessment.ts'
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
  const asked = test.dossier === 'exam' && (await hasResults(tx, test)) ? { ...wish, ...keptOf(test) } : wish
  await tx
    .updateTable('assessment')
    .set(columnsOf(asked))
    .where('school_id', '=', test.school)
    .where('id', '=', id)
    .execute()
  if (asked.retakable !== test.retakable) await timeAgain(tx, test.school, await pupilsOf(tx, test.school, id))
  await record(tx, {
    school: test.school,
    event: 'results.test.changed',
    about: [id, test.group],
    payload: { from: payloadOf(test), to: payloadOf(asked) },
    doer: actor,
  })
}

/** What a grade comes to in the exam dossier is changed by nobody alone: how often its test counts, for what and in which period. */
const keptOf = ({ weight, subject, period, kind }: Assessment): Partial<AskedTest> => ({
  weight,
  subject,
  period,
  kind,
})

const hasResults = async (tx: Tx<ResultView>, { school, id }: Pick<Assessment, 'school' | 'id'>): Promise<boolean> => {
  const { rows } = await sql`select from result where school_id = ${school}::uuid and assessment_id = ${id}::uuid
    limit 1`.execute(tx)
  return rows.length > 0
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
  if ((await hasResults(tx, test)) || test.retakes.length > 0) throw new Conflict('something was entered')
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
