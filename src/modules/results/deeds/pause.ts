import { sql } from 'kysely'
import { visibleTo } from '#modules/people/index.ts'
import { personAt, type Actor } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { ResultView } from '../queries.ts'
import { teachingGroups } from '../staff-queries.ts'
import { timeAgain } from './time-again.ts'

export type Pause = { id: string; until: string }
export type Paused = { school: string; id: string; name: string; pause: Pause | null; today: string; last: string }

/** A pupil of the actor's own groups, and whether home waits for it now. @throws NotFound for any other */
export const findPaused = async (db: Db<ResultView>, actor: Actor, pupil: string): Promise<Paused> =>
  visibleTo(db, actor)
    .where('pupil.person_id', '=', pupil)
    .where(
      sql<boolean>`exists (select from group_member m where m.school_id = pupil.school_id and m.pupil_id = pupil.person_id
        and m.started_on <= app.today() and (m.ended_on is null or m.ended_on > app.today())
        and (m.school_id, m.group_id) in (${teachingGroups(actor)}))`,
    )
    .select(['pupil.school_id as school', 'pupil.person_id as id'])
    .select(
      sql<string>`concat_ws(' ', coalesce(person.first_name, person.initials), person.prefix, person.last_name)`.as(
        'name',
      ),
    )
    .select([sql<string>`app.today()`.as('today'), sql<string>`app.today() + 30`.as('last')])
    .select(
      sql<Pause | null>`(select jsonb_build_object('id', p.id, 'until', p.on_until) from result_pause p
        where p.school_id = pupil.school_id and p.pupil_id = pupil.person_id and p.on_until >= app.today()
        order by p.on_until desc limit 1)`.as('pause'),
    )
    .executeTakeFirstOrThrow(() => new NotFound('pupil'))

/** Home waits: these days do not count for the moment at home. @param until 'YYYY-MM-DD', at most thirty days on. @throws NotFound, Conflict */
export const addPause = async (tx: Tx<ResultView>, actor: Actor, pupil: string, until: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pause ${pupil}`}, 0))`.execute(tx)
  const { school, pause, today, last } = await findPaused(tx, actor, pupil)
  const by = personAt(actor, school)
  if (by === null) throw new NotFound('teacher')
  if (pause !== null || until < today || until > last) throw new Conflict('pause')
  const { id } = await tx
    .insertInto('result_pause')
    .values({ school_id: school, pupil_id: pupil, on_until: until, paused_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await timeAgain(tx, school, [pupil])
  await record(tx, { school, event: 'results.pause.added', about: [id, pupil], payload: { until }, doer: actor })
}

/** The pupil is back: from today the days count again. @throws NotFound; Conflict when nothing waits */
export const endPause = async (tx: Tx<ResultView>, actor: Actor, pupil: string): Promise<void> => {
  const { school, pause } = await findPaused(tx, actor, pupil)
  if (pause === null) throw new Conflict('no pause')
  await tx
    .updateTable('result_pause')
    .set({ on_until: sql<string>`app.today() - 1` })
    .where('school_id', '=', school)
    .where('id', '=', pause.id)
    .execute()
  await timeAgain(tx, school, [pupil])
  await record(tx, { school, event: 'results.pause.ended', about: [pause.id, pupil], payload: {}, doer: actor })
}
