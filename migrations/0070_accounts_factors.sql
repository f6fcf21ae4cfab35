-- The second step of staff, passkeys, and a new password: by mail, or with a code from the office.

-- One code generator an account: a new one replaces the old.
create unique index account_factor_one on app.account_factor (account_id);

-- Codes for who lost the telephone, each for one time. The hash is keyed with a secret that stands outside the database.
create table app.account_recovery (
  account_id uuid not null references app.account (id),
  id uuid not null default gen_random_uuid(),
  code_hash bytea not null,
  created_at timestamptz not null default app.now(),
  used_at timestamptz,
  primary key (account_id, id)
);

create table app.account_passkey (
  account_id uuid not null references app.account (id),
  id uuid not null default gen_random_uuid(),
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default app.now(),
  used_on date,
  primary key (account_id, id)
);

-- What a device must sign within five minutes, once. It belongs to the cookie of the browser that asked, whoever that is.
create table app.account_challenge (
  holder_hash bytea not null,
  challenge_hash bytea not null,
  purpose text not null check (purpose in ('sign-in', 'proof', 'register')),
  expires_at timestamptz not null,
  primary key (holder_hash, challenge_hash)
);

-- Codes for a new password: on paper at the counter, or in a mail. An invitation opens an account that nobody uses yet.
alter table app.account_reset add column kind text not null default 'invitation' check (kind in ('invitation', 'office', 'mail'));
-- A code that was made before the present password opens nothing.
alter table app.account add column password_at timestamptz not null default app.now();

-- The passkey that is shown at the door, and the account of the person whom the office helps at the counter.
create function app.passkey() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.passkey', true), ''), 'hex') $$;
create function app.helped() returns uuid language sql stable parallel safe as $$ select app.id('app.helped') $$;

-- Whether the reader may help with the account: it is somebody's of a school whose people the reader keeps, not the reader's
-- own, and of an administrator's only another administrator.
create function app.may_help(account uuid) returns boolean language sql stable as $$
  select account = (select app.helped()) and account is distinct from (select app.account())
    and exists (select from app.account_person ap where ap.account_id = may_help.account
      and ap.school_id = any ((select app.office())::uuid[]))
    and not exists (select from app.account_person ap join app.staff_role r on r.school_id = ap.school_id and r.person_id = ap.person_id
      where ap.account_id = may_help.account and r.role = 'administrator' and (r.ended_on is null or r.ended_on > app.today())
        and ap.school_id <> all ((select app.administered())::uuid[]))
$$;

-- As may_help, for a new password: of anybody who works at the school only the administrator makes one.
create function app.may_reset(account uuid) returns boolean language sql stable as $$
  select app.may_help(account)
    and not exists (select from app.account_person ap join app.staff e on e.school_id = ap.school_id and e.person_id = ap.person_id
      where ap.account_id = may_reset.account and (e.ended_on is null or e.ended_on > app.today())
        and ap.school_id <> all ((select app.administered())::uuid[]))
$$;

-- Says whom the office helps. @returns the account of this person, or null when the reader does not keep these people
create function app.at_the_counter(school uuid, person uuid) returns uuid language plpgsql volatile as $$
declare
  told text;
  found_account uuid;
begin
  select ap.account_id into found_account from app.account_person ap
    where ap.school_id = at_the_counter.school and ap.person_id = at_the_counter.person
      and ap.school_id = any (app.office());
  told := set_config('app.helped', coalesce(found_account::text, ''), true);
  return found_account;
end $$;

-- The code for a new password opens the account it was made for: once, until it expires or the password changes.
create function app.enter_by_reset(code_hash bytea) returns uuid language plpgsql volatile as $$
declare
  told text;
  r record;
begin
  told := set_config('app.presented', encode(enter_by_reset.code_hash, 'hex'), true);
  select c.account_id, c.created_at into r from app.account_reset c
    where c.code_hash = enter_by_reset.code_hash and c.kind <> 'invitation' and c.used_at is null and c.expires_at > app.now();
  told := set_config('app.account', coalesce(r.account_id::text, ''), true);
  if not exists (select from app.account a where a.id = r.account_id and a.login is not null and a.password_at <= r.created_at) then
    told := set_config('app.account', '', true);
    return null;
  end if;
  return r.account_id;
end $$;

-- The house itself, for one account: where mail about it goes.
create function app.act_for_account(account uuid) returns void language plpgsql volatile as $$
declare
  told text := set_config('app.account', act_for_account.account::text, true);
begin
  told := set_config('app.persons', app.listed(array(select ap.person_id from app.account_person ap
    where ap.account_id = act_for_account.account)), true);
end $$;

do $$ declare t text; begin
  foreach t in array array['account_recovery', 'account_passkey', 'account_challenge'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

create policy account_recovery_own on app.account_recovery for all
  using (account_id = (select app.account())) with check (account_id = (select app.account()));
create policy account_passkey_own on app.account_passkey for all
  using (account_id = (select app.account())) with check (account_id = (select app.account()));
create policy account_passkey_at_the_door on app.account_passkey for select using (credential_id = (select app.passkey()));

create policy account_challenge_holder on app.account_challenge for all
  using (holder_hash = (select app.presented())) with check (holder_hash = (select app.presented()));
create policy account_challenge_expired on app.account_challenge for select
  using ((select app.task()) = 'purge' and expires_at < app.now());
create policy account_challenge_purge on app.account_challenge for delete
  using ((select app.task()) = 'purge' and expires_at < app.now());

-- At the counter: the second step of somebody who lost it ends, and with it every session.
do $$ declare t text; begin
  foreach t in array array['account_factor', 'account_recovery', 'account_passkey', 'session'] loop
    execute format('create policy %I on app.%I for select using (account_id = (select app.helped()) and app.may_help(account_id))', t || '_help_read', t);
  end loop;
  foreach t in array array['account_factor', 'account_recovery', 'account_passkey'] loop
    execute format('create policy %I on app.%I for delete using (account_id = (select app.helped()) and app.may_help(account_id))', t || '_help_end', t);
  end loop;
end $$;
create policy session_help_end on app.session for update using (account_id = (select app.helped()) and app.may_help(account_id));
create policy account_reset_help on app.account_reset for insert
  with check (kind = 'office' and account_id = (select app.helped()) and app.may_reset(account_id));
create policy account_reset_mail on app.account_reset for insert
  with check (kind = 'mail' and account_id = (select app.account()) and (select app.task()) = 'mail');
