import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { isKnown } from '../gate.ts'
import { findOwn, type OwnResult, type ResultView } from '../queries.ts'
import type { Choice } from '../tables.ts'

/**
 * What a pupil chose for a result: told it, and then every guardian with authority sees it at once; tells it later; or talks with the
 * mentor first. A choice takes the place of the one before. @throws NotFound for what the pupil may not know; Conflict when home knows
 */
export const tell = async (tx: Tx<ResultView>, actor: Actor, id: string, choice: Choice): Promise<void> => {
  await lockOne(tx, id)
  const own = await findOwn(tx, actor, id)
  if (own.choice === choice) return
  if (own.atHome) throw new Conflict('home knows')
  const { school, pupil } = own
  await endChoice(tx, own)
  await tx.insertInto('result_telling').values({ school_id: school, result_id: id, pupil_id: pupil, choice }).execute()
  if (choice === 'told') await release(tx, own)
  await record(tx, { school, event: 'results.grade.told', about: [id, pupil], payload: { choice }, doer: actor })
}

/** Takes back what was chosen. That it was told, within ten minutes. @throws NotFound; Conflict when it is too late or nothing was chosen */
export const untell = async (tx: Tx<ResultView>, actor: Actor, id: string): Promise<void> => {
  await lockOne(tx, id)
  const own = await findOwn(tx, actor, id)
  if (own.choice === null || (own.choice === 'told' && !own.canUndo)) throw new Conflict('too late')
  const { school, pupil } = own
  await endChoice(tx, own)
  // Of these rows the own ones, of the last ten minutes: the policy says so.
  if (own.choice === 'told')
    await sql`delete from result_release where school_id = ${school}::uuid and reader = 'guardian' and pupil_id = ${pupil}::uuid
      and result_id in (${id}::uuid, ${firstOf(own)})`.execute(tx)
  await record(tx, { school, event: 'results.grade.untold', about: [id, pupil], payload: {}, doer: actor })
}

/** Of a retake what was got the first time: home hears the story, not half of it. */
const firstOf = ({ school, id }: OwnResult) => sql`(
  select o.id from result r join assessment a on a.school_id = r.school_id and a.id = r.assessment_id
    join result o on o.school_id = a.school_id and o.assessment_id = a.retake_of and o.pupil_id = r.pupil_id and o.ended_at is null
  where r.school_id = ${school}::uuid and r.id = ${id}::uuid and ${isKnown({ hat: 'pupil' }, 'o')})`

/** What was got the first time before the retake. */
const release = async (tx: Tx<ResultView>, own: OwnResult): Promise<void> => {
  for (const one of [firstOf(own), sql`${own.id}::uuid`])
    await sql`insert into result_release (school_id, result_id, pupil_id, reader, released_by)
      select r.school_id, r.id, r.pupil_id, 'guardian', r.pupil_id from result r
      where r.school_id = ${own.school}::uuid and r.id = ${one}
        and not app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why)
      on conflict do nothing`.execute(tx)
}

/** One choice at a time: a form sent twice is one choice. */
const lockOne = async (tx: Tx<ResultView>, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tell ${id}`}, 0))`.execute(tx)
}

const endChoice = async (tx: Tx<ResultView>, { school, id }: { school: string; id: string }): Promise<void> => {
  await tx
    .updateTable('result_telling')
    .set({ undone_at: sql<Date>`app.now()` })
    .where('school_id', '=', school)
    .where('result_id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}
