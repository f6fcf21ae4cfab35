import { sql } from 'kysely'
import { personAt, type Actor, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isSecondary, type Assessment } from '../assessment.ts'
import type { ResultView } from '../queries.ts'
import { findTaughtTest } from '../staff-queries.ts'
import type { Reader } from '../tables.ts'
import { timeAgain } from './time-again.ts'

/**
 * A teacher shows one result before its moment, to the pupil, or to the pupil and at home, and says why. A retake takes along what was got
 * the first time. Who knows already, stays so.
 * @throws NotFound for a result that does not count; Conflict when there is nobody left to show it to
 */
export const releaseEarly = async (
  tx: Tx<ResultView>,
  actor: Actor,
  { test: id, result, home, reason }: { test: string; result: string; home: boolean; reason: string },
): Promise<void> => {
  const test = await findTaughtTest(tx, actor, id)
  const by = personAt(actor, test.school)
  const first = await firstOf(tx, test, result)
  const story = [...(first === undefined ? [] : [first]), { test: id, result }]
  const readers: readonly Reader[] = home ? ['pupil', 'guardian'] : ['pupil']
  const shown = new Map<Reader, string>()
  for (const reader of readers)
    for (const one of story) {
      const wish = { school: test.school, test: one.test, results: [one.result], reader, reason }
      const [row] = await release(tx, by, wish)
      if (row !== undefined) shown.set(reader, row.pupil)
    }
  const [pupil] = shown.values()
  if (pupil === undefined) throw new Conflict('known already')
  await timeAgain(tx, test.school, [pupil])
  await record(tx, {
    school: test.school,
    event: 'results.grade.released',
    about: [result, id, ...(first === undefined ? [] : [first.result]), pupil],
    payload: { readers: [...shown.keys()], reason },
    doer: actor,
  })
}

/** What the pupil of a result of a retake got the first time, as far as that counts. */
const firstOf = async (
  tx: Tx<ResultView>,
  { school, id, retakeOf }: Pick<Assessment, 'school' | 'id' | 'retakeOf'>,
  result: string,
): Promise<{ test: string; result: string } | undefined> =>
  retakeOf === null
    ? undefined
    : tx
        .selectFrom('result as r')
        .innerJoin('result as o', (join) =>
          join.onRef('o.school_id', '=', 'r.school_id').onRef('o.pupil_id', '=', 'r.pupil_id'),
        )
        .where('r.school_id', '=', school)
        .where('r.assessment_id', '=', id)
        .where('r.id', '=', result)
        .where('r.ended_at', 'is', null)
        .where('o.assessment_id', '=', retakeOf)
        .where('o.ended_at', 'is', null)
        .select(['o.assessment_id as test', 'o.id as result'])
        .executeTakeFirst()

type Told = { results: readonly string[]; by?: string | undefined; at?: string | undefined }

/**
 * "Kind weet het": in primary education the teacher told these pupils what they got. From then on the moment at home is reckoned.
 * @param test a test of a group that the doer teaches. The operator lays it at a school that is made up, in the name of a teacher
 * @param at when they were told, for that operator
 * @returns how many pupils did not know before
 * @throws NotFound where the doer is nobody, and where pupils have a moment of their own
 */
export const markKnown = async (
  tx: Tx<ResultView>,
  doer: Doer,
  test: Pick<Assessment, 'school' | 'id' | 'stage'>,
  { results, by, at }: Told,
): Promise<number> => {
  const { school, id, stage } = test
  const knownBy = 'at' in doer ? personAt(doer, school) : (by ?? null)
  if (knownBy === null || isSecondary(stage)) throw new NotFound('mark')
  const wish = { school, test: id, results, reader: 'pupil', reason: null } as const
  const rows = await release(tx, knownBy, 'at' in doer ? wish : { ...wish, at })
  if (rows.length === 0) return 0
  const pupils = rows.map(({ pupil }) => pupil)
  await timeAgain(tx, school, pupils)
  await record(tx, {
    school,
    event: 'results.grades.known',
    about: [id, ...pupils],
    payload: { known: rows.length },
    doer,
  })
  return rows.length
}

type Wish = {
  school: string
  test: string
  results: readonly string[]
  reader: Reader
  reason: string | null
  at?: string | undefined
}

const release = async (tx: Tx<ResultView>, by: string | null, wish: Wish): Promise<readonly { pupil: string }[]> => {
  const { school, test, results, reader, reason, at = null } = wish
  const { rows } = await sql<{ pupil: string }>`
    insert into result_release (school_id, result_id, reader, pupil_id, released_at, released_by, reason)
    select r.school_id, r.id, ${reader}::text, r.pupil_id, coalesce(${at}::timestamptz, app.now()), ${by}::uuid, ${reason}::text
    from result r
    where r.school_id = ${school}::uuid and r.assessment_id = ${test}::uuid and r.id = any (${results}::uuid[]) and r.ended_at is null
      and not case ${reader}::text when 'pupil' then app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why)
        else app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why) end
    returning pupil_id as pupil`.execute(tx)
  return rows
}
