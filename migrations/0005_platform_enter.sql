-- From a session token to everything in reach, in one round trip and with the caller's own rights: each step reads only
-- what the settings of the steps before it allow. Nothing is kept between requests, so that the end of a relation, an
-- employment or an enrolment closes every door with the next request.
create function app.enter(token_hash bytea) returns jsonb language plpgsql volatile as $$
declare
  today date := app.today();
  s record;
  standing jsonb;
  worn text;
  hats text[];
begin
  perform set_config('app.presented', encode(enter.token_hash, 'hex'), true);
  select session.id, session.account_id, session.hat into s from app.session
    where session.token_hash = enter.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found then return null; end if;
  perform set_config('app.account', s.account_id::text, true), set_config('app.session', s.id::text, true);
  perform set_config('app.persons', (select coalesce(string_agg(ap.person_id::text, ','), '') from app.account_person ap
    where ap.account_id = s.account_id), true);

  -- Every (school, person, hat) of this account that holds today.
  select coalesce(jsonb_agg(jsonb_build_object('school', h.school_id, 'person', h.person_id, 'hat', h.hat, 'roles', h.roles)
      order by h.school_id, h.person_id), '[]'),
    array_agg(distinct h.hat)
  into standing, hats
  from app.account_person ap
  cross join lateral (
    select ap.school_id, ap.person_id, 'guardian' as hat, '[]'::jsonb as roles
      where exists (select from app.guardianship g where g.school_id = ap.school_id and g.guardian_id = ap.person_id
        and g.started_on <= today and (g.ended_on is null or g.ended_on > today))
    union all
    select ap.school_id, ap.person_id, 'staff', (select coalesce(jsonb_agg(r.role order by r.role), '[]') from app.staff_role r
        where r.school_id = ap.school_id and r.person_id = ap.person_id
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today))
      from app.staff e where e.school_id = ap.school_id and e.person_id = ap.person_id
        and e.started_on <= today and (e.ended_on is null or e.ended_on > today)
    union all
    select ap.school_id, ap.person_id, 'pupil', '[]'::jsonb
      from app.pupil p where p.school_id = ap.school_id and p.person_id = ap.person_id
        and coalesce(p.entered_on, today) <= today and (p.left_on is null or p.left_on > today)
  ) h
  where ap.account_id = s.account_id;

  hats := coalesce(hats, '{}');
  worn := case when s.hat = any (hats) then s.hat when 'guardian' = any (hats) then 'guardian' else hats[1] end;
  perform app.wear(worn, standing);
  return jsonb_build_object('account', s.account_id, 'session', s.id, 'hat', worn, 'hats', to_jsonb(hats),
    'language', (select a.language from app.account a where a.id = s.account_id),
    'at', coalesce((select jsonb_agg(e - 'hat') from jsonb_array_elements(standing) e where e->>'hat' = worn), '[]'),
    'who', (select jsonb_build_object('first_name', p.first_name, 'initials', p.initials, 'prefix', p.prefix, 'last_name', p.last_name)
      from app.person p, jsonb_array_elements(standing) e where e->>'hat' = worn
        and p.school_id = (e->>'school')::uuid and p.id = (e->>'person')::uuid limit 1),
    'school_name', (select case when count(*) = 1 then min(c.name) end from app.school c),
    'synthetic', (select coalesce(bool_or(c.synthetic), false) from app.school c));
end $$;

-- Puts on one hat: the settings of its reach.
create function app.wear(worn text, standing jsonb) returns void language plpgsql volatile as $$
declare
  today date := app.today();
begin
  perform set_config('app.hat', coalesce(worn, ''), true),
    set_config('app.persons', coalesce(string_agg(e->>'person', ','), ''), true),
    set_config('app.schools', coalesce(string_agg(distinct e->>'school', ','), ''), true),
    set_config('app.office', coalesce(string_agg(distinct e->>'school', ',')
      filter (where e->'roles' ?| array['office', 'administrator']), ''), true),
    set_config('app.administered', coalesce(string_agg(distinct e->>'school', ',')
      filter (where e->'roles' ? 'administrator'), ''), true),
    set_config('app.overseen', coalesce(string_agg(distinct e->>'school', ',')
      filter (where e->'roles' ?| array['office', 'administrator', 'head']), ''), true)
  from jsonb_array_elements(standing) e where e->>'hat' = worn;

  if worn = 'guardian' then
    perform set_config('app.pupils', coalesce(string_agg(distinct g.pupil_id::text, ','), ''), true)
      from app.guardianship g where g.school_id = any (app.schools()) and g.guardian_id = any (app.persons())
        and g.started_on <= today and (g.ended_on is null or g.ended_on > today);
    -- A child that left the school is out of reach from that day.
    perform set_config('app.pupils', coalesce(string_agg(p.person_id::text, ','), ''), true)
      from app.pupil p where p.school_id = any (app.schools()) and p.person_id = any (app.pupils())
        and (p.left_on is null or p.left_on > today);
  elsif worn = 'pupil' then
    perform set_config('app.pupils', current_setting('app.persons'), true);
  elsif worn = 'staff' then
    perform set_config('app.groups', coalesce(string_agg(distinct t.group_id::text, ','), ''), true)
      from app.group_teacher t
      join app.staff_role r on r.school_id = t.school_id and r.person_id = t.person_id and r.role = 'teacher'
        and r.started_on <= today and (r.ended_on is null or r.ended_on > today)
      where t.school_id = any (app.schools()) and t.person_id = any (app.persons())
        and t.started_on <= today and (t.ended_on is null or t.ended_on > today);
    perform set_config('app.pupils', coalesce(string_agg(distinct m.pupil_id::text, ','), ''), true)
      from app.group_member m where m.school_id = any (app.schools()) and m.group_id = any (app.groups())
        and m.started_on <= today and (m.ended_on is null or m.ended_on > today);
  end if;

  if worn in ('guardian', 'pupil') then
    perform set_config('app.groups', coalesce(string_agg(distinct m.group_id::text, ','), ''), true)
      from app.group_member m where m.school_id = any (app.schools()) and m.pupil_id = any (app.pupils())
        and m.started_on <= today and (m.ended_on is null or m.ended_on > today);
  end if;
end $$;

-- The one-time code of an invitation opens the account it was made for, until it is used or expires.
create function app.enter_by_code(code_hash bytea) returns uuid language plpgsql volatile as $$
declare
  found_account uuid;
begin
  perform set_config('app.presented', encode(enter_by_code.code_hash, 'hex'), true);
  select r.account_id into found_account from app.account_reset r
    where r.code_hash = enter_by_code.code_hash and r.used_at is null and r.expires_at > app.now();
  perform set_config('app.account', coalesce(found_account::text, ''), true);
  -- Once its owner has taken the account into use, no other code opens it.
  if not exists (select from app.account a where a.id = found_account and a.login is null) then
    perform set_config('app.account', '', true);
    return null;
  end if;
  return found_account;
end $$;
