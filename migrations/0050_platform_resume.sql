-- A reach that was found a moment ago is put on again, as long as nothing that makes a reach has changed since. Each change
-- leaves a row with the number of its transaction, which is visible from the very moment at which the change is: a
-- reach holds when no such row of its schools and its account came to be visible after the snapshot it was found in. Nobody
-- waits for anybody, and a change that is undone leaves nothing. The scope is a school, or an account.
create table app.reach_change (
  scope_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default app.now(),
  primary key (scope_id, xid)
);
alter table app.reach_change enable row level security;
alter table app.reach_change force row level security;

create policy reach_change_read on app.reach_change for select using (
  scope_id = any ((select app.schools() || app.account())::uuid[])
  or ((select app.task()) = 'purge' and at < app.now() - interval '2 days'));
-- Who keeps the people of a school changes what makes their reach, and ties accounts to it; everybody changes their own account.
create policy reach_change_add on app.reach_change for insert with check (
  scope_id = any ((select app.office())::uuid[])
  or exists (select from app.account_person ap where ap.account_id = scope_id));
create policy reach_change_purge on app.reach_change for delete
  using ((select app.task()) = 'purge' and at < app.now() - interval '2 days');

create function app.reach_changed() returns trigger language plpgsql as $$
begin
  insert into app.reach_change (scope_id) select distinct c.school_id from changed c on conflict do nothing;
  return null;
end $$;

create function app.reach_moved() returns trigger language plpgsql as $$
begin
  insert into app.reach_change (scope_id)
    select c.school_id from changed c union select b.school_id from before b on conflict do nothing;
  return null;
end $$;

create function app.tie_changed() returns trigger language plpgsql as $$
begin
  insert into app.reach_change (scope_id) select distinct c.account_id from changed c on conflict do nothing;
  return null;
end $$;

create function app.tie_moved() returns trigger language plpgsql as $$
begin
  insert into app.reach_change (scope_id)
    select c.account_id from changed c union select b.account_id from before b on conflict do nothing;
  return null;
end $$;

-- A school or an account that is new is in nobody's reach.
create function app.scope_changed() returns trigger language plpgsql as $$
begin
  insert into app.reach_change (scope_id) select c.id from changed c on conflict do nothing;
  return null;
end $$;

do $$ declare
  t text;
  what text;
begin
  foreach t in array array['guardianship', 'pupil', 'staff', 'staff_role', 'group_member', 'group_teacher', 'person', 'account_person'] loop
    what := case t when 'account_person' then 'tie' else 'reach' end;
    execute format('create trigger makes_reach_insert after insert on app.%I referencing new table as changed
      for each statement execute function app.%I()', t, what || '_changed');
    execute format('create trigger makes_reach_update after update on app.%I referencing old table as before new table as changed
      for each statement execute function app.%I()', t, what || '_moved');
    execute format('create trigger makes_reach_delete after delete on app.%I referencing old table as changed
      for each statement execute function app.%I()', t, what || '_changed');
  end loop;
  foreach t in array array['school', 'account'] loop
    execute format('create trigger makes_reach_update after update on app.%I referencing new table as changed
      for each statement execute function app.scope_changed()', t);
  end loop;
  -- Also for rows that are loaded as a replica loads them.
  for t, what in select tgrelid::regclass, tgname from pg_trigger where tgname like 'makes_reach_%' loop
    execute format('alter table %s enable always trigger %I', t, what);
  end loop;
end $$;

-- Since when this server runs. Another one, to which the work fell after this one failed, may count its transactions anew.
create function app.server_since() returns text language sql stable parallel safe
  as $$ select extract(epoch from pg_postmaster_start_time())::text $$;

-- As 0005 has it, and tells what to keep for the next request: the settings as made, and what they hold for. Only who is at
-- no other school than those of the hat worn is told so: what changes at the others would not be seen.
create or replace function app.enter(token_hash bytea) returns jsonb language plpgsql volatile as $$
declare
  told text;
  -- Before anything is read: what changes from here on makes the reach old, never too new.
  seen text := pg_current_snapshot()::text;
  today date := app.today();
  s record;
  a record;
  r record;
  rows app.standing[] := '{}';
  hats text[] := '{}';
  worn text;
  here uuid[] := '{}';
  own uuid[] := '{}';
  kept uuid[] := '{}';
  administered uuid[] := '{}';
  overseen uuid[] := '{}';
  children uuid[] := '{}';
  at jsonb := '[]';
  page jsonb;
begin
  told := concat(set_config('app.presented', encode(enter.token_hash, 'hex'), true));
  select session.id, session.account_id, session.hat into s from app.session
    where session.token_hash = enter.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found then return null; end if;
  told := concat(set_config('app.account', s.account_id::text, true), set_config('app.session', s.id::text, true));

  select min(account.language) as language, array_agg(ap.school_id) as schools, array_agg(ap.person_id) as persons into a
    from app.account left join app.account_person ap on ap.account_id = account.id where account.id = s.account_id;
  told := concat(set_config('app.persons', app.listed(a.persons), true));

  for r in select * from app.standings(a.schools, a.persons, today) loop
    rows := rows || row(r.school_id, r.person_id, r.hat, r.roles, r.pupils)::app.standing;
    if r.hat <> all (hats) then hats := hats || r.hat; end if;
  end loop;
  worn := case when s.hat = any (hats) then s.hat when 'guardian' = any (hats) then 'guardian' else hats[1] end;
  foreach r in array rows loop
    continue when r.hat <> worn;
    own := own || r.person_id;
    children := children || r.pupils;
    if r.school_id <> all (here) then here := here || r.school_id; end if;
    if r.roles && array['office', 'administrator'] then kept := kept || r.school_id; end if;
    if 'administrator' = any (r.roles) then administered := administered || r.school_id; end if;
    if r.roles && array['office', 'administrator', 'head'] then overseen := overseen || r.school_id; end if;
    at := at || jsonb_build_object('school', r.school_id, 'person', r.person_id, 'roles', r.roles);
  end loop;
  told := concat(set_config('app.hat', coalesce(worn, ''), true), set_config('app.persons', app.listed(own), true),
    set_config('app.schools', app.listed(here), true), app.put('app.office', app.listed(kept)),
    app.put('app.administered', app.listed(administered)), app.put('app.overseen', app.listed(overseen)));
  perform app.reach(worn, here, own, children, today);

  -- What stands on every page: the name, the school when it is one, and whether it is made up.
  select jsonb_build_object('who', (array_agg(jsonb_build_object('first_name', p.first_name, 'initials', p.initials,
        'prefix', p.prefix, 'last_name', p.last_name)))[1],
      'school_name', case when cardinality(here) = 1 then min(c.name) end,
      'synthetic', coalesce(bool_or(c.synthetic), false)) into page
    from app.person p join app.school c on c.id = p.school_id
    where p.school_id = any (here) and p.id = any (own);

  return page || jsonb_build_object('account', s.account_id, 'session', s.id, 'hat', worn, 'hats', hats,
    'language', a.language, 'at', at, 'today', today,
    'pupils', case when worn <> 'staff' then to_jsonb(app.pupils()) else '[]' end,
    'groups', case when worn <> 'staff' then to_jsonb(app.groups()) else '[]' end,
    'kept', case when a.schools <@ here then concat_ws(';', s.id, s.account_id,
      coalesce(s.hat, ''), today, seen, current_setting('app.schools'), worn, current_setting('app.persons'),
      app.listed(kept), app.listed(administered), app.listed(overseen), coalesce(current_setting('app.pupils', true), ''),
      coalesce(current_setting('app.groups', true), ''), coalesce(current_setting('app.classes', true), ''),
      coalesce(current_setting('app.class_pupils', true), ''), app.server_since()) end);
end $$;

-- Puts a kept reach on again for the session that shows this token. @returns whether it still holds; if not, it opens nothing
create function app.resume(token_hash bytea, kept text) returns boolean language plpgsql volatile as $$
declare
  k text[] := string_to_array(kept, ';');
  since pg_snapshot := k[5]::pg_snapshot;
  told text;
  s record;
begin
  told := set_config('app.presented', encode(resume.token_hash, 'hex'), true);
  select session.id, session.account_id, session.hat into s from app.session
    where session.token_hash = resume.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found or s.id <> k[1]::uuid or s.account_id <> k[2]::uuid or coalesce(s.hat, '') <> k[3]
    or app.today() <> k[4]::date or app.server_since() <> k[16] then return false; end if;
  told := concat(set_config('app.account', k[2], true), set_config('app.schools', k[6], true));
  if exists (select from app.reach_change c where c.scope_id = any (k[6]::uuid[] || k[2]::uuid)
      and c.xid >= pg_snapshot_xmin(since) and not pg_visible_in_snapshot(c.xid, since)
      and c.xid < pg_snapshot_xmax(pg_current_snapshot())) then
    told := concat(set_config('app.account', '', true), set_config('app.schools', '', true));
    return false;
  end if;
  told := concat(set_config('app.session', k[1], true), set_config('app.hat', k[7], true), set_config('app.persons', k[8], true), app.put('app.office', k[9]),
    app.put('app.administered', k[10]), app.put('app.overseen', k[11]), app.put('app.pupils', k[12]),
    app.put('app.groups', k[13]), app.put('app.classes', k[14]), app.put('app.class_pupils', k[15]));
  return true;
end $$;
