-- As 0050 has it, and judges what the session may be used for; tells what the reader is to know of own children who are out of
-- reach, or soon are; and lets a session that a letter began reach the children whose letters were answered in it, and only those.
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
  owes text;
  tells jsonb;
begin
  told := concat(set_config('app.presented', encode(enter.token_hash, 'hex'), true));
  select session.id, session.account_id, session.hat, session.kind, session.factor_at,
      session.proved_at > app.now() - interval '10 minutes' as proved, app.session_grows(session) as grows into s from app.session
    where session.token_hash = enter.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found then return null; end if;
  told := concat(set_config('app.account', s.account_id::text, true), set_config('app.session', s.id::text, true));

  if s.kind = 'letter' then
    -- What was answered in this session and not ended since, and nothing else of the account.
    select min(account.language) as language, array_agg(u.school_id) as schools, array_agg(distinct u.person_id) as persons,
        array_agg(u.pupil_id) as pupils into a
      from app.account join app.letter_use u on u.account_id = account.id and u.session_id = s.id
      where account.id = s.account_id
        and not exists (select from app.letter_end e where e.school_id = u.school_id and e.letter_id = u.letter_id);
    if a.persons is null then
      told := concat(set_config('app.account', '', true), set_config('app.session', '', true));
      return null;
    end if;
    told := set_config('app.letter', 'on', true);
  else
    select min(account.language) as language, array_agg(ap.school_id) as schools, array_agg(ap.person_id) as persons,
        null::uuid[] as pupils into a
      from app.account left join app.account_person ap on ap.account_id = account.id where account.id = s.account_id;
  end if;
  told := concat(set_config('app.persons', app.listed(a.persons), true));

  for r in select * from app.standings(a.schools, a.persons, today) loop
    if s.kind = 'letter' then
      r.pupils := array(select c from unnest(r.pupils) c where c = any (a.pupils));
      continue when r.hat <> 'guardian' or r.pupils = '{}';
    end if;
    -- Staff reach many children: that hat is worn in a session that showed a second factor, and in no other.
    if r.hat = 'staff' and s.factor_at is null then
      owes := 'factor';
      continue;
    end if;
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
  tells := app.reach(worn, here, own, children, today);

  -- What stands on every page: the name, the school when it is one, and whether it is made up.
  select jsonb_build_object('who', (array_agg(jsonb_build_object('first_name', p.first_name, 'initials', p.initials,
        'prefix', p.prefix, 'last_name', p.last_name)))[1],
      'school_name', case when cardinality(here) = 1 then min(c.name) end,
      'synthetic', coalesce(bool_or(c.synthetic), false)) into page
    from app.person p join app.school c on c.id = p.school_id
    where p.school_id = any (here) and p.id = any (own);

  return page || jsonb_build_object('account', s.account_id, 'session', s.id, 'hat', worn, 'hats', hats,
    'language', a.language, 'at', at, 'today', today, 'kind', s.kind, 'only', to_jsonb(a.pupils), 'proved', s.proved, 'owes', owes,
    'grows', s.grows, 'tells', tells,
    'pupils', case when worn <> 'staff' then to_jsonb(app.pupils()) else '[]' end,
    'groups', case when worn <> 'staff' then to_jsonb(app.groups()) else '[]' end,
    'kept', case when a.schools <@ here then concat_ws(';', s.id, s.account_id,
      concat(s.hat, '+' || s.factor_at), today, seen, current_setting('app.schools'), worn, current_setting('app.persons'),
      app.listed(kept), app.listed(administered), app.listed(overseen), coalesce(current_setting('app.pupils', true), ''),
      coalesce(current_setting('app.groups', true), ''), coalesce(current_setting('app.classes', true), ''),
      coalesce(current_setting('app.class_pupils', true), ''), app.server_since(),
      case when s.kind = 'letter' then 'on' else '' end) end);
end $$;

drop function app.resume(bytea, text);
-- As 0050 has it, and puts on as well that the session came with a letter. @returns 'holds', 'grows' when the session is also
-- to be kept for longer, or null when it no longer holds: then it opens nothing
create function app.resume(token_hash bytea, kept text) returns text language plpgsql volatile as $$
declare
  k text[] := string_to_array(kept, ';');
  since pg_snapshot := k[5]::pg_snapshot;
  told text;
  s record;
begin
  told := set_config('app.presented', encode(resume.token_hash, 'hex'), true);
  select session.id, session.account_id, concat(session.hat, '+' || session.factor_at) as wearing, app.session_grows(session) as grows into s from app.session
    where session.token_hash = resume.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found or s.id <> k[1]::uuid or s.account_id <> k[2]::uuid or s.wearing <> k[3]
    or app.today() <> k[4]::date or app.server_since() <> k[16] then return null; end if;
  told := concat(set_config('app.account', k[2], true), set_config('app.schools', k[6], true));
  if exists (select from app.reach_change c where c.scope_id = any (k[6]::uuid[] || k[2]::uuid)
      and c.xid >= pg_snapshot_xmin(since) and not pg_visible_in_snapshot(c.xid, since)
      and c.xid < pg_snapshot_xmax(pg_current_snapshot())) then
    told := concat(set_config('app.account', '', true), set_config('app.schools', '', true));
    return null;
  end if;
  told := concat(set_config('app.session', k[1], true), set_config('app.hat', k[7], true), set_config('app.persons', k[8], true), app.put('app.office', k[9]),
    app.put('app.administered', k[10]), app.put('app.overseen', k[11]), app.put('app.pupils', k[12]),
    app.put('app.groups', k[13]), app.put('app.classes', k[14]), app.put('app.class_pupils', k[15]),
    app.put('app.letter', k[17]));
  return case when s.grows then 'grows' else 'holds' end;
end $$;
