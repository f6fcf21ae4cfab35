-- Whom an agreement concerns, who said to have read it, and what is still open under one.

-- With an own tap; or on paper, as the school wrote down for somebody.
alter table app.agreement_seen
  add column how text not null default 'tap' check (how in ('tap', 'paper')),
  add column said_by uuid,
  add foreign key (school_id, said_by) references app.person (school_id, id),
  add check ((how = 'paper') = (said_by is not null)),
  add check (said_by <> person_id);

-- The stage a pupil is in, by the year and the stages the school teaches; as `stageOf` in code has it.
create function app.stage_of(year text, stages text[]) returns text language sql immutable parallel safe as $$
  select case
    when year is null then case when cardinality(stages) = 1 then stages[1] end
    when year ~ '^1[1-9]$' then case when 'VO' = any (stages) then 'VO' when 'VSO' = any (stages) then 'VSO' end
    when 'BO' = any (stages) then 'BO'
    when 'SO' = any (stages) then 'SO' end
$$;

-- Whom an agreement concerns that began: pupils; for each the guardians who may know of the child, of a pupil of age none, for
-- that is the pupil's to say; and staff: of one class or pupil who teaches there today, else who teaches there and who teaches no
-- group. Who works at the school the head knows; a teacher finds of her colleagues nothing here, and herself. Of one person when that
-- is asked. Who follows a subject is not known: one about a subject is for all.
create function app.concerned_by(of_school uuid, of_agreement uuid, who uuid)
  returns table (person uuid, hat text, pupil uuid) language sql stable as $$
  with a as (
    select g.*, array(select t.stage from app.school_stage t where t.school_id = of_school) as stages
    from app.agreement g where g.school_id = of_school and g.id = of_agreement
      and exists (select from app.agreement_start s where s.school_id = of_school and s.agreement_id = of_agreement)),
  within as (
    select p.person_id from a join app.pupil p on p.school_id = a.school_id
    where (p.left_on is null or p.left_on > (select app.today())) and case a.level
      when 'stage' then app.stage_of(p.year_group, a.stages) = a.stage
      when 'year' then p.year_group = a.year_group
      when 'class' then exists (select from app.group_member m where m.school_id = p.school_id and m.pupil_id = p.person_id
        and m.group_id = a.group_id and m.started_on <= (select app.today())
        and (m.ended_on is null or m.ended_on > (select app.today())))
      when 'pupil' then p.person_id = a.pupil_id
      else true end)
  select w.person_id, 'pupil', w.person_id from within w where who is null or w.person_id = who
  union all
  select r.guardian_id, 'guardian', r.pupil_id
  from within w
  join app.guardianship r on r.school_id = of_school and r.pupil_id = w.person_id
  join app.person k on k.school_id = of_school and k.id = w.person_id
  where (who is null or r.guardian_id = who)
    and r.started_on <= (select app.today()) and (r.ended_on is null or r.ended_on > (select app.today()))
    and coalesce(app.reaches(k.birth_date, 18) > (select app.today()), true)
    and not exists (select from app.guardianship_authority l where l.school_id = r.school_id and l.guardian_id = r.guardian_id
      and l.pupil_id = r.pupil_id and l.started_on <= (select app.today()) and (l.ended_on is null or l.ended_on > (select app.today())))
  union all
  select e.person_id, 'staff', null
  from a join app.staff e on e.school_id = a.school_id
  where (who is null or e.person_id = who) and a.level not in ('class', 'pupil')
    and e.started_on <= (select app.today()) and (e.ended_on is null or e.ended_on > (select app.today()))
    and (a.level in ('school', 'subject')
      or not exists (select from app.group_teacher x where x.school_id = e.school_id and x.person_id = e.person_id
        and x.started_on <= (select app.today()) and (x.ended_on is null or x.ended_on > (select app.today())))
      or exists (select from app.group_teacher x join app.school_group c on c.school_id = x.school_id and c.id = x.group_id
        where x.school_id = e.school_id and x.person_id = e.person_id
          and x.started_on <= (select app.today()) and (x.ended_on is null or x.ended_on > (select app.today()))
          and coalesce(case a.level when 'year' then c.year_group = a.year_group
            else app.stage_of(c.year_group, a.stages) = a.stage end, true)))
  union all
  select distinct t.person_id, 'staff', null::uuid
  from a join (
    select x.school_id, x.group_id, x.person_id from app.group_teacher x
      where x.school_id = of_school and x.started_on <= (select app.today()) and (x.ended_on is null or x.ended_on > (select app.today()))
    union all
    select b.school_id, b.group_id, b.person_id from app.group_substitute b
      where b.school_id = of_school and b.on_from <= (select app.today()) and b.on_until >= (select app.today()) and b.ended_at is null
  ) t on t.school_id = a.school_id
  join app.staff e on e.school_id = t.school_id and e.person_id = t.person_id
  where (who is null or t.person_id = who)
    and e.started_on <= (select app.today()) and (e.ended_on is null or e.ended_on > (select app.today())) and case a.level
    when 'class' then t.group_id = a.group_id
    when 'pupil' then exists (select from app.group_member m where m.school_id = a.school_id and m.pupil_id = a.pupil_id
      and m.group_id = t.group_id and m.started_on <= (select app.today()) and (m.ended_on is null or m.ended_on > (select app.today())))
    else false end
$$;

-- Who drafts an agreement reads who read it, and writes down who read it on paper: in the own name, for others whom it concerns.
drop policy agreement_seen_read on app.agreement_seen;
create policy agreement_seen_read on app.agreement_seen for select using (
  (person_id = any ((select app.persons())::uuid[]) and app.reads_begun(school_id, agreement_id)) or school_id = any ((select app.overseen())::uuid[])
  or ((select app.hat()) = 'staff' and app.drafts_this(school_id, agreement_id))
  or ((select app.task()) = 'purge' and seen_at < (select app.now()) - interval '400 days'));
create policy agreement_seen_note on app.agreement_seen for insert with check (
  how = 'paper' and (select app.hat()) = 'staff' and said_by = any ((select app.persons())::uuid[])
  and app.drafts_this(school_id, agreement_id)
  and exists (select from app.concerned_by(agreement_seen.school_id, agreement_seen.agreement_id, agreement_seen.person_id)));

-- Since when people can know on which day an event is. Of events from before this column that is not known.
alter table app.calendar_event add column told_on date;
alter table app.calendar_event alter column told_on set default app.today();
