-- A message of one guardian to one child, through the school, for one day. Its words stand apart, for they go a week later;
-- what became of it is a row of its own, and the first one counts.
create table app.child_note (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  guardian_id uuid not null,
  day date not null default app.today(),
  sent_at timestamptz not null default app.now(),
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, guardian_id) references app.person (school_id, id)
);
create index child_note_day on app.child_note (school_id, day);
create index child_note_pupil on app.child_note (school_id, pupil_id, day);
create index child_note_guardian on app.child_note (school_id, guardian_id, day);

-- The first name of who sent it stands with the words: the child reads it, and may read no guardian.
create table app.child_note_text (
  school_id uuid not null,
  note_id uuid not null,
  day date not null default app.today(),
  sender text not null check (length(sender) between 1 and 200),
  words text not null check (length(words) between 1 and 200),
  primary key (school_id, note_id),
  foreign key (school_id, note_id) references app.child_note (school_id, id) on delete cascade
);

create table app.child_note_outcome (
  school_id uuid not null,
  note_id uuid not null,
  outcome text not null check (outcome in ('given', 'not-given', 'taken-back')),
  reason text check (reason in ('went-home', 'absent')),
  at timestamptz not null default app.now(),
  primary key (school_id, note_id),
  foreign key (school_id, note_id) references app.child_note (school_id, id) on delete cascade,
  check ((outcome = 'not-given') = (reason is not null))
);

-- Until when the school takes messages, and what to call after that. Without a row: until two, and no number.
create table app.child_note_hours (
  school_id uuid not null references app.school (id),
  until_time time not null,
  phone text check (length(phone) between 1 and 40),
  primary key (school_id)
);

do $$ declare t text; begin
  foreach t in array array['child_note', 'child_note_text', 'child_note_outcome', 'child_note_hours'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- Who sent it and nobody else at home; the child itself; the office; and of the day itself who teaches the child. What is
-- over its time the house clears.
create policy child_note_read on app.child_note for select using (
  ((select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[]))
  or ((select app.hat()) = 'pupil' and pupil_id = any ((select app.persons())::uuid[]))
  or school_id = any ((select app.office())::uuid[])
  or (day = (select app.today()) and pupil_id = any ((select app.class_pupils())::uuid[]))
  or ((select app.task()) = 'purge' and day < (select app.today()) - 400));
create policy child_note_send on app.child_note for insert with check (
  (select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[])
  and pupil_id = any ((select app.pupils())::uuid[]) and day = (select app.today()));
create policy child_note_purge on app.child_note for delete
  using ((select app.task()) = 'purge' and day < (select app.today()) - 400);

create policy child_note_text_read on app.child_note_text for select using (
  exists (select from app.child_note n where n.school_id = child_note_text.school_id and n.id = note_id)
  or ((select app.task()) = 'purge' and day < (select app.today()) - 7));
create policy child_note_text_send on app.child_note_text for insert with check (
  (select app.hat()) = 'guardian' and exists (select from app.child_note n
    where n.school_id = child_note_text.school_id and n.id = note_id and n.guardian_id = any ((select app.persons())::uuid[])));
create policy child_note_text_purge on app.child_note_text for delete
  using ((select app.task()) = 'purge' and day < (select app.today()) - 7);

create policy child_note_outcome_read on app.child_note_outcome for select using (
  exists (select from app.child_note n where n.school_id = child_note_outcome.school_id and n.id = note_id));
-- The office says what became of it, a teacher of the child that it was given, and who sent it takes it back.
create policy child_note_outcome_say on app.child_note_outcome for insert with check (
  (outcome <> 'taken-back' and school_id = any ((select app.office())::uuid[]))
  or (outcome = 'given' and (select app.hat()) = 'staff' and exists (select from app.child_note n
    where n.school_id = child_note_outcome.school_id and n.id = note_id and n.pupil_id = any ((select app.class_pupils())::uuid[])))
  or (outcome = 'taken-back' and (select app.hat()) = 'guardian' and exists (select from app.child_note n
    where n.school_id = child_note_outcome.school_id and n.id = note_id and n.guardian_id = any ((select app.persons())::uuid[]))));

create policy child_note_hours_read on app.child_note_hours for select using (school_id = any ((select app.schools())::uuid[]));
create policy child_note_hours_add on app.child_note_hours for insert with check (school_id = any ((select app.office())::uuid[]));
create policy child_note_hours_change on app.child_note_hours for update using (school_id = any ((select app.office())::uuid[]));
