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
