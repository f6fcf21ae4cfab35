-- What a teacher asks of a group before a day: homework, or a test to come. What was changed keeps how it was before, what was
-- withdrawn stays and says so: nothing that somebody may have read vanishes.
create table app.homework (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  kind text not null check (kind in ('homework', 'test')),
  subject text check (length(subject) between 1 and 80),
  title text not null check (length(title) between 1 and 200),
  details text check (length(details) between 1 and 2000),
  due_on date not null,
  due_time time,
  way text check (way in ('paper', 'screen', 'either')),
  minutes integer check (minutes between 1 and 600),
  set_by uuid not null,
  set_at timestamptz not null default app.now(),
  -- A key of the form it was typed in: sent twice it is set once.
  once text not null default gen_random_uuid()::text check (length(once) between 16 and 64),
  primary key (school_id, id),
  unique (school_id, id, group_id),
  unique (school_id, set_by, once),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, set_by) references app.staff (school_id, person_id),
  check (kind = 'test' or (way is not null and minutes is not null))
);
create index homework_due on app.homework (group_id, due_on);
create index homework_set_by on app.homework (school_id, set_by, set_at);

-- How it was until it was changed.
create table app.homework_change (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  homework_id uuid not null,
  group_id uuid not null,
  changed_by uuid not null,
  changed_at timestamptz not null default app.now(),
  subject text check (length(subject) between 1 and 80),
  title text not null check (length(title) between 1 and 200),
  details text check (length(details) between 1 and 2000),
  due_on date not null,
  due_time time,
  way text check (way in ('paper', 'screen', 'either')),
  minutes integer check (minutes between 1 and 600),
  primary key (school_id, id),
  foreign key (school_id, homework_id, group_id) references app.homework (school_id, id, group_id) on delete cascade,
  foreign key (school_id, changed_by) references app.staff (school_id, person_id)
);
create index homework_change_of on app.homework_change (school_id, homework_id, changed_at);
create index homework_change_due on app.homework_change (group_id, due_on);

create table app.homework_withdrawal (
  school_id uuid not null,
  homework_id uuid not null,
  group_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null default app.now(),
  primary key (school_id, homework_id),
  foreign key (school_id, homework_id, group_id) references app.homework (school_id, id, group_id) on delete cascade,
  foreign key (school_id, withdrawn_by) references app.staff (school_id, person_id)
);

-- A pupil's own note that it is done. Nobody else reads it.
create table app.homework_tick (
  school_id uuid not null,
  homework_id uuid not null,
  group_id uuid not null,
  pupil_id uuid not null,
  done_at timestamptz not null default app.now(),
  primary key (school_id, homework_id, pupil_id),
  foreign key (school_id, homework_id, group_id) references app.homework (school_id, id, group_id) on delete cascade,
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id)
);
create index homework_tick_pupil on app.homework_tick (school_id, pupil_id);

do $$ declare t text; begin
  foreach t in array array['homework', 'homework_change', 'homework_withdrawal', 'homework_tick'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
  -- Who is in the group, guards somebody in it or teaches it; and who oversees the school.
  foreach t in array array['homework', 'homework_change', 'homework_withdrawal'] loop
    execute format('create policy %I on app.%I for select using (group_id = any ((select app.groups())::uuid[])
      or school_id = any ((select app.overseen())::uuid[]))', t || '_read', t);
  end loop;
end $$;

-- A teacher of the group sets, changes and withdraws, in the own name. A school that is made up gets its homework from the
-- operator, who lays it.
create policy homework_set on app.homework for insert with check (
  (group_id = any ((select app.classes())::uuid[]) and set_by = any ((select app.persons())::uuid[]))
  or ((select app.task()) = 'operator' and school_id = any ((select app.office())::uuid[])
    and exists (select from app.school s where s.id = homework.school_id and s.synthetic)));
create policy homework_change_it on app.homework for update using (group_id = any ((select app.classes())::uuid[]));
create policy homework_change_add on app.homework_change for insert with check (
  group_id = any ((select app.classes())::uuid[]) and changed_by = any ((select app.persons())::uuid[]));
create policy homework_withdrawal_add on app.homework_withdrawal for insert with check (
  group_id = any ((select app.classes())::uuid[]) and withdrawn_by = any ((select app.persons())::uuid[]));

create policy homework_tick_read on app.homework_tick for select using (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]));
create policy homework_tick_add on app.homework_tick for insert with check (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[])
  and group_id = any ((select app.groups())::uuid[]));
create policy homework_tick_end on app.homework_tick for delete using (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]));

-- A tick goes after two months, the rest two years after the day it was for.
create policy homework_purge_read on app.homework for select using (
  (select app.task()) = 'purge' and due_on < (select app.today()) - 730);
create policy homework_purge on app.homework for delete using (
  (select app.task()) = 'purge' and due_on < (select app.today()) - 730);
create policy homework_tick_purge_read on app.homework_tick for select using (
  (select app.task()) = 'purge' and done_at < (select app.now()) - interval '60 days');
create policy homework_tick_purge on app.homework_tick for delete using (
  (select app.task()) = 'purge' and done_at < (select app.now()) - interval '60 days');
