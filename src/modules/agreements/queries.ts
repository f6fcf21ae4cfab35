import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { begunOf, type Agreement, type BegunAgreement, type Laying } from './agreement.ts'
import { fillAbsent } from './kinds/field.ts'
import { isKind, shapeOf } from './kinds/kinds.ts'
import { scopeOf, type ScopeColumns } from './scope.ts'
import { drafted, readable, type AgreementView } from './visible-to.ts'

/** An agreement as the database tells it. */
export type AgreementRow = ScopeColumns &
  Omit<Agreement, 'kind' | 'scope' | 'lines'> & {
    kind: string
    schoolLine: string
    parentsLine: string
    pupilsLine: string
  }

/** Before whom it lies or lay; for who does not read that what stands with the beginning. */
const layings = sql<readonly Laying[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', l.id, 'body', l.body, 'asks', l.asks, 'reason', l.reason, 'laidOn', l.laid_on,
    'answerBy', l.answer_by, 'answer', case when w.laying_id is not null then jsonb_build_object('outcome', w.outcome,
      'decidedOn', w.decided_on, 'minutes', w.minutes, 'byCouncil', w.by_council) end) order by l.laid_on, l.body)
  from agreement_laying l left join agreement_answer w on w.school_id = l.school_id and w.laying_id = l.id
  where l.school_id = a.school_id and l.agreement_id = a.id), s.agreed, '[]')`

const amsterdamDay = (at: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(at)} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`

/** An end `e` that ends something: what took the place of it, and was stopped before it began, ends nothing. */
export const counts = sql<boolean>`(e.replaced_by is null or app.end_counts(e.school_id, e.replaced_by))`

const agreements = (where: RawBuilder<unknown>, asked = layings): RawBuilder<AgreementRow> => sql<AgreementRow>`
  select a.id, a.school_id as school, a.kind, a.level, a.stage, a.year_group, a.group_id, a.subject, a.pupil_id, a.terms,
    a.school_line as "schoolLine", a.parents_line as "parentsLine", a.pupils_line as "pupilsLine", a.class_name as "className",
    coalesce(p.first_name, p.last_name) as "pupilName", a.follows, ${amsterdamDay('a.written_at')} as "writtenOn",
    ${amsterdamDay('o.offered_at')} as "offeredOn",
    case when d.agreement_id is not null then jsonb_build_object('on', ${amsterdamDay('d.withdrawn_at')}, 'reason', d.reason) end as withdrawn,
    ${asked} as layings, s.starts_on as "startsOn", ${amsterdamDay('s.started_at')} as "startedOn", e.ends_on as "endsOn",
    ${amsterdamDay('e.ended_at')} as "endedOn", e.replaced_by as "replacedBy", e.reason as "endReason", s.said_yes as "saidYes", s.asked
  from agreement a
  left join agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id
  left join agreement_offer o on o.school_id = a.school_id and o.agreement_id = a.id
  left join agreement_withdrawal d on d.school_id = a.school_id and d.agreement_id = a.id
  left join lateral (select e.ends_on, e.ended_at, e.reason,
      first_value(e.replaced_by) over (order by e.replaced_by is null, e.ended_at desc) as replaced_by from agreement_end e
    where e.school_id = a.school_id and e.agreement_id = a.id and ${counts} order by e.ends_on, e.ended_at limit 1) e on true
  left join person p on p.school_id = a.school_id and p.id = a.pupil_id
  where ${where}
  order by s.starts_on desc nulls first, a.written_at desc, a.id`

/** A kind this program does not know, of a newer one, is left out rather than shown as something else. */
const read = ({ kind, schoolLine, parentsLine, pupilsLine, ...row }: AgreementRow): Agreement[] =>
  isKind(kind)
    ? [
        {
          ...row,
          kind,
          terms: fillAbsent(shapeOf(kind).fields, row.terms),
          scope: scopeOf(row),
          lines: { school: schoolLine, parents: parentsLine, pupils: pupilsLine },
        },
      ]
    : []

/** The agreements for which this holds; `a` is the agreement, `s` its start, `e` its end. */
export const findWhere = async (db: Db<AgreementView>, where: RawBuilder<unknown>): Promise<Agreement[]> =>
  (await agreements(where).execute(db)).rows.flatMap(read)

/** What the actor may read at a school, drafts first, then the newest. */
export const findAgreements = async (db: Db<AgreementView>, actor: Actor, school: string): Promise<Agreement[]> => {
  return findWhere(db, sql`a.school_id = ${school}::uuid and ${readable(db, actor)}`)
}

/** @throws NotFound for one the actor may not read */
export const findAgreement = async (db: Db<AgreementView>, actor: Actor, id: string): Promise<Agreement> => {
  const [found] = await findWhere(db, sql`a.id = ${id}::uuid and ${readable(db, actor)}`)
  if (found === undefined) throw new NotFound('agreement')
  return found
}

/** One that began, and that the actor may say to have read. @throws NotFound for any other */
export const findConfirmed = async (db: Db<AgreementView>, actor: Actor, id: string): Promise<Agreement> => {
  const own = actor.at.map(({ person }) => person)
  const [found] = await findWhere(
    db,
    sql`a.id = ${id}::uuid and s.agreement_id is not null and ${readable(db, actor)}
      and exists (select from unnest(${own}::uuid[]) who where app.may_confirm(a.school_id, a.id, who))`,
  )
  if (found === undefined) throw new NotFound('agreement')
  return found
}

/**
 * One that the actor may draft, lay, begin and end.
 * @throws NotFound for one the actor may not read, Forbidden for one that others draft
 */
export const findDrafted = async (db: Db<AgreementView>, actor: Actor, id: string): Promise<Agreement> => {
  const [found] = await findWhere(db, sql`a.id = ${id}::uuid and ${drafted(actor)}`)
  if (found !== undefined) return found
  await findAgreement(db, actor, id)
  throw new Forbidden('others draft this agreement')
}

/** What anybody may read of a school, after `app.show_school`: what began, but not for one pupil or for a class of fewer than five. Written once: it is opened much. */
export const shownQuery = statement<[school: string], AgreementRow>((school) =>
  agreements(sql`a.school_id = ${school}::uuid and s.shown`, sql`s.agreed`),
)

export const findShown = async (db: Db<AgreementView>, school: string): Promise<Agreement[]> =>
  (await shownQuery.rows(db, school)).flatMap(read)

/** One agreement of a school, for a deed, as far as the policies show it. @throws NotFound */
export const loadAgreement = async (db: Db<AgreementView>, school: string, id: string): Promise<Agreement> => {
  const [found] = await findWhere(db, sql`a.school_id = ${school}::uuid and a.id = ${id}::uuid`)
  if (found === undefined) throw new NotFound('agreement')
  return found
}

/** Everything that began at a school, and did not end before it could, for who compares or counts. */
export const findBegun = async (db: Db<AgreementView>, school: string): Promise<BegunAgreement[]> =>
  begunOf(
    await findWhere(
      db,
      sql`a.school_id = ${school}::uuid and s.agreement_id is not null and coalesce(e.ends_on >= s.starts_on, true)`,
    ),
  )

/** Whether the actor may draft, begin and end this one. */
export const isDrafted = async (db: Db<AgreementView>, actor: Actor, id: string): Promise<boolean> => {
  const { rows } = await sql`select from agreement a where a.id = ${id}::uuid and ${drafted(actor)}`.execute(db)
  return rows.length > 0
}

/** The agreement that a question is about. @throws NotFound for a question the actor may not read */
export const findOfPoll = async (db: Db<AgreementView>, actor: Actor, poll: string): Promise<Agreement> => {
  const [found] = await findWhere(
    db,
    sql`exists (select from agreement_poll q where q.school_id = a.school_id and q.agreement_id = a.id and q.id = ${poll}::uuid)
      and ${readable(db, actor)}`,
  )
  if (found === undefined) throw new NotFound('poll')
  return found
}
