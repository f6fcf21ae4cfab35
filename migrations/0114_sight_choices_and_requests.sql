-- What a guardian wants to see of a child: no row is as agreed. Between the guardian and this page, and for nobody else at all.
create table app.sight_choice (
  school_id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid not null,
  category text not null check (category in ('grades', 'homework', 'presence', 'timetable', 'messages')),
  choice text not null check (choice in ('ask', 'none')),
  guardianship_id uuid not null,
  chosen_at timestamptz not null default app.now(),
  primary key (school_id, guardian_id, pupil_id, category),
  foreign key (school_id, guardianship_id, guardian_id, pupil_id)
    references app.guardianship (school_id, id, guardian_id, pupil_id) on delete cascade
);

-- A guardian asks to see results when the pupil does, for some weeks. The name and the relation stand with it: the pupil reads
-- them, and may read no guardian.
create table app.sight_request (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  guardian_id uuid not null,
  guardianship_id uuid not null,
  sender text not null check (length(sender) between 1 and 200),
  relation text not null check (relation in ('mother', 'father', 'caretaker', 'guardian', 'foster', 'institution', 'other')),
  weeks int not null check (weeks between 1 and 13),
  reason text check (length(reason) between 1 and 300),
  asked_at timestamptz not null default app.now(),
  primary key (school_id, id),
  unique (school_id, id, pupil_id),
  unique (school_id, id, guardian_id, pupil_id),
  foreign key (school_id, guardianship_id, guardian_id, pupil_id)
    references app.guardianship (school_id, id, guardian_id, pupil_id) on delete cascade
);
create index sight_request_pupil on app.sight_request (school_id, pupil_id);
create index sight_request_guardian on app.sight_request (school_id, guardian_id);
create index sight_request_asked on app.sight_request (asked_at);

-- What the pupil and a mentor say to it. A yes can be followed by a no, which ends it; a no stays. Of a pupil without an account
-- the mentor writes down what the child said.
create table app.sight_answer (
  school_id uuid not null,
  request_id uuid not null,
  pupil_id uuid not null,
  side text not null check (side in ('pupil', 'mentor')),
  says text not null check (says in ('yes', 'no')),
  person_id uuid not null,
  answered_at timestamptz not null default app.now(),
  primary key (school_id, request_id, side, says),
  foreign key (school_id, request_id, pupil_id) references app.sight_request (school_id, id, pupil_id) on delete cascade,
  foreign key (school_id, person_id) references app.person (school_id, id)
);

-- That both said yes, and until when it holds.
create table app.sight_grant (
  school_id uuid not null,
  request_id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid not null,
  granted_at timestamptz not null default app.now(),
  until timestamptz not null,
  primary key (school_id, request_id),
  foreign key (school_id, request_id, guardian_id, pupil_id)
    references app.sight_request (school_id, id, guardian_id, pupil_id) on delete cascade
);
create index sight_grant_guardian on app.sight_grant (school_id, guardian_id);

-- That it is over before its time: taken back by who asked, or because somebody said no. Who that was stands with the answers,
-- which who asked does not read.
create table app.sight_end (
  school_id uuid not null,
  request_id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid not null,
  why text not null check (why in ('withdrawn', 'refused')),
  ended_at timestamptz not null default app.now(),
  primary key (school_id, request_id),
  foreign key (school_id, request_id, guardian_id, pupil_id)
    references app.sight_request (school_id, id, guardian_id, pupil_id) on delete cascade
);

do $$ declare t text; begin
  foreach t in array array['sight_choice', 'sight_request', 'sight_answer', 'sight_grant', 'sight_end'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- The end of the day that lies so many weeks after an instant, as the clock on the wall has it.
create function app.sight_until(since timestamptz, weeks int) returns timestamptz language sql immutable parallel safe as $$
  select ((since at time zone 'Europe/Amsterdam')::date + 7 * weeks + 1)::timestamp at time zone 'Europe/Amsterdam' $$;

-- Of whom the one who asks is a mentor: who teaches the class of the pupil today. Not who stands in for a day, and not a guardian
-- of the pupil, who would learn here of what another guardian asks.
create function app.mentored() returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'staff' then return null; end if;
  return array(select distinct m.pupil_id from app.group_teacher t
    join app.school_group c on c.school_id = t.school_id and c.id = t.group_id and c.kind = 'class'
    join app.group_member m on m.school_id = t.school_id and m.group_id = t.group_id
      and m.started_on <= app.today() and (m.ended_on is null or m.ended_on > app.today())
    where t.school_id = any (app.schools()) and t.person_id = any (app.persons())
      and t.started_on <= app.today() and (t.ended_on is null or t.ended_on > app.today())
      and m.pupil_id = any (app.class_pupils())
      and not exists (select from app.guardianship g where g.school_id = m.school_id and g.pupil_id = m.pupil_id
        and g.guardian_id = any (app.persons())));
end $$;

-- Whether this pupil has no account, as the school arranges it: in primary school, and in special primary school.
create function app.has_no_account(school uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.pupil p where p.school_id = school and p.person_id = pupil
    and app.stage_of(p.year_group, array(select s.stage from app.school_stage s where s.school_id = school)) in ('BO', 'SO'));
end $$;

-- Whether this guardianship is over. Only the purge, and who may read it, learns so.
create policy guardianship_over on app.guardianship for select using (
  (select app.task()) = 'purge' and ended_on <= (select app.today()));
create function app.is_over(school uuid, guardianship uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.guardianship g where g.school_id = school and g.id = guardianship and g.ended_on <= app.today());
end $$;

create policy sight_choice_read on app.sight_choice for select using (
  ((select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.task()) = 'purge' and app.is_over(school_id, guardianship_id)));
create policy sight_choice_add on app.sight_choice for insert with check (
  (select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]));
create policy sight_choice_end on app.sight_choice for delete using (
  ((select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.task()) = 'purge' and app.is_over(school_id, guardianship_id)));

-- Who asked, the pupil, and the mentors. No other guardian, and nobody else who works at the school.
create policy sight_request_read on app.sight_request for select using (
  ((select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or pupil_id = any ((select app.mentored())::uuid[])
  or ((select app.task()) = 'purge' and (asked_at < (select app.now()) - interval '400 days' or app.is_over(school_id, guardianship_id))));
create policy sight_request_ask on app.sight_request for insert with check (
  (select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[])
  and not app.is_over(school_id, guardianship_id));
create policy sight_request_purge on app.sight_request for delete using (
  (select app.task()) = 'purge' and (asked_at < (select app.now()) - interval '400 days' or app.is_over(school_id, guardianship_id)));

create policy sight_answer_read on app.sight_answer for select using (
  ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or pupil_id = any ((select app.mentored())::uuid[]));
-- The pupil for oneself, the mentor for the school, and for a pupil who has no account.
create policy sight_answer_say on app.sight_answer for insert with check (
  person_id = any ((select app.persons())::uuid[])
  and ((side = 'pupil' and (select app.hat()) = 'pupil' and pupil_id = person_id)
    or (pupil_id = any ((select app.mentored())::uuid[]) and (side = 'mentor' or app.has_no_account(school_id, pupil_id)))));

-- Until when it holds is nobody's to say. Who may not read the request gets no moment, and is refused by the policy.
create function app.set_sight_until() returns trigger language plpgsql as $$
begin
  new.until := (select app.sight_until(new.granted_at, r.weeks) from app.sight_request r
    where r.school_id = new.school_id and r.id = new.request_id);
  return new;
end $$;
create trigger sets_until before insert or update on app.sight_grant for each row execute function app.set_sight_until();
-- With the second yes: both are there, and nobody said no.
create policy sight_grant_read on app.sight_grant for select using (
  ((select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or pupil_id = any ((select app.mentored())::uuid[]));
create policy sight_grant_give on app.sight_grant for insert with check (
  (pupil_id = any ((select case when app.hat() = 'pupil' then app.persons() else app.mentored() end)::uuid[]))
  and exists (select from app.sight_request r where r.school_id = sight_grant.school_id and r.id = request_id
    and r.guardian_id = sight_grant.guardian_id and r.pupil_id = sight_grant.pupil_id)
  and (select array_agg(a.side || a.says order by a.side) from app.sight_answer a
    where a.school_id = sight_grant.school_id and a.request_id = sight_grant.request_id) = '{mentoryes,pupilyes}'
  and not exists (select from app.sight_end e where e.school_id = sight_grant.school_id and e.request_id = sight_grant.request_id));

create policy sight_end_read on app.sight_end for select using (
  ((select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or pupil_id = any ((select app.mentored())::uuid[]));
create policy sight_end_say on app.sight_end for insert with check (
  exists (select from app.sight_request r where r.school_id = sight_end.school_id and r.id = request_id
    and r.guardian_id = sight_end.guardian_id and r.pupil_id = sight_end.pupil_id)
  and ((why = 'withdrawn' and (select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]))
    or (why = 'refused' and exists (select from app.sight_answer a where a.school_id = sight_end.school_id
      and a.request_id = sight_end.request_id and a.says = 'no' and a.person_id = any ((select app.persons())::uuid[])))));

-- The pupils of whom the one who asks was ever given more sight: to be asked first in a policy of results.
create function app.widened() returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'guardian' then return null; end if;
  return array(select distinct g.pupil_id from app.sight_grant g
    where g.school_id = any (app.schools()) and g.guardian_id = any (app.persons()));
end $$;

-- Of the guardian who asks: the last instant up to which results that are due to the pupil before it are open to this guardian as
-- well. Null when none was ever given.
create function app.wider_until(school uuid, pupil uuid) returns timestamptz language plpgsql stable as $$
begin
  if app.hat() is distinct from 'guardian' then return null; end if;
  return (select max(least(g.until, e.ended_at)) from app.sight_grant g
    left join app.sight_end e on e.school_id = g.school_id and e.request_id = g.request_id
    where g.school_id = school and g.pupil_id = pupil and g.guardian_id = any (app.persons()));
end $$;

select pgboss.create_queue('sight.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
