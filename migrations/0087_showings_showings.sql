-- One piece of work that a pupil shows to the own guardians, at most one a day. `placed_by` is the teacher who put it there
-- for a pupil without an account; what a pupil shows is between the child and its guardians.
create table app.showing (
  school_id uuid not null references app.school (id),
  id uuid not null,
  pupil_id uuid not null,
  file_id uuid not null,
  line text not null check (length(line) between 1 and 200),
  on_day date not null default app.today(),
  shown_at timestamptz not null default app.now(),
  placed_by uuid,
  primary key (school_id, id),
  unique (school_id, pupil_id, on_day),
  unique (school_id, file_id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, file_id) references app.file (school_id, id),
  foreign key (school_id, placed_by) references app.staff (school_id, person_id)
);
alter table app.showing enable row level security;
alter table app.showing force row level security;

-- The first of August with which this school year began.
create function app.school_year_began() returns date language sql stable parallel safe as $$
  select make_date(extract(year from app.today() - interval '7 months')::int, 8, 1) $$;

-- A pupil shows what is the own, a guardian sees what the children in reach show, a teacher what teachers placed for pupils
-- of a group taught today. The house sees which files are in use.
create policy showing_read on app.showing for select using (
  pupil_id = any ((select case when app.hat() = 'pupil' then app.persons() when app.hat() = 'guardian' then app.pupils() end)::uuid[])
  or (placed_by is not null and pupil_id = any ((select app.class_pupils())::uuid[]))
  or (select app.task()) = 'purge');
create policy showing_add on app.showing for insert with check (
  (placed_by is null and pupil_id = any ((select case when app.hat() = 'pupil' then app.persons() end)::uuid[]))
  or (placed_by = any ((select case when app.hat() = 'staff' then app.persons() end)::uuid[])
    and pupil_id = any ((select app.class_pupils())::uuid[])
    and school_id in (select s.school_id from app.school_stage s where s.stage in ('BO', 'SO')))
  or (placed_by is null and (select app.hat()) = 'operator' and school_id = any ((select app.office())::uuid[])));
create policy showing_take_back on app.showing for delete using (
  pupil_id = any ((select case when app.hat() = 'pupil' then app.persons() end)::uuid[])
  or (placed_by is not null and pupil_id = any ((select app.class_pupils())::uuid[]))
  or ((select app.task()) = 'purge' and on_day < (select app.school_year_began())));
