import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { FeedDifference, FoundLesson } from './lesson.ts'
import type { CalendarEvent } from './read/calendar.ts'
import type { TimetableTables } from './tables.ts'

type Place = { school: string; feed: string; boundTo: string; reading: string }

/** Writes what a file changes in a timetable, in three statements however many lessons there are. */
export const writeDifference = async (
  tx: Tx<TimetableTables>,
  place: Place,
  { added, renewed, vanished }: FeedDifference,
  events: readonly CalendarEvent[],
): Promise<void> => {
  const rowOf = (found: FoundLesson) => ({ ...events[found.at], cancelled: found.cancelled })
  if (added.length > 0) await add(tx, place, JSON.stringify(added.map(rowOf)))
  const renewals = renewed.map(({ kept, found, wasPlace, wasStartsAt }) => ({
    ...rowOf(found),
    id: kept.id,
    wasPlace,
    wasStartsAt,
  }))
  if (renewals.length > 0) await renew(tx, place, JSON.stringify(renewals))
  if (vanished.length === 0) return
  await tx
    .updateTable('lesson')
    .set({ vanished_by: place.reading })
    .where('school_id', '=', place.school)
    .where(sql<boolean>`id = any (${vanished.map(({ id }) => id)}::uuid[])`)
    .execute()
}

const columns = sql`uid text, occurrence text, "startsLocal" timestamp, "endsLocal" timestamp, zone text, "wholeDay" boolean,
  title text, "group" text, teacher text, place text, cancelled boolean`

const add = (tx: Tx<TimetableTables>, { school, feed, boundTo, reading }: Place, rows: string) =>
  sql`insert into lesson (school_id, feed_id, bound_to, uid, occurrence, starts_local, ends_local, zone, whole_day, title,
      group_code, teacher_code, place, cancelled_by)
    select ${school}::uuid, ${feed}::uuid, ${boundTo}::uuid, uid, occurrence, "startsLocal", "endsLocal", zone, "wholeDay", title,
      "group", teacher, place, case when cancelled then ${reading}::uuid end
    from json_to_recordset(${rows}::json) as one (${columns})`.execute(tx)

/** A lesson that was cancelled or changed before keeps the file that did it. */
const renew = (tx: Tx<TimetableTables>, { school, reading }: Place, rows: string) =>
  sql`update lesson set uid = one.uid, occurrence = one.occurrence, starts_local = one."startsLocal", ends_local = one."endsLocal",
      zone = one.zone, whole_day = one."wholeDay", title = one.title, group_code = one."group", teacher_code = one.teacher,
      place = one.place, vanished_by = null,
      cancelled_by = case when one.cancelled then coalesce(lesson.cancelled_by, ${reading}::uuid) end,
      was_place = one."wasPlace", was_starts_at = to_timestamp(one."wasStartsAt" / 1000),
      changed_by = case when one."wasPlace" is null and one."wasStartsAt" is null then null
        when lesson.was_place is not distinct from one."wasPlace"
          and lesson.was_starts_at is not distinct from to_timestamp(one."wasStartsAt" / 1000) then lesson.changed_by
        else ${reading}::uuid end
    from json_to_recordset(${rows}::json) as one (id uuid, "wasPlace" text, "wasStartsAt" float8, ${columns})
    where lesson.school_id = ${school}::uuid and lesson.id = one.id`.execute(tx)
