import type { Tx } from '#platform/db/types.ts'
import type { KeptLesson } from './lesson.ts'
import type { TimetableTables } from './tables.ts'

/** Every lesson of a timetable, to hold a newer file against. */
export const keptLessons = async (tx: Tx<TimetableTables>, school: string, feed: string): Promise<KeptLesson[]> => {
  const rows = await tx
    .selectFrom('lesson')
    .where('school_id', '=', school)
    .where('feed_id', '=', feed)
    .select([
      'id',
      'uid',
      'occurrence',
      'starts_at',
      'ends_at',
      'on_day',
      'title',
      'group_code',
      'teacher_code',
      'place',
    ])
    .select(['cancelled_by', 'vanished_by', 'was_place', 'was_starts_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    uid: row.uid,
    occurrence: row.occurrence,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    day: row.on_day,
    title: row.title,
    groupCode: row.group_code,
    teacherCode: row.teacher_code,
    place: row.place,
    cancelled: row.cancelled_by !== null,
    vanished: row.vanished_by !== null,
    wasPlace: row.was_place,
    wasStartsAt: row.was_starts_at?.getTime() ?? null,
  }))
}
