-- A session begins in one question: it is added by its owner, opened as any other, and given the life that what it opens allows.
-- `home` and `staff` are the seconds it lives on after each use, and in any case.
create function app.begin_session(account uuid, session uuid, token_hash bytea, kind text, with_factor boolean, device text,
  home integer[], staff integer[]) returns jsonb language plpgsql volatile set search_path = app, pg_catalog as $$
declare
  entered jsonb;
  life integer[];
begin
  perform set_config('app.account', account::text, true);
  insert into app.session (account_id, id, token_hash, kind, factor_at, device, expires_at)
    values (account, coalesce(begin_session.session, gen_random_uuid()), begin_session.token_hash, begin_session.kind,
      case when with_factor then app.now() end, begin_session.device, app.now() + make_interval(secs => staff[1]));
  entered := app.enter(begin_session.token_hash);
  if entered is null then return null; end if;
  life := case when entered -> 'hats' ? 'staff' or entered ->> 'owes' is not null then staff else home end;
  update app.session set idle = make_interval(secs => life[1]), until = app.now() + make_interval(secs => life[2]),
      expires_at = app.now() + make_interval(secs => life[1])
    where id = (entered ->> 'session')::uuid;
  return entered || jsonb_build_object('seconds', life[2]);
end $$;
