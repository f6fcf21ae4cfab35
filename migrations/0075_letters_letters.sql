-- A letter opens the day of one child on one device, for who holds it and answers one question about the child. One letter for
-- each relation of a guardian and a pupil, and one for a pupil with an account. What became of a letter are rows beside it.
create table app.letter (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  -- To whom: a guardian, or the pupil.
  person_id uuid not null,
  account_id uuid not null references app.account (id),
  code_hash bytea not null unique,
  -- The name to sign in with that the school gives a pupil; then the code is a first password and no question is asked.
  login text check (login = lower(login) and length(login) between 3 and 256),
  via text not null default 'paper' check (via in ('paper', 'mail')),
  made_at timestamptz not null default app.now(),
  expires_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, person_id) references app.person (school_id, id),
  check (login is null or person_id = pupil_id)
);
create index letter_relation on app.letter (school_id, pupil_id, person_id);
create index letter_account on app.letter (account_id);

-- Answered: once, in one session. The session goes when it expires, what was done stays: no key to it.
create table app.letter_use (
  school_id uuid not null,
  letter_id uuid not null,
  -- Of the session, which may have been begun with a letter of another school.
  account_id uuid not null references app.account (id),
  session_id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  person_id uuid not null,
  used_at timestamptz not null default app.now(),
  primary key (school_id, letter_id),
  foreign key (school_id, letter_id) references app.letter (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, person_id) references app.person (school_id, id)
);
create index letter_use_session on app.letter_use (session_id);

-- Replaced by a newer one: it opens nothing any more, and what it opened is shut.
create table app.letter_end (
  school_id uuid not null,
  letter_id uuid not null,
  ended_at timestamptz not null default app.now(),
  primary key (school_id, letter_id),
  foreign key (school_id, letter_id) references app.letter (school_id, id)
);

-- Answers that were judged wrong, by the hash of the code that was shown, whether or not there is such a letter.
create table app.letter_try (
  code_hash bytea not null,
  id uuid not null default gen_random_uuid(),
  tried_at timestamptz not null default app.now(),
  primary key (code_hash, id)
);
create index letter_try_tried on app.letter_try (tried_at);

-- The word that the office tells at the counter where a birth date is not known. The newest holds, for a week.
create table app.letter_word (
  school_id uuid not null references app.school (id),
  id uuid not null default gen_random_uuid(),
  word text not null check (length(word) between 3 and 60),
  set_at timestamptz not null default app.now(),
  primary key (school_id, id)
);
create index letter_word_set on app.letter_word (school_id, set_at);

-- A letter that is to be made and mailed. Its code is made when it is sent, and stands nowhere before.
create table app.letter_mail (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null default app.now(),
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references app.pupil (school_id, person_id),
  foreign key (school_id, person_id) references app.person (school_id, id)
);
create unique index letter_mail_one on app.letter_mail (school_id, pupil_id, person_id);

do $$ declare t text; begin
  foreach t in array array['letter', 'letter_use', 'letter_end', 'letter_try', 'letter_word', 'letter_mail'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
  end loop;
end $$;

-- Whether the session, or the one at the door, came with a letter.
create function app.by_letter() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.letter', true), '') = 'on' $$;

-- Not inlined: who reads an end looks at what was used, and the other way round.
create function app.letter_ended(school uuid, letter uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.letter_end e where e.school_id = school and e.letter_id = letter);
end $$;

create policy letter_office on app.letter for select using (school_id = any ((select app.office())::uuid[]));
create policy letter_at_the_door on app.letter for select using (code_hash = (select app.presented()));
create policy letter_make on app.letter for insert with check (
  school_id = any ((select app.office())::uuid[])
  and exists (select from app.account_person ap where ap.school_id = letter.school_id and ap.person_id = letter.person_id
    and ap.account_id = letter.account_id));
-- Longer than the longest session that a letter began: until then it says what that session may see.
create policy letter_known on app.letter for select using ((select app.task()) = 'purge');
create policy letter_purge on app.letter for delete
  using ((select app.task()) = 'purge' and made_at < app.now() - interval '460 days');

create policy letter_use_read on app.letter_use for select using (
  account_id = (select app.account())
  or school_id = any ((select app.office())::uuid[])
  or exists (select from app.letter l where l.school_id = letter_use.school_id and l.id = letter_use.letter_id
    and l.code_hash = (select app.presented())));
create policy letter_use_add on app.letter_use for insert with check (
  account_id = (select app.account())
  and exists (select from app.letter l where l.school_id = letter_use.school_id and l.id = letter_use.letter_id
    and l.person_id = letter_use.person_id and l.pupil_id = letter_use.pupil_id
    and l.code_hash = (select app.presented()) and l.expires_at > app.now())
  and not app.letter_ended(school_id, letter_id));
create policy letter_use_old on app.letter_use for select using ((select app.task()) = 'purge' and exists (
  select from app.letter l where l.school_id = letter_use.school_id and l.id = letter_use.letter_id
    and l.made_at < app.now() - interval '460 days'));
create policy letter_use_purge on app.letter_use for delete using ((select app.task()) = 'purge' and exists (
  select from app.letter l where l.school_id = letter_use.school_id and l.id = letter_use.letter_id
    and l.made_at < app.now() - interval '460 days'));

create policy letter_end_read on app.letter_end for select using (
  school_id = any ((select app.office())::uuid[])
  or exists (select from app.letter_use u where u.school_id = letter_end.school_id and u.letter_id = letter_end.letter_id
    and u.account_id = (select app.account()))
  or exists (select from app.letter l where l.school_id = letter_end.school_id and l.id = letter_end.letter_id
    and l.code_hash = (select app.presented())));
create policy letter_end_add on app.letter_end for insert with check (school_id = any ((select app.office())::uuid[]));
create policy letter_end_old on app.letter_end for select using ((select app.task()) = 'purge' and exists (
  select from app.letter l where l.school_id = letter_end.school_id and l.id = letter_end.letter_id
    and l.made_at < app.now() - interval '460 days'));
create policy letter_end_purge on app.letter_end for delete using ((select app.task()) = 'purge' and exists (
  select from app.letter l where l.school_id = letter_end.school_id and l.id = letter_end.letter_id
    and l.made_at < app.now() - interval '460 days'));

create policy letter_try_at_the_door on app.letter_try for all
  using (code_hash = (select app.presented())) with check (code_hash = (select app.presented()));
create policy letter_try_office on app.letter_try for select using (exists (
  select from app.letter l where l.code_hash = letter_try.code_hash and l.school_id = any ((select app.office())::uuid[])));
-- Those of a letter stay as long as the letter: ten in all make it void.
create policy letter_try_old on app.letter_try for select using ((select app.task()) = 'purge'
  and tried_at < app.now() - interval '1 day' and not exists (select from app.letter l where l.code_hash = letter_try.code_hash));
create policy letter_try_purge on app.letter_try for delete using ((select app.task()) = 'purge'
  and tried_at < app.now() - interval '1 day' and not exists (select from app.letter l where l.code_hash = letter_try.code_hash));

create policy letter_word_read on app.letter_word for select using (
  school_id = any ((select app.office())::uuid[])
  or exists (select from app.letter l where l.school_id = letter_word.school_id and l.code_hash = (select app.presented()))
  or exists (select from app.letter_use u where u.school_id = letter_word.school_id and u.account_id = (select app.account())));
create policy letter_word_set on app.letter_word for insert with check (school_id = any ((select app.office())::uuid[]));
create policy letter_word_old on app.letter_word for select
  using ((select app.task()) = 'purge' and set_at < app.now() - interval '30 days');
create policy letter_word_purge on app.letter_word for delete
  using ((select app.task()) = 'purge' and set_at < app.now() - interval '30 days');

create policy letter_mail_office on app.letter_mail for all
  using (school_id = any ((select app.office())::uuid[])) with check (school_id = any ((select app.office())::uuid[]));

-- Who came with a letter shuts nobody out: the name and password of an account stay, and so do its factors and other sessions.
create function app.signs_in_as_before(account uuid, name text, hash text) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.account a where a.id = account and (a.login is null or (a.login = name and a.password_hash = hash)));
end $$;
create policy account_by_letter on app.account as restrictive for update
  with check (not (select app.by_letter()) or app.signs_in_as_before(id, login, password_hash));
create policy session_by_letter on app.session as restrictive for update
  using (not (select app.by_letter()) or app.session_in_use() is null or id = (select app.session_in_use()));
do $$ declare t text; begin
  foreach t in array array['account_factor', 'account_passkey', 'account_recovery'] loop
    if to_regclass('app.' || t) is not null then
      execute format('create policy %I on app.%I as restrictive for all using (not (select app.by_letter()))', t || '_by_letter', t);
    end if;
  end loop;
end $$;

-- What makes the reach of a session that a letter began.
do $$ declare
  t text;
  what text;
  deed text;
begin
  foreach t in array array['letter_use', 'letter_end'] loop
    what := case t when 'letter_use' then 'tie' else 'reach' end;
    execute format('create trigger makes_reach_insert after insert on app.%I referencing new table as changed
      for each statement execute function app.%I()', t, what || '_changed');
    execute format('create trigger makes_reach_update after update on app.%I referencing old table as before new table as changed
      for each statement execute function app.%I()', t, what || '_moved');
    -- What the house clears after its time is older than any session.
    execute format($f$create trigger makes_reach_delete after delete on app.%I referencing old table as changed
      for each statement when (app.task() is distinct from 'purge') execute function app.%I()$f$, t, what || '_changed');
    foreach deed in array array['insert', 'update', 'delete'] loop
      execute format('alter table app.%I enable always trigger %I', t, 'makes_reach_' || deed);
    end loop;
  end loop;
end $$;

-- Judges the answer of who shows the code of a letter, and on the right one makes the context of its account. A first password
-- asks nothing more. Unknown, used, old, replaced and wrong are one answer.
create function app.answer_letter(code_hash bytea, born date, word text) returns jsonb language plpgsql volatile as $$
declare
  told text;
  l record;
  birth date;
  told_word text;
begin
  told := set_config('app.presented', encode(answer_letter.code_hash, 'hex'), true);
  select letter.school_id, letter.id, letter.account_id, letter.person_id, letter.pupil_id, letter.login into l from app.letter
    where letter.code_hash = answer_letter.code_hash and letter.expires_at > app.now()
      and not exists (select from app.letter_use u where u.school_id = letter.school_id and u.letter_id = letter.id)
      and not exists (select from app.letter_end e where e.school_id = letter.school_id and e.letter_id = letter.id);
  -- In reach for as long as it takes to read when the child was born.
  told := set_config('app.pupils', app.listed(array_remove(array[l.pupil_id], null)), true);
  select p.birth_date into birth from app.person p where p.school_id = l.school_id and p.id = l.pupil_id;
  told := set_config('app.pupils', '', true);
  select w.word into told_word from app.letter_word w
    where w.school_id = l.school_id and w.set_at > app.now() - interval '7 days' order by w.set_at desc limit 1;
  if l.id is null or not coalesce(case when l.login is not null then true when birth is null then told_word = answer_letter.word
      else birth = answer_letter.born end, false) then
    return null;
  end if;
  told := concat(set_config('app.account', l.account_id::text, true), set_config('app.letter', 'on', true));
  return jsonb_build_object('school', l.school_id, 'letter', l.id, 'account', l.account_id, 'person', l.person_id,
    'pupil', l.pupil_id, 'login', l.login);
end $$;
