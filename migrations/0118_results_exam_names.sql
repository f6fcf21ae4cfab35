-- Who decides on a change in the exam dossier reads of whom it is: the names of pupils with something in that dossier and of who
-- entered, proposed or decided there, and the groups of its tests. An exam secretary or deputy who teaches nobody would find none of them.
create index result_exam on app.result (school_id) where dossier = 'exam';

create function app.exam_people() returns uuid[] language plpgsql stable as $$
declare
  at uuid[] := app.result_schools('deputy', 'exam_secretary');
begin
  if at is null or cardinality(at) = 0 then return null; end if;
  return array(select r.pupil_id from app.result r where r.school_id = any (at) and r.dossier = 'exam'
    union select r.entered_by from app.result r where r.school_id = any (at) and r.dossier = 'exam'
    union select x.proposed_by from app.exam_change x where x.school_id = any (at)
    union select x.decided_by from app.exam_change x where x.school_id = any (at) and x.decided_by is not null);
end $$;

create function app.exam_groups() returns uuid[] language plpgsql stable as $$
declare
  at uuid[] := app.result_schools('deputy', 'exam_secretary');
begin
  if at is null or cardinality(at) = 0 then return null; end if;
  return array(select distinct a.group_id from app.assessment a where a.school_id = any (at) and a.dossier = 'exam');
end $$;

create policy person_exam on app.person for select using (id = any ((select app.exam_people())::uuid[]));
create policy pupil_exam on app.pupil for select using (person_id = any ((select app.exam_people())::uuid[]));
create policy school_group_exam on app.school_group for select using (id = any ((select app.exam_groups())::uuid[]));

-- What the clock showed the pupil can be shown at home before its moment too, also before a job wrote that down.
drop policy result_release_early on app.result_release;
create policy result_release_early on app.result_release for insert with check (
  (select app.hat()) = 'staff' and released_by = any ((select app.persons())::uuid[])
  and exists (select from app.result r where r.school_id = result_release.school_id and r.id = result_id and r.ended_at is null
    and r.group_id = any ((select app.result_groups())::uuid[])
    and (reader = 'pupil' or app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why))));
