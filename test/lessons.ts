import type { TestDatabase } from './rig.ts'
import { klimboom, vlieger } from './two-schools.ts'

const feeds = new Map<string, string>()
const readings = {
  [klimboom.school]: '00000000-0000-4000-8000-000000000801',
  [vlieger.school]: '00000000-0000-4000-8000-000000000802',
}
const owners: Record<string, [column: string, school: string]> = {
  [klimboom.groups.g4b]: ['group_id', klimboom.school],
  [klimboom.groups.g5a]: ['group_id', klimboom.school],
  [klimboom.timo]: ['pupil_id', klimboom.school],
  [klimboom.sem]: ['pupil_id', klimboom.school],
  [klimboom.tess]: ['staff_id', klimboom.school],
  [vlieger.group]: ['group_id', vlieger.school],
}

/** A timetable of everybody who may have one, each with one reading. */
export const addReading = async ({ owner }: TestDatabase): Promise<void> => {
  for (const [boundTo, [column, school]] of Object.entries(owners)) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into app.calendar_feed (school_id, ${column}) values ('${school}', '${boundTo}') returning id`,
    )
    feeds.set(boundTo, rows[0]?.id ?? '')
  }
  for (const [school, reading] of Object.entries(readings)) {
    const feed = feeds.get(school === klimboom.school ? klimboom.groups.g4b : vlieger.group)
    await owner.query(`insert into app.calendar_reading (school_id, id, feed_id, first_day, last_day, lessons, added, changed, cancelled, vanished, repairs, refusals)
      values ('${school}', '${reading}', '${feed}', '2026-11-01', '2026-11-30', 0, 0, 0, 0, 0, '[]', '[]')`)
  }
}

export type LessonRow = {
  school?: string
  boundTo?: string
  /** `YYYY-MM-DDTHH:MM`, in Amsterdam. */
  starts?: string
  ends?: string
  title?: string
  place?: string
  teacher?: string
  wholeDay?: boolean
  cancelled?: boolean
  vanished?: boolean
  wasPlace?: string
  was?: string
}

export const addLesson = async ({ owner }: TestDatabase, lesson: LessonRow): Promise<void> => {
  const { school = klimboom.school, boundTo = klimboom.groups.g4b, starts = '2026-11-23T08:30', ends = starts } = lesson
  const reading = readings[school]
  await owner.query(
    `insert into app.lesson (school_id, feed_id, bound_to, uid, occurrence, starts_local, ends_local, zone, whole_day, title, teacher_code,
       place, cancelled_by, vanished_by, changed_by, was_place, was_starts_at)
     values ($1, $2, $3, repeat('0', 64), '', $4, $5, 'Europe/Amsterdam', $6, $7, $8, $9, $10, $11, $12, $13, $14::timestamp at time zone 'Europe/Amsterdam')`,
    [
      school,
      feeds.get(boundTo),
      boundTo,
      starts,
      ends,
      lesson.wholeDay ?? false,
      lesson.title ?? 'Les',
      lesson.teacher ?? null,
      lesson.place ?? null,
      lesson.cancelled ? reading : null,
      lesson.vanished ? reading : null,
      lesson.wasPlace || lesson.was ? reading : null,
      lesson.wasPlace ?? null,
      lesson.was ?? null,
    ],
  )
}

/** Gives Selma a second child, Bo, at the other school. */
export const tieSecondChild = async ({ owner }: TestDatabase): Promise<void> => {
  await owner.query(
    `insert into app.account_person select '${vlieger.school}', '${vlieger.guardian}', account_id from app.account_person where person_id = '${klimboom.selma}'`,
  )
}
