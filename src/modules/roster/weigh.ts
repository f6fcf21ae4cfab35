import { sql } from 'kysely'
import { readRosterSnapshot, type PeopleTables, type RosterSnapshot } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { Db } from '#platform/db/types.ts'
import type { Diff } from './diff/diff.ts'
import { makeDiff, wrongSchool } from './diff/make-diff.ts'
import { findSchoolYears, type ImportingSchool } from './queries.ts'
import type { Fault, RosterFile } from './roster.ts'
import { chooseYear, type ImportYear } from './school-year.ts'

/** A file held against the school as it is now. */
export type Weighed = { diff: Diff; snapshot: RosterSnapshot; year: ImportYear }

export const weigh = async (
  db: Db<PeopleTables & SchoolTables>,
  school: ImportingSchool,
  file: RosterFile,
): Promise<{ ok: true; weighed: Weighed } | { ok: false; fault: Fault }> => {
  const wrong = wrongSchool(file, school.brin)
  if (wrong) return { ok: false, fault: wrong }
  const { year, on, repair } = chooseYear(file, await findSchoolYears(db, school.id), school.today)
  const snapshot = await readRosterSnapshot(db, school.id, on)
  const told = repair === null ? file : { ...file, repairs: [repair, ...file.repairs] }
  return { ok: true, weighed: { diff: makeDiff(told, snapshot, on, year.id ?? year.label), snapshot, year } }
}

/** One import of a school at a time: the second waits, and then sees what the first did. */
export const lockRoster = async <T>(db: Db<T>, school: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${school}`}, 0))`.execute(db)
}
