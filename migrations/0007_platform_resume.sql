-- A reach that was found a moment ago may be put on again, as long as nothing that makes a reach has changed since.
-- The number of changes is a sequence: it never waits for another writer, and counts at once for every process.
create sequence app.reach_changes;

create function app.reach_changed() returns trigger language plpgsql as $$
begin
  perform nextval('app.reach_changes');
  return null;
end $$;

do $$ declare t text; begin
  foreach t in array array['account_person', 'guardianship', 'pupil', 'staff', 'staff_role', 'group_member', 'group_teacher', 'person', 'school'] loop
    execute format('create trigger %I after insert or update or delete or truncate on app.%I for each statement execute function app.reach_changed()', t || '_makes_reach', t);
  end loop;
end $$;
create trigger account_makes_reach after update on app.account for each statement execute function app.reach_changed();

-- Enters, and tells what to keep for the next request: the settings as made, and what they hold for.
create function app.enter_to_keep(token_hash bytea) returns jsonb language plpgsql volatile as $$
declare
  -- Read before the reach: a change in between makes what is kept old at once, never too new.
  changes bigint := (select last_value from app.reach_changes);
  entered jsonb := app.enter(enter_to_keep.token_hash);
begin
  if entered is null then return null; end if;
  return entered || jsonb_build_object('kept', concat_ws(';', changes, app.today(),
    coalesce((select s.hat from app.session s where s.token_hash = enter_to_keep.token_hash), ''),
    coalesce(app.hat(), ''), current_setting('app.persons', true), current_setting('app.schools', true),
    coalesce(current_setting('app.office', true), ''), coalesce(current_setting('app.administered', true), ''),
    coalesce(current_setting('app.overseen', true), ''), coalesce(current_setting('app.pupils', true), ''),
    coalesce(current_setting('app.groups', true), ''), coalesce(current_setting('app.classes', true), ''),
    coalesce(current_setting('app.class_pupils', true), '')));
end $$;

-- Puts a kept reach on again for the session that shows this token. @returns whether it still holds; if not, nothing is set
create function app.resume(token_hash bytea, kept text) returns boolean language plpgsql volatile as $$
declare
  k text[] := string_to_array(kept, ';');
  told text;
  s record;
begin
  told := set_config('app.presented', encode(resume.token_hash, 'hex'), true);
  select session.id, session.account_id, coalesce(session.hat, '') as hat into s from app.session
    where session.token_hash = resume.token_hash and session.ended_at is null and session.expires_at > app.now();
  if not found or s.hat <> k[3] or app.today()::text <> k[2]
    or (select last_value from app.reach_changes)::text <> k[1] then return false; end if;
  told := concat(set_config('app.account', s.account_id::text, true), set_config('app.session', s.id::text, true),
    set_config('app.hat', k[4], true), set_config('app.persons', k[5], true), set_config('app.schools', k[6], true),
    app.put('app.office', k[7]), app.put('app.administered', k[8]), app.put('app.overseen', k[9]));
  told := concat(app.put('app.pupils', k[10]), app.put('app.groups', k[11]), app.put('app.classes', k[12]),
    app.put('app.class_pupils', k[13]));
  return true;
end $$;
