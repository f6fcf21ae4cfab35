import { sql } from 'kysely'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { ResultView } from '../queries.ts'
import { findTaughtTest } from '../staff-queries.ts'
import { timeAgain } from './time-again.ts'

/** Withdraws what counts for one pupil, with all that was before it: it is gone for pupil and home at once. @throws NotFound, Conflict in the exam dossier */
export const withdrawResult = async (
  tx: Tx<ResultView>,
  actor: Actor,
  { test: id, result }: { test: string; result: string },
): Promise<void> => {
  const test = await findTaughtTest(tx, actor, id)
  if (test.dossier === 'exam') throw new Conflict('four eyes')
  await withdraw(tx, actor, { school: test.school, test: id, result })
}

/** The same of any dossier, for who may. @throws NotFound when it counts no more */
export const withdraw = async (
  tx: Tx<ResultView>,
  actor: Actor,
  { school, test, result }: { school: string; test: string; result: string },
): Promise<void> => {
  const by = personAt(actor, school)
  // What says that it is known goes along: also what the clock or the pupil is writing down at this moment.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`release ${school}`}, 0))`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tell ${result}`}, 0))`.execute(tx)
  const ended = await tx
    .updateTable('result')
    .set({ ended_at: sql<Date>`app.now()`, ended_by: by, ended_why: 'withdrawn' })
    .where('school_id', '=', school)
    .where('assessment_id', '=', test)
    .where('id', '=', result)
    .where('ended_at', 'is', null)
    .returning('pupil_id as pupil')
    .executeTakeFirstOrThrow(() => new NotFound('result'))
  // What it was before tells of it too.
  await tx
    .updateTable('result')
    .set({ ended_by: by, ended_why: 'withdrawn' })
    .where('school_id', '=', school)
    .where('assessment_id', '=', test)
    .where('pupil_id', '=', ended.pupil)
    .where('ended_why', '=', 'changed')
    .execute()
  await timeAgain(tx, school, [ended.pupil])
  await record(tx, {
    school,
    event: 'results.grade.withdrawn',
    about: [result, test, ended.pupil],
    payload: {},
    doer: actor,
  })
}
