-- A deputy reads of results what the head reads. Whose results these are and of which group, the deputy finds where this looks: the pupils
-- and the groups of the school, and who is in which. Asked of who works there alone, so that a family pays nothing for it.
create function app.is_pupil(school uuid, person uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.pupil p where p.school_id = school and p.person_id = person);
end $$;
drop policy person_exam on app.person;
create policy person_exam on app.person for select using ((select app.hat()) = 'staff' and (
  id = any ((select app.exam_people())::uuid[])
  or (school_id = any ((select app.result_schools('deputy'))::uuid[]) and app.is_pupil(school_id, id))));
drop policy pupil_exam on app.pupil;
create policy pupil_exam on app.pupil for select using ((select app.hat()) = 'staff' and (
  person_id = any ((select app.exam_people())::uuid[]) or school_id = any ((select app.result_schools('deputy'))::uuid[])));
drop policy school_group_exam on app.school_group;
create policy school_group_exam on app.school_group for select using ((select app.hat()) = 'staff' and (
  id = any ((select app.exam_groups())::uuid[]) or school_id = any ((select app.result_schools('deputy'))::uuid[])));
create policy group_member_results on app.group_member for select using (
  (select app.hat()) = 'staff' and school_id = any ((select app.result_schools('deputy'))::uuid[]));

-- What says that a version is known says no more than that, and why a teacher showed it earlier. Who did, and when the pupil told it, is
-- read by nobody: it is for the rules alone. When a teacher showed it or told the child is read apart.
alter table app.result_release add column shown_at timestamptz;
-- With the version that was withdrawn: gone for pupil and home.
alter table app.result_release add column ended_at timestamptz;
update app.result_release set shown_at = released_at where released_by <> pupil_id;
update app.result_release x set ended_at = r.ended_at from app.result r
  where r.school_id = x.school_id and r.id = x.result_id and r.ended_why = 'withdrawn';

-- Why, says a teacher who shows it; at home always. The pupil can have been told it in class, in primary education.
alter table app.result_release
  add constraint result_release_why check (btrim(reason) <> ''),
  add constraint result_release_home_why check (reader = 'pupil' or reason is not null or released_by is null or released_by = pupil_id);

create or replace function app.stamp_release() returns trigger language plpgsql as $$
begin
  if app.task() is distinct from 'operator' then new.released_at := app.now(); end if;
  new.shown_at := case when new.released_by <> new.pupil_id then new.released_at end;
  return new;
end $$;

-- A version that is withdrawn takes along what says that it was known.
create function app.withdraw_release() returns trigger language plpgsql as $$
begin
  update app.result_release set ended_at = app.now() where school_id = new.school_id and result_id = new.id;
  return null;
end $$;
create trigger takes_release_along after update of ended_why on app.result for each row
  when (new.ended_why = 'withdrawn' and old.ended_why is distinct from 'withdrawn') execute function app.withdraw_release();
create function app.end_release_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then raise exception 'what was withdrawn stays so'; end if;
  return new;
end $$;
create trigger ends_once before update of ended_at on app.result_release for each row
  when (new.ended_at is distinct from old.ended_at) execute function app.end_release_once();

drop policy result_release_read on app.result_release;
create policy result_release_read on app.result_release for select using (
  ((select app.hat()) = 'pupil' and ended_at is null and pupil_id = any ((select app.persons())::uuid[]))
  or ((select app.hat()) = 'guardian' and ended_at is null and reader = 'guardian' and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.hat()) = 'staff' and exists (select from app.result r
    where r.school_id = result_release.school_id and r.id = result_release.result_id))
  or ((select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[]))
  or (select app.task()) = 'purge');
create policy result_release_end on app.result_release for update using (
  (select app.hat()) = 'staff' and exists (select from app.result r
    where r.school_id = result_release.school_id and r.id = result_release.result_id and r.ended_why = 'withdrawn'));

-- Home hears of a retake together with what was got the first time, as far as who shows it knows of that; never of the retake alone.
create function app.is_first_at_home(school uuid, test uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select from app.assessment a
    join app.result o on o.school_id = a.school_id and o.assessment_id = a.retake_of and o.pupil_id = pupil and o.ended_at is null
    where a.school_id = school and a.id = test
      and not app.known_at_home(o.school_id, o.id, o.guardian_due, o.ended_at, o.ended_why));
end $$;
-- Whether a teacher tells the children of this test what they got, so that nothing is shown before its moment.
create function app.is_told_in_class(school uuid, test uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.assessment a where a.school_id = school and a.id = test and a.stage in ('BO', 'SO'));
end $$;
drop policy result_release_told on app.result_release;
create policy result_release_told on app.result_release for insert with check (
  reader = 'guardian' and (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
  and released_by = pupil_id and reason is null
  and exists (select from app.result r where r.school_id = result_release.school_id and r.id = result_id
    and app.is_first_at_home(r.school_id, r.assessment_id, r.pupil_id)));
drop policy result_release_early on app.result_release;
create policy result_release_early on app.result_release for insert with check (
  (select app.hat()) = 'staff' and released_by = any ((select app.persons())::uuid[])
  and exists (select from app.result r where r.school_id = result_release.school_id and r.id = result_id and r.ended_at is null
    and r.group_id = any ((select app.result_groups())::uuid[])
    and (reason is not null or (reader = 'pupil' and app.is_told_in_class(r.school_id, r.assessment_id)))
    and (reader = 'pupil' or (app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why)
      and app.is_first_at_home(r.school_id, r.assessment_id, r.pupil_id)))));

-- Reckons as before; when the child was told it reads from what it may read. A retake waits at home for the first time where that comes later.
create or replace function app.time_result() returns trigger language plpgsql as $$
declare
  test record;
  due record;
  again timestamptz;
  firsts timestamptz;
begin
  -- Who lays a school that is made up says when; nobody else does.
  if tg_op = 'INSERT' and app.task() is distinct from 'operator' then new.entered_at := app.now(); end if;
  select a.stage, a.retakable, a.retake_of,
      exists (select from app.assessment r where r.school_id = a.school_id and r.retake_of = a.id) as has_retake
    into test from app.assessment a where a.school_id = new.school_id and a.id = new.assessment_id;
  if not found then raise exception 'app.time_result: no test in reach'; end if;
  select m.* into due from app.two_moments(new.school_id, test.stage, new.pupil_id, new.rule, new.at_time, new.later, new.counted,
    new.entered_at, (select r.shown_at from app.result_release r
      where r.school_id = new.school_id and r.result_id = new.id and r.reader = 'pupil'),
    case when tg_op = 'UPDATE' and old.pupil_due <= app.now() then old.pupil_due end) m;
  if test.retake_of is not null then
    select m.guardian_due into firsts from app.result o, app.two_moments(o.school_id, test.stage, o.pupil_id, o.rule, o.at_time, o.later,
        o.counted, o.entered_at, (select r.shown_at from app.result_release r
          where r.school_id = o.school_id and r.result_id = o.id and r.reader = 'pupil'),
        case when o.pupil_due <= app.now() then o.pupil_due end) m
      where o.school_id = new.school_id and o.assessment_id = test.retake_of and o.pupil_id = new.pupil_id and o.ended_at is null
        and not app.known_at_home(o.school_id, o.id, o.guardian_due, o.ended_at, o.ended_why);
  end if;
  select min(x.guardian_due) into again from app.assessment r
    join app.result x on x.school_id = r.school_id and x.assessment_id = r.id and x.pupil_id = new.pupil_id and x.ended_at is null
    where r.school_id = new.school_id and r.retake_of = new.assessment_id;
  new.pupil_due := due.pupil_due;
  new.alone_due := case when new.waits_by is not null and new.tenths < 55 and (test.retakable or test.has_retake) then due.report
    else due.guardian_due end;
  new.guardian_due := case
    when tg_op = 'UPDATE' and old.guardian_due <= app.now() then greatest(due.pupil_due, old.guardian_due)
    when again is not null then least(due.report, greatest(due.guardian_due, again))
    when firsts is not null then greatest(new.alone_due, least(due.report, firsts))
    else new.alone_due end;
  new.guardian_due := greatest(new.pupil_due, new.guardian_due);
  return new;
end $$;

-- What a pupil chose goes out of sight with what was withdrawn, and a talk is noted by who held it: each marks what is theirs, once.
drop policy result_telling_read on app.result_telling;
create policy result_telling_read on app.result_telling for select using (
  ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
    and exists (select from app.result r where r.school_id = result_telling.school_id and r.id = result_id))
  or (choice = 'mentor' and undone_at is null and exists (select from app.result r where r.school_id = result_telling.school_id
    and r.id = result_id and r.group_id = any ((select app.result_groups())::uuid[]))));
drop policy result_telling_change on app.result_telling;
create policy result_telling_change on app.result_telling for update using (
  ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
    and exists (select from app.result r where r.school_id = result_telling.school_id and r.id = result_id))
  or (choice = 'mentor' and undone_at is null and exists (select from app.result r where r.school_id = result_telling.school_id
    and r.id = result_id and r.group_id = any ((select app.result_groups())::uuid[]))));
create function app.mark_own_telling() returns trigger language plpgsql as $$
begin
  if new.undone_at is distinct from old.undone_at then
    if app.hat() is distinct from 'pupil' or old.undone_at is not null then raise exception 'a choice is undone by its pupil, once'; end if;
    new.undone_at := app.now();
  end if;
  if (new.talked_at, new.talked_by) is distinct from (old.talked_at, old.talked_by) then
    if app.hat() is distinct from 'staff' or old.talked_at is not null or new.talked_by is null
        or new.talked_by <> all (app.persons()) then
      raise exception 'a talk is noted by who held it, once';
    end if;
    new.talked_at := app.now();
  end if;
  return new;
end $$;
create trigger marks_own before update of undone_at, talked_at, talked_by on app.result_telling for each row
  execute function app.mark_own_telling();

-- That home waits is read and ended by who teaches the pupil today.
create function app.teaches_results_of(school uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.group_member m where m.school_id = school and m.pupil_id = pupil
    and m.group_id = any (app.result_groups()) and m.started_on <= app.today() and (m.ended_on is null or m.ended_on > app.today()));
end $$;
drop policy result_pause_read on app.result_pause;
create policy result_pause_read on app.result_pause for select using (
  ((select app.hat()) = 'staff' and app.teaches_results_of(school_id, pupil_id))
  or ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or ((select app.task()) in ('release', 'operator') and school_id = any ((select app.schools())::uuid[])));
drop policy result_pause_add on app.result_pause;
create policy result_pause_add on app.result_pause for insert with check (
  paused_by = any ((select app.persons())::uuid[]) and app.teaches_results_of(school_id, pupil_id));
drop policy result_pause_end on app.result_pause;
create policy result_pause_end on app.result_pause for update using (app.teaches_results_of(school_id, pupil_id));
