import { sql, type RawBuilder } from 'kysely'
import type { AccountTables } from '#modules/accounts/index.ts'
import { isLimited, type PeopleView, type PersonName } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import { schoolsWithRole, type Actor, type Operator } from '#platform/access/actor.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { letterDays, type LetterState, type Relation, type RelationLine } from './letter.ts'
import type { LetterTables } from './tables.ts'
import { mostWrong } from './wrong-answers.ts'

/** What this module reads: its own tables, people, whether an account is in use, and the school. */
export type LettersView = LetterTables & PeopleView & AccountTables & Pick<SchoolTables, 'school_stage'>

type Reader = Actor | Operator

/** The schools whose people the reader keeps. Everything here starts from these, and from nothing the database was told. */
const keptSchools = (reader: Reader): string[] =>
  'at' in reader ? schoolsWithRole(reader, 'office', 'administrator') : reader.school === null ? [] : [reader.school]

const names = (table: string) => sql`json_build_object('firstName', coalesce(${sql.ref(`${table}.first_name`)},
  ${sql.ref(`${table}.initials`)}), 'prefix', ${sql.ref(`${table}.prefix`)}, 'lastName', ${sql.ref(`${table}.last_name`)})`

const order = (table: string) =>
  sql`${sql.ref(`${table}.last_name`)} collate "nl-x-icu", ${sql.ref(`${table}.first_name`)} collate "nl-x-icu", ${sql.ref(`${table}.id`)}`

/** A school without secondary education gives no pupil an account; one that teaches primary as well, those of years 11 and up. */
const ofAge = sql<boolean>`(exists (select from school_stage s where s.school_id = p.school_id and s.stage in ('VO', 'VSO'))
  and (p.year_group ~ '^1[1-9]$' or not exists (select from school_stage s where s.school_id = p.school_id and s.stage in ('BO', 'SO'))))`

/** A guardian of a pupil of age: a letter opens nothing until the pupil lets this guardian in, which the school does not see. */
const ofAdult = sql<boolean>`(r.guardianship is not null and coalesce(app.reaches(child.birth_date, 18) <= app.today(), false))`

const day = (moment: RawBuilder<unknown>) => sql`((${moment}) at time zone 'Europe/Amsterdam')::date`

const relations = (reader: Reader, which: RawBuilder<boolean>) => sql<RelationLine>`
  select r.school_id as school, r.pupil_id as pupil, r.person_id as person, r.guardianship, ${names('child')} as child,
    ${names('addressee')} as to, child.birth_date is not null as "birthDateKnown", coalesce(c.email <> '', false) as "hasMail",
    ${ofAdult} as "ofAdult", g.class as group, ${state} as state, ${day(sql`l.made_at`)} as "madeOn", ${day(sql`l.expires_at`)} as until,
    ${day(sql`u.used_at`)} as "usedOn", l.via
  from (
    select g.school_id, g.pupil_id, g.guardian_id as person_id, g.id as guardianship from guardianship g
      where ${holdsToday('g')} and not ${isLimited('g')}
    union all
    select p.school_id, p.person_id, p.person_id, null from pupil p where ${ofAge}
  ) r
  join pupil p on p.school_id = r.school_id and p.person_id = r.pupil_id and (p.left_on is null or p.left_on > app.today())
  join person child on child.school_id = r.school_id and child.id = r.pupil_id
  join person addressee on addressee.school_id = r.school_id and addressee.id = r.person_id
  left join person_contact c on c.school_id = r.school_id and c.person_id = r.person_id
  left join account_person ap on ap.school_id = r.school_id and ap.person_id = r.person_id
  left join account a on a.id = ap.account_id
  left join lateral (select json_build_object('id', s.id, 'name', s.name) as class, s.id, s.name from group_member m
    join school_group s on s.school_id = m.school_id and s.id = m.group_id
    where m.school_id = r.school_id and m.pupil_id = r.pupil_id and ${holdsToday('m')} and (s.ended_on is null or s.ended_on > app.today())
    order by s.kind, s.name limit 1) g on true
  left join lateral (select * from letter l where l.school_id = r.school_id and l.pupil_id = r.pupil_id and l.person_id = r.person_id
    order by exists (select from letter_end e where e.school_id = l.school_id and e.letter_id = l.id), l.made_at desc limit 1) l on true
  left join lateral (select max(u.used_at) as used_at from letter_use u
    where u.school_id = r.school_id and u.pupil_id = r.pupil_id and u.person_id = r.person_id and not exists (
      select from letter_end e where e.school_id = u.school_id and e.letter_id = u.letter_id)) u on true
  where r.school_id = any (${keptSchools(reader)}::uuid[]) and ${which}
  order by g.name collate "nl-x-icu" nulls last, ${order('child')}, ${order('addressee')}`

// An account in use is seen by its owner alone, and known by its absence.
const state = sql<LetterState>`case
  when ap.account_id is not null and (a.id is null or a.login is not null) then 'account'
  when u.used_at is not null then 'letter'
  when l.id is null then 'none'
  when l.expires_at <= app.now() then 'expired'
  when (select count(*) from letter_try t where t.code_hash = l.code_hash) >= ${mostWrong} then 'void'
  else 'open' end`

/**
 * Everybody at a school who gets a letter, or of one group: guardians by child, and pupils who may have an account. Guardians of
 * a pupil of age are not asked to come in: one whom the pupil lets look along gets a letter at the counter.
 */
export const findRelations = async (
  db: Db<LettersView>,
  reader: Reader,
  school: string,
  group: string | null = null,
): Promise<readonly RelationLine[]> =>
  (
    await relations(
      reader,
      sql`r.school_id = ${school} and (${group}::uuid is null or g.id = ${group}::uuid) and not ${ofAdult}`,
    ).execute(db)
  ).rows

/** How many of them, at all schools whose people the reader keeps, are not in and hold no letter that works. */
export const countWithoutLetter = async (db: Db<LettersView>, reader: Reader): Promise<number> => {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from (${relations(reader, sql`not ${ofAdult}`)}) line
    where line.state not in ('account', 'letter', 'open')`.execute(db)
  return rows[0]?.count ?? 0
}

/** A guardian and a child, by the id of what binds them. @throws NotFound */
export const findRelation = async (
  db: Db<LettersView>,
  reader: Reader,
  guardianship: string,
): Promise<RelationLine> => {
  const { rows } = await relations(reader, sql`r.guardianship = ${guardianship}`).execute(db)
  if (rows[0] === undefined) throw new NotFound('relation')
  return rows[0]
}

/** The pupil's own, or null for one who gets no account. */
export const findPupilLine = async (
  db: Db<LettersView>,
  reader: Reader,
  pupil: { school: string; id: string },
): Promise<RelationLine | null> =>
  (
    await relations(
      reader,
      sql`r.school_id = ${pupil.school} and r.pupil_id = ${pupil.id} and r.person_id = ${pupil.id}`,
    ).execute(db)
  ).rows[0] ?? null

/** What stands on a letter, beside its code. */
export type Addressee = Relation & {
  to: PersonName
  child: PersonName
  school: string
  street: string | null
  postalCode: string | null
  city: string | null
  email: string | null
  /** The language of the home, as 'tr'. */
  language: string
  group: string | null
  birthDateKnown: boolean
}

/** Where these letters go and what they say, in the order asked; of a guardian as long as nothing limits the relation. */
export const findAddressees = async (
  db: Db<LettersView>,
  reader: Reader,
  school: string,
  wanted: readonly Relation[],
): Promise<readonly Addressee[]> =>
  (
    await sql<Addressee>`
    select w.pupil, w.person, ${names('addressee')} as to, ${names('child')} as child, s.name as school,
      c.street, c.postal_code as "postalCode", c.city, c.email, coalesce(c.language, 'nl') as language, g.name as group,
      child.birth_date is not null as "birthDateKnown"
    from unnest(${wanted.map(({ pupil }) => pupil)}::uuid[], ${wanted.map(({ person }) => person)}::uuid[])
      with ordinality as w (pupil, person, at)
    join school s on s.id = ${school}
    join person child on child.school_id = s.id and child.id = w.pupil
    join person addressee on addressee.school_id = s.id and addressee.id = w.person
    left join person_contact c on c.school_id = s.id and c.person_id = w.person
    left join lateral (select s.name from group_member m join school_group s on s.school_id = m.school_id and s.id = m.group_id
      where m.school_id = ${school} and m.pupil_id = w.pupil and ${holdsToday('m')} and (s.ended_on is null or s.ended_on > app.today())
      order by s.kind, s.name limit 1) g on true
    where s.id = any (${keptSchools(reader)}::uuid[])
      and (w.person = w.pupil or exists (select from guardianship g where g.school_id = s.id and g.pupil_id = w.pupil
        and g.guardian_id = w.person and ${holdsToday('g')} and not ${isLimited('g')}))
    order by w.at`.execute(db)
  ).rows

/** The word of the week, or null when none holds. */
export const findWord = async (
  db: Db<LettersView>,
  reader: Reader,
  school: string,
): Promise<{ word: string; until: string } | null> =>
  (
    await sql<{ word: string; until: string }>`
    select w.word, ${day(sql`w.set_at + interval '7 days'`)} - 1 as until from letter_word w
    where w.school_id = ${school} and w.school_id = any (${keptSchools(reader)}::uuid[]) and w.set_at > app.now() - interval '7 days'
    order by w.set_at desc limit 1`.execute(db)
  ).rows[0] ?? null

/** The last day of a letter that is made today. */
export const findLastDay = async (db: Db<LettersView>): Promise<string> =>
  (await db.selectNoFrom(sql<string>`app.today() + ${letterDays}::int`.as('day')).executeTakeFirstOrThrow()).day
