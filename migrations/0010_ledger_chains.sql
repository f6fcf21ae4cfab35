-- The ledger: what was done, by whom, about whom. One chain per school (chain_id is the school's id) and one for the
-- installation (the nil uuid). Writers only add; a sealer puts the committed entries of a chain in a row and hashes each
-- together with the seal before it. Only opaque ids stand in what is hashed; what was said lies in a payload that may be
-- erased, of which the entry keeps a salted hash. Between these tables stand no foreign keys: the check of the ledger
-- finds a row without its counterpart, and a reference would cost a writer 40 % (decision 0031).
create sequence app.ledger_entry_id;

create table app.ledger_entry (
  chain_id uuid not null,
  id bigint not null,
  at timestamptz not null default app.now(),
  doer_person uuid,
  doer_account uuid,
  doer_hat text check (doer_hat in ('guardian', 'staff', 'pupil', 'operator', 'task')),
  event text not null check (length(event) <= 80 and event ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$'),
  about uuid[] not null,
  payload_hash bytea not null check (length(payload_hash) = 32),
  primary key (chain_id, id)
);

-- json, not jsonb: it keeps the very bytes that were hashed.
create table app.ledger_payload (
  chain_id uuid not null,
  entry_id bigint not null,
  salt bytea not null check (length(salt) = 16),
  payload json not null,
  primary key (chain_id, entry_id)
);

create table app.ledger_seal (
  chain_id uuid not null,
  seq bigint not null check (seq > 0),
  entry_id bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (chain_id, seq),
  unique (chain_id, entry_id)
);

-- What is written but not sealed yet, so that finding it never costs more than its number.
create table app.ledger_waiting (
  chain_id uuid not null,
  entry_id bigint not null,
  primary key (chain_id, entry_id)
);

-- Not even the owner of the tables changes a row by mistake, nor during a replicated load.
create function app.ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger only grows: % on % is refused.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_entry_only_grows before update or delete or truncate on app.ledger_entry
  for each statement execute function app.ledger_refuse();
create trigger ledger_seal_only_grows before update or delete or truncate on app.ledger_seal
  for each statement execute function app.ledger_refuse();
create trigger ledger_payload_never_changes before update or truncate on app.ledger_payload
  for each statement execute function app.ledger_refuse();
alter table app.ledger_entry enable always trigger ledger_entry_only_grows;
alter table app.ledger_seal enable always trigger ledger_seal_only_grows;
alter table app.ledger_payload enable always trigger ledger_payload_never_changes;

do $$ declare t text; begin
  foreach t in array array['ledger_entry', 'ledger_payload', 'ledger_seal', 'ledger_waiting'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- The chains the present context may add to: those of its schools; the installation's for whoever signs in or is signed
-- in and for tasks; and any for the operator who keeps no school yet and is making one.
create function app.may_record(chain uuid) returns boolean language sql stable parallel safe as $$
  select chain = any (app.schools())
    or (app.task() = 'operator' and app.schools() = '{}')
    or (chain = '00000000-0000-0000-0000-000000000000'
      and (app.account() is not null or app.task() is not null or app.signing_in() is not null))
$$;

-- The operator reads the chain of the school named, or all when none is.
create function app.may_read_chain(chain uuid) returns boolean language sql stable parallel safe as $$
  select app.task() = 'operator' and (app.schools() = '{}' or chain = any (app.schools()))
$$;

-- Nobody writes in another's name: the doer is the one the context says.
create policy ledger_entry_add on app.ledger_entry for insert with check (
  app.may_record(chain_id)
  and doer_account is not distinct from (select app.account())
  and doer_hat is not distinct from (select coalesce(app.hat(), case when app.task() is not null then 'task' end))
  and (doer_person is null or doer_person = any ((select app.persons())::uuid[])));
create policy ledger_entry_read on app.ledger_entry for select
  using ((select app.task()) = 'ledger' or app.may_read_chain(chain_id));

create policy ledger_payload_add on app.ledger_payload for insert with check (app.may_record(chain_id));
create policy ledger_payload_read on app.ledger_payload for select
  using ((select app.task()) in ('ledger', 'erasure') or app.may_read_chain(chain_id));
create policy ledger_payload_erase on app.ledger_payload for delete using ((select app.task()) = 'erasure');

create policy ledger_waiting_add on app.ledger_waiting for insert
  with check (app.may_record(chain_id) or (select app.task()) = 'ledger');
create policy ledger_waiting_read on app.ledger_waiting for select using ((select app.task()) = 'ledger');
create policy ledger_waiting_end on app.ledger_waiting for delete using ((select app.task()) = 'ledger');

create policy ledger_seal_add on app.ledger_seal for insert with check ((select app.task()) = 'ledger');
create policy ledger_seal_read on app.ledger_seal for select using ((select app.task()) = 'ledger' or app.may_read_chain(chain_id));
