-- What the school tells groups, or everybody. `wish` is for whom its writer meant it; the rows of announcement_audience are
-- made of it when it is published and taken away when it is withdrawn: without them it is in nobody's reach.
create table app.announcement (
  school_id uuid not null references app.school (id),
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  body text not null check (length(body) between 1 and 8000),
  important boolean not null,
  shows_from date not null,
  shows_until date not null check (shows_until >= shows_from),
  wish jsonb not null check (jsonb_typeof(wish) = 'object'),
  signed text not null check (length(signed) between 1 and 300),
  written_by uuid,
  written_at timestamptz not null default app.now(),
  primary key (school_id, id),
  foreign key (school_id, written_by) references app.staff (school_id, person_id)
);
create index announcement_shown on app.announcement (school_id, shows_until);
create index announcement_writer on app.announcement (school_id, written_by);

-- A group of nobody is the whole school.
create table app.announcement_audience (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  announcement_id uuid not null,
  group_id uuid,
  for_whom text not null check (for_whom in ('guardian', 'pupil', 'staff')),
  primary key (school_id, id),
  unique nulls not distinct (school_id, announcement_id, group_id, for_whom),
  foreign key (school_id, announcement_id) references app.announcement (school_id, id) on delete cascade,
  foreign key (school_id, group_id) references app.school_group (school_id, id)
);
create index announcement_audience_group on app.announcement_audience (school_id, group_id);

create table app.announcement_step (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  announcement_id uuid not null,
  step text not null check (step in ('published', 'changed', 'withdrawn')),
  taken_at timestamptz not null default app.now(),
  taken_by uuid,
  primary key (school_id, id),
  foreign key (school_id, announcement_id) references app.announcement (school_id, id) on delete cascade,
  foreign key (school_id, taken_by) references app.staff (school_id, person_id)
);
create index announcement_step_of on app.announcement_step (school_id, announcement_id);

create table app.announcement_attachment (
  school_id uuid not null,
  file_id uuid not null,
  announcement_id uuid not null,
  position integer not null check (position >= 0),
  primary key (school_id, file_id),
  foreign key (school_id, file_id) references app.file (school_id, id),
  foreign key (school_id, announcement_id) references app.announcement (school_id, id) on delete cascade
);
create index announcement_attachment_of on app.announcement_attachment (school_id, announcement_id);

do $$ declare t text; begin
  foreach t in array array['announcement', 'announcement_audience', 'announcement_step', 'announcement_attachment'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- Whether the one who asks may change this announcement: who oversees the school, and who wrote it.
create function app.writes_announcement(school uuid, announcement uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.announcement n where n.school_id = school and n.id = announcement
    and (n.school_id = any (app.overseen()) or (app.hat() = 'staff' and n.written_by = any (app.persons()))));
end $$;

-- For whom it is decides who finds it. This table asks no other that asks it again. Staff read what families of their
-- groups, and of the whole school, are told.
create policy announcement_audience_read on app.announcement_audience for select using (
  school_id = any ((select app.overseen())::uuid[])
  or group_id = any ((select case when app.hat() = 'staff' then app.groups() end)::uuid[])
  or (group_id is null and school_id = any ((select case when app.hat() = 'staff' then app.schools() end)::uuid[]))
  or (for_whom = (select app.hat()) and (group_id = any ((select app.groups())::uuid[])
    or (group_id is null and school_id in (
      select p.school_id from app.pupil p where p.person_id = any ((select app.pupils())::uuid[]))))));
create policy announcement_audience_add on app.announcement_audience for insert with check (
  app.writes_announcement(school_id, announcement_id)
  and (school_id = any ((select app.overseen())::uuid[]) or group_id = any ((select app.classes())::uuid[])));
create policy announcement_audience_end on app.announcement_audience for delete using (
  app.writes_announcement(school_id, announcement_id)
  and (school_id = any ((select app.overseen())::uuid[]) or group_id = any ((select app.classes())::uuid[])));

create policy announcement_read on app.announcement for select using (
  school_id = any ((select app.overseen())::uuid[])
  or written_by = any ((select case when app.hat() = 'staff' then app.persons() end)::uuid[])
  or (shows_from <= (select app.today()) and shows_until >= (select app.today()) and exists (
    select from app.announcement_audience a
    where a.school_id = announcement.school_id and a.announcement_id = announcement.id)));
create policy announcement_add on app.announcement for insert with check (
  (school_id = any ((select app.overseen())::uuid[]) and written_by is null and (select app.hat()) = 'operator')
  or ((select app.hat()) = 'staff' and written_by = any ((select app.persons())::uuid[])
    and school_id = any ((select app.schools())::uuid[])
    and (school_id = any ((select app.overseen())::uuid[]) or (select cardinality(app.classes())) > 0)));
create policy announcement_change on app.announcement for update using (
  school_id = any ((select app.overseen())::uuid[])
  or written_by = any ((select case when app.hat() = 'staff' then app.persons() end)::uuid[]));
-- A year after the last day on which it could be read it goes. What is cleared must be found first.
create policy announcement_expired on app.announcement for select
  using ((select app.task()) = 'purge' and shows_until < (select app.today()) - 365);
create policy announcement_purge on app.announcement for delete
  using ((select app.task()) = 'purge' and shows_until < (select app.today()) - 365);

create policy announcement_step_read on app.announcement_step for select using (exists (
  select from app.announcement n where n.school_id = announcement_step.school_id and n.id = announcement_id));
create policy announcement_step_take on app.announcement_step for insert with check (
  app.writes_announcement(school_id, announcement_id)
  and ((select app.hat()) = 'operator' or taken_by = any ((select app.persons())::uuid[])));

-- The house clears files that hang nowhere, so it must see where files hang.
create policy announcement_attachment_read on app.announcement_attachment for select using (
  (select app.task()) = 'purge' or exists (select from app.announcement n
    where n.school_id = announcement_attachment.school_id and n.id = announcement_id));
create policy announcement_attachment_add on app.announcement_attachment for insert with check (
  app.writes_announcement(school_id, announcement_id));
create policy announcement_attachment_end on app.announcement_attachment for delete using (
  app.writes_announcement(school_id, announcement_id));
