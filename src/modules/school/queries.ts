import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { Days, School, SchoolChoice } from './school.ts'
import type { SchoolTables } from './tables.ts'

/** The schools at which the actor stands under the hat worn. */
const visibleTo = (db: Db<SchoolTables>, actor: Actor) =>
  db.selectFrom('school').where(sql<boolean>`school.id = any (${actor.at.map(({ school }) => school)}::uuid[])`)

/** The actor's schools by name. */
export const findSchools = (db: Db<SchoolTables>, actor: Actor): Promise<SchoolChoice[]> =>
  visibleTo(db, actor).select(['school.id', 'school.name']).orderBy('school.name').orderBy('school.id').execute()

/** One of the actor's schools. @throws NotFound */
export const findSchool = async (db: Db<SchoolTables>, actor: Actor, id: string): Promise<School> => {
  const school = await visibleTo(db, actor)
    .where('school.id', '=', id)
    .select(['school.id', 'school.key', 'school.name', 'school.brin', 'school.region'])
    .executeTakeFirstOrThrow(() => new NotFound('school'))
  const stages = await db
    .selectFrom('school_stage')
    .where('school_id', '=', id)
    .select('stage')
    .orderBy('stage')
    .execute()
  return { ...school, stages: stages.map(({ stage }) => stage) }
}

export type SchoolYear = { id: string; label: string } & Days

/** The school year of today, or null between two years or before the first. */
export const findSchoolYear = async (db: Db<SchoolTables>, actor: Actor, school: string): Promise<SchoolYear | null> =>
  (await visibleTo(db, actor)
    .innerJoin('school_year', 'school_year.school_id', 'school.id')
    .where('school.id', '=', school)
    .where('school_year.starts_on', '<=', today)
    .where('school_year.ends_on', '>=', today)
    .select([
      'school_year.id',
      'school_year.label',
      'school_year.starts_on as startsOn',
      'school_year.ends_on as endsOn',
    ])
    .orderBy('school_year.starts_on', 'desc')
    .executeTakeFirst()) ?? null

export type DayOff = { id: string; name: string } & Days

/** The days off of a school that are not over, the first first. */
export const findDaysOff = (db: Db<SchoolTables>, actor: Actor, school: string): Promise<DayOff[]> =>
  visibleTo(db, actor)
    .innerJoin('day_off', 'day_off.school_id', 'school.id')
    .where('school.id', '=', school)
    .where('day_off.ends_on', '>=', today)
    .select(['day_off.id', 'day_off.name', 'day_off.starts_on as startsOn', 'day_off.ends_on as endsOn'])
    .orderBy('day_off.starts_on')
    .orderBy('day_off.name')
    .execute()

export type Holiday = { kind: SchoolTables['holiday']['kind'] } & Days

const holidaysShown = 5

/** The national holidays of the school's region that are not over, the first first, about a year of them. */
export const findHolidays = (db: Db<SchoolTables>, actor: Actor, school: string): Promise<Holiday[]> =>
  visibleTo(db, actor)
    .innerJoin('holiday', 'holiday.region', 'school.region')
    .where('school.id', '=', school)
    .where('holiday.ends_on', '>=', today)
    .select(['holiday.kind', 'holiday.starts_on as startsOn', 'holiday.ends_on as endsOn'])
    .orderBy('holiday.starts_on')
    .limit(holidaysShown)
    .execute()
