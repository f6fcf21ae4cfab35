-- A try at the door is one question: a class that signs in at once waits for nothing but the hashing of its passwords.

-- Notes a try before it is judged, so that many at once count as many; what must wait is no try, and is not noted. The first are
-- free, then each doubles the wait, up to the whole window and never for good, so that nobody can lock somebody else out.
-- what: whose tries these are, kept as a hash. Gives the seconds to wait, or 0 when this try may be judged.
create function app.note_try(what text, free integer, minutes integer) returns integer
  language plpgsql set search_path = app, pg_catalog
  as $$
declare
  noted bigint;
  since double precision;
  wait integer;
begin
  perform set_config('app.signing_in', what, true), pg_advisory_xact_lock(hashtextextended('try ' || what, 0));
  select count(*), extract(epoch from app.now() - max(tried_at)) into noted, since
    from app.account_limit where tried_at > app.now() - make_interval(mins => minutes);
  if noted >= free then
    wait := ceil(least(minutes * 60, 2 ^ least(noted - free, 20)) - since);
    if wait > 0 then return wait; end if;
  end if;
  insert into app.account_limit (login_hash) values (sha256(convert_to(what, 'UTF8')));
  return 0;
end $$;

-- Who was right begins anew.
create function app.forget_tries(what text) returns void language plpgsql set search_path = app, pg_catalog
  as $$
begin
  perform set_config('app.signing_in', what, true);
  delete from app.account_limit;
end $$;

-- Somebody types this login name at the door: the seconds to wait, and else the account, if there is one. A try that a crash
-- forgets does no harm, so nobody waits for the disk; it is asked in a transaction of its own.
create function app.knock(login text, tries text, free integer, minutes integer)
  returns table (wait integer, account uuid, password_hash text) language plpgsql set search_path = app, pg_catalog
  as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  wait := app.note_try(tries, free, minutes);
  if wait = 0 then
    perform set_config('app.signing_in', knock.login, true);
    select a.id, a.password_hash into account, password_hash from app.account a where a.login = knock.login;
  end if;
  return next;
end $$;
