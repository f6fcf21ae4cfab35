-- The roles of staff. Those that no rule speaks of open nothing.
alter table app.staff_role drop constraint staff_role_role_check;
alter table app.staff_role add constraint staff_role_role_check check (role in ('administrator', 'office', 'head', 'deputy',
  'team_leader', 'teacher', 'substitute', 'care_coordinator', 'anti_bullying', 'confidential_adviser', 'privacy_officer',
  'exam_secretary', 'council_staff', 'panel_manager'));

-- The office gives the roles that open no more than the groups somebody is put on; the administrator gives all.
do $$ declare rule text := $rule$school_id = any ((select app.office())::uuid[])
  and (role in ('teacher', 'substitute') or school_id = any ((select app.administered())::uuid[]))$rule$; begin
  drop policy staff_role_grant on app.staff_role;
  drop policy staff_role_change on app.staff_role;
  drop policy staff_role_delete on app.staff_role;
  execute format('create policy staff_role_grant on app.staff_role for insert with check (%s)', rule);
  execute format('create policy staff_role_change on app.staff_role for update using (%s) with check (%s)', rule, rule);
  execute format('create policy staff_role_delete on app.staff_role for delete using (%s)', rule);
end $$;

-- The roles of who does not work at the school: of guardians, of pupils, of the board, and of a guest from outside, who has
-- an end from the start. They open nothing by themselves.
create table app.person_role (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null check (role in ('class_parent', 'council_parents', 'council_pupils', 'board_member', 'attendance_officer')),
  -- The class of a class parent.
  group_id uuid,
  started_on date not null default app.today(),
  ended_on date,
  primary key (school_id, id),
  foreign key (school_id, person_id) references app.person (school_id, id),
  foreign key (school_id, group_id) references app.school_group (school_id, id),
  check ((role = 'class_parent') = (group_id is not null)),
  check (role <> 'attendance_officer' or (ended_on is not null and ended_on <= started_on + 366))
);
create index person_role_person on app.person_role (school_id, person_id);

alter table app.person_role enable row level security;
alter table app.person_role force row level security;

create policy person_role_read on app.person_role for select using (
  person_id = any ((select app.persons())::uuid[]) or school_id = any ((select app.overseen())::uuid[]));
do $$ declare rule text := $rule$school_id = any ((select app.office())::uuid[])
  and (role = 'class_parent' or school_id = any ((select app.administered())::uuid[]))$rule$; begin
  execute format('create policy person_role_grant on app.person_role for insert with check (%s)', rule);
  execute format('create policy person_role_change on app.person_role for update using (%s)', rule);
end $$;
