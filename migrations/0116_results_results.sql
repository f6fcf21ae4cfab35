-- Results: what a teacher tests, and what each pupil got. A row of `result` is one version: what was entered never changes. It carries
-- the two moments at which it may be known, by the pupil and at home, which the database alone reckons.

create table app.assessment (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  stage text not null,
  subject text not null check (length(subject) between 1 and 80),
  title text not null check (length(title) between 1 and 120),
  kind text not null check (kind in ('written', 'oral', 'practical', 'assignment', 'listening', 'reading', 'cito', 'observation')),
  -- tenths: 1,0 to 10,0. words: O V G. roman: I to V. letters: A to E. function: M4, E7. words_only: what the teacher saw.
  scale text not null check (scale in ('tenths', 'words', 'roman', 'letters', 'function', 'words_only')),
  dossier text not null default 'progress' check (dossier in ('progress', 'exam')),
  weight integer not null check (weight between 0 and 100),
  period_id uuid,
  made_on date not null,
  -- The test that this one is made again for; whether one is to come.
  retake_of uuid,
  retakable boolean not null default false,
  set_by uuid not null,
  set_at timestamptz not null default app.now(),
  -- A key of the form it was typed in: sent twice it is set once.
  once text not null default gen_random_uuid()::text check (length(once) between 16 and 64),
  primary key (school_id, id),
  unique (school_id, id, group_id, dossier),
  unique (school_id, set_by, once),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, stage) references app.school_stage (school_id, stage),
  foreign key (school_id, period_id) references app.report_period (school_id, id) on delete set null (period_id),
  foreign key (school_id, retake_of, group_id, dossier) references app.assessment (school_id, id, group_id, dossier),
  foreign key (school_id, set_by) references app.staff (school_id, person_id),
  check (retake_of <> id),
  -- Levels compare a child with others of its age: they weigh nothing, and no exam is made of them.
  check (scale in ('tenths', 'words') or (weight = 0 and dossier = 'progress' and retake_of is null and not retakable))
);
create index assessment_group on app.assessment (school_id, group_id, made_on);
create index assessment_retake on app.assessment (school_id, retake_of) where retake_of is not null;

create table app.result (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  assessment_id uuid not null,
  group_id uuid not null,
  dossier text not null,
  pupil_id uuid not null,
  tenths integer check (tenths between 10 and 100),
  -- O V G RV U ZG, Vr, Inh; I to V and I+; A to E; M4 or E7.
  mark text check (mark ~ '^(O|M|RV|V|G|ZG|U|Vr|Inh|I\+|I|II|III|IV|V|[A-E]|[ME][1-8])$'),
  words text check (length(words) between 1 and 1000),
  -- What was agreed about showing results on the day it was entered.
  agreement_id uuid,
  rule text not null check (rule in ('direct', 'school_days', 'mon_thu', 'report', 'child_first')),
  at_time time not null check (at_time between '07:00' and '21:00'),
  later integer not null check (later between 0 and 10),
  counted text not null check (counted in ('school_days', 'calendar_days')),
  -- The agreement by which too low a grade waits for the retake.
  waits_by uuid,
  entered_by uuid not null,
  entered_at timestamptz not null default app.now(),
  -- When it was last reckoned. Whoever sets it gets the moments as they follow from the calendar, and cannot type them.
  timed_at timestamptz not null default app.now(),
  pupil_due timestamptz not null default 'infinity',
  guardian_due timestamptz not null default 'infinity',
  -- The moment at home as if nothing was made again: what the pupil reads until the retake is known.
  alone_due timestamptz not null default 'infinity',
  ended_at timestamptz,
  ended_by uuid,
  ended_why text check (ended_why in ('changed', 'withdrawn')),
  primary key (school_id, id),
  unique (school_id, id, pupil_id),
  foreign key (school_id, assessment_id, group_id, dossier) references app.assessment (school_id, id, group_id, dossier),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete set null (agreement_id),
  foreign key (school_id, waits_by) references app.agreement (school_id, id) on delete set null (waits_by),
  foreign key (school_id, entered_by) references app.staff (school_id, person_id),
  foreign key (school_id, ended_by) references app.staff (school_id, person_id),
  check (coalesce(mark, words) is not null or tenths is not null),
  check (tenths is null or mark is null),
  check ((ended_at is null) = (ended_why is null)),
  check (guardian_due >= pupil_due)
);
create unique index result_current on app.result (school_id, assessment_id, pupil_id) where ended_at is null;
create index result_pupil on app.result (pupil_id, entered_at);
create index result_group on app.result (group_id, assessment_id);
create index result_pupil_due on app.result (school_id, pupil_due);
create index result_guardian_due on app.result (school_id, guardian_due);

-- That a version is known, to the pupil or at home: what the clock did is written down a moment later, so that nothing that was seen is
-- ever hidden by a clock that is set back. Before its moment it is written by the pupil who told it at home, or by a teacher.
create table app.result_release (
  school_id uuid not null,
  result_id uuid not null,
  reader text not null check (reader in ('pupil', 'guardian')),
  pupil_id uuid not null,
  released_at timestamptz not null default app.now(),
  -- Nobody: the clock did.
  released_by uuid,
  -- Why a teacher showed it before its moment. Told to whom it was shown.
  reason text check (length(reason) between 1 and 300),
  primary key (school_id, result_id, reader),
  foreign key (school_id, result_id, pupil_id) references app.result (school_id, id, pupil_id) on delete cascade,
  foreign key (school_id, released_by) references app.person (school_id, id)
);
create index result_release_pupil on app.result_release (pupil_id, reader);

-- What a pupil chose: told it, will tell it, or wants to talk with the mentor first.
create table app.result_telling (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  result_id uuid not null,
  pupil_id uuid not null,
  choice text not null check (choice in ('told', 'self', 'mentor')),
  chosen_at timestamptz not null default app.now(),
  undone_at timestamptz,
  -- That the mentor talked with the pupil.
  talked_at timestamptz,
  talked_by uuid,
  primary key (school_id, id),
  foreign key (school_id, result_id, pupil_id) references app.result (school_id, id, pupil_id) on delete cascade,
  foreign key (school_id, talked_by) references app.staff (school_id, person_id)
);
create unique index result_telling_current on app.result_telling (school_id, result_id) where undone_at is null;
create index result_telling_pupil on app.result_telling (pupil_id, chosen_at);

-- Days on which a pupil cannot look or tell, ill or without a device: they do not count for the moment at home.
create table app.result_pause (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  on_from date not null default app.today(),
  on_until date not null check (on_until >= on_from - 1 and on_until <= on_from + 30),
  paused_by uuid not null,
  paused_at timestamptz not null default app.now(),
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, paused_by) references app.staff (school_id, person_id)
);
create index result_pause_pupil on app.result_pause (school_id, pupil_id);

-- A change in the exam dossier is proposed by one and decided by another.
create table app.exam_change (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  result_id uuid not null,
  pupil_id uuid not null,
  group_id uuid not null,
  -- Nothing of these: it is to be withdrawn.
  tenths integer check (tenths between 10 and 100),
  mark text check (mark ~ '^(O|M|RV|V|G|ZG|U|Vr|Inh)$'),
  reason text not null check (length(reason) between 1 and 300),
  proposed_by uuid not null,
  proposed_at timestamptz not null default app.now(),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('yes', 'no')),
  primary key (school_id, id),
  foreign key (school_id, result_id, pupil_id) references app.result (school_id, id, pupil_id) on delete cascade,
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, proposed_by) references app.staff (school_id, person_id),
  foreign key (school_id, decided_by) references app.staff (school_id, person_id),
  check (tenths is null or mark is null),
  check ((decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null)),
  check (decided_by <> proposed_by)
);
create unique index exam_change_open on app.exam_change (school_id, result_id) where decided_at is null;

-- THE GATE. Whether a version is out for a reader whose moment this is, as far as the row itself tells: not taken back, and its moment
-- came while it was the version that counted. What was replaced before its moment is never shown.
create function app.is_out(due timestamptz, ended_at timestamptz, ended_why text) returns boolean language sql stable parallel safe
  as $$ select due <= app.now() and (ended_at is null or (ended_why = 'changed' and due <= ended_at)) $$;

-- The days without lessons from one day to another, weekends left out: days off, holidays as the school keeps them, feast days. It says of
-- many days what `app.is_lesson_day` says of one, and speaks only of a school in reach.
create function app.closed_days(school uuid, first date, last date) returns datemultirange language plpgsql stable as $$
declare
  here text;
begin
  select s.region into here from app.school s where s.id = school;
  if here is null or first is null or last is null then raise exception 'app.closed_days: no school in reach, or no day'; end if;
  return coalesce((select range_agg(c.days) from (
    select daterange(o.starts_on, o.ends_on, '[]') as days from app.day_off o
      where o.school_id = school and o.ends_on >= first and o.starts_on <= last
    union all
    select daterange(coalesce(o.starts_on, h.starts_on), coalesce(o.ends_on, h.ends_on), '[]') from app.holiday h
      left join app.own_holiday o on o.school_id = school and o.kind = h.kind and o.first_year = app.first_year(h.starts_on)
      where h.region = here and (o.school_id is null or o.starts_on is not null)
        and coalesce(o.ends_on, h.ends_on) >= first and coalesce(o.starts_on, h.starts_on) <= last
    union all
    select daterange(f.on_day, f.on_day, '[]')
      from app.feast_days(extract(year from first)::int, extract(year from last)::int) f) c), '{}');
end $$;

-- The first moment agreed for pupils, at an instant or after it: on a lesson day, not later in the week than `last_day`.
-- `closed`: the days without lessons of more than a year from that day on.
create function app.next_moment(closed datemultirange, after timestamptz, at_time time, last_day integer) returns timestamptz
  language plpgsql stable as $$
declare
  d date := (after at time zone 'Europe/Amsterdam')::date;
  found_at timestamptz;
begin
  for i in 0..370 loop
    if extract(isodow from d) <= least(last_day, 5) and not closed @> d then
      found_at := (d + at_time) at time zone 'Europe/Amsterdam';
      if found_at >= after then return found_at; end if;
    end if;
    d := d + 1;
  end loop;
  return 'infinity';
end $$;

-- So many days after the pupil, on the agreed time: lesson days or days of the calendar, on which this pupil could look.
create function app.later_moment(closed datemultirange, school uuid, pupil uuid, since timestamptz, at_time time, later integer,
  counted text) returns timestamptz language plpgsql stable as $$
declare
  d date := (since at time zone 'Europe/Amsterdam')::date;
  left_over integer := later;
  paused datemultirange;
begin
  if since is null or not isfinite(since) then return since; end if;
  -- A pause that was ended on its first day has no day.
  select coalesce(range_agg(daterange(p.on_from, p.on_until, '[]')), '{}') into paused from app.result_pause p
    where p.school_id = school and p.pupil_id = pupil and p.on_until >= greatest(d, p.on_from);
  if left_over = 0 and not paused @> d then return since; end if;
  while left_over > 0 or paused @> d or (later = 0 and (extract(isodow from d) > 5 or closed @> d)) loop
    d := d + 1;
    if left_over > 0 and not paused @> d
        and (counted = 'calendar_days' or (extract(isodow from d) <= 5 and not closed @> d)) then
      left_over := left_over - 1;
    end if;
    if d > (since at time zone 'Europe/Amsterdam')::date + 400 then return 'infinity'; end if;
  end loop;
  return greatest(since, (d + at_time) at time zone 'Europe/Amsterdam');
end $$;

-- Whether it was written down that a version is known. Not inlined: what is out by its own moment is not looked up.
create function app.is_released(school uuid, of_result uuid, to_reader text) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.result_release r where r.school_id = school and r.result_id = of_result and r.reader = to_reader);
end $$;

-- The versions of which it was written down that they are known, of the pupils in reach of the one who asks. Of a family that reads many
-- versions it is asked once, and not before the first of them that is not out.
create function app.released(to_reader text) returns setof uuid language plpgsql stable rows 1000 as $$
declare
  pupils uuid[] := case to_reader when 'pupil' then app.persons() else app.pupils() end;
begin
  return query select r.result_id from app.result_release r where r.pupil_id = any (pupils) and r.reader = to_reader;
end $$;

-- What a reader may know of a version: it is out, or that it was is written down.
create function app.is_known(due timestamptz, ended_at timestamptz, ended_why text, released boolean) returns boolean language sql stable
  as $$ select app.is_out(due, ended_at, ended_why) or (ended_why is distinct from 'withdrawn' and released) $$;
create function app.known_by_pupil(school uuid, of_result uuid, pupil_due timestamptz, ended_at timestamptz, ended_why text)
  returns boolean language sql stable
  as $$ select app.is_known(pupil_due, ended_at, ended_why, app.is_released(school, of_result, 'pupil')) $$;
create function app.known_at_home(school uuid, of_result uuid, guardian_due timestamptz, ended_at timestamptz, ended_why text)
  returns boolean language sql stable
  as $$ select app.is_known(guardian_due, ended_at, ended_why, app.is_released(school, of_result, 'guardian')) $$;

-- Of a guardian let to see more for a time: what the pupil saw in that time, also after it. Asked only of what home does not know, and of
-- pupils of whom more was ever shown.
create function app.known_wider(school uuid, pupil uuid, pupil_due timestamptz, ended_at timestamptz, ended_why text)
  returns boolean language plpgsql stable as $$
begin
  return app.is_out(pupil_due, ended_at, ended_why) and pupil = any (app.widened()) and pupil_due <= app.wider_until(school, pupil);
end $$;

-- The days with lessons between two days, both included, in order.
create function app.lesson_days(school uuid, first date, last date) returns date[] language plpgsql stable as $$
declare
  closed datemultirange := app.closed_days(school, first, last);
begin
  return array(select d::date from generate_series(first::timestamp, last::timestamp, interval '1 day') d
    where extract(isodow from d) <= 5 and not closed @> d::date order by 1);
end $$;

-- What a guardian sees of a child by the calendar alone: everything that the pupil could see until this moment of the pupil's, and when
-- that moves on. It follows from what is agreed and from no result. In primary education and with 'report': from report to report.
create function app.home_moments(school uuid, pupil uuid, of_stage text, rule text, at_time time, later integer, counted text,
  out seen_until timestamptz, out next_at timestamptz) language plpgsql stable as $$
declare
  today date := app.today();
  closed datemultirange;
  d date := today + 61;
  moment timestamptz;
  due timestamptz;
  after_it timestamptz;
begin
  if rule = 'direct' then
    seen_until := app.now();
    return;
  end if;
  select max((p.report_on + p.report_at) at time zone 'Europe/Amsterdam') into seen_until from app.report_period p
    where p.school_id = school and p.stage = of_stage and (p.report_on + p.report_at) at time zone 'Europe/Amsterdam' <= app.now();
  next_at := app.next_report(school, of_stage, app.now());
  if rule = 'report' or of_stage in ('BO', 'SO') then return; end if;
  -- Later moments of the pupil are later at home: from the newest back to the first that is out.
  closed := app.closed_days(school, today - 80, today + 500);
  while d > today - 80 loop
    d := d - 1;
    continue when extract(isodow from d) > case rule when 'mon_thu' then 4 else 5 end or closed @> d;
    moment := (d + at_time) at time zone 'Europe/Amsterdam';
    if moment <= app.now() then
      due := app.later_moment(closed, school, pupil, moment, at_time, later, counted);
      if due <= app.now() then
        seen_until := greatest(seen_until, moment);
        exit;
      end if;
    end if;
    after_it := moment;
  end loop;
  next_at := least(next_at, app.later_moment(closed, school, pupil, after_it, at_time, later, counted));
end $$;

-- The two moments of anything that a pupil is to tell first: a result, and whatever a school registers later of a pupil. Home never goes
-- before the pupil, and neither goes beyond the next report. In primary education the teacher tells the child: the pupil's moment is then.
-- @param since when it was entered; @param told_at when the teacher told the child; @param came the pupil's moment when it came already
create function app.two_moments(school uuid, of_stage text, pupil uuid, rule text, at_time time, later integer, counted text,
  since timestamptz, told_at timestamptz, came timestamptz, out pupil_due timestamptz, out guardian_due timestamptz, out report timestamptz)
  language plpgsql stable as $$
declare
  -- A child can be told long after it was entered.
  closed datemultirange := app.closed_days(school, (since at time zone 'Europe/Amsterdam')::date,
    (greatest(since, app.now()) at time zone 'Europe/Amsterdam')::date + 900);
begin
  report := app.next_report(school, of_stage, since);
  pupil_due := coalesce(came, least(report, case
    when rule = 'direct' then since
    when of_stage in ('BO', 'SO') then coalesce(told_at, 'infinity')
    when rule = 'mon_thu' then app.next_moment(closed, since, at_time, 4)
    else app.next_moment(closed, since, at_time, 5) end));
  guardian_due := case rule when 'report' then report
    else app.later_moment(closed, school, pupil, pupil_due, at_time, later, counted) end;
  guardian_due := greatest(pupil_due, least(guardian_due, report));
end $$;

-- Reckons the two moments of a version. A moment that came stays as it is. With a retake that was marked both come home together; without,
-- a grade that is too low waits where that was agreed.
create function app.time_result() returns trigger language plpgsql as $$
declare
  test record;
  due record;
  again timestamptz;
begin
  -- Who lays a school that is made up says when; nobody else does.
  if tg_op = 'INSERT' and app.task() is distinct from 'operator' then new.entered_at := app.now(); end if;
  select a.stage, a.retakable, exists (select from app.assessment r where r.school_id = a.school_id and r.retake_of = a.id) as has_retake
    into test from app.assessment a where a.school_id = new.school_id and a.id = new.assessment_id;
  if not found then raise exception 'app.time_result: no test in reach'; end if;
  select m.* into due from app.two_moments(new.school_id, test.stage, new.pupil_id, new.rule, new.at_time, new.later, new.counted,
    new.entered_at, (select r.released_at from app.result_release r
      where r.school_id = new.school_id and r.result_id = new.id and r.reader = 'pupil'),
    case when tg_op = 'UPDATE' and old.pupil_due <= app.now() then old.pupil_due end) m;
  select min(x.guardian_due) into again from app.assessment r
    join app.result x on x.school_id = r.school_id and x.assessment_id = r.id and x.pupil_id = new.pupil_id and x.ended_at is null
    where r.school_id = new.school_id and r.retake_of = new.assessment_id;
  new.pupil_due := due.pupil_due;
  new.alone_due := case when new.waits_by is not null and new.tenths < 55 and (test.retakable or test.has_retake) then due.report
    else due.guardian_due end;
  new.guardian_due := case
    when tg_op = 'UPDATE' and old.guardian_due <= app.now() then greatest(due.pupil_due, old.guardian_due)
    when again is not null then least(due.report, greatest(due.guardian_due, again))
    else new.alone_due end;
  new.guardian_due := greatest(new.pupil_due, new.guardian_due);
  return new;
end $$;
create trigger time_result_new before insert on app.result for each row execute function app.time_result();
create trigger time_result_again before update of timed_at on app.result for each row execute function app.time_result();

-- Reckons anew what is not known at home yet: of a school, or of these pupils. The house does it, whoever was the cause.
create function app.time_again(school uuid, pupils uuid[] default null) returns void language plpgsql volatile as $$
declare
  was text := coalesce(app.task(), '');
begin
  perform set_config('app.task', 'release', true);
  update app.result set timed_at = app.now()
    where school_id = school and ended_at is null and guardian_due > app.now() and (pupils is null or pupil_id = any (pupils));
  perform set_config('app.task', was, true);
end $$;

-- A day off, a holiday, a report moment or the region that changes moves what is still to come.
create function app.calendar_moved() returns trigger language plpgsql as $$
declare
  school uuid;
begin
  for school in select distinct c.school_id from changed c loop
    perform app.time_again(school);
  end loop;
  return null;
end $$;
create function app.region_moved() returns trigger language plpgsql as $$
begin
  perform app.time_again(new.id);
  return null;
end $$;
do $$ declare t text; begin
  foreach t in array array['day_off', 'own_holiday', 'report_period', 'report_rule'] loop
    execute format('create trigger moves_results_insert after insert on app.%I referencing new table as changed
      for each statement execute function app.calendar_moved()', t);
    execute format('create trigger moves_results_update after update on app.%I referencing new table as changed
      for each statement execute function app.calendar_moved()', t);
    execute format('create trigger moves_results_delete after delete on app.%I referencing old table as changed
      for each statement execute function app.calendar_moved()', t);
  end loop;
end $$;
create trigger moves_results after update of region on app.school for each row when (old.region is distinct from new.region)
  execute function app.region_moved();

-- The groups that the one who asks teaches: not those taken for a day. And the schools whose results a head or deputy reads, or whose
-- exam dossier is decided on by the exam secretary too.
create function app.result_groups() returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'staff' then return null; end if;
  return array(select t.group_id from app.group_teacher t join app.staff_role r on r.school_id = t.school_id
      and r.person_id = t.person_id and r.role = 'teacher'
      and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today())
    where t.school_id = any (app.schools()) and t.person_id = any (app.persons())
      and t.started_on <= app.today() and (t.ended_on is null or t.ended_on > app.today()));
end $$;
create function app.result_schools(variadic roles text[]) returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'staff' then return null; end if;
  return array(select r.school_id from app.staff_role r where r.school_id = any (app.schools()) and r.person_id = any (app.persons())
    and r.role = any (roles) and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today()));
end $$;

-- A result goes two years after the pupil left the school.
create function app.left_two_years_ago(school uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.pupil p where p.school_id = school and p.person_id = pupil and p.left_on < app.today() - 730);
end $$;
create policy pupil_left on app.pupil for select using ((select app.task()) = 'purge' and left_on < (select app.today()) - 730);

do $$ declare t text; begin
  foreach t in array array['assessment', 'result', 'result_release', 'result_telling', 'result_pause', 'exam_change'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- A result: for the pupil and at home what is out; for a guardian let to see more, what the pupil saw in that time.
create policy result_read_pupil on app.result for select using (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
  and app.is_known(pupil_due, ended_at, ended_why, id in (select app.released('pupil'))));
create policy result_read_guardian on app.result for select using (
  (select app.hat()) = 'guardian' and pupil_id = any ((select app.pupils())::uuid[])
  and (app.is_known(guardian_due, ended_at, ended_why, id in (select app.released('guardian')))
    or (pupil_id = any ((select app.widened())::uuid[]) and app.known_wider(school_id, pupil_id, pupil_due, ended_at, ended_why))));
create policy result_read_staff on app.result for select using (
  group_id = any ((select app.result_groups())::uuid[])
  or school_id = any ((select app.result_schools('head', 'deputy'))::uuid[])
  or (dossier = 'exam' and school_id = any ((select app.result_schools('exam_secretary'))::uuid[])));
create policy result_read_house on app.result for select using (
  ((select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[]))
  -- Without a task that is neither yes nor no, and every row would be looked up.
  or ((select coalesce(app.task() = 'purge', false)) and app.left_two_years_ago(school_id, pupil_id)));

-- Whether this pupil has a version of this test already: in the exam dossier a second one is for who decides.
create function app.has_result(school uuid, test uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.result r where r.school_id = school and r.assessment_id = test and r.pupil_id = pupil
    and r.ended_why is distinct from 'withdrawn');
end $$;
-- Whether these are the terms of an agreement about showing results; without one: Kind eerst.
create function app.is_release_rule(school uuid, agreement uuid, rule text, at_time time, later integer, counted text)
  returns boolean language plpgsql stable as $$
begin
  if agreement is null then
    return (rule, at_time, later, counted) = ('child_first', time '17:00', 3, 'school_days');
  end if;
  return exists (select from app.agreement a where a.school_id = school and a.id = agreement and a.kind = 'grade-release'
    and a.terms ->> 'when' = rule and (a.terms ->> 'time')::time = at_time and (a.terms ->> 'later')::int = later
    and coalesce(a.terms ->> 'counted', 'school_days') = counted);
end $$;
create function app.is_at_school(school uuid, pupil uuid, at_group uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.group_member m where m.school_id = school and m.pupil_id = pupil and m.group_id = at_group
    and m.started_on <= app.today() and (m.ended_on is null or m.ended_on > app.today()));
end $$;

create policy result_enter on app.result for insert with check (
  (group_id = any ((select app.result_groups())::uuid[]) and entered_by = any ((select app.persons())::uuid[])
    and (dossier = 'progress' or not app.has_result(school_id, assessment_id, pupil_id))
    and app.is_at_school(school_id, pupil_id, group_id)
    and app.is_release_rule(school_id, agreement_id, rule, at_time, later, counted))
  or (dossier = 'exam' and school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[])
    and entered_by = any ((select app.persons())::uuid[]) and app.has_result(school_id, assessment_id, pupil_id)
    and app.is_release_rule(school_id, agreement_id, rule, at_time, later, counted))
  or ((select app.task()) = 'operator' and school_id = any ((select app.office())::uuid[])
    and exists (select from app.school s where s.id = result.school_id and s.synthetic)));
create policy result_end on app.result for update using (
  (dossier = 'progress' and group_id = any ((select app.result_groups())::uuid[]))
  or (dossier = 'exam' and school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[])))
  with check (ended_by = any ((select app.persons())::uuid[]));
create policy result_time on app.result for update using (
  (select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[]));

-- A test: for who teaches the group, and to a family once there is something of it that is out.
create policy assessment_read on app.assessment for select using (
  group_id = any ((select app.result_groups())::uuid[])
  or school_id = any ((select app.result_schools('head', 'deputy'))::uuid[])
  or (dossier = 'exam' and school_id = any ((select app.result_schools('exam_secretary'))::uuid[]))
  or ((select app.hat()) in ('guardian', 'pupil')
    and id in (select r.assessment_id from app.result r where r.pupil_id = any ((select app.pupils())::uuid[])))
  or ((select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[]))
  or (select app.task()) = 'purge');
create policy assessment_add on app.assessment for insert with check (
  (group_id = any ((select app.result_groups())::uuid[]) and set_by = any ((select app.persons())::uuid[]))
  or ((select app.task()) = 'operator' and school_id = any ((select app.office())::uuid[])
    and exists (select from app.school s where s.id = assessment.school_id and s.synthetic)));
create policy assessment_change on app.assessment for update using (group_id = any ((select app.result_groups())::uuid[]));
create policy assessment_drop on app.assessment for delete using (
  (group_id = any ((select app.result_groups())::uuid[]) and not exists (select from app.result r
    where r.school_id = assessment.school_id and r.assessment_id = assessment.id))
  or (select app.task()) = 'purge');

-- That it is known. A guardian reads no row that tells of the pupil alone.
create policy result_release_read on app.result_release for select using (
  ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or ((select app.hat()) = 'guardian' and reader = 'guardian' and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.hat()) = 'staff' and exists (select from app.result r
    where r.school_id = result_release.school_id and r.id = result_release.result_id))
  or ((select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[]))
  or (select app.task()) = 'purge');
-- The pupil tells at home what the pupil knows; a teacher shows earlier, with the reason, or told the child; the clock does the rest.
create policy result_release_told on app.result_release for insert with check (
  reader = 'guardian' and (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
  and released_by = pupil_id and reason is null
  and exists (select from app.result r where r.school_id = result_release.school_id and r.id = result_id));
create policy result_release_early on app.result_release for insert with check (
  (select app.hat()) = 'staff' and released_by = any ((select app.persons())::uuid[])
  and exists (select from app.result r where r.school_id = result_release.school_id and r.id = result_id and r.ended_at is null
    and r.group_id = any ((select app.result_groups())::uuid[]))
  and (reader = 'pupil' or app.is_released(school_id, result_id, 'pupil')));
create policy result_release_clock on app.result_release for insert with check (
  ((select app.task()) = 'release' and released_by is null and school_id = any ((select app.schools())::uuid[])
    and exists (select from app.result r where r.school_id = result_release.school_id and r.id = result_id
      and app.is_out(case reader when 'pupil' then r.pupil_due else r.guardian_due end, r.ended_at, r.ended_why)))
  or ((select app.task()) = 'operator' and school_id = any ((select app.office())::uuid[])
    and exists (select from app.school s where s.id = result_release.school_id and s.synthetic)));
create policy result_release_undone on app.result_release for delete using (
  reader = 'guardian' and (select app.hat()) = 'pupil' and released_by = any ((select app.persons())::uuid[])
  and released_at > (select app.now()) - interval '10 minutes');

create policy result_telling_read on app.result_telling for select using (
  ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or (choice = 'mentor' and undone_at is null and exists (select from app.result r where r.school_id = result_telling.school_id
    and r.id = result_id and r.group_id = any ((select app.result_groups())::uuid[]))));
create policy result_telling_add on app.result_telling for insert with check (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
  and exists (select from app.result r where r.school_id = result_telling.school_id and r.id = result_id));
create policy result_telling_change on app.result_telling for update using (
  ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or (choice = 'mentor' and undone_at is null and exists (select from app.result r where r.school_id = result_telling.school_id
    and r.id = result_id and r.group_id = any ((select app.result_groups())::uuid[]))));

create policy result_pause_read on app.result_pause for select using (
  ((select app.hat()) = 'staff' and exists (select from app.group_member m where m.school_id = result_pause.school_id
    and m.pupil_id = result_pause.pupil_id and m.group_id = any ((select app.result_groups())::uuid[])))
  or ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or ((select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[])));
create policy result_pause_add on app.result_pause for insert with check (
  paused_by = any ((select app.persons())::uuid[]) and exists (select from app.group_member m
    where m.school_id = result_pause.school_id and m.pupil_id = result_pause.pupil_id
      and m.group_id = any ((select app.result_groups())::uuid[])
      and m.started_on <= (select app.today()) and (m.ended_on is null or m.ended_on > (select app.today()))));
create policy result_pause_end on app.result_pause for update using (exists (select from app.group_member m
  where m.school_id = result_pause.school_id and m.pupil_id = result_pause.pupil_id
    and m.group_id = any ((select app.result_groups())::uuid[])));

create policy exam_change_read on app.exam_change for select using (
  group_id = any ((select app.result_groups())::uuid[])
  or school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[]));
create policy exam_change_propose on app.exam_change for insert with check (
  proposed_by = any ((select app.persons())::uuid[]) and decided_at is null
  and exists (select from app.result r where r.school_id = exam_change.school_id and r.id = result_id and r.dossier = 'exam'
    and r.group_id = exam_change.group_id and r.ended_at is null and (r.group_id = any ((select app.result_groups())::uuid[])
      or r.school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[]))));
create policy exam_change_decide on app.exam_change for update using (
  decided_at is null and school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[])
  and proposed_by <> all ((select app.persons())::uuid[]))
  with check (decided_by = any ((select app.persons())::uuid[]));

create policy result_purge on app.result for delete using (
  (select app.task()) = 'purge' and app.left_two_years_ago(school_id, pupil_id));
create policy result_pause_purge on app.result_pause for delete using ((select app.task()) = 'purge' and on_until < (select app.today()) - 60);
create policy result_pause_old on app.result_pause for select using ((select app.task()) = 'purge' and on_until < (select app.today()) - 60);

-- Deletes the results of who left two years ago, and the tests of which none is left. Whether something is left of a test the purge may
-- not read: the key says so. Of tests that nothing was ever entered of some hundreds a night.
create function app.purge_results() returns void language plpgsql volatile as $$
declare
  test record;
  gone uuid[];
begin
  with deleted as (delete from app.result returning assessment_id) select array_agg(distinct assessment_id) into gone from deleted;
  for test in select a.school_id, a.id from app.assessment a where a.id = any (gone)
      union (select a.school_id, a.id from app.assessment a where a.made_on < app.today() - 730 order by random() limit 300) loop
    begin
      delete from app.assessment a where a.school_id = test.school_id and a.id = test.id;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
