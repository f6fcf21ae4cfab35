-- The feast days on which every school is shut (Algemene termijnenwet, article 3, as far as they are not within a holiday or a
-- weekend): Easter Monday, King's Day, Ascension Day and Whit Monday. Easter is reckoned by the Gregorian rule (Meeus, Astronomical
-- Algorithms, chapter 8). King's Day is kept a day earlier when the 27th of April is a Sunday.
create function app.feast_days(first_year integer, last_year integer)
  returns table (name text, on_day date) language sql immutable strict parallel safe rows 4
  as $$
    select f.name, f.on_day
    from generate_series(first_year, last_year) y,
      lateral (select y % 19 as a, y / 100 as b, y % 100 as c) p,
      lateral (select (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h) q,
      lateral (select (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 as l) r,
      lateral (select h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114 as n) s,
      lateral (select make_date(y, n / 31, n % 31 + 1) as easter, make_date(y, 4, 27) as king) t,
      lateral (values ('Tweede paasdag', easter + 1),
        ('Koningsdag', king - case when extract(isodow from king) = 7 then 1 else 0 end),
        ('Hemelvaart', easter + 39), ('Tweede pinksterdag', easter + 50)) as f (name, on_day)
  $$;
