-- Under whose name a guardian asks, and as what of the child, is not the guardian's to choose: the pupil reads it and says yes to it.
drop policy sight_request_ask on app.sight_request;
create policy sight_request_ask on app.sight_request for insert with check (
  (select app.hat()) = 'guardian' and guardian_id = any ((select app.persons())::uuid[]) and pupil_id = any ((select app.pupils())::uuid[])
  and not app.is_over(school_id, guardianship_id)
  and exists (select from app.guardianship g join app.person p on p.school_id = g.school_id and p.id = g.guardian_id
    where g.school_id = sight_request.school_id and g.id = guardianship_id and g.guardian_id = sight_request.guardian_id
      and g.pupil_id = sight_request.pupil_id and g.relation = sight_request.relation
      and sender = coalesce(p.first_name, p.last_name, p.initials)));
