import { sql } from 'kysely'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isSecondary } from '../assessment.ts'
import type { ResultView } from '../queries.ts'
import { findTaughtTest } from '../staff-queries.ts'
import type { Reader } from '../tables.ts'
import { timeAgain } from './time-again.ts'

/**
 * A teacher shows one result before its moment, to the pupil, or to the pupil and at home, and says why. Who knows already, stays so.
 * @throws NotFound for a result that does not count; Conflict when there is nobody left to show it to
 */
export const releaseEarly = async (
  tx: Tx<ResultView>,
  actor: Actor,
  { test: id, result, home, reason }: { test: string; result: string; home: boolean; reason: string },
): Promise<void> => {
  const test = await findTaughtTest(tx, actor, id)
  const readers: readonly Reader[] = home ? ['pupil', 'guardian'] : ['pupil']
  const shown: Reader[] = []
  let pupil = ''
  for (const reader of readers) {
    const [row] = await release(tx, actor, { school: test.school, test: id, results: [result], reader, reason })
    if (row !== undefined) {
      shown.push(reader)
      pupil = row.pupil
    }
  }
  if (shown.length === 0) throw new Conflict('known already')
  await timeAgain(tx, test.school, [pupil])
  await record(tx, {
    school: test.school,
    event: 'results.grade.released',
    about: [result, id, pupil],
    payload: { readers: shown, reason },
    doer: actor,
  })
}

/**
 * "Kind weet het": in primary education the teacher told these pupils what they got. From then on the moment at home is reckoned.
 * @returns how many pupils did not know before
 * @throws NotFound for a test that is not the actor's, and where pupils have a moment of their own
 */
export const markKnown = async (
  tx: Tx<ResultView>,
  actor: Actor,
  { test: id, results }: { test: string; results: readonly string[] },
): Promise<number> => {
  const test = await findTaughtTest(tx, actor, id)
  if (isSecondary(test.stage)) throw new NotFound('mark')
  const rows = await release(tx, actor, { school: test.school, test: id, results, reader: 'pupil', reason: null })
  if (rows.length === 0) return 0
  const pupils = rows.map(({ pupil }) => pupil)
  await timeAgain(tx, test.school, pupils)
  await record(tx, {
    school: test.school,
    event: 'results.grades.known',
    about: [id, ...pupils],
    payload: { known: rows.length },
    doer: actor,
  })
  return rows.length
}

const release = async (
  tx: Tx<ResultView>,
  actor: Actor,
  wish: { school: string; test: string; results: readonly string[]; reader: Reader; reason: string | null },
): Promise<readonly { pupil: string }[]> => {
  const { school, test, results, reader, reason } = wish
  const { rows } = await sql<{ pupil: string }>`
    insert into result_release (school_id, result_id, reader, pupil_id, released_by, reason)
    select r.school_id, r.id, ${reader}::text, r.pupil_id, ${personAt(actor, school)}::uuid, ${reason}::text
    from result r
    where r.school_id = ${school}::uuid and r.assessment_id = ${test}::uuid and r.id = any (${results}::uuid[]) and r.ended_at is null
      and not case ${reader}::text when 'pupil' then app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why)
        else app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why) end
    returning pupil_id as pupil`.execute(tx)
  return rows
}
