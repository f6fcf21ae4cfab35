-- The only global tables with personal data. An account is opened for a person by the office and belongs to nobody's
-- school once it is in use: from then on only its owner reads it.
create table app.account (
  id uuid primary key default gen_random_uuid(),
  login text unique check (login = lower(login) and length(login) between 3 and 256),
  password_hash text,
  language text not null default 'nl' check (language in ('nl', 'en')),
  opened_by uuid references app.school (id),
  created_at timestamptz not null default app.now(),
  check ((login is null) = (password_hash is null))
);

create table app.account_person (
  school_id uuid not null,
  person_id uuid not null,
  account_id uuid not null references app.account (id),
  primary key (school_id, person_id, account_id),
  foreign key (school_id, person_id) references app.person (school_id, id)
);
create unique index account_person_one on app.account_person (school_id, person_id);
create index account_person_account on app.account_person (account_id);

create table app.session (
  account_id uuid not null references app.account (id),
  id uuid not null default gen_random_uuid(),
  token_hash bytea not null unique,
  hat text check (hat in ('guardian', 'staff', 'pupil')),
  device text not null default '' check (length(device) <= 80),
  created_at timestamptz not null default app.now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (account_id, id)
);

create table app.account_factor (
  account_id uuid not null references app.account (id),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('totp')),
  secret bytea not null,
  last_step bigint,
  confirmed_at timestamptz,
  created_at timestamptz not null default app.now(),
  primary key (account_id, id)
);

create table app.account_reset (
  account_id uuid not null references app.account (id),
  id uuid not null default gen_random_uuid(),
  code_hash bytea not null unique,
  created_at timestamptz not null default app.now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, id)
);

-- Wrong tries, by a hash of the login name typed, whether or not such an account exists.
create table app.account_limit (
  login_hash bytea not null,
  id uuid not null default gen_random_uuid(),
  tried_at timestamptz not null default app.now(),
  primary key (login_hash, id)
);
create index account_limit_tried on app.account_limit (login_hash, tried_at);

do $$ declare t text; begin
  foreach t in array array['account', 'account_person', 'session', 'account_factor', 'account_reset', 'account_limit'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

create policy account_own on app.account for select using (id = (select app.account()));
create policy account_change on app.account for update using (id = (select app.account()));
create policy account_at_the_door on app.account for select using (login = (select app.signing_in()));
-- Until its owner takes it into use, the office that opened an account may see that it is there, and invite again.
create policy account_opened on app.account for select
  using (login is null and opened_by = any ((select app.office())::uuid[]));
create policy account_open on app.account for insert
  with check (login is null and password_hash is null and opened_by = any ((select app.office())::uuid[]));

create policy account_person_own on app.account_person for select using (account_id = (select app.account()));
create policy account_person_office on app.account_person for select using (school_id = any ((select app.office())::uuid[]));
create policy account_person_tie on app.account_person for insert with check (
  school_id = any ((select app.office())::uuid[])
  and exists (select from app.account a where a.id = account_id and a.login is null and a.opened_by = account_person.school_id));

create policy session_own on app.session for select using (account_id = (select app.account()));
create policy session_at_the_door on app.session for select using (token_hash = (select app.presented()));
-- A session begins at the door, for who typed the name or showed the code; no session makes another.
create policy session_start on app.session for insert with check (
  (select app.session_in_use()) is null and exists (select from app.account a where a.id = account_id));
create policy session_change on app.session for update using (account_id = (select app.account()));
-- What is cleared must be found first: a deletion that names rows reads them.
create policy session_expired on app.session for select using ((select app.task()) = 'purge' and expires_at < app.now());
create policy session_purge on app.session for delete using ((select app.task()) = 'purge' and expires_at < app.now());

create policy account_factor_own on app.account_factor for all
  using (account_id = (select app.account())) with check (account_id = (select app.account()));
create policy account_factor_at_the_door on app.account_factor for select using (exists (
  select from app.account a where a.id = account_id and a.login = (select app.signing_in())));

create policy account_reset_at_the_door on app.account_reset for select using (code_hash = (select app.presented()));
create policy account_reset_use on app.account_reset for update using (code_hash = (select app.presented()));
create policy account_reset_invite on app.account_reset for insert with check (exists (
  select from app.account a where a.id = account_id and a.login is null and a.opened_by = any ((select app.office())::uuid[])));
-- Before a person is given more, what was invited to less is withdrawn, by whoever may give more.
create policy account_reset_open on app.account_reset for select using (exists (
  select from app.account a where a.id = account_id and a.login is null and a.opened_by = any ((select app.administered())::uuid[])));
create policy account_reset_withdraw on app.account_reset for delete using (exists (
  select from app.account a where a.id = account_id and a.login is null and a.opened_by = any ((select app.administered())::uuid[])));
create policy account_reset_expired on app.account_reset for select
  using ((select app.task()) = 'purge' and expires_at < app.now());
create policy account_reset_purge on app.account_reset for delete using ((select app.task()) = 'purge' and expires_at < app.now());

create policy account_limit_at_the_door on app.account_limit for all
  using (login_hash = sha256(convert_to((select app.signing_in()), 'UTF8')))
  with check (login_hash = sha256(convert_to((select app.signing_in()), 'UTF8')));
create policy account_limit_expired on app.account_limit for select
  using ((select app.task()) = 'purge' and tried_at < app.now() - interval '1 day');
create policy account_limit_purge on app.account_limit for delete
  using ((select app.task()) = 'purge' and tried_at < app.now() - interval '1 day');
