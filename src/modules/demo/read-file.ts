import type { Kysely } from 'kysely'
import { readCalendarHere, readFeed, type TimetableOf, type TimetableTables } from '#modules/timetable/index.ts'
import { asOperator } from '#platform/db/context.ts'

/** Reads a calendar file of ours as the office would; a hundred threads for a hundred files would take longer than the files. */
export const readFile = async (
  db: Kysely<TimetableTables>,
  school: string,
  of: TimetableOf,
  file: Uint8Array,
): Promise<void> => {
  const outcome = await asOperator(db, school, (tx) =>
    readFeed(tx, { hat: 'operator', school }, { school, of, file }, readCalendarHere),
  )
  if (!outcome.ok) throw new Error(`a timetable of the demo was not read: ${outcome.why}`)
}
