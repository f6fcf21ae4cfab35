-- What entering finds, with authority, age and substitutes. The doors are shut here, before any policy is asked.
do $$ declare t text; begin
  foreach t in array array['guardianship_authority', 'adult_opening', 'person_role', 'group_substitute'] loop
    execute format('create trigger makes_reach_insert after insert on app.%I referencing new table as changed
      for each statement execute function app.reach_changed()', t);
    execute format('create trigger makes_reach_update after update on app.%I referencing old table as before new table as changed
      for each statement execute function app.reach_moved()', t);
    execute format('create trigger makes_reach_delete after delete on app.%I referencing old table as changed
      for each statement execute function app.reach_changed()', t);
    execute format('alter table app.%I enable always trigger makes_reach_insert', t);
    execute format('alter table app.%I enable always trigger makes_reach_update', t);
    execute format('alter table app.%I enable always trigger makes_reach_delete', t);
  end loop;
end $$;

-- The hats of these persons that hold today, with their roles and the children of guardians. A child that is blocked is no
-- child of this guardian; whose children all are wears no hat. Own rows alone are read.
create or replace function app.standings(schools uuid[], persons uuid[], today date)
returns setof app.standing language sql stable as $$
  select g.school_id, g.guardian_id, 'guardian', array(select distinct r.role from app.person_role r
      where r.school_id = g.school_id and r.person_id = g.guardian_id
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today) order by r.role), array_agg(g.pupil_id)
    from app.guardianship g where g.school_id = any (schools) and g.guardian_id = any (persons)
      and g.started_on <= today and (g.ended_on is null or g.ended_on > today)
      and not exists (select from app.guardianship_authority a where a.school_id = g.school_id and a.guardian_id = g.guardian_id
        and a.pupil_id = g.pupil_id and a.state = 'blocked' and a.review_on > today
        and a.started_on <= today and (a.ended_on is null or a.ended_on > today))
    group by g.school_id, g.guardian_id
  union all
  select e.school_id, e.person_id, 'staff', array(select r.role from app.staff_role r
      where r.school_id = e.school_id and r.person_id = e.person_id
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today) order by r.role), '{}'::uuid[]
    from app.staff e where e.school_id = any (schools) and e.person_id = any (persons)
      and e.started_on <= today and (e.ended_on is null or e.ended_on > today)
  union all
  select p.school_id, p.person_id, 'pupil', array(select distinct r.role from app.person_role r
      where r.school_id = p.school_id and r.person_id = p.person_id
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today) order by r.role), array[p.person_id]
    from app.pupil p where p.school_id = any (schools) and p.person_id = any (persons)
      and coalesce(p.entered_on, today) <= today and (p.left_on is null or p.left_on > today)
$$;

-- The birthday within thirty days on which rights move, if there is one.
create function app.soon(school uuid, name text, born date, today date) returns jsonb language plpgsql immutable as $$
begin
  if app.reaches(born, 16) between today + 1 and today + 30 then
    return jsonb_build_array(jsonb_build_object('why', 'sixteen', 'school', school, 'name', name, 'on', app.reaches(born, 16)));
  elsif app.reaches(born, 18) between today + 1 and today + 30 then
    return jsonb_build_array(jsonb_build_object('why', 'eighteen', 'school', school, 'name', name, 'on', app.reaches(born, 18)));
  end if;
  return '[]';
end $$;

-- The pupils and groups in reach of one hat, once its persons and schools are set.
-- @returns what the reader is to know: of a child about whom the school is to be asked, of a child of age who did not let the
-- reader in, and of a birthday within thirty days that moves rights
drop function app.reach(text, uuid[], uuid[], uuid[], date);
create function app.reach(worn text, here uuid[], own uuid[], children uuid[], today date) returns jsonb language plpgsql volatile as $$
declare
  told text;
  seen uuid[] := '{}';
  among uuid[] := '{}';
  tells jsonb := '[]';
  kin record;
begin
  if worn = 'guardian' then
    told := concat(set_config('app.pupils', app.listed(children), true));
    -- A child that left the school is out of reach from that day; so is one of whom this guardian may only ask, and one of age
    -- who did not let this guardian in. Without a birth date nobody is of age.
    for kin in select p.person_id, p.school_id, n.first_name, n.last_name, n.birth_date,
          exists (select from app.guardianship_authority a where a.school_id = p.school_id and a.guardian_id = any (own)
            and a.pupil_id = p.person_id and a.started_on <= today and (a.ended_on is null or a.ended_on > today)) as limited
        from app.pupil p join app.person n on n.school_id = p.school_id and n.id = p.person_id
        where p.school_id = any (here) and p.person_id = any (children) and (p.left_on is null or p.left_on > today) loop
      if app.reaches(kin.birth_date, 18) <= today and (kin.limited or not exists (select from app.adult_opening o
          join app.guardianship g on g.school_id = o.school_id and g.id = o.guardianship_id
          where o.school_id = kin.school_id and o.pupil_id = kin.person_id and o.guardian_id = any (own) and o.closed_at is null
            and g.started_on <= today and (g.ended_on is null or g.ended_on > today))) then
        tells := tells || jsonb_build_object('why', 'adult', 'school', kin.school_id, 'name', coalesce(kin.first_name, kin.last_name));
      elsif kin.limited then
        tells := tells || jsonb_build_object('why', 'ask', 'school', kin.school_id, 'name', coalesce(kin.first_name, kin.last_name));
      else
        seen := seen || kin.person_id;
        tells := tells || app.soon(kin.school_id, coalesce(kin.first_name, kin.last_name), kin.birth_date, today);
      end if;
    end loop;
  elsif worn = 'pupil' then
    seen := own;
    for kin in select n.school_id, n.birth_date from app.person n where n.school_id = any (here) and n.id = any (own) loop
      tells := tells || app.soon(kin.school_id, null, kin.birth_date, today);
    end loop;
  elsif worn = 'staff' then
    among := array(select t.group_id from app.group_teacher t
      join app.staff_role r on r.school_id = t.school_id and r.person_id = t.person_id and r.role = 'teacher'
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today)
      where t.school_id = any (here) and t.person_id = any (own)
        and t.started_on <= today and (t.ended_on is null or t.ended_on > today)
      union select x.group_id from app.group_substitute x
      join app.staff_role r on r.school_id = x.school_id and r.person_id = x.person_id and r.role in ('teacher', 'substitute')
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today)
      where x.school_id = any (here) and x.person_id = any (own)
        and x.on_from <= today and x.on_until >= today and x.ended_at is null);
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
  return tells;
end $$;

-- As 0060 has it, and tells what the reader is to know of own children who are out of reach, or soon are.
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
  tells jsonb;
  owes text;
begin
  told := concat(set_config('app.presented', encode(enter.token_hash, 'hex'), true));
  select session.id, session.account_id, session.hat, session.kind, session.factor_at,
      session.proved_at > app.now() - interval '10 minutes' as proved, app.session_grows(session) as grows into s from app.session
    where session.token_hash = enter.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found then return null; end if;
  told := concat(set_config('app.account', s.account_id::text, true), set_config('app.session', s.id::text, true));

  select min(account.language) as language, array_agg(ap.school_id) as schools, array_agg(ap.person_id) as persons into a
    from app.account left join app.account_person ap on ap.account_id = account.id where account.id = s.account_id;
  told := concat(set_config('app.persons', app.listed(a.persons), true));

  for r in select * from app.standings(a.schools, a.persons, today) loop
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
    'language', a.language, 'at', at, 'today', today, 'kind', s.kind, 'proved', s.proved, 'owes', owes, 'grows', s.grows, 'tells', tells,
    'pupils', case when worn <> 'staff' then to_jsonb(app.pupils()) else '[]' end,
    'groups', case when worn <> 'staff' then to_jsonb(app.groups()) else '[]' end,
    'kept', case when a.schools <@ here then concat_ws(';', s.id, s.account_id,
      concat(s.hat, '+' || s.factor_at), today, seen, current_setting('app.schools'), worn, current_setting('app.persons'),
      app.listed(kept), app.listed(administered), app.listed(overseen), coalesce(current_setting('app.pupils', true), ''),
      coalesce(current_setting('app.groups', true), ''), coalesce(current_setting('app.classes', true), ''),
      coalesce(current_setting('app.class_pupils', true), ''), app.server_since()) end);
end $$;
