-- Who said yes in a meeting, counted in one place: for the page, for the beginning, and for the wall before it.

-- Of one pupil no number is kept: of two parents each would know what the other said, and who may know of the child.
alter table app.agreement_start no force row level security;
update app.agreement_start set said_yes = null, asked = null where pupil_id is not null;
alter table app.agreement_start force row level security;
alter table app.agreement_start add check (pupil_id is null or (said_yes is null and asked is null));

-- Whom a class or talk agreement asks: the pupils of the class; of a talk the pupil and the guardians who may know of the child.
-- `pupil` is for whom somebody speaks. A guardian speaks for nobody who is of age.
create function app.meeting_people(of_school uuid, of_agreement uuid)
  returns table (person uuid, pupil uuid, hat text) language sql stable as $$
  with a as (select g.level, g.group_id, g.pupil_id from app.agreement g where g.school_id = of_school and g.id = of_agreement),
  within as (
    select p.person_id from a join app.pupil p on p.school_id = of_school
    where (p.left_on is null or p.left_on > (select app.today())) and case a.level
      when 'class' then exists (select from app.group_member m where m.school_id = p.school_id and m.pupil_id = p.person_id
        and m.group_id = a.group_id and m.started_on <= (select app.today())
        and (m.ended_on is null or m.ended_on > (select app.today())))
      when 'pupil' then p.person_id = a.pupil_id
      else false end)
  select w.person_id, w.person_id, 'pupil' from within w
  union all
  select r.guardian_id, r.pupil_id, 'guardian'
  from within w
  join app.guardianship r on r.school_id = of_school and r.pupil_id = w.person_id
  where r.started_on <= (select app.today()) and (r.ended_on is null or r.ended_on > (select app.today()))
    and not app.is_adult(of_school, r.pupil_id)
    and not exists (select from app.guardianship_authority l where l.school_id = r.school_id and l.guardian_id = r.guardian_id
      and l.pupil_id = r.pupil_id and l.started_on <= (select app.today()) and (l.ended_on is null or l.ended_on > (select app.today())))
$$;

-- How many pupils said yes or had it said for them, of how many, the day of the last yes, and whether it is enough: of a class more
-- than half; in a talk a guardian, and of who is of age, or has no guardian who may know, the pupil.
create function app.meeting_of(of_school uuid, of_agreement uuid)
  returns table (asked int, said int, last_said date, is_enough boolean) language sql stable as $$
  with people as (select m.person, m.pupil, m.hat, y.said_at from app.meeting_people(of_school, of_agreement) m
    left join app.agreement_yes y on y.school_id = of_school and y.agreement_id = of_agreement and y.person_id = m.person)
  select count(distinct m.pupil)::int, (count(distinct m.pupil) filter (where m.said_at is not null))::int,
    (max(m.said_at) at time zone 'Europe/Amsterdam')::date,
    case (select g.level from app.agreement g where g.school_id = of_school and g.id = of_agreement)
      when 'class' then count(distinct m.pupil) filter (where m.said_at is not null) * 2 > count(distinct m.pupil)
      else coalesce(bool_or(m.said_at is not null) filter (where m.hat = 'guardian'),
        bool_or(m.said_at is not null) filter (where m.hat = 'pupil'), false) end
  from people m
$$;

drop policy agreement_yes_add on app.agreement_yes;
create policy agreement_yes_add on app.agreement_yes for insert with check (
  exists (select from app.agreement_offer o where o.school_id = agreement_yes.school_id and o.agreement_id = agreement_yes.agreement_id)
  and not app.is_withdrawn(school_id, agreement_id) and not app.reads_begun(school_id, agreement_id)
  and said_by = any ((select app.persons())::uuid[])
  and case when person_id = said_by then how = 'tap' and (select app.hat()) in ('guardian', 'pupil')
    else how = 'mentor' and app.drafts_this(school_id, agreement_id)
      and exists (select from app.meeting_people(agreement_yes.school_id, agreement_yes.agreement_id) m where m.person = person_id) end);

-- What a class or family agreed begins as it was said, and not before the last said yes.
create function app.is_said(school uuid, agreement uuid, first_day date, pupil uuid, number integer, of_number integer)
  returns boolean language plpgsql stable as $$
begin
  if app.is_of_school(school, agreement) then return number is null and of_number is null; end if;
  return exists (select from app.meeting_of(school, agreement) m where m.is_enough and first_day >= m.last_said
    and case when pupil is null then number = m.said and of_number = m.asked else number is null and of_number is null end);
end $$;
drop policy agreement_start_add on app.agreement_start;
create policy agreement_start_add on app.agreement_start for insert with check (
  app.drafts_this(school_id, agreement_id) and app.agreement_begins(school_id, agreement_id, pupil_id)
  and app.in_own_name(started_by) and not app.is_withdrawn(school_id, agreement_id)
  and app.is_decided(school_id, agreement_id) and agreed = app.laid_of(school_id, agreement_id)
  and app.is_said(school_id, agreement_id, starts_on, pupil_id, said_yes, asked));
