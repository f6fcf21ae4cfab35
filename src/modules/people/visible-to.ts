import { sql, type RawBuilder } from 'kysely'
import type { SchoolNames } from '#modules/school/index.ts'
import { schoolsWithRole, type Actor, type Standing } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { takesGroups } from './access.ts'
import { holdsOnTheDay, opensChild } from './opens-child.ts'
import type { PeopleTables } from './tables.ts'

/** What this module reads: its own tables, and of the school its name and years. */
export type PeopleView = PeopleTables & SchoolNames

/**
 * The first wall: the pupils this actor may see, derived from where the actor stands and from relations that hold today,
 * and from nothing that the database was told of the actor. Every query for a pupil starts here.
 */
export const visibleTo = (db: Db<PeopleView>, actor: Actor) =>
  db
    .selectFrom('pupil')
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 'pupil.school_id').onRef('person.id', '=', 'pupil.person_id'),
    )
    .where(pupilsOf(actor))

/** The groups this actor may see: of a school overseen all, else those taught today. Families know a group through the child. */
export const visibleGroups = (db: Db<PeopleView>, actor: Actor) =>
  db
    .selectFrom('school_group')
    .where(
      sql<boolean>`${actor.hat === 'staff'} and (school_group.school_id = any (${overseen(actor)}::uuid[])
        or (school_group.school_id, school_group.id) in (${taughtGroups(actor)}))`,
    )
    .where(sql<boolean>`(school_group.ended_on is null or school_group.ended_on > ${today})`)

/** The persons whose particulars this actor keeps: everybody of the schools where the actor is office or administrator. */
export const keptPersons = (db: Db<PeopleView>, actor: Actor) =>
  db
    .selectFrom('person')
    .where(sql<boolean>`person.school_id = any (${schoolsWithRole(actor, 'office', 'administrator')}::uuid[])`)

/** The names of everybody at the schools the actor oversees. */
export const overseenPersons = (db: Db<PeopleView>, actor: Actor) =>
  db.selectFrom('person').where(sql<boolean>`person.school_id = any (${overseen(actor)}::uuid[])`)

const pupilsOf = (actor: Actor): RawBuilder<boolean> => {
  switch (actor.hat) {
    case 'guardian':
      return sql`(${atSchool} and exists (select from guardianship g where g.school_id = pupil.school_id
        and g.pupil_id = pupil.person_id and ${opensChild('g')} and (g.school_id, g.guardian_id) in (${pairs(actor.at)})) and ${amongAnswered(actor)})`
    case 'pupil':
      return sql`(${atSchool} and (pupil.school_id, pupil.person_id) in (${pairs(actor.at)}))`
    case 'staff':
      return sql`(pupil.school_id = any (${overseen(actor)}::uuid[]) or (${atSchool} and (pupil.school_id, pupil.person_id) in (
        select m.school_id, m.pupil_id from group_member m
        where ${holdsToday('m')} and (m.school_id, m.group_id) in (${taughtGroups(actor)}))))`
    case null:
      return sql`false`
  }
}

/** Who came with a letter sees the children whose letters were answered, whomever else the guardian has. */
const amongAnswered = ({ kind, only }: Actor): RawBuilder<boolean> =>
  kind === 'letter' ? sql`pupil.person_id = any (${only ?? []}::uuid[])` : sql`true`

/** The groups this actor has today, as `school_id, group_id`: as their teacher, or as a substitute. Whoever oversees them has not. */
export const taughtGroups = (actor: Actor): RawBuilder<unknown> =>
  sql`select t.school_id, t.group_id from group_teacher t where ${holdsToday('t')}
    and (t.school_id, t.person_id) in (${pairs(actor.at.filter(({ roles }) => roles.includes('teacher')))})
    union all select x.school_id, x.group_id from group_substitute x where ${holdsOnTheDay('x')}
      and (x.school_id, x.person_id) in (${pairs(actor.at.filter(takesGroups))})`

const atSchool = sql<boolean>`(pupil.left_on is null or pupil.left_on > ${today})`

const overseen = (actor: Actor): string[] => schoolsWithRole(actor, 'office', 'administrator', 'head')

const pairs = (at: readonly Standing[]): RawBuilder<unknown> =>
  sql`select * from unnest(${at.map(({ school }) => school)}::uuid[], ${at.map(({ person }) => person)}::uuid[])`
