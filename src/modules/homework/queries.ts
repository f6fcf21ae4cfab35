import { sql } from 'kysely'
import { visibleTo, type PeopleView } from '#modules/people/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { HomeworkRow } from './homework.ts'
import type { HomeworkTables } from './tables.ts'

/** What this module reads: its own tables, and who is in which group. */
export type HomeworkView = HomeworkTables & PeopleView

/**
 * What is asked of these groups on these days, both ends included; also what was for one of those days and was moved less than a
 * week ago. What was withdrawn is told for a week. The groups are those in reach of who asks.
 */
export const homeworkQuery = statement<[groups: readonly string[], first: string, last: string], HomeworkRow>(
  (groups, first, last) => sql<HomeworkRow>`
  select h.id, h.group_id as "group", h.kind, h.subject, h.title, h.details, h.due_on as "dueOn",
    to_char(h.due_time, 'HH24:MI') as "dueTime", h.way, h.minutes, w.homework_id is not null as withdrawn,
    exists (select from homework_change c where c.school_id = h.school_id and c.homework_id = h.id
      and c.changed_at > app.now() - interval '7 days') as changed,
    moved.due_on as "wasDueOn"
  from (
    select school_id, id from homework where group_id = any (${groups}::uuid[]) and due_on between ${first}::date and ${last}::date
    union
    select school_id, homework_id from homework_change
      where group_id = any (${groups}::uuid[]) and due_on between ${first}::date and ${last}::date
  ) found
  join homework h on h.school_id = found.school_id and h.id = found.id
  left join homework_withdrawal w on w.school_id = h.school_id and w.homework_id = h.id
  left join lateral (select c.due_on from homework_change c where c.school_id = h.school_id and c.homework_id = h.id
    and c.due_on <> h.due_on and c.changed_at > app.now() - interval '7 days' order by c.changed_at desc limit 1) moved on true
  where (w.withdrawn_at is null or w.withdrawn_at > app.now() - interval '7 days')
    and (h.due_on between ${first}::date and ${last}::date or moved.due_on between ${first}::date and ${last}::date)
  order by h.due_on, h.due_time nulls last, h.subject nulls last, h.set_at, h.id`,
)

/** Which of it the pupil has ticked: for the pupil alone, whose persons these are. */
export const ticksQuery = statement<[pupils: readonly string[], first: string, last: string], { homework: string }>(
  (pupils, first, last) => sql<{ homework: string }>`
  select t.homework_id as homework from homework_tick t
    join homework h on h.school_id = t.school_id and h.id = t.homework_id
  where t.pupil_id = any (${pupils}::uuid[]) and h.due_on between ${first}::date and ${last}::date`,
)

/** The ids of what the pupil ticked between these days; nothing for anybody else. */
export const findTicks = async (
  db: Db<HomeworkView>,
  actor: Actor,
  first: string,
  last: string,
): Promise<ReadonlySet<string>> => {
  if (actor.hat !== 'pupil') return new Set()
  const own = actor.at.map(({ person }) => person)
  return new Set((await ticksQuery.rows(db, own, first, last)).map(({ homework }) => homework))
}

/** A child, or the pupil who asks, with the groups of today. */
export type Learner = { id: string; name: string; className: string; groups: readonly string[] }

/** The children of a guardian, the oldest first; of a pupil the pupil alone. */
export const findLearners = async (db: Db<HomeworkView>, actor: Actor): Promise<Learner[]> => {
  if (actor.hat === 'staff') return []
  const rows = await visibleTo(db, actor)
    .leftJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'pupil.school_id').onRef('m.pupil_id', '=', 'pupil.person_id').on(holdsToday('m')),
    )
    .leftJoin('school_group as g', (join) =>
      join.onRef('g.school_id', '=', 'm.school_id').onRef('g.id', '=', 'm.group_id'),
    )
    .select(['pupil.person_id as id', 'person.first_name as firstName', 'g.id as group', 'g.name as groupName'])
    .select(sql<string>`concat_ws(' ', person.initials, person.prefix, person.last_name)`.as('lastName'))
    .orderBy(sql`person.birth_date nulls last, person.first_name, pupil.person_id, g.kind, g.name`)
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofOne) => {
    const [one] = ofOne
    if (one === undefined) return []
    const groups = ofOne.flatMap(({ group }) => group ?? [])
    return { id: one.id, name: one.firstName ?? one.lastName, className: ofOne[0]?.groupName ?? '', groups }
  })
}

/** Homework that this pupil is asked to do. @throws NotFound for what is asked of others */
export const findAsked = async (
  db: Db<HomeworkView>,
  actor: Actor,
  id: string,
): Promise<{ school: string; group: string; pupil: string }> => {
  const own = actor.hat === 'pupil' ? actor.at : []
  return db
    .selectFrom('homework as h')
    .innerJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'h.school_id').onRef('m.group_id', '=', 'h.group_id').on(holdsToday('m')),
    )
    .where('h.id', '=', id)
    .where(
      sql<boolean>`(m.school_id, m.pupil_id) in (select * from unnest(${own.map(({ school }) => school)}::uuid[],
        ${own.map(({ person }) => person)}::uuid[]))`,
    )
    .select(['h.school_id as school', 'h.group_id as group', 'm.pupil_id as pupil'])
    .executeTakeFirstOrThrow(() => new NotFound('homework'))
}
