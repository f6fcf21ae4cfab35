import { sql } from 'kysely'
import { byName } from '#modules/people/index.ts'
import { dayAfter, schoolYearAround } from '#modules/school/index.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { ResultView } from '../queries.ts'
import type { TaughtGroup } from '../staff-queries.ts'
import type { KnownTest, Situation } from './plan.ts'
import type { Nameable } from './pupil-names.ts'

type Of = Pick<TaughtGroup, 'school' | 'id'>

/** A group that the actor teaches, as a file is held against it: who is in it today, its tests, and what counts. */
export const findSituation = async (
  db: Db<ResultView>,
  group: Of,
  { stage, today }: { stage: string; today: string },
): Promise<Situation> => {
  const { startsOn, endsOn } = schoolYearAround(today)
  return {
    stage,
    first: dayAfter(startsOn, -31),
    last: endsOn,
    pupils: await findPupils(db, group),
    tests: await findKnownTests(db, group),
  }
}

/** Holds what a file is about to change, so that what is found after this stays until it is written. */
export const holdGroup = async (tx: Tx<ResultView>, { school, id }: Of): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`results of group ${id}`}, 0))`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended('results ' || a.id, 0)) from (select id from assessment
    where school_id = ${school}::uuid and group_id = ${id}::uuid order by id) a`.execute(tx)
}

const findPupils = async (db: Db<ResultView>, { school, id }: Of): Promise<readonly Nameable[]> => {
  const { rows } = await sql<Nameable>`
    select p.id as pupil, u.source_key as key, coalesce(p.first_name, p.initials) as first, p.prefix, p.last_name as last
    from person p
    join pupil u on u.school_id = p.school_id and u.person_id = p.id
    where p.school_id = ${school}::uuid and exists (select from group_member m where m.school_id = p.school_id
      and m.pupil_id = p.id and m.group_id = ${id}::uuid and ${holdsToday('m')})
    order by ${byName('p')}`.execute(db)
  return rows
}

const findKnownTests = async (db: Db<ResultView>, { school, id }: Of): Promise<readonly KnownTest[]> => {
  const { rows } = await sql<KnownTest>`
    select a.id, a.subject, a.title, a.kind, a.scale, a.dossier, a.weight, a.made_on as "madeOn", a.retake_of as "retakeOf",
      coalesce((select jsonb_agg(jsonb_build_object('pupil', r.pupil_id, 'id', r.id, 'tenths', r.tenths, 'mark', r.mark,
        'words', r.words) order by r.id) from result r where r.school_id = a.school_id and r.assessment_id = a.id
        and r.ended_at is null), '[]') as results
    from assessment a where a.school_id = ${school}::uuid and a.group_id = ${id}::uuid order by a.id`.execute(db)
  return rows
}
