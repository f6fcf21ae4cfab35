-- Who signs in with an own account and answers a letter may put its person to that account: one account then shows the children
-- of two schools, on every device. The letter and the answer prove it. What the school opened for that person and nobody
-- ever signed in with stays behind without a person; what came in with earlier letters stays in.

-- The letter that was answered in this transaction, when its person may go to another account.
create function app.joining() returns uuid language sql stable parallel safe as $$ select app.id('app.joining') $$;

-- As 0075 has it, and tells whether the person may go: a guardian and nothing else at the school, alone on an account that
-- nobody took into use. A hat of staff or of a pupil is never had this way.
create or replace function app.answer_letter(code_hash bytea, born date, word text) returns jsonb language plpgsql volatile as $$
declare
  told text;
  l record;
  birth date;
  told_word text;
  joins boolean;
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
  told := concat(set_config('app.account', l.account_id::text, true), set_config('app.letter', 'on', true),
    set_config('app.persons', app.listed(array[l.person_id]), true));
  joins := l.person_id <> l.pupil_id
    and exists (select from app.account a where a.id = l.account_id and a.login is null)
    and array(select (ap.school_id, ap.person_id)::text from app.account_person ap where ap.account_id = l.account_id)
      = array[(l.school_id, l.person_id)::text]
    and not exists (select from app.staff e where e.school_id = l.school_id and e.person_id = l.person_id
      and (e.ended_on is null or e.ended_on > app.today()))
    and not exists (select from app.pupil p where p.school_id = l.school_id and p.person_id = l.person_id);
  told := concat(set_config('app.persons', '', true), set_config('app.joining', case when joins then l.id::text else '' end, true));
  return jsonb_build_object('school', l.school_id, 'letter', l.id, 'account', l.account_id, 'person', l.person_id,
    'pupil', l.pupil_id, 'login', l.login, 'joins', joins);
end $$;

-- First the person leaves the account of the letter; then, once the letter is used in a session that showed a password, the
-- person is put to the account of that session.
create policy account_person_leave on app.account_person for delete using (
  account_id = (select app.account())
  and exists (select from app.letter l where l.school_id = account_person.school_id and l.person_id = account_person.person_id
    and l.account_id = account_person.account_id and l.id = (select app.joining()) and l.code_hash = (select app.presented())));
create policy account_person_join on app.account_person for insert with check (
  account_id = (select app.account())
  and exists (select from app.letter l join app.letter_use u on u.school_id = l.school_id and u.letter_id = l.id
    where l.school_id = account_person.school_id and l.person_id = account_person.person_id
      and l.id = (select app.joining()) and l.code_hash = (select app.presented())
      and u.account_id = account_person.account_id and u.session_id = (select app.session_in_use()))
  and exists (select from app.session s where s.id = (select app.session_in_use()) and s.account_id = account_person.account_id
    and s.kind = 'account'));

-- As 0066 has it, and of the account in use also when its last person just left it.
drop policy reach_change_add on app.reach_change;
create policy reach_change_add on app.reach_change for insert with check (
  scope_id = any ((select app.overseen())::uuid[])
  or ((select app.hat()) = 'pupil' and scope_id = any ((select app.schools())::uuid[]))
  or scope_id = (select app.account())
  or exists (select from app.account_person ap where ap.account_id = scope_id));

-- As 0005 has it; and an account that its person left is opened by no code.
create or replace function app.enter_by_code(code_hash bytea) returns uuid language plpgsql volatile as $$
declare
  told text;
  found_account uuid;
begin
  told := concat(set_config('app.presented', encode(enter_by_code.code_hash, 'hex'), true));
  select r.account_id into found_account from app.account_reset r
    where r.code_hash = enter_by_code.code_hash and r.used_at is null and r.expires_at > app.now();
  told := concat(set_config('app.account', coalesce(found_account::text, ''), true));
  -- Once its owner has taken the account into use, no other code opens it.
  if not exists (select from app.account a where a.id = found_account and a.login is null
      and exists (select from app.account_person ap where ap.account_id = a.id)) then
    told := concat(set_config('app.account', '', true));
    return null;
  end if;
  return found_account;
end $$;
