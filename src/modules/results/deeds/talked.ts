import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { ResultView } from '../queries.ts'
import { teachingGroups } from '../staff-queries.ts'

/** A mentor talked with a pupil who asked for it. @throws NotFound for what nobody of the own groups asked */
export const noteTalk = async (tx: Tx<ResultView>, actor: Actor, id: string): Promise<void> => {
  const own = actor.at.map(({ person }) => person)
  const noted = await tx
    .updateTable('result_telling')
    .set({
      talked_at: sql<Date>`app.now()`,
      talked_by: sql<string>`(select p from unnest(${own}::uuid[],
      ${actor.at.map(({ school }) => school)}::uuid[]) as x (p, s) where x.s = result_telling.school_id)`,
    })
    .where('id', '=', id)
    .where('choice', '=', 'mentor')
    .where('undone_at', 'is', null)
    .where('talked_at', 'is', null)
    .where(
      sql<boolean>`exists (select from result r where r.school_id = result_telling.school_id and r.id = result_telling.result_id
        and (r.school_id, r.group_id) in (${teachingGroups(actor)}))`,
    )
    .returning(['school_id as school', 'pupil_id as pupil'])
    .executeTakeFirstOrThrow(() => new NotFound('talk'))
  await record(tx, {
    school: noted.school,
    event: 'results.talk.held',
    about: [id, noted.pupil],
    payload: {},
    doer: actor,
  })
}
