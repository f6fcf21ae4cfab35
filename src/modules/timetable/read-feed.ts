import { sql } from 'kysely'
import type { Doer } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import { demandKeeper } from '#modules/school/index.ts'
import { deriveLessons } from './derive-lessons.ts'
import { diffFeed } from './diff-feed.ts'
import { keptLessons } from './kept-lessons.ts'
import type { FeedDifference, FoundLesson, TimetableOf } from './lesson.ts'
import type { CalendarReading, WholeRefusal } from './read/calendar.ts'
import { readCalendarApart } from './read/read-calendar-apart.ts'
import type { TimetableTables } from './tables.ts'
import { writeDifference } from './write-difference.ts'

export type FeedFile = { school: string; of: TimetableOf; file: Uint8Array }
export type FeedOutcome = { ok: true; feed: string; reading: string } | { ok: false; why: WholeRefusal }

/**
 * Reads a calendar file for a class, a pupil or a member of staff. The first file of one makes its timetable; a later one
 * is held against it. What could not be read is kept with the reading, by line.
 * @param reader reads the bytes; in a thread of its own unless given
 * @returns why, when nothing of the file can be read: then nothing has changed
 * @throws NotFound when there is no such class, pupil or member of staff at a school the doer keeps
 */
export const readFeed = async (
  tx: Tx<TimetableTables>,
  doer: Doer,
  { school, of, file }: FeedFile,
  reader: (file: Uint8Array, today: string) => Promise<CalendarReading> = readCalendarApart,
): Promise<FeedOutcome> => {
  demandKeeper(doer, school)
  await demandTarget(tx, school, of)
  const clock = await sql<{ today: string; now: Date }>`select ${today} as today, app.now() as now`.execute(tx)
  const { today: day = '', now } = clock.rows[0] ?? {}
  const read = await reader(file, day)
  if (!read.ok) return { ok: false, why: read.why }
  const feed = await feedOf(tx, school, of)
  // Two files of one timetable are read one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${feed}, 30))`.execute(tx)
  const { found, events, repairs } = await deriveLessons(tx, read)
  const difference = diffFeed(await keptLessons(tx, school, feed), found, now?.getTime() ?? 0)
  const counts = countsOf(found, difference)
  const { id: reading } = await tx
    .insertInto('calendar_reading')
    .values({
      school_id: school,
      feed_id: feed,
      read_by: readerOf(doer, school),
      ...counts,
      repairs: JSON.stringify(repairs),
      refusals: JSON.stringify(read.refusals),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeDifference(tx, { school, feed, boundTo: of.id, reading }, difference, events)
  await record(tx, {
    school,
    event: 'timetable.feed.read',
    about: [feed, of.id],
    payload: { of: of.kind, ...counts, repairs: repairs.length, refusals: read.refusals.length },
    doer,
  })
  return { ok: true, feed, reading }
}

const column = { group: 'group_id', pupil: 'pupil_id', staff: 'staff_id' } as const

/** Of another school, or of one that is not there, is the same. */
const demandTarget = async (tx: Tx<TimetableTables>, school: string, of: TimetableOf): Promise<void> => {
  const tables = {
    group: sql`select id from school_group where school_id = ${school} and id = ${of.id}`,
    pupil: sql`select person_id from pupil where school_id = ${school} and person_id = ${of.id}`,
    staff: sql`select person_id from staff where school_id = ${school} and person_id = ${of.id}`,
  }
  const { rows } = await tables[of.kind].execute(tx)
  if (rows.length === 0) throw new NotFound('timetable owner')
}

const feedOf = async (tx: Tx<TimetableTables>, school: string, of: TimetableOf): Promise<string> => {
  const known = () => tx.selectFrom('calendar_feed').where('bound_to', '=', of.id).select('id').executeTakeFirst()
  const made = async () =>
    tx
      .insertInto('calendar_feed')
      .values({ school_id: school, [column[of.kind]]: of.id })
      .onConflict((conflict) => conflict.column('bound_to').doNothing())
      .returning('id')
      .executeTakeFirst()
  const feed = (await known()) ?? (await made()) ?? (await known())
  if (feed === undefined) throw new NotFound('timetable')
  return feed.id
}

const readerOf = (doer: Doer, school: string): string | null =>
  'at' in doer && doer.hat === 'staff' ? (doer.at.find((standing) => standing.school === school)?.person ?? null) : null

const countsOf = (found: readonly FoundLesson[], { added, renewed, vanished }: FeedDifference) => {
  const days = found.map((one) => one.day).toSorted()
  return {
    first_day: days[0] ?? '',
    last_day: days.at(-1) ?? '',
    lessons: found.length,
    added: added.length,
    changed: renewed.filter((one) => one.wasPlace !== null || one.wasStartsAt !== null).length,
    cancelled: found.filter((one) => one.cancelled).length,
    vanished: vanished.length,
  }
}
