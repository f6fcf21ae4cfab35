import { sql, type RawBuilder } from 'kysely'
import type { HolidayKind } from './tables.ts'

/** Days on which a school is shut, both ends included: a holiday by its kind, or a day off by its name. */
export type ClosureRow = {
  school: string
  kind: HolidayKind | null
  name: string | null
  startsOn: string
  endsOn: string
}

/**
 * The closures of these schools as a subquery: the national holidays of their region where a school keeps to them, its own
 * days where it does not, its days off, and the feast days around this year.
 * @param schools the ids, or the place of them in a prepared statement
 */
export const closuresOf = (schools: symbol | readonly string[]): RawBuilder<ClosureRow> => sql<ClosureRow>`(
  select s.id as school, h.kind, null as name, coalesce(o.starts_on, h.starts_on) as "startsOn", coalesce(o.ends_on, h.ends_on) as "endsOn"
  from school s join holiday h on h.region = s.region
  left join own_holiday o on o.school_id = s.id and o.kind = h.kind and o.first_year = app.first_year(h.starts_on)
  where s.id = any (${schools}::uuid[]) and (o.school_id is null or o.starts_on is not null)
  union all
  select d.school_id, null, d.name, d.starts_on, d.ends_on from day_off d where d.school_id = any (${schools}::uuid[])
  union all
  select s.id, null, f.name, f.on_day, f.on_day
  from school s cross join app.feast_days(extract(year from app.today())::int - 1, extract(year from app.today())::int + 2) f
  where s.id = any (${schools}::uuid[]))`

/** Without what lies within another closure of the same school: a feast day in a holiday, or in a long weekend, is told once. */
export const leaveOutCovered = <One extends Pick<ClosureRow, 'school' | 'startsOn' | 'endsOn'>>(
  closures: readonly One[],
): One[] =>
  closures.filter(
    (one, at) =>
      !closures.some(
        (other, otherAt) =>
          other.school === one.school &&
          other.startsOn <= one.startsOn &&
          one.endsOn <= other.endsOn &&
          (other.startsOn < one.startsOn || one.endsOn < other.endsOn || otherAt < at),
      ),
  )
