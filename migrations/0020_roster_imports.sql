-- What was read of a file and not yet applied: personal, kept for a day. `content` is the normalised file with its diff,
-- compressed, without anything we may not have.
create table app.roster_preview (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  format text not null check (format in ('edexml', 'pupils', 'guardians')),
  file_name text not null check (length(file_name) <= 200),
  read_at timestamptz not null default app.now(),
  person_id uuid not null,
  content bytea not null,
  fingerprint text not null,
  primary key (school_id, id),
  foreign key (school_id, person_id) references app.staff (school_id, person_id)
);

-- An import that was applied. `person_id` is null for the command line.
create table app.roster_import (
  school_id uuid not null references app.school (id),
  id uuid not null,
  format text not null check (format in ('edexml', 'pupils', 'guardians')),
  file_name text not null check (length(file_name) <= 200),
  applied_at timestamptz not null default app.now(),
  person_id uuid,
  role text not null check (role in ('office', 'administrator', 'operator')),
  counts jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, person_id) references app.staff (school_id, person_id)
);
create index roster_import_applied on app.roster_import (school_id, applied_at desc);

-- The rows an import wrote, as they were and as they became, in parts: kept for 30 days, to take it back.
create table app.roster_undo (
  school_id uuid not null,
  import_id uuid not null,
  part integer not null,
  written_at timestamptz not null default app.now(),
  content jsonb not null,
  primary key (school_id, import_id, part),
  foreign key (school_id, import_id) references app.roster_import (school_id, id)
);

-- An import that was taken back. `kept` are the people and groups that were touched since and stay.
create table app.roster_reversal (
  school_id uuid not null,
  import_id uuid not null,
  reversed_at timestamptz not null default app.now(),
  person_id uuid,
  role text not null check (role in ('office', 'administrator', 'operator')),
  kept uuid[] not null,
  primary key (school_id, import_id),
  foreign key (school_id, import_id) references app.roster_import (school_id, id),
  foreign key (school_id, person_id) references app.staff (school_id, person_id)
);

do $$ declare t text; begin
  foreach t in array array['roster_import', 'roster_undo', 'roster_reversal'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I for all using (school_id = any ((select app.office())::uuid[])) with check (school_id = any ((select app.office())::uuid[]))', t || '_office', t);
  end loop;
end $$;

-- What is cleared must be found first: a deletion that names rows reads them.
create policy roster_preview_expired on app.roster_preview for select
  using ((select app.task()) = 'purge' and read_at < app.now() - interval '1 day');
create policy roster_undo_expired on app.roster_undo for select
  using ((select app.task()) = 'purge' and written_at < app.now() - interval '30 days');
-- Who reads a file in decides on it; nobody else sees it before that.
alter table app.roster_preview enable row level security;
alter table app.roster_preview force row level security;
create policy roster_preview_own on app.roster_preview for all
  using (school_id = any ((select app.office())::uuid[]) and person_id = any ((select app.persons())::uuid[]))
  with check (school_id = any ((select app.office())::uuid[]) and person_id = any ((select app.persons())::uuid[]));

create policy roster_preview_purge on app.roster_preview for delete
  using ((select app.task()) = 'purge' and read_at < app.now() - interval '1 day');
create policy roster_undo_purge on app.roster_undo for delete
  using ((select app.task()) = 'purge' and written_at < app.now() - interval '30 days');
