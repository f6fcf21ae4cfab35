import { sql, type RawBuilder } from 'kysely'
import { byName, nameHas, spokenName } from '#modules/people/index.ts'
import { personAt, type Actor } from '#platform/access/actor.ts'
import { holdsToday, today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import type { Agreement } from './agreement.ts'
import { classlessPart, staffPart, type Share, type Told, type ToldClass, type ToldPerson } from './told.ts'
import type { AgreementView } from './visible-to.ts'

type Of = Pick<Agreement, 'school' | 'id' | 'scope'>

/** Whom it concerns, once for each child, and whether they said that they read it: `w` and `n`. */
const concerned = ({ school, id }: Of): RawBuilder<unknown> => sql`
  (select * from app.concerned_by(${school}::uuid, ${id}::uuid, null)) w
  left join agreement_seen n on n.school_id = ${school}::uuid and n.agreement_id = ${id}::uuid and n.person_id = w.person`

/** The class `g` of the pupil: of an agreement of one class that one; else a class, and another group where there is none. */
const theirClass = ({ school, scope }: Of): RawBuilder<unknown> => sql`
  left join (select m.pupil_id, g.id, g.name from group_member m
    join school_group g on g.school_id = m.school_id and g.id = m.group_id and (g.ended_on is null or g.ended_on > ${today})
    where m.school_id = ${school}::uuid and ${holdsToday('m')}
      and case when ${scope.level}::text = 'class' then m.group_id::text = ${scope.of}::text
        else g.kind = 'class' or not exists (select from group_member o join school_group c on c.school_id = o.school_id
          and c.id = o.group_id and c.kind = 'class' and (c.ended_on is null or c.ended_on > ${today})
          where o.school_id = m.school_id and o.pupil_id = m.pupil_id and ${holdsToday('o')}) end) g on g.pupil_id = w.pupil`

/** How many people an agreement concerns today, guardians, pupils and staff, and how many of them confirmed. */
export const findTold = async (db: Db<AgreementView>, of: Of): Promise<Told> => {
  const { rows } = await sql<Told>`
    select to_char(s.started_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as "from", c.*
    from agreement_start s, lateral (
      select count(distinct w.person)::int as of, count(distinct n.person_id)::int as confirmed,
        (count(distinct n.person_id) filter (where n.how = 'paper'))::int as "onPaper"
      from ${concerned(of)}) c
    where s.school_id = ${of.school}::uuid and s.agreement_id = ${of.id}::uuid`.execute(db)
  return rows[0] ?? { from: '', of: 0, confirmed: 0, onPaper: 0 }
}

const nobody: Share = { of: 0, confirmed: 0 }
const order = new Intl.Collator('nl', { numeric: true })

type ShareRow = Share & { group: string | null; name: string | null; hat: ToldPerson['hat'] }

/** How many of each class, and of staff, confirmed. */
export const findToldClasses = async (
  db: Db<AgreementView>,
  of: Of,
): Promise<{ classes: readonly ToldClass[]; staff: Share }> => {
  const { rows } = await sql<ShareRow>`
    select g.id as "group", g.name, w.hat, count(distinct w.person)::int as of, count(distinct n.person_id)::int as confirmed
    from ${concerned(of)} ${theirClass(of)}
    group by g.id, g.name, w.hat`.execute(db)
  const shareOf = (group: string | null, hat: ToldPerson['hat']): Share =>
    rows.find((row) => row.group === group && row.hat === hat) ?? nobody
  const groups = new Map(rows.flatMap(({ group, name, hat }) => (hat === 'staff' ? [] : [[group, name] as const])))
  return {
    classes: [...groups]
      .map(([group, name]) => ({
        id: group ?? classlessPart,
        name,
        families: shareOf(group, 'guardian'),
        pupils: shareOf(group, 'pupil'),
      }))
      .toSorted(
        (one, other) =>
          Number(one.name === null) - Number(other.name === null) || order.compare(one.name ?? '', other.name ?? ''),
      ),
    staff: shareOf(null, 'staff'),
  }
}

/** The most people that a search shows. */
export const mostFound = 50

/** Which people: of one part, or of a search. Without either everybody. */
export type Which = { part?: string | undefined; search?: string | undefined }

/** The people it concerns by name: class by class, guardians, then pupils, then staff. */
export const findToldPeople = async (
  db: Db<AgreementView>,
  of: Of,
  { part, search = '' }: Which,
): Promise<readonly ToldPerson[]> => {
  const { rows } = await sql<ToldPerson>`
    select w.person as id, w.hat, g.id as "group", g.name as "groupName", coalesce(p.first_name, p.initials) as "firstName",
      p.prefix, p.last_name as "lastName", n.how, to_char(n.seen_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as "seenOn",
      case when n.how = 'paper' then ${spokenName('b')} end as "notedBy",
      array_remove(array_agg(coalesce(k.first_name, k.last_name) order by k.birth_date, k.id)
        filter (where w.hat = 'guardian'), null) as children
    from ${concerned(of)} ${theirClass(of)}
    join person p on p.school_id = ${of.school}::uuid and p.id = w.person
    left join person k on k.school_id = ${of.school}::uuid and k.id = w.pupil
    left join person b on b.school_id = n.school_id and b.id = n.said_by
    where ${isOfPart(part)} and ${search === '' ? sql`true` : nameHas('p', search)}
    group by w.person, w.hat, g.id, g.name, p.school_id, p.id, n.school_id, n.agreement_id, n.person_id, b.school_id, b.id
    order by w.hat, ${byName('p')}
    ${search === '' ? sql`` : sql`limit ${mostFound + 1}`}`.execute(db)
  return rows
    .map((row) => ({ ...row, children: row.children ?? [] }))
    .toSorted(
      (one, other) =>
        Number(one.hat === 'staff') - Number(other.hat === 'staff') ||
        Number(one.groupName === null) - Number(other.groupName === null) ||
        order.compare(one.groupName ?? '', other.groupName ?? ''),
    )
}

const isOfPart = (part: string | undefined): RawBuilder<boolean> => {
  if (part === undefined) return sql`true`
  if (part === staffPart) return sql`w.hat = 'staff'`
  if (part === classlessPart) return sql`(w.hat <> 'staff' and g.id is null)`
  return sql`g.id = ${part}::uuid`
}

/** Whether the reader may say to have read it: it concerns the reader, or who works there. */
export const mayConfirm = async (
  db: Db<AgreementView>,
  actor: Actor,
  { school, id }: Pick<Of, 'school' | 'id'>,
): Promise<boolean> => {
  const person = personAt(actor, school)
  if (person === null) return false
  const { rows } = await sql<{ may: boolean }>`
    select app.may_confirm(${school}::uuid, ${id}::uuid, ${person}::uuid) as may`.execute(db)
  return rows[0]?.may === true
}

/** Which of these people it concerns. */
export const areConcerned = async (db: Db<AgreementView>, of: Of, people: readonly string[]): Promise<boolean> => {
  const { rows } = await sql`select distinct w.person from ${concerned(of)}
    where w.person = any (${people}::uuid[])`.execute(db)
  return rows.length === new Set(people).size
}
