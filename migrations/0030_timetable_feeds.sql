-- Lessons from calendar files. A file belongs to one class, one pupil or one member of staff; of that one, lessons are what
-- the last file said, and what an earlier file said where the last one differs.

-- The moment of a time on the wall (RFC 5545, 3.3.5): of the hour that comes twice in autumn the first is meant, where
-- PostgreSQL takes the second. A time in the hour that is left out in spring is counted on from before the gap.
create function app.wall_instant(local timestamp, zone text) returns timestamptz language sql immutable strict parallel safe as $$
  select least(local at time zone zone, ((local - interval '1 hour') at time zone zone) + interval '1 hour')
$$;

create table app.calendar_feed (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid,
  pupil_id uuid,
  staff_id uuid,
  bound_to uuid not null generated always as (coalesce(group_id, pupil_id, staff_id)) stored,
  created_at timestamptz not null default app.now(),
  primary key (school_id, id),
  unique (bound_to),
  unique (school_id, id, bound_to),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, staff_id) references app.staff (school_id, person_id),
  check (num_nonnulls(group_id, pupil_id, staff_id) = 1)
);

-- One file read: what it held, what it changed, and what was put right or refused, by line and never by its words.
create table app.calendar_reading (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  feed_id uuid not null,
  -- Which came last: two files may be read in one moment.
  turn integer not null generated always as identity,
  read_at timestamptz not null default app.now(),
  read_by uuid,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  lessons integer not null check (lessons >= 0),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  cancelled integer not null check (cancelled >= 0),
  vanished integer not null check (vanished >= 0),
  repairs jsonb not null check (jsonb_typeof(repairs) = 'array'),
  refusals jsonb not null check (jsonb_typeof(refusals) = 'array'),
  primary key (school_id, id),
  foreign key (school_id, feed_id) references app.calendar_feed (school_id, id) on delete cascade,
  foreign key (school_id, read_by) references app.staff (school_id, person_id)
);
create index calendar_reading_feed on app.calendar_reading (school_id, feed_id, turn);

create table app.lesson (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  feed_id uuid not null,
  bound_to uuid not null,
  uid text not null check (length(uid) = 64),
  occurrence text not null check (length(occurrence) <= 19),
  starts_local timestamp not null,
  ends_local timestamp not null check (ends_local >= starts_local),
  zone text not null check (length(zone) <= 64),
  starts_at timestamptz not null generated always as (app.wall_instant(starts_local, zone)) stored,
  ends_at timestamptz not null generated always as (app.wall_instant(ends_local, zone)) stored,
  on_day date not null generated always as ((app.wall_instant(starts_local, zone) at time zone 'Europe/Amsterdam')::date) stored,
  last_day date not null generated always as (greatest(
    (app.wall_instant(starts_local, zone) at time zone 'Europe/Amsterdam')::date,
    (app.wall_instant(ends_local - interval '1 second', zone) at time zone 'Europe/Amsterdam')::date)) stored,
  whole_day boolean not null,
  title text not null check (length(title) <= 200),
  group_code text check (length(group_code) <= 200),
  teacher_code text check (length(teacher_code) <= 200),
  place text check (length(place) <= 80),
  cancelled_by uuid,
  vanished_by uuid,
  -- The file that moved it, and what it was before.
  changed_by uuid,
  was_place text check (length(was_place) <= 80),
  was_starts_at timestamptz,
  was_day date generated always as ((was_starts_at at time zone 'Europe/Amsterdam')::date) stored,
  primary key (school_id, id),
  foreign key (school_id, feed_id, bound_to) references app.calendar_feed (school_id, id, bound_to) on delete cascade,
  foreign key (school_id, cancelled_by) references app.calendar_reading (school_id, id),
  foreign key (school_id, vanished_by) references app.calendar_reading (school_id, id),
  foreign key (school_id, changed_by) references app.calendar_reading (school_id, id),
  check ((changed_by is null) = (was_place is null and was_starts_at is null))
);
create index lesson_feed on app.lesson (school_id, feed_id);
create index lesson_day on app.lesson (bound_to, on_day);
create index lesson_long on app.lesson (bound_to, last_day) where last_day > on_day;
create index lesson_was on app.lesson (bound_to, was_day) where was_day is not null;

do $$ declare t text; begin
  foreach t in array array['calendar_feed', 'calendar_reading', 'lesson'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I for all using (school_id = any ((select app.office())::uuid[])) with check (school_id = any ((select app.office())::uuid[]))', t || '_office', t);
  end loop;
end $$;

-- A class is read by who is in it or teaches it, a pupil's own timetable by who may see the pupil, a member of staff's by
-- nobody else. Which files there are, and what was wrong with them, is for the office alone.
create policy lesson_read on app.lesson for select using (
  bound_to = any ((select app.groups() || app.pupils() || case when app.hat() = 'staff' then app.persons() end)::uuid[]));
