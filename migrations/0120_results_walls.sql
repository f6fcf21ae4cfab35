-- Retakes are reckoned first: what was got the first time comes home together with them, and follows where they go.
create or replace function app.time_again(school uuid, pupils uuid[] default null) returns void language plpgsql volatile as $$
declare
  was text := coalesce(app.task(), '');
  retakes boolean;
begin
  perform set_config('app.task', 'release', true);
  foreach retakes in array array[true, false] loop
    update app.result r set timed_at = app.now()
      where r.school_id = school and r.ended_at is null and r.guardian_due > app.now() and (pupils is null or r.pupil_id = any (pupils))
        and retakes = exists (select from app.assessment a
          where a.school_id = r.school_id and a.id = r.assessment_id and a.retake_of is not null);
  end loop;
  perform set_config('app.task', was, true);
end $$;

-- When something was shown or chosen the database says, but for who lays a school that is made up: the ten minutes hang on it, and in
-- primary education the moment at home.
create function app.stamp_release() returns trigger language plpgsql as $$
begin
  if app.task() is distinct from 'operator' then new.released_at := app.now(); end if;
  return new;
end $$;
create trigger stamps before insert on app.result_release for each row execute function app.stamp_release();
create function app.stamp_telling() returns trigger language plpgsql as $$
begin
  if app.task() is distinct from 'operator' then new.chosen_at := app.now(); end if;
  return new;
end $$;
create trigger stamps before insert on app.result_telling for each row execute function app.stamp_telling();

-- In the exam dossier nobody ends a version alone: somebody else proposed it, and it was agreed to.
create function app.is_agreed_on(school uuid, of_result uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.exam_change x where x.school_id = school and x.result_id = of_result and x.decision = 'yes');
end $$;
drop policy result_end on app.result;
create policy result_end on app.result for update using (
  (dossier = 'progress' and group_id = any ((select app.result_groups())::uuid[]))
  or (dossier = 'exam' and school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[])
    and app.is_agreed_on(school_id, id)))
  with check (ended_by = any ((select app.persons())::uuid[]));

-- What takes its place there is what was agreed on.
create function app.is_agreed_grade(school uuid, test uuid, pupil uuid, tenths integer, mark text) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.exam_change x join app.result r on r.school_id = x.school_id and r.id = x.result_id
    where x.school_id = school and r.assessment_id = test and r.pupil_id = pupil and x.decision = 'yes'
      and x.tenths is not distinct from is_agreed_grade.tenths and x.mark is not distinct from is_agreed_grade.mark);
end $$;
-- An agreement that holds, for everybody or for this pupil. What it comes down to stands in the row.
create or replace function app.is_release_rule(school uuid, agreement uuid, rule text, at_time time, later integer, counted text)
  returns boolean language plpgsql stable as $$
begin
  if agreement is null then
    return (rule, at_time, later, counted) = ('child_first', time '17:00', 3, 'school_days');
  end if;
  return exists (select from app.agreement a join app.agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id
    where a.school_id = school and a.id = agreement and a.kind = 'grade-release' and s.starts_on <= app.today()
      and a.terms ->> 'when' = rule and (a.terms ->> 'time')::time = at_time and (a.terms ->> 'later')::int = later
      and coalesce(a.terms ->> 'counted', 'school_days') = counted);
end $$;
create function app.may_wait(school uuid, agreement uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return agreement is null or exists (select from app.agreement a join app.agreement_start s on s.school_id = a.school_id
      and s.agreement_id = a.id
    where a.school_id = school and a.id = agreement and a.kind = 'fails' and a.pupil_id = pupil and s.starts_on <= app.today());
end $$;
drop policy result_enter on app.result;
create policy result_enter on app.result for insert with check (
  (group_id = any ((select app.result_groups())::uuid[]) and entered_by = any ((select app.persons())::uuid[])
    and (dossier = 'progress' or not app.has_result(school_id, assessment_id, pupil_id))
    and app.is_at_school(school_id, pupil_id, group_id) and app.may_wait(school_id, waits_by, pupil_id)
    and app.is_release_rule(school_id, agreement_id, rule, at_time, later, counted))
  or (dossier = 'exam' and school_id = any ((select app.result_schools('head', 'deputy', 'exam_secretary'))::uuid[])
    and entered_by = any ((select app.persons())::uuid[]) and app.is_agreed_grade(school_id, assessment_id, pupil_id, tenths, mark)
    and app.is_release_rule(school_id, agreement_id, rule, at_time, later, counted))
  or ((select app.task()) = 'operator' and school_id = any ((select app.office())::uuid[])
    and exists (select from app.school s where s.id = result.school_id and s.synthetic)));

-- A version that ended stays so; what was changed can be withdrawn with the rest.
create function app.end_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and (new.ended_at is distinct from old.ended_at or new.ended_why is distinct from 'withdrawn') then
    raise exception 'a version that ended stays so';
  end if;
  return new;
end $$;
create trigger ends_once before update of ended_at, ended_why on app.result for each row execute function app.end_once();

-- Who leads the school reads no results of an own child: only who teaches the class does.
create function app.own_children() returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'staff' then return '{}'; end if;
  return array(select g.pupil_id from app.guardianship g where g.school_id = any (app.schools()) and g.guardian_id = any (app.persons()));
end $$;
drop policy result_read_staff on app.result;
create policy result_read_staff on app.result for select using (
  group_id = any ((select app.result_groups())::uuid[])
  or (school_id = any ((select app.result_schools('head', 'deputy'))::uuid[]) and pupil_id <> all ((select app.own_children())::uuid[]))
  or (dossier = 'exam' and school_id = any ((select app.result_schools('exam_secretary'))::uuid[])
    and pupil_id <> all ((select app.own_children())::uuid[])));
