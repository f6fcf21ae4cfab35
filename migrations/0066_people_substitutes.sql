-- Somebody who takes a group for a day, or for some days: the group is in reach on these days and on no other.
create table app.group_substitute (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  person_id uuid not null,
  on_from date not null,
  on_until date not null,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, person_id) references app.staff (school_id, person_id),
  check (on_until >= on_from and on_until <= on_from + 30)
);
create index group_substitute_person on app.group_substitute (school_id, person_id, on_until);
create index group_substitute_group on app.group_substitute (school_id, group_id, on_until);

alter table app.group_substitute enable row level security;
alter table app.group_substitute force row level security;

create policy group_substitute_read on app.group_substitute for select using (
  person_id = any ((select app.persons())::uuid[]) or school_id = any ((select app.overseen())::uuid[]));
create policy group_substitute_add on app.group_substitute for insert with check (school_id = any ((select app.overseen())::uuid[]));
create policy group_substitute_change on app.group_substitute for update using (school_id = any ((select app.overseen())::uuid[]));

-- Who oversees a school puts a substitute on a group, and a pupil of age lets a guardian in or out: that makes somebody's reach.
drop policy reach_change_add on app.reach_change;
create policy reach_change_add on app.reach_change for insert with check (
  scope_id = any ((select app.overseen())::uuid[])
  or ((select app.hat()) = 'pupil' and scope_id = any ((select app.schools())::uuid[]))
  or exists (select from app.account_person ap where ap.account_id = scope_id));
