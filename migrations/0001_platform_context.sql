-- The context of a transaction. Settings are local to the transaction; policies read them only through these functions,
-- always as sub-selects, so that PostgreSQL evaluates each once per statement. No function here runs with its owner's rights.
create schema if not exists app;

create table app.migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default transaction_timestamp()
);

-- The one clock. Only the tests' template database may replace it, and production start refuses such a database.
create function app.now() returns timestamptz language sql stable parallel safe
  as 'select transaction_timestamp()';

create function app.today() returns date language sql stable parallel safe
  as $$ select (app.now() at time zone 'Europe/Amsterdam')::date $$;

create function app.ids(setting text) returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[] $$;

create function app.id(setting text) returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting(setting, true), '')::uuid $$;

-- Who reads or writes.
create function app.account() returns uuid language sql stable parallel safe as $$ select app.id('app.account') $$;
create function app.session_in_use() returns uuid language sql stable parallel safe as $$ select app.id('app.session') $$;
create function app.hat() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.hat', true), '') $$;
create function app.task() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.task', true), '') $$;

-- What is in reach: own persons; schools of the hat worn; schools read whole; schools whose people the actor keeps, and
-- those whose settings and roles too; pupils and groups in reach; and of those, what a teacher has as a teacher.
create function app.persons() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.persons') $$;
create function app.schools() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.schools') $$;
create function app.overseen() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.overseen') $$;
create function app.office() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.office') $$;
create function app.administered() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.administered') $$;
create function app.pupils() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.pupils') $$;
create function app.class_pupils() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.class_pupils') $$;
create function app.classes() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.classes') $$;
create function app.groups() returns uuid[] language sql stable parallel safe as $$ select app.ids('app.groups') $$;

-- What the one at the door shows: the hash of a session token or of a one-time code, and the login name typed.
create function app.presented() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.presented', true), ''), 'hex') $$;
create function app.signing_in() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.signing_in', true), '') $$;

-- A task of the house itself (sealing, purging, signing in), for one school or for none.
create function app.act_as_task(task text, school uuid default null) returns void language sql volatile as $$
  select set_config('app.task', task, true), set_config('app.schools', coalesce('{' || school || '}', ''), true);
$$;

-- The operator at the command line, who keeps the people of one school, or of none yet.
create function app.act_as_operator(school uuid default null) returns void language sql volatile as $$
  select set_config('app.task', 'operator', true), set_config('app.hat', 'operator', true),
    set_config('app.schools', coalesce('{' || school || '}', ''), true),
    set_config('app.overseen', coalesce('{' || school || '}', ''), true),
    set_config('app.office', coalesce('{' || school || '}', ''), true),
    set_config('app.administered', coalesce('{' || school || '}', ''), true);
$$;
