-- What happens at a school beside its lessons: for everybody, for one stage, or for some groups.
create table app.calendar_event (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('parents', 'sports', 'trip', 'report', 'other')),
  name text check (length(name) between 1 and 120),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  starts_time time,
  ends_time time check (ends_time > starts_time or ends_on > starts_on),
  line text check (length(line) between 1 and 500),
  audience text not null check (audience in ('school', 'stage', 'groups')),
  stage text,
  primary key (school_id, id),
  foreign key (school_id, stage) references app.school_stage (school_id, stage),
  check (kind <> 'other' or name is not null),
  check ((audience = 'stage') = (stage is not null)),
  check (ends_time is null or starts_time is not null)
);
create index calendar_event_ends_on on app.calendar_event (school_id, ends_on);

create table app.calendar_event_group (
  school_id uuid not null,
  event_id uuid not null,
  group_id uuid not null,
  primary key (school_id, event_id, group_id),
  foreign key (school_id, event_id) references app.calendar_event (school_id, id) on delete cascade,
  foreign key (school_id, group_id) references app.school_group (school_id, id)
);
create index calendar_event_group_group on app.calendar_event_group (school_id, group_id);

alter table app.calendar_event enable row level security;
alter table app.calendar_event force row level security;
alter table app.calendar_event_group enable row level security;
alter table app.calendar_event_group force row level security;

-- Who works at the school reads the whole calendar; families what is for the groups of their child, and never for whom else.
create policy calendar_event_group_read on app.calendar_event_group for select using (
  group_id = any ((select app.groups())::uuid[])
  or ((select app.hat()) in ('staff', 'operator') and school_id = any ((select app.schools())::uuid[])));
create policy calendar_event_read on app.calendar_event for select using (
  school_id = any ((select app.schools())::uuid[])
  and (audience <> 'groups' or (select app.hat()) in ('staff', 'operator') or exists (select from app.calendar_event_group g
    where g.school_id = calendar_event.school_id and g.event_id = calendar_event.id)));

do $$ declare t text; begin
  foreach t in array array['calendar_event', 'calendar_event_group'] loop
    execute format('create policy %I on app.%I for insert with check (school_id = any ((select app.overseen())::uuid[]))', t || '_add', t);
    execute format('create policy %I on app.%I for delete using (school_id = any ((select app.overseen())::uuid[]))', t || '_end', t);
  end loop;
end $$;
create policy calendar_event_change on app.calendar_event for update using (school_id = any ((select app.overseen())::uuid[]));
