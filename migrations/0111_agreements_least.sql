-- What everybody may read of agreements is made the least that does what it is for.

-- What the school wrote down for somebody, that person finds with who wrote it, and takes back when it is not so: that it was read
-- on paper; and a yes, as long as it did not begin.
create policy agreement_seen_deny on app.agreement_seen for delete using (
  how = 'paper' and person_id = any ((select app.persons())::uuid[]) and said_by <> person_id);
create policy agreement_yes_deny on app.agreement_yes for delete using (
  how = 'mentor' and person_id = any ((select app.persons())::uuid[]) and said_by <> person_id
  and not app.reads_begun(school_id, agreement_id));
create index agreement_seen_noted on app.agreement_seen (person_id) where how = 'paper';
create index agreement_yes_noted on app.agreement_yes (person_id) where how = 'mentor';
create function app.wrote_of_me() returns uuid[] language plpgsql stable as $$
begin
  return array(select n.said_by from app.agreement_seen n where n.how = 'paper' and n.person_id = any (app.persons())
    union select y.said_by from app.agreement_yes y where y.how = 'mentor' and y.person_id = any (app.persons()));
end $$;
-- After person_read by its name: only who is found there by nothing else pays for it.
create policy person_wrote_of_me on app.person for select using (id = any ((select app.wrote_of_me())::uuid[]));

-- In a class of fewer than five an agreement is about each of them: it stands before nobody else. Decided when it begins.
alter table app.agreement_start add column shown boolean not null
  generated always as (pupil_id is null and (asked is null or asked >= 5)) stored;
drop policy agreement_start_read on app.agreement_start;
create policy agreement_start_read on app.agreement_start for select using (
  school_id = any ((select app.overseen())::uuid[])
  or (shown and (school_id = any ((select app.schools())::uuid[]) or school_id = (select app.shown_school())))
  or pupil_id = any ((select app.pupils())::uuid[])
  or (not shown and pupil_id is null and exists (select from app.agreement_offer o
    where o.school_id = agreement_start.school_id and o.agreement_id = agreement_start.agreement_id offset 0))
  or ((select app.task()) = 'kept' and school_id = any ((select app.schools())::uuid[]))
  or ((select app.task()) = 'purge' and pupil_id is not null));

-- What lay before the council, by whom it was laid and where its minutes say so, is for the council and who works at the school. For
-- everybody else the beginning says what they decided.
drop policy agreement_laying_read on app.agreement_laying;
create policy agreement_laying_read on app.agreement_laying for select using (
  school_id = any ((select app.overseen())::uuid[])
  or school_id = any ((select app.seats('council'))::uuid[])
  or ((select app.hat()) = 'staff' and school_id = any ((select app.schools())::uuid[])
    and app.reads_begun(school_id, agreement_id)));

-- Whom it concerns says to have read it; of one pupil whoever has that pupil in reach, as a guardian whom a pupil of age lets look
-- along; and whoever works at the school of all that began there.
create function app.may_confirm(school uuid, agreement uuid, who uuid) returns boolean language plpgsql stable as $$
begin
  if app.hat() = 'staff' then return app.reads_begun(school, agreement); end if;
  return exists (select from app.agreement_start s where s.school_id = school and s.agreement_id = agreement
      and s.pupil_id = any (app.pupils()))
    or exists (select from app.concerned_by(school, agreement, who));
end $$;
drop policy agreement_seen_add on app.agreement_seen;
create policy agreement_seen_add on app.agreement_seen for insert with check (
  how = 'tap' and person_id = any ((select app.persons())::uuid[]) and school_id = any ((select app.schools())::uuid[])
  and app.may_confirm(school_id, agreement_id, person_id));

-- Numbers of a question are for nobody before its last day, and never when fewer than ten answered. Whether they did, the tenth answer
-- and those after it write beside the numbers.
alter table app.agreement_poll_count add column enough boolean not null default false;
alter table app.agreement_poll_count no force row level security;
update app.agreement_poll_count c set enough = true where 10 <= (select sum(n.number) from app.agreement_poll_count n
  where n.school_id = c.school_id and n.poll_id = c.poll_id);
alter table app.agreement_poll_count force row level security;

-- Who is asked today, and said so in the list of who answered.
create function app.is_voting(school uuid, poll uuid) returns boolean language plpgsql stable as $$
begin
  return school = any (app.schools()) and exists (select from app.agreement_poll q where q.school_id = school and q.id = poll
      and q.body = app.section() and q.closes_on >= app.today())
    and exists (select from app.agreement_poll_voter v where v.school_id = school and v.poll_id = poll
      and v.person_id = any (app.persons()));
end $$;
-- How many answered. Asked of what is written, never by a policy of what is read.
create function app.answers_to(school uuid, poll uuid) returns bigint language plpgsql stable as $$
begin
  return (select coalesce(sum(n.number), 0) from app.agreement_poll_count n where n.school_id = school and n.poll_id = poll);
end $$;
drop policy agreement_poll_count_read on app.agreement_poll_count;
create policy agreement_poll_count_read on app.agreement_poll_count for select using (
  (poll_id = (select app.voting()) and app.is_voting(school_id, poll_id))
  or (enough and exists (select from app.agreement_poll q where q.school_id = agreement_poll_count.school_id and q.id = poll_id
    and q.closes_on < (select app.today())
    and (q.school_id = any ((select app.overseen())::uuid[]) or q.school_id = any ((select app.seats('council'))::uuid[])) offset 0)));
drop policy agreement_poll_count_add on app.agreement_poll_count;
create policy agreement_poll_count_add on app.agreement_poll_count for insert with check (
  number = 0 and not enough and exists (select from app.agreement_poll q where q.school_id = agreement_poll_count.school_id and q.id = poll_id
    and q.asked_by = any ((select app.persons())::uuid[])));
drop policy agreement_poll_count_vote on app.agreement_poll_count;
create policy agreement_poll_count_vote on app.agreement_poll_count for update
  using (poll_id = (select app.voting()) and app.is_voting(school_id, poll_id));
-- An answer adds one to a number, and takes nothing away; and there are enough from ten on.
create function app.counts_on() returns trigger language plpgsql as $$
begin
  if new.number not between old.number and old.number + 1 or (old.enough and not new.enough)
    or (new.enough and not old.enough and app.answers_to(new.school_id, new.poll_id) < 10) then
    raise exception 'an answer adds one' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_poll_count_on before update on app.agreement_poll_count for each row execute function app.counts_on();
