-- What a session is: begun with the own account or with a letter, with or without a second factor, and for how long. One that
-- is used lives on for its idle time again, up to the day it ends in any case.
alter table app.session
  add column kind text not null default 'account' check (kind in ('account', 'letter')),
  add column factor_at timestamptz,
  add column proved_at timestamptz not null default app.now(),
  add column idle interval not null default '30 days' check (idle > '0'),
  add column until timestamptz not null default app.now() + interval '30 days',
  -- The hat of staff is not for who came with a letter.
  add check (kind = 'account' or factor_at is null);

-- Whether a tenth of the idle time went by: a session in use is not written with every page.
create function app.session_grows(s app.session) returns boolean language sql stable as $$
  select s.expires_at < s.until and s.expires_at < app.now() + s.idle * 0.9
$$;

-- The session in use lives on. In a transaction of its own: reading a page changes nothing of what is read.
create function app.session_used(token_hash bytea) returns void language plpgsql volatile as $$
declare
  told text := set_config('app.presented', encode(session_used.token_hash, 'hex'), true);
  s record;
begin
  select session.account_id, session.id into s from app.session
    where session.token_hash = session_used.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found then return; end if;
  told := set_config('app.account', s.account_id::text, true);
  update app.session set expires_at = least(until, app.now() + idle) where account_id = s.account_id and id = s.id;
end $$;
