-- That a guardian does not want the question of the day: a row from when it was switched off until it was switched on again.
create table app.talk_question_off (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  since timestamptz not null default app.now(),
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references app.person (school_id, id),
  check (ended_at is null or ended_at >= since)
);
create unique index talk_question_off_current on app.talk_question_off (school_id, person_id) where ended_at is null;

alter table app.talk_question_off enable row level security;
alter table app.talk_question_off force row level security;

-- One's own, under the hat of a guardian.
create policy talk_question_off_read on app.talk_question_off for select using (
  (select app.hat()) = 'guardian' and person_id = any ((select app.persons())::uuid[]));
create policy talk_question_off_add on app.talk_question_off for insert with check (
  (select app.hat()) = 'guardian' and person_id = any ((select app.persons())::uuid[]));
create policy talk_question_off_end on app.talk_question_off for update using (
  (select app.hat()) = 'guardian' and person_id = any ((select app.persons())::uuid[]));
