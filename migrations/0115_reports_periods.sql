-- The periods of a school year, as each stage of a school has them, with the moment at which their report comes.
create table app.report_period (
  school_id uuid not null,
  id uuid not null default gen_random_uuid(),
  stage text not null,
  name text not null check (length(name) between 1 and 60),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  report_on date not null check (report_on between starts_on and ends_on + 60),
  -- In a part of the day that no change of the clock touches.
  report_at time not null default '15:00' check (report_at between '07:00' and '21:00'),
  primary key (school_id, id),
  unique (school_id, stage, starts_on),
  foreign key (school_id, stage) references app.school_stage (school_id, stage)
);
create index report_period_report_on on app.report_period (school_id, stage, report_on);

-- How a stage rounds an average, and how many weeks the school guide leaves at most between two reports. Without a row: half up, 26.
create table app.report_rule (
  school_id uuid not null,
  stage text not null,
  rounding text not null default 'half_up' check (rounding in ('half_up', 'down', 'half_up_whole')),
  guide_weeks integer not null default 26 check (guide_weeks between 4 and 52),
  primary key (school_id, stage),
  foreign key (school_id, stage) references app.school_stage (school_id, stage)
);

alter table app.report_period enable row level security;
alter table app.report_period force row level security;
alter table app.report_rule enable row level security;
alter table app.report_rule force row level security;

-- When the report comes everybody at the school may know, and every task of the school needs it.
do $$ declare t text; begin
  foreach t in array array['report_period', 'report_rule'] loop
    execute format('create policy %I on app.%I for select using (school_id = any ((select app.schools())::uuid[]))', t || '_read', t);
    execute format('create policy %I on app.%I for insert with check (school_id = any ((select app.overseen())::uuid[]))', t || '_add', t);
    execute format('create policy %I on app.%I for update using (school_id = any ((select app.overseen())::uuid[]))', t || '_change', t);
  end loop;
end $$;
create policy report_period_end on app.report_period for delete using (school_id = any ((select app.overseen())::uuid[]));

-- The first report moment after an instant. Where none is set: as many weeks later as the school guide leaves, at 17.00. Never null.
-- It speaks only of a school in reach, so that nobody who reads too little finds a wrong moment.
create function app.next_report(school uuid, of_stage text, after timestamptz) returns timestamptz language plpgsql stable as $$
declare
  found_at timestamptz;
begin
  if after is null or not exists (select from app.school s where s.id = school) then
    raise exception 'app.next_report: no school in reach, or no instant';
  end if;
  select min((p.report_on + p.report_at) at time zone 'Europe/Amsterdam') into found_at from app.report_period p
    where p.school_id = school and p.stage = of_stage and p.report_on >= (after at time zone 'Europe/Amsterdam')::date
      and (p.report_on + p.report_at) at time zone 'Europe/Amsterdam' > after;
  if found_at is not null then return found_at; end if;
  return ((after at time zone 'Europe/Amsterdam')::date + 7 * coalesce(
    (select r.guide_weeks from app.report_rule r where r.school_id = school and r.stage = of_stage), 26)
    + time '17:00') at time zone 'Europe/Amsterdam';
end $$;

-- Whether there are lessons on a day: no weekend, no day off, no holiday as the school keeps it, no feast day. It mirrors `closuresOf`
-- of the module school, for any day, and speaks only of a school in reach.
create function app.is_lesson_day(school uuid, day date) returns boolean language plpgsql stable as $$
declare
  here text;
begin
  if extract(isodow from day) > 5 then return false; end if;
  select s.region into here from app.school s where s.id = school;
  if here is null or day is null then raise exception 'app.is_lesson_day: no school in reach, or no day'; end if;
  return not exists (select from app.day_off d where d.school_id = school and d.ends_on >= day and d.starts_on <= day)
    and not exists (select from app.holiday h
      left join app.own_holiday o on o.school_id = school and o.kind = h.kind and o.first_year = app.first_year(h.starts_on)
      where h.region = here and (o.school_id is null or o.starts_on is not null)
        and day between coalesce(o.starts_on, h.starts_on) and coalesce(o.ends_on, h.ends_on))
    and not exists (select from app.feast_days(extract(year from day)::int, extract(year from day)::int) f where f.on_day = day);
end $$;
