import { sql, type RawBuilder } from 'kysely'
import { byName, pupilYears, type PupilYear } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { decidesExamAt, leadsResultsAt } from './access.ts'
import { secondary, type Assessment } from './assessment.ts'
import type { ResultView } from './queries.ts'

/** A group whose results this member of staff reads; of those taught, she enters them too. */
export type Group = { id: string; school: string; schoolName: string; name: string; taught: boolean }

/** One that is taught, with what is needed to see what was agreed for each pupil. */
export type TaughtGroup = Group & { stages: readonly string[]; year: string | null; pupils: readonly PupilYear[] }

const pairs = (actor: Actor, schools: readonly string[]): RawBuilder<unknown> => {
  const at = actor.hat === 'staff' ? actor.at.filter(({ school }) => schools.includes(school)) : []
  return sql`select * from unnest(${at.map(({ school }) => school)}::uuid[], ${at.map(({ person }) => person)}::uuid[])`
}

const teacherAt = (actor: Actor): string[] =>
  actor.at.filter(({ roles }) => roles.includes('teacher')).map(({ school }) => school)

/** The groups this actor teaches today, as `school_id, group_id`; not those taken for a day. */
export const teachingGroups = (actor: Actor): RawBuilder<unknown> =>
  sql`select t.school_id, t.group_id from group_teacher t
    where ${holdsToday('t')} and (t.school_id, t.person_id) in (${pairs(actor, teacherAt(actor))})`

const order = new Intl.Collator('nl', { numeric: true })

const groupsOf = (db: Db<ResultView>, actor: Actor) =>
  db
    .selectFrom('school_group')
    .where(sql<boolean>`(school_group.ended_on is null or school_group.ended_on > ${today})`)
    .innerJoin('school', 'school.id', 'school_group.school_id')
    .innerJoin('school_year', (join) =>
      join
        .onRef('school_year.school_id', '=', 'school_group.school_id')
        .onRef('school_year.id', '=', 'school_group.school_year_id'),
    )
    .where('school_year.ends_on', '>=', today)
    .where(
      sql<boolean>`(school_group.school_id = any (${leadsResultsAt(actor)}::uuid[])
        or (school_group.school_id, school_group.id) in (${teachingGroups(actor)}))`,
    )
    .select(['school_group.id', 'school_group.school_id as school', 'school.name as schoolName', 'school_group.name'])
    .select(sql<boolean>`(school_group.school_id, school_group.id) in (${teachingGroups(actor)})`.as('taught'))

/** The groups of this year that the actor teaches, and for who leads a school all of its groups; own groups first. */
export const findGroups = async (db: Db<ResultView>, actor: Actor): Promise<Group[]> =>
  (await groupsOf(db, actor).execute()).toSorted(
    (one, other) =>
      Number(other.taught) - Number(one.taught) ||
      order.compare(one.schoolName, other.schoolName) ||
      order.compare(one.name, other.name),
  )

/** Whether the actor decides on the exam dossier of a school that has one. */
export const hasExams = async (db: Db<ResultView>, actor: Actor): Promise<boolean> => {
  const schools = decidesExamAt(actor)
  if (schools.length === 0) return false
  const { rows } =
    await sql`select from school_stage where school_id = any (${schools}::uuid[]) and stage = any (${secondary}::text[])
    limit 1`.execute(db)
  return rows.length > 0
}

/** A group that the actor teaches. @throws NotFound for any other, whoever leads the school */
export const findTaughtGroup = async (db: Db<ResultView>, actor: Actor, id: string): Promise<TaughtGroup> => {
  const group = await groupsOf(db, actor)
    .where('school_group.id', '=', id)
    .select(['school_group.year_group as year', pupilYears.as('pupils')])
    .select(
      sql<string[]>`array(select s.stage from school_stage s where s.school_id = school_group.school_id order by 1)`.as(
        'stages',
      ),
    )
    .executeTakeFirst()
  if (!group?.taught) throw new NotFound('group')
  return group
}

/** A test in the list of a group: how many pupils it is for, and how many have something entered. */
export type Listed = Assessment & {
  pupils: number
  entered: number
  unknown: number
  /** Whether the reader set it. */
  own: boolean
}

const isInReach = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(a.school_id = any (${leadsResultsAt(actor)}::uuid[])
    or (a.dossier = 'exam' and a.school_id = any (${decidesExamAt(actor)}::uuid[]))
    or (a.school_id, a.group_id) in (${teachingGroups(actor)}))`

const assessments = (db: Db<ResultView>, actor: Actor) =>
  db
    .selectFrom('assessment as a')
    .innerJoin('school_group as g', (join) =>
      join.onRef('g.school_id', '=', 'a.school_id').onRef('g.id', '=', 'a.group_id'),
    )
    .where(isInReach(actor))
    .select(['a.school_id as school', 'a.id', 'a.group_id as group', 'g.name as groupName', 'a.stage', 'a.subject'])
    .select(['a.title', 'a.kind', 'a.scale', 'a.dossier', 'a.weight', 'a.period_id as period', 'a.made_on as madeOn'])
    .select(['a.retake_of as retakeOf', 'a.retakable'])

/** The tests of a group, the newest first. */
export const findTests = async (db: Db<ResultView>, actor: Actor, group: string): Promise<Listed[]> =>
  assessments(db, actor)
    .where('a.group_id', '=', group)
    .select(
      sql<boolean>`(a.school_id, a.set_by) in (${pairs(
        actor,
        actor.at.map(({ school }) => school),
      )})`.as('own'),
    )
    .select(
      sql<number>`(select count(*)::int from group_member m where m.school_id = a.school_id and m.group_id = a.group_id
        and ${holdsToday('m')})`.as('pupils'),
    )
    .select(
      sql<number>`(select count(*)::int from result r where r.school_id = a.school_id and r.assessment_id = a.id
        and r.ended_at is null)`.as('entered'),
    )
    .select(
      sql<number>`(select count(*)::int from result r where r.school_id = a.school_id and r.assessment_id = a.id
        and r.ended_at is null and not app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why))`.as(
        'unknown',
      ),
    )
    .orderBy('a.made_on', 'desc')
    .orderBy('a.set_at', 'desc')
    .orderBy('a.id')
    .limit(200)
    .execute()

/** A test with whether the actor enters its results: who teaches the group does. @throws NotFound */
export const findTest = async (
  db: Db<ResultView>,
  actor: Actor,
  id: string,
): Promise<
  Assessment & { taught: boolean; retakeTitle: string | null; retakes: readonly { id: string; title: string }[] }
> =>
  assessments(db, actor)
    .where('a.id', '=', id)
    .select(sql<boolean>`(a.school_id, a.group_id) in (${teachingGroups(actor)})`.as('taught'))
    .select(
      sql<string | null>`(select o.title from assessment o where o.school_id = a.school_id and o.id = a.retake_of)`.as(
        'retakeTitle',
      ),
    )
    .select(
      sql<
        { id: string; title: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title) order by o.made_on)
        from assessment o where o.school_id = a.school_id and o.retake_of = a.id), '[]')`.as('retakes'),
    )
    .executeTakeFirstOrThrow(() => new NotFound('test'))

/** A test whose group the actor teaches. @throws NotFound */
export const findTaughtTest = async (db: Db<ResultView>, actor: Actor, id: string) => {
  const test = await findTest(db, actor, id)
  if (!test.taught) throw new NotFound('test')
  return test
}

/** A pupil in the list of a test, with what counts now. */
export type Entered = {
  pupil: string
  name: string
  lastName: string
  year: string | null
  /** The version that counts, or null. */
  result: string | null
  tenths: number | null
  mark: string | null
  words: string | null
  pupilKnows: boolean
  homeKnows: boolean
  pupilDue: Date | null
  homeDue: Date | null
  changed: boolean
  /** For a retake: what was got the first time. */
  first: { tenths: number | null; mark: string | null } | null
  proposed: boolean
}

/** Who is in the group of this test today or has a result of it, by surname, with what was entered. */
export const findEntered = async (db: Db<ResultView>, test: Assessment): Promise<Entered[]> => {
  const finite = (column: string) => sql`case when isfinite(${sql.ref(column)}) then ${sql.ref(column)} end`
  const { rows } = await sql<Entered>`
    select p.id as pupil, coalesce(p.first_name, p.initials, p.last_name) as name,
      concat_ws(' ', p.prefix, p.last_name) as "lastName", u.year_group as year,
      r.id as result, r.tenths, r.mark, r.words,
      coalesce(app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why), false) as "pupilKnows",
      coalesce(app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why), false) as "homeKnows",
      ${finite('r.pupil_due')} as "pupilDue", ${finite('r.guardian_due')} as "homeDue",
      exists (select from result b where b.school_id = p.school_id and b.assessment_id = ${test.id}::uuid and b.pupil_id = p.id
        and b.ended_at is not null) as changed,
      (select jsonb_build_object('tenths', o.tenths, 'mark', o.mark) from result o where o.school_id = p.school_id
        and o.assessment_id = ${test.retakeOf}::uuid and o.pupil_id = p.id and o.ended_at is null) as first,
      exists (select from exam_change x where x.school_id = r.school_id and x.result_id = r.id and x.decided_at is null) as proposed
    from person p
    join pupil u on u.school_id = p.school_id and u.person_id = p.id
    left join result r on r.school_id = p.school_id and r.assessment_id = ${test.id}::uuid and r.pupil_id = p.id and r.ended_at is null
    where p.school_id = ${test.school}::uuid and (r.id is not null or exists (select from group_member m
      where m.school_id = p.school_id and m.pupil_id = p.id and m.group_id = ${test.group}::uuid and ${holdsToday('m')}))
    order by ${byName('p')}`.execute(db)
  return rows
}

/** Subjects for which this group has tests, the last used first. */
export const findUsedSubjects = async (db: Db<ResultView>, actor: Actor, group: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('assessment as a')
    .where('a.group_id', '=', group)
    .where(isInReach(actor))
    .groupBy('a.subject')
    .select(['a.subject', ({ fn }) => fn.max('a.set_at').as('last')])
    .orderBy('last', 'desc')
    .limit(30)
    .execute()
  return rows.map(({ subject }) => subject)
}

/** A pupil who asked to talk first, as the mentor reads it. */
export type Asking = {
  id: string
  pupil: string
  group: string
  test: string
  subject: string
  title: string
  askedAt: Date
}

export const findAsking = async (db: Db<ResultView>, actor: Actor): Promise<Asking[]> => {
  const { rows } = await sql<Asking>`
    select t.id, coalesce(p.first_name, concat_ws(' ', p.initials, p.prefix, p.last_name)) as pupil, g.name as "group", a.id as test,
      a.subject, a.title, t.chosen_at as "askedAt"
    from result_telling t
    join result r on r.school_id = t.school_id and r.id = t.result_id
    join assessment a on a.school_id = r.school_id and a.id = r.assessment_id
    join school_group g on g.school_id = r.school_id and g.id = r.group_id
    join person p on p.school_id = r.school_id and p.id = r.pupil_id
    where t.choice = 'mentor' and t.undone_at is null and t.talked_at is null
      and r.ended_why is distinct from 'withdrawn' and (r.school_id, r.group_id) in (${teachingGroups(actor)})
    order by t.chosen_at`.execute(db)
  return rows
}

/** Earlier versions of what a pupil has for a test, the newest first. */
export type Earlier = {
  id: string
  tenths: number | null
  mark: string | null
  why: 'changed' | 'withdrawn'
  endedAt: Date
}

export const findHistory = async (db: Db<ResultView>, test: Assessment, pupil: string): Promise<Earlier[]> => {
  const { rows } = await sql<Earlier>`
    select r.id, r.tenths, r.mark, r.ended_why as why, r.ended_at as "endedAt" from result r
    where r.school_id = ${test.school}::uuid and r.assessment_id = ${test.id}::uuid and r.pupil_id = ${pupil}::uuid
      and r.ended_at is not null order by r.ended_at desc`.execute(db)
  return rows
}
