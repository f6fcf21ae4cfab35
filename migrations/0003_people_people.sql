-- A person is one human at one school; an account may be tied to persons of several schools.
create table app.person (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  first_name text check (length(first_name) <= 200),
  initials text check (length(initials) <= 20),
  prefix text check (length(prefix) <= 40),
  last_name text check (length(last_name) <= 200),
  birth_date date,
  primary key (school_id, id),
  check (coalesce(first_name, last_name) is not null)
);

-- Apart from the name: neither guardian ever sees the other's contact data.
create table app.person_contact (
  school_id uuid not null,
  person_id uuid not null,
  email text check (length(email) <= 256),
  phone text check (length(phone) <= 40),
  street text check (length(street) <= 200),
  postal_code text check (length(postal_code) <= 32),
  city text check (length(city) <= 120),
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references app.person (school_id, id)
);

create table app.pupil (
  school_id uuid not null,
  person_id uuid not null,
  source_key text check (length(source_key) <= 256),
  year_group text check (length(year_group) <= 4),
  entered_on date,
  left_on date,
  primary key (school_id, person_id),
  unique (school_id, source_key),
  foreign key (school_id, person_id) references app.person (school_id, id),
  check (left_on is null or entered_on is null or left_on >= entered_on)
);

create table app.staff (
  school_id uuid not null,
  person_id uuid not null,
  source_key text check (length(source_key) <= 256),
  started_on date not null default app.today(),
  ended_on date,
  primary key (school_id, person_id),
  unique (school_id, source_key),
  foreign key (school_id, person_id) references app.person (school_id, id)
);

create table app.staff_role (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null check (role in ('administrator', 'office', 'head', 'teacher')),
  started_on date not null default app.today(),
  ended_on date,
  primary key (school_id, id),
  foreign key (school_id, person_id) references app.staff (school_id, person_id)
);
create index staff_role_person on app.staff_role (school_id, person_id);
create unique index staff_role_current on app.staff_role (school_id, person_id, role) where ended_on is null;

create table app.school_group (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  school_year_id uuid not null,
  source_key text check (length(source_key) <= 256),
  name text not null check (length(name) between 1 and 64),
  kind text not null check (kind in ('class', 'mixed')),
  year_group text check (length(year_group) <= 4),
  ended_on date,
  primary key (school_id, id),
  unique (school_id, school_year_id, source_key),
  foreign key (school_id, school_year_id) references app.school_year (school_id, id)
);

create table app.group_member (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  pupil_id uuid not null,
  started_on date not null default app.today(),
  ended_on date,
  primary key (school_id, id),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id)
);
create index group_member_pupil on app.group_member (school_id, pupil_id);
create index group_member_group on app.group_member (school_id, group_id);
create unique index group_member_current on app.group_member (school_id, group_id, pupil_id) where ended_on is null;

create table app.group_teacher (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  person_id uuid not null,
  started_on date not null default app.today(),
  ended_on date,
  primary key (school_id, id),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  foreign key (school_id, person_id) references app.staff (school_id, person_id)
);
create index group_teacher_person on app.group_teacher (school_id, person_id);
create index group_teacher_group on app.group_teacher (school_id, group_id);
create unique index group_teacher_current on app.group_teacher (school_id, group_id, person_id) where ended_on is null;

-- Any number of guardians, all equal.
create table app.guardianship (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  guardian_id uuid not null,
  relation text not null check (relation in ('mother', 'father', 'caretaker', 'guardian', 'foster', 'institution', 'other')),
  started_on date not null default app.today(),
  ended_on date,
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, guardian_id) references app.person (school_id, id),
  check (pupil_id <> guardian_id)
);
create index guardianship_pupil on app.guardianship (school_id, pupil_id);
create index guardianship_guardian on app.guardianship (school_id, guardian_id);
create unique index guardianship_current on app.guardianship (school_id, guardian_id, pupil_id) where ended_on is null;

alter table app.staff_role enable row level security;
alter table app.staff_role force row level security;

do $$ declare t text; begin
  foreach t in array array['person', 'person_contact', 'pupil', 'staff', 'school_group', 'group_member', 'group_teacher', 'guardianship'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    -- The office writes. What it reads is what its school may see whole.
    execute format('create policy %I on app.%I for insert with check (school_id = any ((select app.office())::uuid[]))', t || '_add', t);
    execute format('create policy %I on app.%I for update using (school_id = any ((select app.office())::uuid[]))', t || '_change', t);
    execute format('create policy %I on app.%I for delete using (school_id = any ((select app.office())::uuid[]))', t || '_delete', t);
  end loop;
end $$;

-- The office gives and ends the role of teacher; the roles that open more are given by the administrator alone.
create policy staff_role_read on app.staff_role for select using (
  person_id = any ((select app.persons())::uuid[]) or school_id = any ((select app.overseen())::uuid[]));
create policy staff_role_grant on app.staff_role for insert with check (
  school_id = any ((select app.office())::uuid[])
  and (role = 'teacher' or school_id = any ((select app.administered())::uuid[])));
create policy staff_role_change on app.staff_role for update
  using (school_id = any ((select app.office())::uuid[])
    and (role = 'teacher' or school_id = any ((select app.administered())::uuid[])))
  with check (school_id = any ((select app.office())::uuid[])
    and (role = 'teacher' or school_id = any ((select app.administered())::uuid[])));
create policy staff_role_delete on app.staff_role for delete using (
  school_id = any ((select app.office())::uuid[])
  and (role = 'teacher' or school_id = any ((select app.administered())::uuid[])));

-- Readers. What is in reach is kept as ids, which are of one school each: a reach in another school opens nothing here.
-- Each list costs every statement a little, so that a policy asks for as few as it can.

-- Two questions that only few rows need. Not inlined: a statement that never asks does not plan them.
create function app.teaches_in_reach(school uuid, person uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.group_teacher t where t.school_id = school and t.person_id = person);
end $$;
create function app.guards_in_class(school uuid, person uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.guardianship g where g.school_id = school and g.guardian_id = person
    and g.pupil_id = any (app.class_pupils()));
end $$;

-- Names: one's own, of the pupils in reach, of who teaches them, and, for a teacher, of the guardians of her pupils.
create policy person_read on app.person for select using (
  id = any ((select app.pupils())::uuid[])
  or id = any ((select app.persons())::uuid[])
  or school_id = any ((select app.overseen())::uuid[])
  or app.teaches_in_reach(school_id, id)
  or app.guards_in_class(school_id, id));

-- Where somebody lives is for the office, and for oneself.
create policy person_contact_read on app.person_contact for select using (
  person_id = any ((select app.persons())::uuid[]) or school_id = any ((select app.office())::uuid[]));

create policy pupil_read on app.pupil for select using (
  person_id = any ((select app.pupils())::uuid[])
  or person_id = any ((select app.persons())::uuid[])
  or school_id = any ((select app.overseen())::uuid[]));

create policy staff_read on app.staff for select using (
  person_id = any ((select app.persons())::uuid[]) or school_id = any ((select app.overseen())::uuid[]));

create policy school_group_read on app.school_group for select using (
  id = any ((select app.groups())::uuid[]) or school_id = any ((select app.overseen())::uuid[]));

-- A teacher's reach starts from the groups she teaches; a guardian's from the child, never from its class.
create policy group_member_read on app.group_member for select using (
  pupil_id = any ((select app.pupils())::uuid[])
  or group_id = any ((select app.classes())::uuid[])
  or school_id = any ((select app.overseen())::uuid[]));

create policy group_teacher_read on app.group_teacher for select using (
  group_id = any ((select app.groups())::uuid[])
  or person_id = any ((select app.persons())::uuid[])
  or school_id = any ((select app.overseen())::uuid[]));

create policy guardianship_read on app.guardianship for select using (
  guardian_id = any ((select app.persons())::uuid[])
  or pupil_id = any ((select app.class_pupils())::uuid[])
  or school_id = any ((select app.overseen())::uuid[]));
