import { readRosterSnapshot, type PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
import type { Db } from '#platform/db/types.ts'
import type { Known } from './personas.ts'

/** Who and what of the files is at the school now, by the keys and addresses of the files. */
export type PeopleNow = {
  pupils: ReadonlyMap<string, string>
  staff: ReadonlyMap<string, string>
  /** Guardians by mail address. */
  guardians: ReadonlyMap<string, string>
  /** The groups of one school year; by name where the file has no key of them. */
  groups: ReadonlyMap<string, string>
  /** Somebody teaches one of these groups. */
  areTaught: boolean
}

/** @param year the label of the school year whose groups are meant */
export const findPeople = async (
  db: Db<PeopleTables & SchoolTables>,
  { school, today, year }: { school: string; today: string; year: string },
): Promise<PeopleNow> => {
  const found = await readRosterSnapshot(db, school, today)
  const known = await db
    .selectFrom('school_year')
    .select('id')
    .where('school_id', '=', school)
    .where('label', '=', year)
    .executeTakeFirst()
  const guardians = new Set(found.guardianships.map(({ guardian_id }) => guardian_id))
  const ofYear = found.groups.filter(({ school_year_id }) => school_year_id === known?.id)
  return {
    pupils: byKey(found.pupils.map(({ source_key, person_id }) => [source_key, person_id])),
    staff: byKey(found.staff.map(({ source_key, person_id }) => [source_key, person_id])),
    guardians: byKey(
      found.contacts
        .filter(({ person_id }) => guardians.has(person_id))
        .map(({ email, person_id }) => [email, person_id]),
    ),
    groups: byKey(ofYear.map(({ source_key, name, id }) => [source_key ?? name, id])),
    areTaught: found.teachers.some(({ group_id }) => ofYear.some(({ id }) => id === group_id)),
  }
}

const byKey = (pairs: readonly (readonly [string | null, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(([key, id]) => (key === null ? [] : [[key, id] as const])))

/** The person somebody of the cast is at the school, if there. */
export const personOf = (people: PeopleNow, known: Known): string | undefined => {
  if (known.as === 'guardian') return people.guardians.get(known.email)
  return people[known.as === 'pupil' ? 'pupils' : 'staff'].get(known.key)
}
