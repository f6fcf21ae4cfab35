-- Agreements: what a school, its parents and its pupils agreed, with parameters that software can keep. A row is one version.
-- It may be written anew as long as nobody was asked to decide about it; from then on it never changes, and what becomes of
-- it are rows beside it: laid before a section of the council, answered, begun, ended.
create table app.agreement (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  level text not null check (level in ('school', 'stage', 'year', 'class', 'subject', 'pupil')),
  stage text,
  year_group text check (length(year_group) <= 4),
  group_id uuid,
  -- As the class was called: it is told to who may read no class, and stays when the class has gone.
  class_name text check (length(class_name) between 1 and 64),
  subject text check (length(subject) between 1 and 80),
  pupil_id uuid,
  terms jsonb not null check (jsonb_typeof(terms) = 'object'),
  school_line text not null check (length(school_line) between 1 and 600),
  parents_line text not null check (length(parents_line) between 1 and 600),
  pupils_line text not null check (length(pupils_line) between 1 and 600),
  -- The version it is to take the place of.
  follows uuid,
  written_by uuid,
  written_at timestamptz not null default app.now(),
  primary key (school_id, id),
  foreign key (school_id, stage) references app.school_stage (school_id, stage),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  -- The earlier version of what is agreed about one pupil goes first.
  foreign key (school_id, follows) references app.agreement (school_id, id) on delete set null (follows),
  foreign key (school_id, written_by) references app.person (school_id, id),
  check (follows <> id),
  check ((level = 'stage') = (stage is not null)),
  check ((level = 'year') = (year_group is not null)),
  check ((level = 'class') = (group_id is not null) and (group_id is null) = (class_name is null)),
  check ((level = 'subject') = (subject is not null)),
  check ((level = 'pupil') = (pupil_id is not null))
);
create index agreement_group on app.agreement (school_id, group_id);
create index agreement_pupil on app.agreement (school_id, pupil_id);

-- Whom a draft was shown to say yes: a class in its meeting, a pupil in a talk.
create table app.agreement_offer (
  school_id uuid not null,
  agreement_id uuid not null,
  group_id uuid,
  pupil_id uuid,
  offered_at timestamptz not null default app.now(),
  offered_by uuid,
  primary key (school_id, agreement_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, offered_by) references app.person (school_id, id),
  check ((group_id is null) <> (pupil_id is null))
);

create table app.agreement_yes (
  school_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('tap', 'mentor')),
  said_by uuid not null,
  said_at timestamptz not null default app.now(),
  primary key (school_id, agreement_id, person_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references app.person (school_id, id),
  foreign key (school_id, said_by) references app.person (school_id, id),
  check ((how = 'tap') = (said_by = person_id))
);

-- Laid before the council, or a section of it, as the law has it; or why the school holds that the law does not ask it.
create table app.agreement_laying (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agreement_id uuid not null,
  body text not null check (body in ('council', 'parents', 'staff', 'pupils')),
  asks text not null check (asks in ('consent', 'advice', 'unneeded')),
  reason text check (length(reason) between 1 and 600),
  laid_on date not null default app.today() check (laid_on <= app.today()),
  answer_by date check (answer_by >= laid_on),
  laid_by uuid,
  laid_at timestamptz not null default app.now(),
  primary key (school_id, id),
  unique (school_id, agreement_id, body),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, laid_by) references app.person (school_id, id),
  check ((asks = 'unneeded') = (reason is not null))
);

create table app.agreement_answer (
  school_id uuid not null,
  laying_id uuid not null,
  outcome text not null check (outcome in ('yes', 'no')),
  decided_on date not null check (decided_on <= app.today()),
  minutes text not null check (length(minutes) between 1 and 600),
  -- Whether somebody with a seat wrote it down, or the school did.
  by_council boolean not null,
  answered_by uuid,
  answered_at timestamptz not null default app.now(),
  primary key (school_id, laying_id),
  foreign key (school_id, laying_id) references app.agreement_laying (school_id, id) on delete cascade,
  foreign key (school_id, answered_by) references app.person (school_id, id)
);

-- From which day it holds. The pupil stands here too: this row decides who finds an agreement, and asks no other.
create table app.agreement_start (
  school_id uuid not null,
  agreement_id uuid not null,
  pupil_id uuid,
  starts_on date not null,
  -- Before whom it lay and what they said, as it was when it began: it stands wherever software acts on the agreement.
  agreed jsonb not null default '[]' check (jsonb_typeof(agreed) = 'array'),
  -- Of a meeting: how many said yes, of how many.
  said_yes integer check (said_yes >= 0),
  asked integer check (asked >= said_yes),
  started_by uuid,
  started_at timestamptz not null default app.now(),
  primary key (school_id, agreement_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, started_by) references app.person (school_id, id)
);

-- The last day on which it holds. Of several rows the earliest day counts: what was said to end never lasts longer.
create table app.agreement_end (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agreement_id uuid not null,
  ends_on date not null,
  replaced_by uuid,
  reason text check (length(reason) between 1 and 600),
  ended_by uuid,
  ended_at timestamptz not null default app.now(),
  primary key (school_id, id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, replaced_by) references app.agreement (school_id, id) on delete set null (replaced_by),
  foreign key (school_id, ended_by) references app.person (school_id, id)
);
create index agreement_end_of on app.agreement_end (school_id, agreement_id);

-- That somebody it concerns read it, and said so.
create table app.agreement_seen (
  school_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null default app.now(),
  primary key (school_id, agreement_id, person_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references app.person (school_id, id)
);

-- About which nothing is agreed yet: what holds meanwhile, who decides, when it is talked about.
create table app.agreement_open_theme (
  school_id uuid not null references app.school (id),
  theme text not null check (theme ~ '^[a-z]{2,20}$'),
  meanwhile text not null check (length(meanwhile) between 1 and 600),
  body text not null check (body in ('council', 'parents', 'staff', 'pupils')),
  talked_on date,
  written_by uuid,
  written_at timestamptz not null default app.now(),
  primary key (school_id, theme),
  foreign key (school_id, written_by) references app.person (school_id, id)
);

-- One question to the people a section speaks for. Answers are counted, never kept one by one.
create table app.agreement_poll (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agreement_id uuid not null,
  body text not null check (body in ('parents', 'staff', 'pupils')),
  question text not null check (length(question) between 1 and 200),
  closes_on date not null,
  asked_by uuid,
  asked_at timestamptz not null default app.now(),
  primary key (school_id, id),
  unique (school_id, agreement_id, body),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, asked_by) references app.person (school_id, id)
);
create table app.agreement_poll_count (
  school_id uuid not null,
  poll_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'unsure')),
  number integer not null default 0 check (number >= 0),
  primary key (school_id, poll_id, answer),
  foreign key (school_id, poll_id) references app.agreement_poll (school_id, id) on delete cascade
);
create table app.agreement_poll_voter (
  school_id uuid not null,
  poll_id uuid not null,
  person_id uuid not null,
  primary key (school_id, poll_id, person_id),
  foreign key (school_id, poll_id) references app.agreement_poll (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references app.person (school_id, id)
);

-- Was it kept in a month? With a person: the own figure of a teacher. Without: the sum over so many teachers.
create table app.agreement_kept (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agreement_id uuid not null,
  month date not null check (extract(day from month) = 1),
  person_id uuid,
  kept integer not null check (kept between 0 and total),
  total integer not null check (total > 0),
  people integer not null check (people > 0),
  counted_at timestamptz not null default app.now(),
  primary key (school_id, id),
  unique nulls not distinct (school_id, agreement_id, month, person_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references app.staff (school_id, person_id),
  check (person_id is null or people = 1)
);
create index agreement_kept_person on app.agreement_kept (school_id, person_id);

do $$ declare t text; begin
  foreach t in array array['agreement', 'agreement_offer', 'agreement_yes', 'agreement_laying', 'agreement_answer', 'agreement_start',
    'agreement_end', 'agreement_seen', 'agreement_open_theme', 'agreement_poll', 'agreement_poll_count', 'agreement_poll_voter',
    'agreement_kept'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- The school whose public page is shown, to anybody. Its key stands in the address.
create function app.shown_key() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.shown_key', true), '') $$;
create function app.shown_school() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.shown_school', true), '')::uuid $$;
create policy school_shown on app.school for select using (key = (select app.shown_key()));
create function app.show_school(shown text) returns jsonb language plpgsql volatile as $$
declare
  told text;
  found_school app.school;
begin
  told := concat(set_config('app.shown_key', shown, true));
  select * into found_school from app.school where school.key = shown;
  if not found then return null; end if;
  told := concat(set_config('app.shown_school', found_school.id::text, true));
  return jsonb_build_object('id', found_school.id, 'key', found_school.key, 'name', found_school.name, 'synthetic', found_school.synthetic);
end $$;

-- Where the one who asks has a seat in the council today: as a parent, as staff, as a pupil, or in any of its sections. A
-- letter opens the day of a child, and no seat.
create function app.seats(section text) returns uuid[] language plpgsql stable as $$
begin
  if app.by_letter() then return null; end if;
  return case app.hat()
    when 'staff' then case when section in ('staff', 'council') then array(select r.school_id from app.staff_role r
      where r.school_id = any (app.schools()) and r.person_id = any (app.persons()) and r.role = 'council_staff'
        and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today())) end
    when 'guardian' then case when section in ('parents', 'council') then array(select r.school_id from app.person_role r
      where r.school_id = any (app.schools()) and r.person_id = any (app.persons()) and r.role = 'council_parents'
        and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today())) end
    when 'pupil' then case when section in ('pupils', 'council') then array(select r.school_id from app.person_role r
      where r.school_id = any (app.schools()) and r.person_id = any (app.persons()) and r.role = 'council_pupils'
        and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today())) end
  end;
end $$;

-- The section that speaks for the hat one wears.
create function app.section() returns text language sql stable parallel safe
  as $$ select case app.hat() when 'guardian' then 'parents' when 'pupil' then 'pupils' when 'staff' then 'staff' end $$;

-- What began is for everybody of the school, and for anybody on its public page; of one pupil for who has that pupil in reach.
create policy agreement_start_read on app.agreement_start for select using (
  school_id = any ((select app.overseen())::uuid[])
  or (pupil_id is null and (school_id = any ((select app.schools())::uuid[]) or school_id = (select app.shown_school())))
  or pupil_id = any ((select app.pupils())::uuid[])
  or ((select app.task()) = 'kept' and school_id = any ((select app.schools())::uuid[]))
  or ((select app.task()) = 'purge' and pupil_id is not null));
create policy agreement_offer_read on app.agreement_offer for select using (
  school_id = any ((select app.overseen())::uuid[])
  or group_id = any ((select app.groups())::uuid[])
  or pupil_id = any ((select app.pupils())::uuid[]));
-- Whether it began, for who may know that. Asked apart: only rows that are there pay for it.
create function app.reads_begun(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement_start s where s.school_id = school and s.agreement_id = agreement);
end $$;
-- What lies before one section the whole council reads.
create policy agreement_laying_read on app.agreement_laying for select using (
  school_id = any ((select app.overseen())::uuid[])
  or school_id = any ((select app.seats('council'))::uuid[])
  or app.reads_begun(school_id, agreement_id));
create policy agreement_poll_read on app.agreement_poll for select using (
  school_id = any ((select app.overseen())::uuid[])
  or school_id = any ((select app.seats('council'))::uuid[])
  or (school_id = any ((select app.schools())::uuid[]) and body = (select app.section()))
  or ((select app.task()) = 'purge' and closes_on < (select app.today()) - 30));

create function app.drafts_agreement(school uuid, class uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return school = any (app.overseen()) or (app.hat() = 'staff' and (class = any (app.classes()) or pupil = any (app.class_pupils())));
end $$;

-- What did not begin: offered to one's class or child, laid before the council in which one has a seat, asked of one's section, or
-- one's own to draft. Asked apart, so that who reads what began pays nothing for it.
create function app.reads_draft(school uuid, agreement uuid, class uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return app.drafts_agreement(school, class, pupil)
    or exists (select from app.agreement_offer o where o.school_id = school and o.agreement_id = agreement)
    or (school = any (app.seats('council')) and exists (select from app.agreement_laying l
      where l.school_id = school and l.agreement_id = agreement))
    or exists (select from app.agreement_poll q where q.school_id = school and q.agreement_id = agreement
      and q.closes_on >= app.today());
end $$;
create policy agreement_read on app.agreement for select using (
  exists (select from app.agreement_start s where s.school_id = agreement.school_id and s.agreement_id = agreement.id offset 0)
  or app.reads_draft(school_id, id, group_id, pupil_id));

-- Whoever does something stands under it; at the command line it is nobody in particular.
create function app.in_own_name(person uuid) returns boolean language sql stable parallel safe
  as $$ select app.hat() = 'operator' or person = any (app.persons()) $$;
create policy agreement_add on app.agreement for insert with check (
  app.drafts_agreement(school_id, group_id, pupil_id) and app.in_own_name(written_by));
-- Nobody writes anew what others were asked about. Under it stays who wrote it first; the ledger has who changed it.
create function app.is_open_draft(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select from app.agreement_start s where s.school_id = school and s.agreement_id = agreement)
    and not exists (select from app.agreement_laying l where l.school_id = school and l.agreement_id = agreement)
    and not exists (select from app.agreement_offer o where o.school_id = school and o.agreement_id = agreement);
end $$;
create policy agreement_change on app.agreement for update using (
  app.drafts_agreement(school_id, group_id, pupil_id) and app.is_open_draft(school_id, id));
create policy agreement_drop on app.agreement for delete using (
  app.drafts_agreement(school_id, group_id, pupil_id) and app.is_open_draft(school_id, id));

-- Of one pupil it goes two years after its last day, and what never began a year after it was written.
do $$ declare rule text := $rule$(select app.task()) = 'purge' and level = 'pupil' and (
  exists (select from app.agreement_end e where e.school_id = agreement.school_id and e.agreement_id = agreement.id
    and e.ends_on < (select app.today()) - 730 offset 0)
  or (written_at < (select app.now()) - interval '365 days' and not exists (select from app.agreement_start s
    where s.school_id = agreement.school_id and s.agreement_id = agreement.id offset 0)))$rule$; begin
  execute format('create policy agreement_expired on app.agreement for select using (%s)', rule);
  execute format('create policy agreement_purge on app.agreement for delete using (%s)', rule);
end $$;

-- Whoever may draft an agreement offers it to its class or pupil, and begins it there; the rest is for who oversees the school.
create function app.drafts_this(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement a where a.school_id = school and a.id = agreement
    and app.drafts_agreement(a.school_id, a.group_id, a.pupil_id));
end $$;
-- Of which class and pupil an agreement is. Asked apart: the policy of agreement asks the tables of these rows.
create function app.agreement_is_of(school uuid, agreement uuid, class uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement a where a.school_id = school and a.id = agreement
    and a.group_id is not distinct from class and a.pupil_id is not distinct from pupil);
end $$;
create function app.agreement_begins(school uuid, agreement uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement a where a.school_id = school and a.id = agreement
    and a.pupil_id is not distinct from pupil and (a.level in ('class', 'pupil') or a.school_id = any (app.overseen())));
end $$;
create policy agreement_offer_add on app.agreement_offer for insert with check (
  app.drafts_this(school_id, agreement_id) and app.agreement_is_of(school_id, agreement_id, group_id, pupil_id)
  and app.in_own_name(offered_by));
create policy agreement_start_add on app.agreement_start for insert with check (
  app.drafts_this(school_id, agreement_id) and app.agreement_begins(school_id, agreement_id, pupil_id)
  and app.in_own_name(started_by));
create policy agreement_end_read on app.agreement_end for select using (app.reads_begun(school_id, agreement_id));
create policy agreement_end_add on app.agreement_end for insert with check (
  app.drafts_this(school_id, agreement_id) and app.in_own_name(ended_by));

-- What a class or a family agrees lies before no council: who drafts it there could not see that it did, and would write it anew.
create function app.is_of_school(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement a where a.school_id = school and a.id = agreement and a.level not in ('class', 'pupil'));
end $$;
create policy agreement_laying_add on app.agreement_laying for insert with check (
  school_id = any ((select app.overseen())::uuid[]) and app.is_of_school(school_id, agreement_id) and app.in_own_name(laid_by));
create policy agreement_answer_read on app.agreement_answer for select using (
  exists (select from app.agreement_laying l where l.school_id = agreement_answer.school_id and l.id = laying_id offset 0));
create policy agreement_answer_add on app.agreement_answer for insert with check (
  (not by_council and school_id = any ((select app.overseen())::uuid[]) and app.in_own_name(answered_by))
  or (by_council and answered_by = any ((select app.persons())::uuid[])
    and exists (select from app.agreement_laying l where l.school_id = agreement_answer.school_id and l.id = laying_id
      and l.school_id = any (app.seats(l.body)))));

-- Who said yes in a meeting the mentor reads, and everybody the own row. The family says it, or tells the mentor.
create policy agreement_yes_read on app.agreement_yes for select using (
  person_id = any ((select app.persons())::uuid[]) or app.drafts_this(school_id, agreement_id));
create policy agreement_yes_add on app.agreement_yes for insert with check (
  exists (select from app.agreement_offer o where o.school_id = agreement_yes.school_id and o.agreement_id = agreement_yes.agreement_id)
  and said_by = any ((select app.persons())::uuid[])
  and case when person_id = said_by then (select app.hat()) in ('guardian', 'pupil') else app.drafts_this(school_id, agreement_id) end);
-- How many said it stands with the beginning; who did is over after the school year it was for.
do $$ declare rule text := $rule$(select app.task()) = 'purge' and said_at < (select app.now()) - interval '400 days'$rule$; begin
  execute format('create policy agreement_yes_expired on app.agreement_yes for select using (%s)', rule);
  execute format('create policy agreement_yes_purge on app.agreement_yes for delete using (%s)', rule);
end $$;

create policy agreement_seen_read on app.agreement_seen for select using (
  (person_id = any ((select app.persons())::uuid[]) and app.reads_begun(school_id, agreement_id)) or school_id = any ((select app.overseen())::uuid[])
  or ((select app.task()) = 'purge' and seen_at < (select app.now()) - interval '400 days'));
create policy agreement_seen_add on app.agreement_seen for insert with check (
  person_id = any ((select app.persons())::uuid[]) and school_id = any ((select app.schools())::uuid[])
  and exists (select from app.agreement_start s where s.school_id = agreement_seen.school_id
    and s.agreement_id = agreement_seen.agreement_id));
create policy agreement_seen_purge on app.agreement_seen for delete using (
  (select app.task()) = 'purge' and seen_at < (select app.now()) - interval '400 days');

create policy agreement_open_theme_read on app.agreement_open_theme for select using (
  school_id = any ((select app.schools())::uuid[]) or school_id = (select app.shown_school()));
do $$ declare rule text := 'school_id = any ((select app.overseen())::uuid[])'; begin
  execute format('create policy agreement_open_theme_add on app.agreement_open_theme for insert
    with check (%s and app.in_own_name(written_by))', rule);
  execute format('create policy agreement_open_theme_change on app.agreement_open_theme for update using (%s)', rule);
  execute format('create policy agreement_open_theme_end on app.agreement_open_theme for delete using (%s)', rule);
end $$;

-- A seat of that section asks. Who is asked counts the own answer, once, and reads no count for it but in that moment.
create function app.voting() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.voting', true), '')::uuid $$;
create policy agreement_poll_add on app.agreement_poll for insert with check (
  school_id = any (app.seats(body)) and asked_by = any ((select app.persons())::uuid[])
  and exists (select from app.agreement_laying l where l.school_id = agreement_poll.school_id and l.agreement_id = agreement_poll.agreement_id));
create policy agreement_poll_count_read on app.agreement_poll_count for select using (
  poll_id = (select app.voting())
  or exists (select from app.agreement_poll q where q.school_id = agreement_poll_count.school_id and q.id = poll_id
    and q.closes_on < (select app.today())
    and (q.school_id = any ((select app.overseen())::uuid[]) or q.school_id = any ((select app.seats('council'))::uuid[])) offset 0));
create policy agreement_poll_count_add on app.agreement_poll_count for insert with check (
  number = 0 and exists (select from app.agreement_poll q where q.school_id = agreement_poll_count.school_id and q.id = poll_id
    and q.asked_by = any ((select app.persons())::uuid[])));
create policy agreement_poll_count_vote on app.agreement_poll_count for update using (
  poll_id = (select app.voting()) and exists (select from app.agreement_poll q where q.school_id = agreement_poll_count.school_id
    and q.id = poll_id and q.body = (select app.section()) and q.closes_on >= (select app.today())));
do $$ declare rule text := $rule$(select app.task()) = 'purge' and exists (select from app.agreement_poll q
  where q.school_id = agreement_poll_voter.school_id and q.id = poll_id and q.closes_on < (select app.today()) - 30 offset 0)$rule$; begin
  execute format('create policy agreement_poll_voter_read on app.agreement_poll_voter for select using (
    person_id = any ((select app.persons())::uuid[]) or (%s))', rule);
  execute format('create policy agreement_poll_voter_purge on app.agreement_poll_voter for delete using (%s)', rule);
end $$;
create policy agreement_poll_voter_add on app.agreement_poll_voter for insert with check (
  person_id = any ((select app.persons())::uuid[])
  and exists (select from app.agreement_poll q where q.school_id = agreement_poll_voter.school_id and q.id = poll_id
    and q.body = (select app.section()) and q.closes_on >= (select app.today())));

-- The own figure is for the teacher alone. Sums are for everybody, when they are over so many that they tell of none.
create policy agreement_kept_read on app.agreement_kept for select using (
  ((select app.hat()) = 'staff' and person_id = any ((select app.persons())::uuid[]))
  or (person_id is null and people >= 3 and (school_id = any ((select app.schools())::uuid[]) or school_id = (select app.shown_school())))
  or ((select app.task()) = 'kept' and school_id = any ((select app.schools())::uuid[]))
  or ((select app.task()) = 'purge' and month < (select app.today()) - 730));
create policy agreement_kept_add on app.agreement_kept for insert with check (
  (select app.task()) = 'kept' and school_id = any ((select app.schools())::uuid[]));
create policy agreement_kept_anew on app.agreement_kept for delete using (
  ((select app.task()) = 'kept' and school_id = any ((select app.schools())::uuid[]))
  or ((select app.task()) = 'purge' and month < (select app.today()) - 730));

-- Whoever counts reads of the ledger what is counted, and in which year a class is.
create policy ledger_entry_counted on app.ledger_entry for select using (
  (select app.task()) = 'kept' and chain_id = any ((select app.schools())::uuid[])
  and event in ('calendar.event.added', 'homework.item.set'));
create policy ledger_payload_counted on app.ledger_payload for select using (
  (select app.task()) = 'kept' and exists (select from app.ledger_entry e where e.chain_id = ledger_payload.chain_id
    and e.id = entry_id offset 0));
create policy school_group_counted on app.school_group for select using (
  (select app.task()) = 'kept' and school_id = any ((select app.schools())::uuid[]));
