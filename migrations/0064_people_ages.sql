-- At 18 a pupil decides alone who looks along, and at 16 about privacy. The day on which somebody born on 29 February reaches
-- an age is 1 March where the year has no 29th.
create function app.reaches(born date, years int) returns date language sql immutable parallel safe as $$
  select make_date(extract(year from born)::int + years, extract(month from born)::int, 1) + extract(day from born)::int - 1
$$;

-- Whether this pupil is of age. Not inlined: a statement that never asks does not plan it. An unknown birth date is no age.
create function app.is_adult(school uuid, pupil uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.person p where p.school_id = school and p.id = pupil
    and app.reaches(p.birth_date, 18) <= app.today());
end $$;

-- A guardian whom a pupil of age lets look along. Written by the pupil, and by nobody else.
create table app.adult_opening (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  guardianship_id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid not null,
  opened_at timestamptz not null default app.now(),
  closed_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, guardianship_id, guardian_id, pupil_id) references app.guardianship (school_id, id, guardian_id, pupil_id)
);
create unique index adult_opening_current on app.adult_opening (school_id, guardianship_id) where closed_at is null;
create index adult_opening_pupil on app.adult_opening (school_id, pupil_id);

alter table app.adult_opening enable row level security;
alter table app.adult_opening force row level security;

create policy adult_opening_read on app.adult_opening for select using (
  pupil_id = any ((select app.persons())::uuid[]) or guardian_id = any ((select app.persons())::uuid[]));
create policy adult_opening_add on app.adult_opening for insert with check (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]) and app.is_adult(school_id, pupil_id));
create policy adult_opening_change on app.adult_opening for update using (
  (select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]));

-- The relations of a pupil of age are the pupil's to read, and so are the names of these guardians. Of a guardian, the own
-- relation with a child in reach; while entering, before a hat is worn, the own relations, to find that out.
drop policy guardianship_read on app.guardianship;
create policy guardianship_read on app.guardianship for select using (
  (guardian_id = any ((select app.persons())::uuid[]) and (pupil_id = any ((select app.pupils())::uuid[]) or (select app.hat()) is null))
  or pupil_id = any ((select app.class_pupils())::uuid[])
  or school_id = any ((select app.overseen())::uuid[])
  or (pupil_id = any ((select app.persons())::uuid[]) and app.is_adult(school_id, pupil_id)));

create or replace function app.guards_in_class(school uuid, person uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.guardianship g where g.school_id = school and g.guardian_id = person
    and (g.pupil_id = any (app.class_pupils()) or (app.hat() = 'pupil' and g.pupil_id = any (app.persons()))));
end $$;

-- That a relation is limited is known to the guardian it is about (so that the first wall can read it), to who teaches or
-- oversees the child, and to a pupil of age. Why it is, stands elsewhere.
create policy guardianship_authority_read on app.guardianship_authority for select using (
  guardian_id = any ((select app.persons())::uuid[])
  or pupil_id = any ((select app.class_pupils())::uuid[])
  or school_id = any ((select app.overseen())::uuid[])
  or (pupil_id = any ((select app.persons())::uuid[]) and app.is_adult(school_id, pupil_id)));
