import type pg from 'pg'

const subjects = [
  'Nederlands',
  'Engels',
  'Wiskunde',
  'Frans',
  'Duits',
  'Geschiedenis',
  'Aardrijkskunde',
  'Biologie',
  'Natuurkunde',
  'Scheikunde',
  'Economie',
  'Tekenen',
]

/** How many results a child of a large family has in each of twelve subjects, and in how many subjects others have one. */
const full = 60
const few = 6

/**
 * Results of every pupil at the schools that are filled: of children in families of three so many that a page has enough to do, of the
 * others one in some subjects. The newest three in a subject home does not know yet, but for one that was told.
 */
export const fillResults = async (owner: pg.Client): Promise<void> => {
  await owner.query('set session_replication_role = replica')
  await owner.query(`
    update app.school_stage set stage = 'VO';
    insert into app.report_period (school_id, stage, name, starts_on, ends_on, report_on)
      select id, 'VO', 'Periode ' || n, current_date - 100 * n, current_date - 100 * n + 99, current_date - 100 * n + 102
      from app.school, generate_series(0, 3) n;
    insert into app.group_teacher (school_id, group_id, person_id, started_on)
      select g.school_id, g.id, t.person_id, '2020-08-01' from app.school_group g join app.staff t on t.school_id = g.school_id;
    create temporary table of_three as select g.school_id, g.pupil_id from app.guardianship g
      where g.relation = 'mother' and (select count(*) from app.guardianship o
        where o.school_id = g.school_id and o.guardian_id = g.guardian_id) = 3;
    create temporary table of_group as select m.school_id, m.group_id, m.pupil_id, t.pupil_id is not null as is_full
      from app.group_member m left join of_three t on t.school_id = m.school_id and t.pupil_id = m.pupil_id;
    analyze of_group`)
  await owner.query(
    `insert into app.assessment (school_id, group_id, stage, subject, title, kind, scale, weight, period_id, made_on, set_by)
      select g.school_id, g.group_id, 'VO', s.subject, 'Toets ' || k, 'written', 'tenths', 1 + k % 3, p.id, current_date - 5 * k, t.person_id
      from (select school_id, group_id, bool_or(is_full) as has_full from of_group group by 1, 2) g
      join app.staff t on t.school_id = g.school_id
      join unnest($1::text[]) with ordinality as s (subject, place) on true
      join generate_series(1, $2::int) k on g.has_full or (k = $2 and s.place <= $3::int)
      join app.report_period p on p.school_id = g.school_id and p.name = 'Periode ' || 5 * k / 101`,
    [subjects, full, few],
  )
  await owner.query(
    `insert into app.result (school_id, assessment_id, group_id, dossier, pupil_id, tenths, rule, at_time, later, counted, entered_by,
        entered_at, timed_at, pupil_due, guardian_due)
      select a.school_id, a.id, a.group_id, 'progress', m.pupil_id, 40 + (a.made_on - date '2020-01-01') % 50, 'child_first', '17:00', 3,
        'school_days', a.set_by, a.made_on + interval '2 days', a.made_on + interval '2 days', a.made_on + interval '3 days',
        case when a.made_on > current_date - 16 then now() + interval '2 days' else a.made_on + interval '8 days' end
      from app.assessment a join of_group m on m.school_id = a.school_id and m.group_id = a.group_id
      where m.is_full or (a.title = 'Toets ' || $1::int and a.subject = any ($2))`,
    [full, subjects.slice(0, few)],
  )
  await owner.query(`
    insert into app.result_release (school_id, result_id, reader, pupil_id, released_at)
      select school_id, id, 'pupil', pupil_id, pupil_due from app.result where pupil_due <= now();
    insert into app.result_release (school_id, result_id, reader, pupil_id, released_at)
      select r.school_id, r.id, 'guardian', r.pupil_id, least(r.guardian_due, now()) from app.result r
      join app.assessment a on a.school_id = r.school_id and a.id = r.assessment_id
      where r.guardian_due <= now() or a.title = 'Toets 3'`)
  await owner.query('set session_replication_role = origin')
  await owner.query(
    'vacuum analyze app.assessment, app.result, app.result_release, app.report_period, app.group_teacher',
  )
}

/** So many results whose moment came for the pupil, of which nothing is written down yet. */
export const addUnreleased = async (owner: pg.Client, count: number): Promise<string> => {
  await owner.query('set session_replication_role = replica')
  const { rows } = await owner.query<{ school: string }>('select id as school from app.school order by key limit 1')
  const [{ school } = { school: '' }] = rows
  await owner.query(
    `with tests as (insert into app.assessment (school_id, group_id, stage, subject, title, kind, scale, weight, made_on, set_by)
        select g.school_id, g.id, 'VO', 'Lezen', 'Stuk ' || k, 'written', 'tenths', 1, current_date, t.person_id
        from app.school_group g join app.staff t on t.school_id = g.school_id, generate_series(1, $2::int / 900) k
        where g.school_id = $1 returning school_id, id, group_id, set_by)
      insert into app.result (school_id, assessment_id, group_id, dossier, pupil_id, tenths, rule, at_time, later, counted, entered_by,
        entered_at, timed_at, pupil_due, guardian_due)
      select a.school_id, a.id, a.group_id, 'progress', m.pupil_id, 70, 'child_first', '17:00', 3, 'school_days', a.set_by,
        now() - interval '3 hours', now() - interval '3 hours', now() - interval '1 hour', now() + interval '3 days'
      from tests a join app.group_member m on m.school_id = a.school_id and m.group_id = a.group_id limit $2::int`,
    [school, count],
  )
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze app.assessment, app.result')
  return school
}
