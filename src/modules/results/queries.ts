import { sql } from 'kysely'
import type { AgreementTables } from '#modules/agreements/index.ts'
import { visibleTo, type PeopleView } from '#modules/people/index.ts'
import type { ReportTables } from '#modules/reports/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import { statement, type Statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { homeDueOf, homeReads, isKnown, isNewest } from './gate.ts'
import type { KnownRow } from './known.ts'
import type { Choice, ReleaseRule, ResultTables } from './tables.ts'

/** What this module reads. */
export type ResultView = ResultTables & PeopleView & SchoolTables & ReportTables & AgreementTables

/** A child, or the pupil who asks, with what is needed to see what was agreed. */
export type Learner = {
  school: string
  schoolName: string
  id: string
  name: string
  className: string
  year: string | null
  stages: readonly string[]
  groups: readonly string[]
}

/** The children of a guardian, the oldest first; of a pupil the pupil alone. */
export const findLearners = async (db: Db<ResultView>, actor: Actor): Promise<Learner[]> => {
  if (actor.hat === 'staff') return []
  return visibleTo(db, actor)
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .select([
      'pupil.school_id as school',
      'school.name as schoolName',
      'pupil.person_id as id',
      'pupil.year_group as year',
    ])
    .select(
      sql<string>`coalesce(person.first_name, concat_ws(' ', person.initials, person.prefix, person.last_name))`.as(
        'name',
      ),
    )
    .select(
      sql<string[]>`array(select s.stage from school_stage s where s.school_id = pupil.school_id order by 1)`.as(
        'stages',
      ),
    )
    .select(
      sql<string[]>`array(select m.group_id from group_member m where m.school_id = pupil.school_id
        and m.pupil_id = pupil.person_id and ${holdsToday('m')})`.as('groups'),
    )
    .select(
      sql<string>`coalesce((select g.name from group_member m join school_group g on g.school_id = m.school_id and g.id = m.group_id
        where m.school_id = pupil.school_id and m.pupil_id = pupil.person_id and ${holdsToday('m')}
        order by g.kind, g.name limit 1), '')`.as('className'),
    )
    .orderBy(sql`person.birth_date nulls last, person.first_name, pupil.person_id`)
    .execute()
}

/** Who entered is looked up once for each teacher and not for each version: the planner does not see how few they are. */
const known = (hat: 'pupil' | 'guardian'): Statement<[pupils: readonly string[]], KnownRow> =>
  statement<[pupils: readonly string[]], KnownRow>(
    (pupils) => sql<KnownRow>`
  with r as materialized (
    select r.school_id, r.id, r.assessment_id, r.pupil_id, r.tenths, r.mark, r.words, r.entered_by, r.entered_at, r.ended_at, r.ended_why,
      r.guardian_due, r.alone_due
    from result r where r.pupil_id = any (${pupils}::uuid[]) and ${isKnown({ hat }, 'r')}
  ), teachers as materialized (
    select t.school_id, t.id, concat_ws(' ', coalesce(t.first_name, t.initials), t.prefix, t.last_name) as name
    from (select distinct school_id, entered_by from r) by join person t on t.school_id = by.school_id and t.id = by.entered_by
  )
  select r.id, r.pupil_id as pupil, a.id as test, a.subject, a.title, a.kind, a.scale, a.dossier, a.weight, a.made_on as "madeOn",
    p.name as period, a.retake_of as "retakeOf", r.tenths, r.mark, r.words, t.name as by, r.entered_at as "enteredAt",
    ${
      hat === 'guardian'
        ? sql`true as "atHome", null as "homeDue"`
        : sql`(app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why) or not ${homeReads('r')}) as "atHome",
     ${homeDueOf('r')} as "homeDue"`
    }
  from r
  join assessment a on a.school_id = r.school_id and a.id = r.assessment_id
  left join report_period p on p.school_id = a.school_id and p.id = a.period_id
  left join teachers t on t.school_id = r.school_id and t.id = r.entered_by
  order by a.made_on, a.id`,
  )

/** The versions that this reader may know of these pupils, each of whom is in reach. */
export const knownQueries = { pupil: known('pupil'), guardian: known('guardian') } as const

export const findKnown = async (
  db: Db<ResultView>,
  { hat }: Actor,
  pupils: readonly string[],
): Promise<readonly KnownRow[]> =>
  pupils.length === 0 || (hat !== 'pupil' && hat !== 'guardian') ? [] : knownQueries[hat].rows(db, pupils)

/** A result of a pupil's own, with both moments and what was chosen. Moments that are not set are null. */
export type OwnResult = {
  school: string
  id: string
  pupil: string
  rule: ReleaseRule
  agreement: string | null
  pupilDue: Date | null
  homeDue: Date | null
  /** Whether it is known at home. */
  atHome: boolean
  /** Why a teacher showed it before its moment. */
  reason: string | null
  waits: boolean
  choice: Choice | null
  /** Whether what was told can still be taken back. */
  canUndo: boolean
  /** Whether anybody at home may look: of a pupil of age only who was let in. */
  homeReads: boolean
}

/** One of the pupil's own results that is known to the pupil. @throws NotFound for any other */
export const findOwn = async (db: Db<ResultView>, actor: Actor, id: string): Promise<OwnResult> => {
  const own = actor.hat === 'pupil' ? actor.at : []
  const finite = (column: string) =>
    sql<Date | null>`case when isfinite(${sql.ref(column)}) then ${sql.ref(column)} end`
  return db
    .selectFrom('result as r')
    .leftJoin('result_telling as t', (join) =>
      join.onRef('t.school_id', '=', 'r.school_id').onRef('t.result_id', '=', 'r.id').on('t.undone_at', 'is', null),
    )
    .where('r.id', '=', id)
    .where(isKnown(actor, 'r'))
    .where(isNewest('r'))
    .where(
      sql<boolean>`(r.school_id, r.pupil_id) in (select * from unnest(${own.map(({ school }) => school)}::uuid[],
        ${own.map(({ person }) => person)}::uuid[]))`,
    )
    .select(['r.school_id as school', 'r.id', 'r.pupil_id as pupil', 'r.rule', 'r.agreement_id as agreement'])
    .select([finite('r.pupil_due').as('pupilDue'), homeDueOf('r').as('homeDue'), 't.choice'])
    .select(sql<boolean>`app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why)`.as('atHome'))
    .select(sql<boolean>`r.waits_by is not null and coalesce(r.tenths < 55, false)`.as('waits'))
    .select(
      sql<string | null>`(select x.reason from result_release x where x.school_id = r.school_id and x.result_id = r.id
        and x.reader = 'pupil')`.as('reason'),
    )
    .select(
      sql<boolean>`coalesce(t.choice = 'told' and t.chosen_at > app.now() - interval '10 minutes' and r.guardian_due > app.now(), false)`.as(
        'canUndo',
      ),
    )
    .select(homeReads('r').as('homeReads'))
    .executeTakeFirstOrThrow(() => new NotFound('result'))
}

/** The next moment of home, by the calendar and what is agreed alone; null where that is at any time. */
export const findNextHomeMoment = async (
  db: Db<ResultView>,
  { school, id }: Pick<Learner, 'school' | 'id'>,
  stage: string | null,
  { rule, at, later, counted }: { rule: ReleaseRule; at: string; later: number; counted: string },
): Promise<Date | null> => {
  const { rows } = await sql<{ nextAt: Date | null }>`
    select app.next_home_moment(${school}::uuid, ${id}::uuid, ${stage}::text, ${rule}::text, ${at}::time, ${later}::int,
      ${counted}::text) as "nextAt"`.execute(db)
  return rows[0]?.nextAt ?? null
}

/** Why teachers showed something of this child at home before its moment, for thirty days. */
export const findReasons = async (
  db: Db<ResultView>,
  { school, id }: Pick<Learner, 'school' | 'id'>,
): Promise<string[]> => {
  const { rows } = await sql<{ reason: string }>`
    select distinct on (x.reason) x.reason from result_release x
    join result r on r.school_id = x.school_id and r.id = x.result_id and ${isKnown({ hat: 'guardian' }, 'r')}
    where x.school_id = ${school}::uuid and x.pupil_id = ${id}::uuid and x.reader = 'guardian' and x.reason is not null
      and x.shown_at > app.now() - interval '30 days'`.execute(db)
  return rows.map(({ reason }) => reason)
}
