-- What took the place of an agreement, and was stopped before it began, ends nothing: one rule, for whoever asks whether it holds.
-- Asked of what was replaced alone, so that any other end pays nothing for it.
create function app.end_counts(school uuid, replaced_by uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select from app.agreement_start s join app.agreement_end e
    on e.school_id = s.school_id and e.agreement_id = s.agreement_id and e.ends_on < s.starts_on
    where s.school_id = school and s.agreement_id = end_counts.replaced_by);
end $$;
