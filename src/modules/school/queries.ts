import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { today } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { NotFound } from '#platform/errors.ts'
import type { Days, Holiday, School, SchoolChoice } from './school.ts'
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

const holidays = (db: Db<SchoolTables>, actor: Actor, school: string) =>
  visibleTo(db, actor)
    .innerJoin('holiday', 'holiday.region', 'school.region')
    .leftJoin('own_holiday', (join) =>
      join
        .onRef('own_holiday.school_id', '=', 'school.id')
        .onRef('own_holiday.kind', '=', 'holiday.kind')
        .on(sql<boolean>`own_holiday.first_year = app.first_year(holiday.starts_on)`),
    )
    .where('school.id', '=', school)
    .select([
      'holiday.kind',
      sql<number>`app.first_year(holiday.starts_on)`.as('firstYear'),
      'holiday.starts_on as startsOn',
      'holiday.ends_on as endsOn',
      'holiday.standing',
      'holiday.source',
      'holiday.checked_on as checkedOn',
      'own_holiday.school_id as own',
      'own_holiday.starts_on as ownStartsOn',
      'own_holiday.ends_on as ownEndsOn',
    ])
    .orderBy('holiday.starts_on')

type HolidayRow = Awaited<ReturnType<ReturnType<typeof holidays>['executeTakeFirstOrThrow']>>

const holidayOf = ({ startsOn, endsOn, own, ownStartsOn, ownEndsOn, ...rest }: HolidayRow): Holiday => {
  const national = { startsOn, endsOn }
  if (own === null) return { ...rest, national, as: 'national', days: national }
  if (ownStartsOn === null || ownEndsOn === null) return { ...rest, national, as: 'none', days: null }
  return { ...rest, national, as: 'moved', days: { startsOn: ownStartsOn, endsOn: ownEndsOn } }
}

const holidaysShown = 5

/** The national holidays of the school's region that are not over, the first first, about a year of them, as the school keeps them. */
export const findHolidays = async (db: Db<SchoolTables>, actor: Actor, school: string): Promise<Holiday[]> => {
  const rows = await holidays(db, actor, school)
    .where(sql<boolean>`greatest(holiday.ends_on, own_holiday.ends_on) >= ${today}`)
    .limit(holidaysShown)
    .execute()
  return rows.map(holidayOf)
}

/** The holidays of one school year, as the school keeps them. */
export const findHolidaysOf = async (
  db: Db<SchoolTables>,
  actor: Actor,
  school: string,
  firstYear: number,
): Promise<Holiday[]> => {
  const rows = await holidays(db, actor, school)
    .where(sql<boolean>`app.first_year(holiday.starts_on) = ${firstYear}`)
    .execute()
  return rows.map(holidayOf)
}

/** The days off of a school that touch these days, the first first. */
export const findDaysOffBetween = (
  db: Db<SchoolTables>,
  actor: Actor,
  school: string,
  { startsOn, endsOn }: Days,
): Promise<DayOff[]> =>
  visibleTo(db, actor)
    .innerJoin('day_off', 'day_off.school_id', 'school.id')
    .where('school.id', '=', school)
    .where('day_off.ends_on', '>=', startsOn)
    .where('day_off.starts_on', '<=', endsOn)
    .select(['day_off.id', 'day_off.name', 'day_off.starts_on as startsOn', 'day_off.ends_on as endsOn'])
    .orderBy('day_off.starts_on')
    .orderBy('day_off.name')
    .execute()
