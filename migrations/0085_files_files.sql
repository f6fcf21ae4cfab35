-- A picture or a PDF, as it was written anew here: nothing of what came in is kept but what the reader made of it. The id is
-- the address, 128 random bits from the program. Who may read a file is said where it hangs: see 0088.
create table app.file (
  school_id uuid not null references app.school (id),
  id uuid not null,
  kind text not null check (kind in ('picture', 'pdf')),
  name text not null check (length(name) between 1 and 120),
  width integer check (width > 0),
  height integer check (height > 0),
  added_at timestamptz not null default app.now(),
  whole bytea not null check (octet_length(whole) <= 20971520),
  small bytea check (octet_length(small) <= 61440),
  primary key (school_id, id),
  check ((kind = 'picture') = (width is not null and height is not null and small is not null))
);
create index file_address on app.file (id);
-- Compressed as they are; to try again only costs time.
alter table app.file alter column whole set storage external, alter column small set storage external;

alter table app.file enable row level security;
alter table app.file force row level security;
