import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { stateOn, type Authority } from './authority.ts'
import { findGuardianship, type Guardianship } from './guardian-queries.ts'
import { byName, nameColumns } from './names-in-sql.ts'
import type { PersonName } from './person.ts'
import type { DocumentKind, LimitedState, Lives, Relation } from './tables.ts'
import { keptPersons, type PeopleView } from './visible-to.ts'

export type Limit = {
  state: LimitedState
  startedOn: string
  reviewOn: string | null
  /** The first day on which it no longer held; null for the one that holds. */
  endedOn: string | null
  kind: DocumentKind | null
  datedOn: string | null
  reference: string | null
}

export type RelationFile = Guardianship & {
  relation: Relation
  day: string
  /** What the guardian may know today. */
  authority: Authority
  /** The limit that holds, as it was said: a block whose review is past is still there to be looked at. */
  holds: Limit | null
  history: readonly Limit[]
  lives: Lives | null
  /** The guardian also works at the school: what staff see does not follow from this. */
  isStaff: boolean
}

/** A relation with all that is known of its authority, for who keeps the people of that school. @throws NotFound */
export const findRelation = async (db: Db<PeopleView>, actor: Actor, id: string): Promise<RelationFile> => {
  const relation = await findGuardianship(db, actor, id)
  const { school, guardian, pupil } = relation
  const more = await keptPersons(db, actor)
    .innerJoin('guardianship as g', (join) =>
      join.onRef('g.school_id', '=', 'person.school_id').onRef('g.guardian_id', '=', 'person.id'),
    )
    .leftJoin('guardianship_home as h', (join) =>
      join.onRef('h.school_id', '=', 'g.school_id').onRef('h.guardianship_id', '=', 'g.id'),
    )
    .where('g.school_id', '=', school)
    .where('g.id', '=', id)
    .select([
      'g.relation',
      'h.lives',
      today.as('day'),
      sql<boolean>`exists (select from staff s where s.school_id = g.school_id and s.person_id = g.guardian_id
        and ${holdsToday('s')})`.as('isStaff'),
    ])
    .executeTakeFirstOrThrow()
  const limits = await limitsOf(db, actor)
    .where('a.school_id', '=', school)
    .where('a.guardian_id', '=', guardian.id)
    .where('a.pupil_id', '=', pupil.id)
    .orderBy('a.started_on', 'desc')
    .orderBy(sql`a.ended_on desc nulls first`)
    .execute()
  const holds = limits.find(({ endedOn }) => endedOn === null) ?? null
  return {
    ...relation,
    ...more,
    authority: holds === null ? 'full' : stateOn(holds, more.day),
    holds,
    history: limits.filter(({ endedOn }) => endedOn !== null),
  }
}

const limitsOf = (db: Db<PeopleView>, actor: Actor) =>
  keptPersons(db, actor)
    .innerJoin('guardianship_authority as a', (join) =>
      join.onRef('a.school_id', '=', 'person.school_id').onRef('a.guardian_id', '=', 'person.id'),
    )
    .leftJoin('authority_document as d', (join) =>
      join.onRef('d.school_id', '=', 'a.school_id').onRef('d.id', '=', 'a.document_id'),
    )
    .select([
      'a.state',
      'a.started_on as startedOn',
      'a.review_on as reviewOn',
      'a.ended_on as endedOn',
      'd.kind',
      'd.dated_on as datedOn',
      'd.reference',
    ])

export type Review = {
  guardianship: string
  pupil: PersonName
  guardian: PersonName
  authority: Authority
  reviewOn: string | null
  late: boolean
  paperSeen: boolean
}

/** How many days ahead a review is on the list of the office. */
export const reviewDays = 30

/** The limits to look at again: due within thirty days or past, and those whose paper nobody has seen. First what is due first. */
export const findReviews = async (db: Db<PeopleView>, actor: Actor, school: string): Promise<Review[]> => {
  const rows = await limitsOf(db, actor)
    .innerJoin('guardianship as g', (join) =>
      join
        .onRef('g.school_id', '=', 'a.school_id')
        .onRef('g.guardian_id', '=', 'a.guardian_id')
        .onRef('g.pupil_id', '=', 'a.pupil_id'),
    )
    .innerJoin('pupil as p', (join) =>
      join.onRef('p.school_id', '=', 'a.school_id').onRef('p.person_id', '=', 'a.pupil_id'),
    )
    .innerJoin('person as child', (join) =>
      join.onRef('child.school_id', '=', 'a.school_id').onRef('child.id', '=', 'a.pupil_id'),
    )
    .where('a.school_id', '=', school)
    .where(holdsToday('a'))
    .where(holdsToday('g'))
    .where(({ or, eb }) => or([eb('p.left_on', 'is', null), eb('p.left_on', '>', today)]))
    .where(sql<boolean>`(a.review_on <= ${today} + ${reviewDays}::int or a.document_id is null)`)
    .select([
      'g.id as guardianship',
      'child.first_name as childFirst',
      'child.prefix as childPrefix',
      'child.last_name as childLast',
      today.as('day'),
      ...nameColumns('person'),
    ])
    .orderBy(sql`a.review_on nulls last`)
    .orderBy(byName('child'))
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({
    guardianship: row.guardianship,
    pupil: { firstName: row.childFirst, prefix: row.childPrefix, lastName: row.childLast },
    guardian: { firstName: row.firstName, prefix: row.prefix, lastName: row.lastName },
    authority: stateOn(row, row.day),
    reviewOn: row.reviewOn,
    late: row.reviewOn !== null && row.reviewOn <= row.day,
    paperSeen: row.kind !== null,
  }))
}
