-- A retake is seen by the pupil no sooner than the first time, whatever was agreed in between: who has both tells both.
create or replace function app.time_result() returns trigger language plpgsql as $$
declare
  test record;
  due record;
  again timestamptz;
  firsts timestamptz;
  seen timestamptz;
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
    select m.guardian_due, m.pupil_due into firsts, seen from app.result o, app.two_moments(o.school_id, test.stage, o.pupil_id, o.rule, o.at_time, o.later,
        o.counted, o.entered_at, (select r.shown_at from app.result_release r
          where r.school_id = o.school_id and r.result_id = o.id and r.reader = 'pupil'),
        case when o.pupil_due <= app.now() then o.pupil_due end) m
      where o.school_id = new.school_id and o.assessment_id = test.retake_of and o.pupil_id = new.pupil_id and o.ended_at is null
        and not app.known_at_home(o.school_id, o.id, o.guardian_due, o.ended_at, o.ended_why);
  end if;
  select min(x.guardian_due) into again from app.assessment r
    join app.result x on x.school_id = r.school_id and x.assessment_id = r.id and x.pupil_id = new.pupil_id and x.ended_at is null
    where r.school_id = new.school_id and r.retake_of = new.assessment_id;
  new.pupil_due := case when tg_op = 'UPDATE' and old.pupil_due <= app.now() then due.pupil_due else greatest(due.pupil_due, seen) end;
  new.alone_due := case when new.waits_by is not null and new.tenths < 55 and (test.retakable or test.has_retake) then due.report
    else greatest(new.pupil_due, due.guardian_due) end;
  new.guardian_due := case
    when tg_op = 'UPDATE' and old.guardian_due <= app.now() then greatest(due.pupil_due, old.guardian_due)
    when again is not null then least(due.report, greatest(due.guardian_due, again))
    when firsts is not null then greatest(new.alone_due, least(due.report, firsts))
    else new.alone_due end;
  new.guardian_due := greatest(new.pupil_due, new.guardian_due);
  return new;
end $$;
