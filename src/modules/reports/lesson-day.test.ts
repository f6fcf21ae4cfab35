import { afterAll, beforeAll, expect, test } from 'vitest'
import { closuresOf } from '#modules/school/index.ts'
import { freshDatabase, operate, type TestDatabase } from '#test/rig.ts'
import { sql } from 'kysely'

const schools = {
  noord: '00000000-0000-4000-8000-000000000101',
  midden: '00000000-0000-4000-8000-000000000102',
  zuid: '00000000-0000-4000-8000-000000000103',
}
type Region = keyof typeof schools
const regions: readonly Region[] = ['noord', 'midden', 'zuid']

let db: TestDatabase

beforeAll(async () => {
  db = await freshDatabase()
  for (const region of regions) {
    await db.owner.query(
      `insert into app.school (id, key, name, region) values ('${schools[region]}', '${region}', '${region}', '${region}')`,
    )
    await db.owner.query(`insert into app.school_stage values ('${schools[region]}', 'VO')`)
  }
})
afterAll(() => db.drop())

/** The days of these on which there are lessons, as the function says. */
const lessonDays = async (region: Region, from: string, until: string): Promise<string[]> => {
  const { rows } = await operate(db, schools[region], (tx) =>
    sql<{
      day: string
    }>`select d::date::text as day from generate_series(${from}::date, ${until}::date, interval '1 day') d
      where app.is_lesson_day(${schools[region]}::uuid, d::date) order by d`.execute(tx),
  )
  return rows.map(({ day }) => day)
}

const isLessonDay = async (region: Region, day: string): Promise<boolean> =>
  (await lessonDays(region, day, day)).length > 0

test('A school day is a weekday outside the holidays of the region, a weekend never is.', async () => {
  for (const [region, day, is] of [
    ['noord', '2026-10-16', false],
    ['midden', '2026-10-16', true],
    ['zuid', '2026-10-16', true],
    ['noord', '2026-10-19', true],
    ['midden', '2026-10-19', false],
    ['noord', '2026-10-23', true],
    ['midden', '2026-10-23', false],
    ['midden', '2026-10-25', false],
    ['midden', '2026-10-26', true],
    ['zuid', '2027-02-15', false],
    ['midden', '2027-02-15', true],
    ['zuid', '2027-02-22', true],
    ['noord', '2027-03-26', true],
    ['noord', '2027-03-27', false],
    ['noord', '2027-03-28', false],
    ['noord', '2028-02-29', true],
    ['midden', '2028-02-29', false],
    ['zuid', '2028-02-29', false],
    ['noord', '2026-12-18', true],
    ['noord', '2026-12-31', false],
    ['noord', '2027-01-01', false],
    ['noord', '2027-01-04', true],
    ['midden', '2027-12-24', true],
    ['midden', '2027-12-31', false],
    ['midden', '2028-01-10', true],
  ] as const)
    expect([region, day, await isLessonDay(region, day)]).toEqual([region, day, is])
})

test('Easter Monday, King’s Day, Ascension Day and Whit Monday are no school days, whatever the year.', async () => {
  const feasts = ['2027-03-29', '2027-05-06', '2027-05-17', '2028-04-17', '2028-04-27', '2031-04-14', '2031-04-26']
  for (const day of feasts) expect([day, await isLessonDay('noord', day)]).toEqual([day, false])
  expect(await isLessonDay('noord', '2031-04-15')).toBe(true)
})

test('A day off and a holiday on own days hold for that school alone, and one that it does not keep is school.', async () => {
  const school = schools.midden
  await db.owner.query(`insert into app.day_off (school_id, starts_on, ends_on, name)
      values ('${school}', '2026-11-23', '2026-11-24', 'Studiedagen');
    insert into app.own_holiday (school_id, first_year, kind, starts_on, ends_on) values
      ('${school}', 2026, 'herfst', '2026-10-10', '2026-10-18'), ('${school}', 2026, 'voorjaar', null, null)`)
  for (const [day, is] of [
    ['2026-11-23', false],
    ['2026-11-24', false],
    ['2026-11-25', true],
    ['2026-10-14', false],
    ['2026-10-21', true],
    ['2027-02-24', true],
    ['2028-03-01', false],
  ] as const)
    expect([day, await isLessonDay('midden', day)]).toEqual([day, is])
  expect(await isLessonDay('noord', '2026-11-23')).toBe(true)
})

test('Over all years that are known it says of every day what the closures of the school say.', async () => {
  for (const region of regions) {
    const days = await lessonDays(region, '2025-10-01', '2028-09-30')
    const { rows } = await operate(db, schools[region], (tx) =>
      sql<{ day: string }>`select d::date::text as day
        from generate_series(date '2025-10-01', date '2028-09-30', interval '1 day') d
        where extract(isodow from d) < 6 and not exists (
          select from ${closuresOf([schools[region]])} c where d::date between c."startsOn" and c."endsOn") order by d`.execute(
        tx,
      ),
    )
    expect(rows.length).toBeGreaterThan(500)
    expect(days).toEqual(rows.map(({ day }) => day))
  }
})

test('Of a school that is out of reach it says nothing.', async () => {
  await expect(
    operate(db, schools.noord, (tx) => sql`select app.is_lesson_day(${schools.zuid}::uuid, '2026-11-25')`.execute(tx)),
  ).rejects.toThrow('no school in reach')
})
