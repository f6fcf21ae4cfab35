-- What a guardian may know of a child, where that is not everything. No row: everything, as every guardian with authority.
-- 'on_request': the school tells what is important when it is asked (art. 1:377c BW). 'blocked': nothing, by order of a court
-- or of child protection; from the day of review on such a row counts as 'on_request', by itself. A row is ended, never changed.
alter table app.guardianship add unique (school_id, id, guardian_id, pupil_id);

-- The paper itself stays in the school's cupboard: kept here is that it was seen, what kind it is and how to find it again.
create table app.authority_document (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('court_order', 'child_protection', 'custody_register', 'birth_record', 'foster_contract', 'other')),
  dated_on date not null,
  reference text check (length(reference) <= 100),
  -- Whether it says that this parent gets no information from the school, or no contact with the child.
  forbids boolean not null default false,
  seen_on date not null default app.today(),
  -- What can close a door: an order that names school or contact, and no other paper.
  blocks boolean generated always as (case when forbids and kind in ('court_order', 'child_protection') then true end) stored,
  primary key (school_id, id),
  unique (school_id, id, blocks)
);

-- Guardian and pupil stand in the row, and the key sees to it that they are those of the relation: so its policies need not
-- read the relation. What holds, holds for these two people, also when the relation is ended and made anew.
create table app.guardianship_authority (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  guardianship_id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid not null,
  state text not null check (state in ('on_request', 'blocked')),
  document_id uuid,
  started_on date not null default app.today(),
  review_on date,
  ended_on date,
  blocks boolean generated always as (case when state = 'blocked' then true end) stored,
  primary key (school_id, id),
  foreign key (school_id, guardianship_id, guardian_id, pupil_id) references app.guardianship (school_id, id, guardian_id, pupil_id),
  foreign key (school_id, document_id) references app.authority_document (school_id, id),
  foreign key (school_id, document_id, blocks) references app.authority_document (school_id, id, blocks),
  check (state <> 'blocked' or (document_id is not null and review_on is not null)),
  check (review_on > started_on and review_on <= started_on + 366),
  check (ended_on >= started_on)
);
create unique index guardianship_authority_current on app.guardianship_authority (school_id, guardian_id, pupil_id) where ended_on is null;
create index guardianship_authority_pupil on app.guardianship_authority (school_id, pupil_id);

-- Whether the child lives with this guardian: for letters, and for the office alone. Nobody has authority because of it.
create table app.guardianship_home (
  school_id uuid not null,
  guardianship_id uuid not null,
  lives text not null check (lives in ('here', 'partly', 'elsewhere')),
  primary key (school_id, guardianship_id),
  foreign key (school_id, guardianship_id) references app.guardianship (school_id, id)
);

-- An institution is reached through somebody who works there.
alter table app.person_contact add column contact_name text check (length(contact_name) <= 200);

do $$ declare t text; begin
  foreach t in array array['authority_document', 'guardianship_authority', 'guardianship_home'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I for insert with check (school_id = any ((select app.office())::uuid[]))', t || '_add', t);
  end loop;
end $$;

create policy authority_document_read on app.authority_document for select using (school_id = any ((select app.office())::uuid[]));

create policy guardianship_home_read on app.guardianship_home for select using (school_id = any ((select app.office())::uuid[]));
create policy guardianship_home_change on app.guardianship_home for update using (school_id = any ((select app.office())::uuid[]));

create policy guardianship_authority_change on app.guardianship_authority for update using (school_id = any ((select app.office())::uuid[]));
