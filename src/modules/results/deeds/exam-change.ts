import { sql } from 'kysely'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { decidesExamAt } from '../access.ts'
import type { Grade } from '../grade.ts'
import type { ResultView } from '../queries.ts'
import { findTaughtTest, teachingGroups } from '../staff-queries.ts'
import { enterAnew } from './enter-anew.ts'
import { withdraw } from './withdraw-result.ts'

/** What is proposed in the exam dossier: another grade, or null to withdraw it. */
export type Proposed = { grade: Grade | null; reason: string }

export type Proposal = {
  school: string
  id: string
  test: string
  subject: string
  title: string
  groupName: string
  pupil: string
  pupilName: string
  result: string
  was: { tenths: number | null; mark: string | null }
  tenths: number | null
  mark: string | null
  reason: string
  by: string
  proposedBy: string
  proposedAt: Date
  decision: 'yes' | 'no' | null
  decidedBy: string | null
  decidedAt: Date | null
}

/** Proposes a change of what counts for one pupil in the exam dossier. @throws NotFound; Conflict when one is proposed already */
export const proposeExamChange = async (
  tx: Tx<ResultView>,
  actor: Actor,
  { test: id, result, grade, reason }: Proposed & { test: string; result: string },
): Promise<void> => {
  const test = await findTaughtTest(tx, actor, id)
  const by = personAt(actor, test.school)
  if (test.dossier !== 'exam' || by === null) throw new NotFound('exam')
  const current = await tx
    .selectFrom('result')
    .where('school_id', '=', test.school)
    .where('assessment_id', '=', id)
    .where('id', '=', result)
    .where('ended_at', 'is', null)
    .select('pupil_id as pupil')
    .executeTakeFirstOrThrow(() => new NotFound('result'))
  const added = await tx
    .insertInto('exam_change')
    .values({
      school_id: test.school,
      result_id: result,
      pupil_id: current.pupil,
      group_id: test.group,
      tenths: grade?.tenths ?? null,
      mark: grade?.mark ?? null,
      reason,
      proposed_by: by,
    })
    .onConflict((conflict) => conflict.columns(['school_id', 'result_id']).where('decided_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw new Conflict('proposed already')
  await record(tx, {
    school: test.school,
    event: 'results.exam.proposed',
    about: [added.id, result, id, current.pupil],
    payload: { reason },
    doer: actor,
  })
}

/** What is proposed, open ones first: to who decides all of the school, to a teacher of the own groups. */
export const findProposals = async (db: Db<ResultView>, actor: Actor): Promise<Proposal[]> => {
  const name = (table: string) =>
    sql`concat_ws(' ', coalesce(${sql.ref(`${table}.first_name`)}, ${sql.ref(`${table}.initials`)}), ${sql.ref(`${table}.prefix`)},
      ${sql.ref(`${table}.last_name`)})`
  const { rows } = await sql<Proposal>`
    select x.school_id as school, x.id, a.id as test, a.subject, a.title, g.name as "groupName", x.pupil_id as pupil,
      ${name('p')} as "pupilName", x.result_id as result, jsonb_build_object('tenths', r.tenths, 'mark', r.mark) as was, x.tenths, x.mark,
      x.reason, coalesce(${name('b')}, '') as by, x.proposed_by as "proposedBy", x.proposed_at as "proposedAt", x.decision,
      ${name('d')} as "decidedBy", x.decided_at as "decidedAt"
    from exam_change x
    join result r on r.school_id = x.school_id and r.id = x.result_id
    join assessment a on a.school_id = r.school_id and a.id = r.assessment_id
    join school_group g on g.school_id = x.school_id and g.id = x.group_id
    join person p on p.school_id = x.school_id and p.id = x.pupil_id
    left join person b on b.school_id = x.school_id and b.id = x.proposed_by
    left join person d on d.school_id = x.school_id and d.id = x.decided_by
    where x.school_id = any (${decidesExamAt(actor)}::uuid[]) or (x.school_id, x.group_id) in (${teachingGroups(actor)})
    order by (x.decided_at is not null), x.proposed_at desc, x.id limit 200`.execute(db)
  return rows
}

/** Decides on a proposal of somebody else; a yes makes it so. @throws NotFound, Conflict when it was decided; Forbidden for one's own */
export const decideExamChange = async (
  tx: Tx<ResultView>,
  actor: Actor,
  id: string,
  says: 'yes' | 'no',
): Promise<void> => {
  const proposal = (await findProposals(tx, actor)).find((one) => one.id === id)
  if (proposal === undefined || !decidesExamAt(actor).includes(proposal.school)) throw new NotFound('proposal')
  const { school, result, test, pupil } = proposal
  const by = personAt(actor, school)
  if (proposal.decision !== null) throw new Conflict('decided')
  if (by === null || by === proposal.proposedBy) throw new Forbidden('four eyes')
  await tx
    .updateTable('exam_change')
    .set({ decided_by: by, decided_at: sql<Date>`app.now()`, decision: says })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict('decided'))
  await record(tx, {
    school,
    event: 'results.exam.decided',
    about: [id, result, test, pupil],
    payload: { says },
    doer: actor,
  })
  if (says === 'no') return
  if (proposal.tenths === null && proposal.mark === null) await withdraw(tx, actor, { school, test, result })
  else await enterAnew(tx, by, { school, result, tenths: proposal.tenths, mark: proposal.mark })
}
