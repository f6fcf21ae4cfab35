-- What was shown to a class or family, or laid before the council, and is taken back before it began: with the reason, for who
-- read it. Its words stay; another text is another agreement.
create table app.agreement_withdrawal (
  school_id uuid not null,
  agreement_id uuid not null,
  reason text not null check (length(reason) between 1 and 600),
  withdrawn_by uuid,
  withdrawn_at timestamptz not null default app.now(),
  primary key (school_id, agreement_id),
  foreign key (school_id, agreement_id) references app.agreement (school_id, id) on delete cascade,
  foreign key (school_id, withdrawn_by) references app.person (school_id, id)
);
alter table app.agreement_withdrawal enable row level security;
alter table app.agreement_withdrawal force row level security;

create policy agreement_withdrawal_read on app.agreement_withdrawal for select using (
  exists (select from app.agreement a where a.school_id = agreement_withdrawal.school_id and a.id = agreement_id offset 0));

-- Who may begin it may take it back, once somebody was asked and as long as it did not begin.
create function app.may_withdraw(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return app.drafts_this(school, agreement) and not app.is_open_draft(school, agreement) and not app.reads_begun(school, agreement)
    and (not app.is_of_school(school, agreement) or school = any (app.overseen()));
end $$;
create policy agreement_withdrawal_add on app.agreement_withdrawal for insert with check (
  app.may_withdraw(school_id, agreement_id) and app.in_own_name(withdrawn_by));

create function app.is_withdrawn(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.agreement_withdrawal w where w.school_id = school and w.agreement_id = agreement);
end $$;

-- Before whom it lay and what they said, without where it stands in the minutes: what an agreement begins with, for everybody.
create function app.laid_of(school uuid, agreement uuid) returns jsonb language plpgsql stable as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'body', l.body, 'asks', l.asks, 'reason', l.reason,
      'laidOn', l.laid_on, 'answerBy', l.answer_by, 'answer', case when w.laying_id is not null then jsonb_build_object(
        'outcome', w.outcome, 'decidedOn', w.decided_on, 'minutes', '', 'byCouncil', w.by_council) end) order by l.laid_on, l.body)
    from app.agreement_laying l left join app.agreement_answer w on w.school_id = l.school_id and w.laying_id = l.id
    where l.school_id = school and l.agreement_id = agreement), '[]');
end $$;
-- Whether everybody before whom it lies answered, and nobody whose consent is asked refused it.
create function app.is_decided(school uuid, agreement uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select from app.agreement_laying l
    left join app.agreement_answer w on w.school_id = l.school_id and w.laying_id = l.id
    where l.school_id = school and l.agreement_id = agreement and l.asks <> 'unneeded'
      and (w.laying_id is null or (l.asks = 'consent' and w.outcome = 'no')));
end $$;
