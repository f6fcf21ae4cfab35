-- Homework that is only for on a screen, as who leads a team reads it: for which class, subject and day, and nothing else of it. It
-- goes when it is withdrawn, becomes for on paper, or its day is over.
create table app.homework_open_item (
  school_id uuid not null,
  homework_id uuid not null,
  group_id uuid not null,
  group_name text not null check (length(group_name) between 1 and 64),
  -- The years of the class when it was asked: which agreement holds there.
  years text[] not null,
  subject text,
  due_on date not null,
  primary key (school_id, homework_id),
  foreign key (school_id, homework_id) references app.homework (school_id, id) on delete cascade,
  foreign key (school_id, group_id) references app.school_group (school_id, id)
);
create index homework_open_item_due on app.homework_open_item (school_id, due_on);
alter table app.homework no force row level security;
alter table app.homework_withdrawal no force row level security;
alter table app.school_group no force row level security;
insert into app.homework_open_item (school_id, homework_id, group_id, group_name, years, subject, due_on)
  select h.school_id, h.id, h.group_id, g.name, array_remove(array[g.year_group], null), h.subject, h.due_on
  from app.homework h join app.school_group g on g.school_id = h.school_id and g.id = h.group_id
  where h.kind = 'homework' and h.way = 'screen' and h.due_on >= app.today()
    and not exists (select from app.homework_withdrawal w where w.school_id = h.school_id and w.homework_id = h.id);
alter table app.homework force row level security;
alter table app.homework_withdrawal force row level security;
alter table app.school_group force row level security;
alter table app.homework_open_item enable row level security;
alter table app.homework_open_item force row level security;

-- Whether an agreement of this kind, with at least these terms, holds anywhere at the school.
create function app.is_agreed(school uuid, of_kind text, with_terms jsonb) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement a join app.agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id
    where a.school_id = school and a.kind = of_kind and a.terms @> with_terms and s.starts_on <= app.today()
      and not exists (select from app.agreement_end e where e.school_id = a.school_id and e.agreement_id = a.id
        and e.ends_on < app.today() and (e.replaced_by is null or app.end_counts(e.school_id, e.replaced_by))));
end $$;
-- The schools that the one who asks leads, or a team there: as long as it is agreed to look whether the school keeps its line, and that
-- homework can always be done on paper.
create function app.reads_open_homework() returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'staff' then return null; end if;
  return array(select distinct r.school_id from app.staff_role r
    where r.school_id = any (app.schools()) and r.person_id = any (app.persons()) and r.role in ('team_leader', 'head')
      and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today())
      and app.is_agreed(r.school_id, 'measuring', '{}') and app.is_agreed(r.school_id, 'on-paper', '{"homework": "always"}'));
end $$;
create policy homework_open_item_read on app.homework_open_item for select using (
  group_id = any ((select app.classes())::uuid[])
  or (due_on >= (select app.today()) and school_id = any ((select app.reads_open_homework())::uuid[]))
  or ((select app.task()) = 'purge' and due_on < (select app.today())));
-- Whoever sets homework writes it beside it, as the homework stands.
create policy homework_open_item_add on app.homework_open_item for insert with check (
  (group_id = any ((select app.classes())::uuid[]) or (select app.task()) = 'operator')
  and exists (select from app.homework h where h.school_id = homework_open_item.school_id and h.id = homework_id
    and h.group_id = homework_open_item.group_id and h.kind = 'homework' and h.way = 'screen' and h.due_on = homework_open_item.due_on
    and h.subject is not distinct from homework_open_item.subject));
create policy homework_open_item_end on app.homework_open_item for delete using (
  group_id = any ((select app.classes())::uuid[])
  or ((select app.task()) = 'purge' and due_on < (select app.today())));
