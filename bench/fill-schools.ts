import { createHash } from 'node:crypto'
import type pg from 'pg'
import { kinds } from '#modules/agreements/kinds/kinds.ts'

const classes = 30
const pupilsPerClass = 33

/** What a database is filled with: schools of about 1,000 pupils, and the weeks of their timetables. */
export type Size = { schools: number; weeks: number }

/**
 * Schools of about 1,000 pupils in 30 classes, with a timetable and a guardian with an account for each pupil; and
 * readers, shared out among the schools in turn, with one, two or three children each.
 * @param sessions how many the readers have, shared out among them in turn
 */
export const fillSchools = async (
  owner: pg.Client,
  { schools, weeks }: Size,
  readers: number,
  sessions: number,
  tokenOf: (n: number) => string,
): Promise<void> => {
  // Rows that fit each other by how they are made need no foreign keys tried, which takes longer than all the rest.
  await owner.query('set session_replication_role = replica')
  await owner.query(`
    insert into app.school (key, name, region) select 'bench' || n, 'De Meetlat ' || n, 'midden' from generate_series(0, ${schools - 1}) n;
    insert into app.school_stage select id, 'BO' from app.school;
    insert into app.school_year (school_id, label, starts_on, ends_on)
      select id, '2026-2027', '2020-08-01', '2099-07-31' from app.school;
    insert into app.school_group (school_id, school_year_id, name, kind, source_key)
      select school_id, id, 'Groep ' || n, 'class', n::text from app.school_year, generate_series(1, ${classes}) n;
    insert into app.person (school_id, first_name, prefix, last_name, birth_date)
      select s.id, 'Kind' || n, 'van den', 'Berg' || n, date '2018-01-01' + n from app.school s, generate_series(1, ${classes * pupilsPerClass}) n;
    insert into app.pupil (school_id, person_id, source_key, entered_on)
      select school_id, id, first_name, '2020-08-01' from app.person;
    insert into app.group_member (school_id, group_id, pupil_id, started_on)
      select p.school_id, g.id, p.person_id, '2020-08-01' from app.pupil p
      join app.school_group g on g.school_id = p.school_id and g.source_key = (1 + substr(p.source_key, 5)::int % ${classes})::text;
    insert into app.calendar_feed (school_id, group_id) select school_id, id from app.school_group;
    insert into app.lesson (school_id, feed_id, bound_to, uid, occurrence, starts_local, ends_local, zone, whole_day, title, place, teacher_code)
      select f.school_id, f.id, f.group_id, encode(sha256((f.id::text || w || d || h)::bytea), 'hex'), '',
        date_trunc('week', current_date)::date + (w * 7 + d) + make_time(8 + h, 30, 0), date_trunc('week', current_date)::date + (w * 7 + d) + make_time(9 + h, 20, 0),
        'Europe/Amsterdam', false, (array['Rekenen', 'Taal', 'Lezen', 'Gym', 'Muziek', 'Wereldoriëntatie'])[1 + h], 'lokaal ' || h, 'NHE'
      from app.calendar_feed f, generate_series(-4, ${weeks - 5}) w, generate_series(0, 4) d, generate_series(0, 5) h;
    analyze`)
  await addGuardians(owner)
  await addWholeDay(owner)
  await addAgreements(owner)
  for (let n = 0; n < readers; n += 1) await addReader(owner, n, schools)
  const hashes = Array.from({ length: sessions }, (_, n) => createHash('sha256').update(tokenOf(n)).digest())
  await owner.query(
    `insert into app.session (account_id, token_hash, factor_at, idle, expires_at) select a.id, t.hash, now(), interval '1 day', now() + interval '1 day'
      from unnest($1::bytea[]) with ordinality as t (hash, at) join app.account a on a.login = 'bench' || (t.at - 1) % $2`,
    [hashes, readers],
  )
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze')
}

/** One for each pupil, who opens no page: the tables are as long as those of a school in use. */
const addGuardians = (owner: pg.Client): Promise<unknown> =>
  owner.query(`
    insert into app.person (school_id, first_name, last_name)
      select school_id, 'Ouder van', source_key from app.pupil;
    insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on)
      select p.school_id, p.person_id, g.id, 'caretaker', '2020-08-01' from app.pupil p
      join app.person g on g.school_id = p.school_id and g.first_name = 'Ouder van' and g.last_name = p.source_key;
    insert into app.account (login, password_hash) select id::text, 'none' from app.person where first_name = 'Ouder van';
    insert into app.account_person (school_id, person_id, account_id)
      select g.school_id, g.id, a.id from app.person g join app.account a on a.login = g.id::text where g.first_name = 'Ouder van'`)

/** Homework for four weeks around now and two announcements for everybody, with the years before them in the tables too. */
const addWholeDay = (owner: pg.Client): Promise<unknown> =>
  owner.query(`
    insert into app.person (school_id, first_name, last_name) select id, 'Juf', 'Leraar' from app.school;
    insert into app.staff (school_id, person_id, started_on) select school_id, id, '2020-08-01' from app.person where last_name = 'Leraar';
    insert into app.homework (school_id, group_id, kind, subject, title, due_on, way, minutes, set_by)
      select g.school_id, g.id, case when d % 9 = 0 then 'test' else 'homework' end, 'Rekenen', 'Bladzijde ' || d, current_date + d, 'paper', 20, t.person_id
      from app.school_group g join app.staff t on t.school_id = g.school_id, generate_series(-14, 14) d;
    insert into app.announcement (school_id, id, title, body, important, shows_from, shows_until, wish, signed)
      select id, gen_random_uuid(), 'Mededeling ' || n, 'Neem sportkleren mee.', false, current_date - n, current_date - n + 300, '{}', 'De school'
      from app.school, unnest(array[1, 3, 60, 120, 180]) n;
    insert into app.announcement_audience (school_id, announcement_id, for_whom) select school_id, id, 'guardian' from app.announcement;
    insert into app.announcement_step (school_id, announcement_id, step, taken_at)
      select school_id, id, 'published', shows_from + time '09:00' from app.announcement`)

/** One agreement of each kind for the school and one of each of four classes, in force for a hundred days; the council said yes to the first. */
const addAgreements = (owner: pg.Client): Promise<unknown> =>
  owner.query(`
    insert into app.agreement (school_id, kind, level, terms, school_line, parents_line, pupils_line, written_at)
      select s.id, k.kind, 'school', k.terms::jsonb, repeat('De school zorgt hiervoor. ', 5), repeat('Je praat erover thuis. ', 5),
        repeat('Je houdt je eraan. ', 5), now() - interval '100 days'
      from app.school s, (values ${agreed.map(([kind, terms]) => `('${kind}', '${JSON.stringify(terms)}')`).join(', ')}) k (kind, terms);
    insert into app.agreement (school_id, kind, level, group_id, class_name, terms, school_line, parents_line, pupils_line, written_at)
      select g.school_id, 'quiet-hours', 'class', g.id, g.name, '{"from":"19:00","until":"07:00","weekend":"quiet"}',
        'De school is stil.', 'Je wacht.', 'Je rust uit.', now() - interval '100 days'
      from app.school_group g where g.source_key in ('1', '2', '3', '4');
    insert into app.agreement_laying (school_id, agreement_id, body, asks, laid_on)
      select school_id, id, 'council', 'consent', current_date - 150 from app.agreement where level = 'school';
    insert into app.agreement_answer (school_id, laying_id, outcome, decided_on, minutes, by_council)
      select school_id, id, 'yes', current_date - 120, 'Vergadering, punt 4', false from app.agreement_laying;
    insert into app.agreement_start (school_id, agreement_id, starts_on, started_at, agreed)
      select school_id, id, current_date - 100, now() - interval '100 days', case level when 'school' then
        jsonb_build_array(jsonb_build_object('id', id, 'body', 'council', 'asks', 'consent', 'reason', null, 'laidOn', current_date - 150,
          'answerBy', null, 'answer', jsonb_build_object('outcome', 'yes', 'decidedOn', current_date - 120,
            'minutes', 'Vergadering, punt 4', 'byCouncil', false))) else '[]' end from app.agreement`)

const agreed: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = Object.entries(kinds).map(
  ([kind, { starters }]) => [kind, Object.values(starters)[0] ?? {}],
)

const addReader = (owner: pg.Client, n: number, schools: number): Promise<unknown> => {
  const at = Math.floor(n / schools)
  const children = Array.from({ length: 1 + (n % 3) }, (_, child) => `Kind${1 + at * 3 + child}`)
  return owner.query(
    `with guardian as (
        insert into app.person (school_id, first_name, last_name) select id, 'Ouder', 'Berg' || $1::int from app.school where key = 'bench' || $2::int returning school_id, id),
      children as (
        insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on)
        select g.school_id, p.person_id, g.id, 'mother', '2020-08-01' from guardian g
        join app.pupil p on p.school_id = g.school_id and p.source_key = any ($3)),
      account as (
        insert into app.account (login, password_hash) values ('bench' || $1::int, 'none') returning id)
    insert into app.account_person (school_id, person_id, account_id) select g.school_id, g.id, a.id from guardian g, account a`,
    [n, n % schools, children],
  )
}
