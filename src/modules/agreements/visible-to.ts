import { sql, type RawBuilder } from 'kysely'
import { taughtGroups, visibleTo as visiblePupils, type PeopleView } from '#modules/people/index.ts'
import { schoolsWithRole, type Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { seatsOf, sectionOf } from './access.ts'
import type { AgreementTables } from './tables.ts'

/** What this module reads: its own tables, and of people the names of groups and pupils. */
export type AgreementView = AgreementTables & PeopleView

/**
 * The first wall: what began, for everybody of the school, of one pupil for who has that pupil, and of a class of fewer than five for
 * that class; what lies before the
 * council, for who has a seat in it; what is offered to a class or pupil, for those; what one's section is asked about; and
 * for who drafts it. `a` is the agreement.
 */
export const readable = (db: Db<AgreementView>, actor: Actor): RawBuilder<boolean> => {
  if (actor.hat === null) return sql`false`
  const schools = actor.at.map(({ school }) => school)
  const seats = seatsOf(actor).map(({ school }) => school)
  const pupils = visiblePupils(db, actor).select(['pupil.school_id', 'pupil.person_id'])
  const ofPupil = sql`(a.school_id, a.pupil_id) in (${pupils})`
  return sql<boolean>`(a.school_id = any (${schools}::uuid[]) and (
    a.school_id = any (${overseenBy(actor)}::uuid[])
    or ((a.pupil_id is null or ${ofPupil}) and exists (select from agreement_start s
      where s.school_id = a.school_id and s.agreement_id = a.id and (s.shown or s.pupil_id is not null) offset 0))
    or (a.school_id = any (${seats}::uuid[]) and exists (select from agreement_laying l
      where l.school_id = a.school_id and l.agreement_id = a.id offset 0))
    or (${actor.hat === 'staff' ? sql`false` : atHand(db, actor)} and exists (select from agreement_offer o
      where o.school_id = a.school_id and o.agreement_id = a.id offset 0))
    or (${drafted(actor)})
    or exists (select from agreement_poll q where q.school_id = a.school_id and q.agreement_id = a.id
      and q.body = ${sectionOf(actor.hat)}::text and q.closes_on >= ${today} offset 0)))`
}

/** The class or the pupil of the agreement is of the family. */
const atHand = (db: Db<AgreementView>, actor: Actor): RawBuilder<boolean> => sql`((a.school_id, a.pupil_id) in (
    ${visiblePupils(db, actor).select(['pupil.school_id', 'pupil.person_id'])})
  or (a.school_id, a.group_id) in (${visiblePupils(db, actor)
    .innerJoin('group_member as m', (join) =>
      join.onRef('m.school_id', '=', 'pupil.school_id').onRef('m.pupil_id', '=', 'pupil.person_id'),
    )
    .where(holdsToday('m'))
    .select(['m.school_id', 'm.group_id'])}))`

/** What the actor may draft: of a school overseen everything, else of the classes taught and their pupils. */
export const drafted = (actor: Actor): RawBuilder<boolean> =>
  actor.hat === 'staff'
    ? sql`(a.school_id = any (${overseenBy(actor)}::uuid[]) or (a.school_id, a.group_id) in (${taughtGroups(actor)})
        or (a.school_id, a.pupil_id) in (select m.school_id, m.pupil_id from group_member m
          where ${holdsToday('m')} and (m.school_id, m.group_id) in (${taughtGroups(actor)})))`
    : sql`false`

const overseenBy = (actor: Actor): string[] => schoolsWithRole(actor, 'office', 'administrator', 'head')
