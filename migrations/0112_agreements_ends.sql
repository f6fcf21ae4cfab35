-- What took the place of an agreement, and was stopped before it began, ends nothing: one rule, for whoever asks whether it holds.
-- Asked of what was replaced alone, so that any other end pays nothing for it.
create function app.end_counts(school uuid, replaced_by uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select from app.agreement_start s join app.agreement_end e
    on e.school_id = s.school_id and e.agreement_id = s.agreement_id and e.ends_on < s.starts_on
    where s.school_id = school and s.agreement_id = end_counts.replaced_by);
end $$;

create or replace function app.leads() returns uuid[] language plpgsql stable as $$
begin
  if app.hat() is distinct from 'staff' then return null; end if;
  return array(select r.school_id from app.staff_role r
    where r.school_id = any (app.schools()) and r.person_id = any (app.persons()) and r.role = 'team_leader'
      and r.started_on <= app.today() and (r.ended_on is null or r.ended_on > app.today())
      and exists (select from app.agreement a join app.agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id
        where a.school_id = r.school_id and a.kind = 'measuring' and s.starts_on <= app.today()
          and not exists (select from app.agreement_end e where e.school_id = a.school_id and e.agreement_id = a.id
            and e.ends_on < app.today() and (e.replaced_by is null or app.end_counts(e.school_id, e.replaced_by)))));
end $$;
