-- A guardian is told the next moment of home and nothing of what was: until when everything was seen can be untrue, where a fail waits.
drop function app.home_moments(uuid, uuid, text, text, time, integer, text);

-- By the calendar and what is agreed alone. Null where that is at any time.
create function app.next_home_moment(school uuid, pupil uuid, of_stage text, rule text, at_time time, later integer, counted text)
  returns timestamptz language plpgsql stable as $$
declare
  today date := app.today();
  closed datemultirange;
  d date := today + 61;
  moment timestamptz;
  after_it timestamptz;
begin
  if rule = 'direct' then return null; end if;
  if rule <> 'report' and coalesce(of_stage, '') not in ('BO', 'SO') then
    -- Later moments of the pupil are later at home: from the newest back to the first that is out.
    closed := app.closed_days(school, today - 80, today + 500);
    while d > today - 80 loop
      d := d - 1;
      continue when extract(isodow from d) > case rule when 'mon_thu' then 4 else 5 end or closed @> d;
      moment := (d + at_time) at time zone 'Europe/Amsterdam';
      if moment <= app.now() then
        exit when app.later_moment(closed, school, pupil, moment, at_time, later, counted) <= app.now();
      end if;
      after_it := moment;
    end loop;
  end if;
  return least(app.next_report(school, of_stage, app.now()),
    app.later_moment(closed, school, pupil, after_it, at_time, later, counted));
end $$;
