-- Where the dates of a holiday come from, when that was last looked at, and whether schools must keep to it: summer, Christmas
-- and the week in May hold for all, autumn and spring are advice.
alter table app.holiday
  add column checked_on date,
  add column standing text check (standing in ('fixed', 'advice'));
update app.holiday set source = 'OpenHolidays API (ODbL 1.0, openholidaysapi.org)', checked_on = '2026-11-21',
  standing = case when kind in ('herfst', 'voorjaar') then 'advice' else 'fixed' end;
update app.holiday set source = 'Rijksoverheid, overzicht schoolvakanties 2027-2028', checked_on = '2026-11-25'
  where starts_on >= '2027-10-01';
alter table app.holiday alter column checked_on set not null, alter column standing set not null;

-- The school year a day lies in, by the calendar year in which that begins, on the first of August.
create function app.first_year(day date) returns integer language sql immutable strict parallel safe
  as $$ select extract(year from day - interval '7 months')::integer $$;

-- What a school does otherwise with a national holiday of one school year: on other days, or not at all when it names none.
create table app.own_holiday (
  school_id uuid not null references app.school (id),
  first_year integer not null check (first_year between 2000 and 2199),
  kind text not null check (kind in ('herfst', 'kerst', 'voorjaar', 'mei', 'zomer')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  primary key (school_id, first_year, kind),
  check ((starts_on is null) = (ends_on is null))
);

alter table app.own_holiday enable row level security;
alter table app.own_holiday force row level security;
create policy own_holiday_read on app.own_holiday for select using (school_id = any ((select app.schools())::uuid[]));
create policy own_holiday_add on app.own_holiday for insert with check (school_id = any ((select app.overseen())::uuid[]));
create policy own_holiday_change on app.own_holiday for update using (school_id = any ((select app.overseen())::uuid[]));
create policy own_holiday_end on app.own_holiday for delete using (school_id = any ((select app.overseen())::uuid[]));
