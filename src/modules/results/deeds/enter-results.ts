import { sql } from 'kysely'
import { findInForce, stageOf, type InForce } from '#modules/agreements/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { Assessment } from '../assessment.ts'
import type { ResultView } from '../queries.ts'
import { agreedFor, keptKinds } from '../release-rule.ts'
import { timeAgain } from './time-again.ts'

/** What is entered for one pupil. Without grade and words it is taken out of the list: see `withdrawResult`. */
export type Entry = {
  pupil: string
  tenths: number | null
  mark: string | null
  words: string | null
  /** The version that stood on the form; null when there was none. */
  was: string | null
}

/** Of whom the list was changed by somebody else in the meantime. */
export type Crossed = { pupils: readonly string[] }

type Learner = { pupil: string; year: string | null; groups: string[]; current: string | null; stages: string[] }

/**
 * Enters results of a test, all or nothing. A pupil who has one already gets a new version; the one before ends and is kept. The moments
 * from which each may be known follow from what was agreed for that pupil today, and are reckoned by the database.
 * @param at when it was entered, for who lays a school that is made up
 * @returns who was changed by somebody else since the form was opened, and then nothing is written; else null
 * @throws NotFound for a pupil who is not in the group, Conflict for a second version in the exam dossier
 */
export const enterResults = async (
  tx: Tx<ResultView>,
  doer: Doer,
  test: Pick<Assessment, 'school' | 'id' | 'group' | 'subject' | 'dossier' | 'retakeOf'>,
  { entries, by, at }: { entries: readonly Entry[]; by?: string | undefined; at?: string | undefined },
): Promise<Crossed | null> => {
  const enteredBy = 'at' in doer ? personAt(doer, test.school) : (by ?? null)
  if (enteredBy === null) throw new NotFound('teacher')
  if (entries.length === 0) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`results ${test.id}`}, 0))`.execute(tx)
  const learners = await findLearnersOf(tx, test, entries)
  const crossed = entries.filter(({ pupil, was }) => (learners.get(pupil)?.current ?? null) !== was)
  if (crossed.length > 0) return { pupils: crossed.map(({ pupil }) => pupil) }
  if (test.dossier === 'exam' && entries.some(({ was }) => was !== null)) throw new Conflict('four eyes')
  await endVersions(tx, test.school, enteredBy, entries)
  const pupils = entries.map(({ pupil }) => pupil)
  const { rows } = await sql<{ today: string }>`select app.today() as today`.execute(tx)
  const inForce = await findInForce(tx, { school: test.school, pupils }, keptKinds)
  await tx
    .insertInto('result')
    .values(
      entries.map((entry) => ({
        school_id: test.school,
        assessment_id: test.id,
        group_id: test.group,
        dossier: test.dossier,
        pupil_id: entry.pupil,
        tenths: entry.tenths,
        mark: entry.mark,
        words: entry.words,
        entered_by: enteredBy,
        ...(at === undefined ? {} : { entered_at: sql<Date>`${at}::timestamptz` }),
        ...ruleOf(inForce, test, learners.get(entry.pupil), (at ?? rows[0]?.today ?? '').slice(0, 10)),
      })),
    )
    .execute()
  if (test.retakeOf !== null) await timeAgain(tx, test.school, pupils)
  await record(tx, {
    school: test.school,
    event: 'results.grades.entered',
    about: [test.id, ...pupils],
    payload: { entered: entries.length, changed: entries.filter(({ was }) => was !== null).length },
    doer,
  })
  return null
}

const findLearnersOf = async (
  tx: Tx<ResultView>,
  test: Pick<Assessment, 'school' | 'id' | 'group'>,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Learner>> => {
  const { rows } = await sql<Learner>`
    select u.person_id as pupil, u.year_group as year, r.id as current,
      array(select m.group_id from group_member m where m.school_id = u.school_id and m.pupil_id = u.person_id
        and m.started_on <= app.today() and (m.ended_on is null or m.ended_on > app.today())) as groups,
      array(select s.stage from school_stage s where s.school_id = u.school_id order by 1) as stages
    from pupil u left join result r on r.school_id = u.school_id and r.assessment_id = ${test.id}::uuid
      and r.pupil_id = u.person_id and r.ended_at is null
    where u.school_id = ${test.school}::uuid and u.person_id = any (${entries.map(({ pupil }) => pupil)}::uuid[])`.execute(
    tx,
  )
  const found = new Map(rows.map((row) => [row.pupil, row]))
  if (entries.some(({ pupil, was }) => was === null && !found.get(pupil)?.groups.includes(test.group)))
    throw new NotFound('pupil')
  return found
}

const endVersions = async (
  tx: Tx<ResultView>,
  school: string,
  by: string,
  entries: readonly Entry[],
): Promise<void> => {
  const ended = entries.flatMap(({ was }) => was ?? [])
  if (ended.length === 0) return
  await tx
    .updateTable('result')
    .set({ ended_at: sql<Date>`app.now()`, ended_by: by, ended_why: 'changed' })
    .where('school_id', '=', school)
    .where('id', 'in', ended)
    .execute()
}

const ruleOf = (
  inForce: readonly InForce[],
  { school, subject }: Pick<Assessment, 'school' | 'subject'>,
  learner: Learner | undefined,
  day: string,
) => {
  const year = learner?.year ?? null
  const stage = stageOf(year, learner?.stages ?? [])
  const situation = { school, stage, year, groups: learner?.groups ?? [], subject, pupil: learner?.pupil ?? null }
  const agreed = agreedFor(inForce, situation, day)
  return {
    agreement_id: agreed.agreement?.id ?? null,
    rule: agreed.rule,
    at_time: agreed.at,
    later: agreed.later,
    counted: agreed.counted,
    waits_by: agreed.waits?.id ?? null,
  }
}
