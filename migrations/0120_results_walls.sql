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
