-- From a session token to everything in reach, in one round trip and with the caller's own rights: each step reads only
-- what the settings of the steps before it allow. Nothing is kept between requests, so that the end of a relation, an
-- employment or an enrolment closes every door with the next request.

-- Settings are made in plain assignments: PostgreSQL then needs no plan for each.

create type app.standing as (school_id uuid, person_id uuid, hat text, roles text[], pupils uuid[]);

-- Makes a setting for this transaction. One that is empty and stays so is left alone: most of a guardian's are.
create function app.put(setting text, value text) returns text language plpgsql volatile as $$
begin
  if value = '' and coalesce(current_setting(setting, true), '') = '' then return ''; end if;
  return set_config(setting, value, true);
end $$;

create function app.listed(ids uuid[]) returns text language sql immutable parallel safe
  as $$ select case when cardinality(ids) > 0 then ids::text else '' end $$;

-- The hats of these persons that hold today, with the roles of staff and the children of guardians. Own rows alone are read.
create function app.standings(schools uuid[], persons uuid[], today date)
returns setof app.standing language sql stable as $$
  select g.school_id, g.guardian_id, 'guardian', '{}'::text[], array_agg(g.pupil_id)
    from app.guardianship g where g.school_id = any (schools) and g.guardian_id = any (persons)
      and g.started_on <= today and (g.ended_on is null or g.ended_on > today)
    group by g.school_id, g.guardian_id
  union all
  select e.school_id, e.person_id, 'staff', array(select r.role from app.staff_role r
      where r.school_id = e.school_id and r.person_id = e.person_id
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today) order by r.role), '{}'::uuid[]
    from app.staff e where e.school_id = any (schools) and e.person_id = any (persons)
      and e.started_on <= today and (e.ended_on is null or e.ended_on > today)
  union all
  select p.school_id, p.person_id, 'pupil', '{}'::text[], array[p.person_id]
    from app.pupil p where p.school_id = any (schools) and p.person_id = any (persons)
      and coalesce(p.entered_on, today) <= today and (p.left_on is null or p.left_on > today)
$$;

-- The pupils and groups in reach of one hat, once its persons and schools are set.
create function app.reach(worn text, here uuid[], own uuid[], children uuid[], today date) returns void language plpgsql volatile as $$
declare
  told text;
  seen uuid[] := '{}';
  among uuid[] := '{}';
begin
  if worn = 'guardian' then
    told := concat(set_config('app.pupils', app.listed(children), true));
    -- A child that left the school is out of reach from that day.
    seen := array(select p.person_id from app.pupil p
      where p.school_id = any (here) and p.person_id = any (children) and (p.left_on is null or p.left_on > today));
  elsif worn = 'pupil' then
    seen := own;
  elsif worn = 'staff' then
    among := array(select distinct t.group_id from app.group_teacher t
      join app.staff_role r on r.school_id = t.school_id and r.person_id = t.person_id and r.role = 'teacher'
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today)
      where t.school_id = any (here) and t.person_id = any (own)
        and t.started_on <= today and (t.ended_on is null or t.ended_on > today));
    told := concat(set_config('app.groups', app.listed(among), true), set_config('app.classes', app.listed(among), true));
    seen := array(select distinct m.pupil_id from app.group_member m
      where m.school_id = any (here) and m.group_id = any (among)
        and m.started_on <= today and (m.ended_on is null or m.ended_on > today));
    told := concat(set_config('app.class_pupils', app.listed(seen), true));
  end if;
  told := concat(set_config('app.pupils', app.listed(seen), true));
  if worn in ('guardian', 'pupil') then
    among := array(select distinct m.group_id from app.group_member m
      where m.school_id = any (here) and m.pupil_id = any (seen)
        and m.started_on <= today and (m.ended_on is null or m.ended_on > today));
    told := concat(set_config('app.groups', app.listed(among), true));
  end if;
end $$;

create function app.enter(token_hash bytea) returns jsonb language plpgsql volatile as $$
declare
  told text;
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
    'language', a.language, 'at', at);
end $$;

-- The one-time code of an invitation opens the account it was made for, until it is used or expires.
create function app.enter_by_code(code_hash bytea) returns uuid language plpgsql volatile as $$
declare
  told text;
  found_account uuid;
begin
  told := concat(set_config('app.presented', encode(enter_by_code.code_hash, 'hex'), true));
  select r.account_id into found_account from app.account_reset r
    where r.code_hash = enter_by_code.code_hash and r.used_at is null and r.expires_at > app.now();
  told := concat(set_config('app.account', coalesce(found_account::text, ''), true));
  -- Once its owner has taken the account into use, no other code opens it.
  if not exists (select from app.account a where a.id = found_account and a.login is null) then
    told := concat(set_config('app.account', '', true));
    return null;
  end if;
  return found_account;
end $$;
