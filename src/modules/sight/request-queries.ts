import { sql, type RawBuilder } from 'kysely'
import {
  opensChild,
  spokenName,
  visibleTo as visiblePupils,
  type PeopleView,
  type Relation,
} from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { Actor, Standing } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { restDays, type RequestState, type Says, type SightRequest } from './request.ts'
import type { SightTables } from './tables.ts'

/** What this module reads: its own tables, names of pupils and guardians, and the stages of a school. */
export type SightView = SightTables & PeopleView & Pick<SchoolTables, 'school_stage'>

const pairs = (at: readonly Standing[]): RawBuilder<unknown> =>
  sql`select * from unnest(${at.map(({ school }) => school)}::uuid[], ${at.map(({ person }) => person)}::uuid[])`

/**
 * The first wall: what the actor asked about a child in reach, what is asked about the pupil, and what is asked about pupils whose class
 * the actor teaches today: not of a child of one's own, and not for a day as a substitute.
 */
const visibleTo = (db: Db<SightView>, actor: Actor) => db.selectFrom('sight_request as r').where(requestsOf(db, actor))

const requestsOf = (db: Db<SightView>, actor: Actor): RawBuilder<boolean> => {
  const ofPupils = sql`(r.school_id, r.pupil_id) in`
  switch (actor.hat) {
    case 'guardian':
      return sql`((r.school_id, r.guardian_id) in (${pairs(actor.at)})
        and ${ofPupils} (${visiblePupils(db, actor).select(['pupil.school_id', 'pupil.person_id'])}))`
    case 'pupil':
      return sql`(${ofPupils} (${pairs(actor.at)}))`
    case 'staff':
      return sql`(${ofPupils} (select m.school_id, m.pupil_id from group_teacher t
          join school_group c on c.school_id = t.school_id and c.id = t.group_id and c.kind = 'class'
          join group_member m on m.school_id = t.school_id and m.group_id = t.group_id
          where ${holdsToday('t')} and ${holdsToday('m')}
            and (t.school_id, t.person_id) in (${pairs(actor.at.filter(({ roles }) => roles.includes('teacher')))}))
        and not exists (select from guardianship g where g.school_id = r.school_id and g.pupil_id = r.pupil_id
          and (g.school_id, g.guardian_id) in (${pairs(actor.at)})))`
    case null:
      return sql`false`
  }
}

/** A row of the answers as the reader may know them: who asked learns of none. */
const saidBy = (actor: Actor, side: 'pupil' | 'mentor'): RawBuilder<Says | null> =>
  actor.hat === 'guardian'
    ? sql`null`
    : sql`(select a.says from sight_answer a where a.school_id = r.school_id and a.request_id = r.id and a.side = ${side}
        order by a.says limit 1)`

const dayOf = (moment: RawBuilder<Date>): RawBuilder<string> =>
  sql<string>`to_char(${moment} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`

/** How long what is over is still told of, in days. */
const toldDays = restDays

/** What the actor asked or is asked, the newest first; what is over for as long as it bears on asking anew. */
export const findRequests = async (db: Db<SightView>, actor: Actor): Promise<SightRequest[]> => {
  const rows = await visibleTo(db, actor)
    .innerJoin('person as p', (join) => join.onRef('p.school_id', '=', 'r.school_id').onRef('p.id', '=', 'r.pupil_id'))
    .innerJoin('pupil as k', (join) =>
      join.onRef('k.school_id', '=', 'r.school_id').onRef('k.person_id', '=', 'r.pupil_id'),
    )
    .leftJoin('sight_grant as g', (join) =>
      join.onRef('g.school_id', '=', 'r.school_id').onRef('g.request_id', '=', 'r.id'),
    )
    .leftJoin('sight_end as e', (join) =>
      join.onRef('e.school_id', '=', 'r.school_id').onRef('e.request_id', '=', 'r.id'),
    )
    .where(
      sql<boolean>`coalesce(least(g.until, e.ended_at), app.now()) > app.now() - make_interval(days => ${toldDays}::int)`,
    )
    .select(['r.id', 'r.school_id as school', 'r.pupil_id as pupil', 'r.guardian_id as guardian'])
    .select(['r.sender', 'r.relation', 'r.weeks', 'r.reason'])
    .select([
      sql<string>`coalesce(p.first_name, p.initials, p.last_name)`.as('firstName'),
      spokenName('p').as('fullName'),
      sql<RequestState>`case when e.why = 'withdrawn' then 'withdrawn' when e.why = 'refused' and g.until is null then 'refused'
        when e.why = 'refused' then 'stopped' when g.until is null then 'open' when g.until > app.now() then 'granted'
        else 'over' end`.as('state'),
      dayOf(sql`(g.until - interval '1 minute')`).as('until'),
      sql<
        string | null
      >`case when e.why = 'refused' then ${dayOf(sql`(e.ended_at + make_interval(days => ${restDays}::int))`)} end`.as(
        'againFrom',
      ),
      saidBy(actor, 'pupil').as('pupilSaid'),
      saidBy(actor, 'mentor').as('mentorSaid'),
      sql<boolean>`coalesce(app.stage_of(k.year_group, array(select s.stage from school_stage s
        where s.school_id = k.school_id)) in ('BO', 'SO'), false)`.as('noAccount'),
    ])
    .orderBy('r.asked_at', 'desc')
    .execute()
  return rows.map(({ pupilSaid, mentorSaid, firstName, fullName, ...row }) => ({
    ...row,
    pupilName: actor.hat === 'staff' ? fullName : firstName,
    said: { pupil: pupilSaid, mentor: mentorSaid },
  }))
}

/** One of these. @throws NotFound */
export const findRequest = async (db: Db<SightView>, actor: Actor, id: string): Promise<SightRequest> => {
  const request = (await findRequests(db, actor)).find((one) => one.id === id)
  if (request === undefined) throw new NotFound('sight request')
  return request
}

/** Whether the form with this id was sent before. */
export const isAsked = async (db: Db<SightView>, actor: Actor, id: string): Promise<boolean> =>
  (await visibleTo(db, actor).where('r.id', '=', id).select('r.id').executeTakeFirst()) !== undefined

/** An own child with the relation to it, by which the guardian chooses and asks. */
export type OwnChild = {
  id: string
  school: string
  name: string
  guardianship: string
  guardian: string
  relation: Relation
}

/** The children in reach of a guardian, the eldest first; nobody's for who is none. */
export const findChildren = async (db: Db<SightView>, actor: Actor): Promise<OwnChild[]> => {
  if (actor.hat !== 'guardian') return []
  const rows = await visiblePupils(db, actor)
    .innerJoin('guardianship as g', (join) =>
      join.onRef('g.school_id', '=', 'pupil.school_id').onRef('g.pupil_id', '=', 'pupil.person_id'),
    )
    .where(sql<boolean>`(g.school_id, g.guardian_id) in (${pairs(actor.at)}) and ${opensChild('g')}`)
    .select(['pupil.person_id as id', 'pupil.school_id as school', 'g.id as guardianship'])
    .select(['g.guardian_id as guardian', 'g.relation'])
    .select(sql<string>`coalesce(person.first_name, person.initials, person.last_name)`.as('name'))
    .orderBy(sql`person.birth_date nulls last`)
    .orderBy('person.first_name')
    .orderBy('pupil.person_id')
    .orderBy('g.started_on')
    .execute()
  return rows.filter(({ id }, at) => rows.findIndex((other) => other.id === id) === at)
}

/** One of these. @throws NotFound for who is no child of the actor */
export const findChild = async (db: Db<SightView>, actor: Actor, id: string): Promise<OwnChild> => {
  const child = (await findChildren(db, actor)).find((one) => one.id === id)
  if (child === undefined) throw new NotFound('child')
  return child
}

/** How many requests wait for the answer of this pupil. */
const waitingQuery = statement<[schools: readonly string[], persons: readonly string[]], { waiting: number }>(
  (schools, persons) => sql<{ waiting: number }>`
  select count(*)::int as waiting from sight_request r
  where r.school_id = any (${schools}::uuid[]) and r.pupil_id = any (${persons}::uuid[])
    and not exists (select from sight_end e where e.school_id = r.school_id and e.request_id = r.id)
    and not exists (select from sight_answer a where a.school_id = r.school_id and a.request_id = r.id and a.side = 'pupil')`,
)

/** The same of a mentor: of the pupils whose class she teaches, as the database knows them. */
const mentorQuery = statement<[schools: readonly string[]], { waiting: number }>(
  (schools) => sql<{ waiting: number }>`
  select count(*)::int as waiting from sight_request r
  where r.school_id = any (${schools}::uuid[]) and r.pupil_id = any ((select app.mentored())::uuid[])
    and not exists (select from sight_end e where e.school_id = r.school_id and e.request_id = r.id)
    and not exists (select from sight_answer a where a.school_id = r.school_id and a.request_id = r.id and a.side = 'mentor')`,
)

type Asker = Pick<Actor, 'hat' | 'at'>

const schoolsOf = ({ at }: Asker): readonly string[] => [...new Set(at.map(({ school }) => school))]
const teaches = ({ hat, at }: Asker): boolean => hat === 'staff' && at.some(({ roles }) => roles.includes('teacher'))

/** To be sent along with the other questions of a page: whether somebody waits for the answer of this pupil or teacher. */
export const waitingAlong = (known: Asker): readonly Step[] => {
  if (known.hat === 'pupil')
    return [
      waitingQuery.along(
        schoolsOf(known),
        known.at.map(({ person }) => person),
      ),
    ]
  return teaches(known) ? [mentorQuery.along(schoolsOf(known))] : []
}

/** How many wait: out of what went along, or asked now. */
export const findWaiting = async <Tables>(db: Db<Tables>, actor: Asker, answers: Answers): Promise<number> => {
  if (actor.hat === 'pupil') {
    const own = actor.at.map(({ person }) => person)
    const rows = waitingQuery.answered(answers) ?? (await waitingQuery.rows(db, schoolsOf(actor), own))
    return rows[0]?.waiting ?? 0
  }
  if (!teaches(actor)) return 0
  return (mentorQuery.answered(answers) ?? (await mentorQuery.rows(db, schoolsOf(actor))))[0]?.waiting ?? 0
}
