create table app.school (
  id uuid primary key default gen_random_uuid(),
  key text not null unique check (key ~ '^[a-z0-9](-?[a-z0-9])*$' and length(key) <= 40),
  name text not null check (length(name) between 1 and 200),
  brin text check (brin ~ '^[0-9]{2}[A-Z]{2}([0-9]{2})?$'),
  region text not null check (region in ('noord', 'midden', 'zuid')),
  synthetic boolean not null default false,
  created_at timestamptz not null default app.now()
);

create table app.school_stage (
  school_id uuid not null references app.school (id),
  stage text not null check (stage in ('BO', 'VO', 'VSO', 'SO')),
  primary key (school_id, stage)
);

create table app.school_year (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  label text not null check (label ~ '^[12][0-9]{3}-[12][0-9]{3}$'),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  primary key (school_id, id),
  unique (school_id, label)
);

create table app.day_off (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  name text not null check (length(name) between 1 and 120),
  primary key (school_id, id)
);
create index day_off_ends_on on app.day_off (school_id, ends_on);

-- National school holidays, dated reference data: first and last day off.
create table app.holiday (
  region text not null check (region in ('noord', 'midden', 'zuid')),
  kind text not null check (kind in ('herfst', 'kerst', 'voorjaar', 'mei', 'zomer')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  source text not null,
  primary key (region, starts_on)
);

alter table app.school enable row level security;
alter table app.school force row level security;
alter table app.school_stage enable row level security;
alter table app.school_stage force row level security;
alter table app.school_year enable row level security;
alter table app.school_year force row level security;
alter table app.day_off enable row level security;
alter table app.day_off force row level security;

create policy school_read on app.school for select
  using (id = any ((select app.schools())::uuid[]) or ((select app.task()) = 'operator' and (select app.schools()) = '{}'));
-- The operator who has named no school yet lists them, and adds one.
create policy school_add on app.school for insert with check (
  (select app.task()) = 'operator' and (select app.schools()) = '{}');
create policy school_change on app.school for update using (id = any ((select app.administered())::uuid[]));

create policy school_stage_read on app.school_stage for select using (school_id = any ((select app.schools())::uuid[]));
create policy school_stage_add on app.school_stage for insert with check (
  school_id = any ((select app.administered())::uuid[]) and (select app.task()) = 'operator');

create policy school_year_read on app.school_year for select using (school_id = any ((select app.schools())::uuid[]));
create policy school_year_add on app.school_year for insert with check (school_id = any ((select app.office())::uuid[]));
create policy school_year_end on app.school_year for delete using (school_id = any ((select app.office())::uuid[]));

create policy day_off_read on app.day_off for select using (school_id = any ((select app.schools())::uuid[]));
create policy day_off_add on app.day_off for insert with check (school_id = any ((select app.office())::uuid[]));
create policy day_off_end on app.day_off for delete using (school_id = any ((select app.office())::uuid[]));
