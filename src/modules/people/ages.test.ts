import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { ageOn, dayReached, rightsOf } from './ages.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

test('At 16 privacy moves to the pupil, at 18 who looks along; an unknown birth date moves nothing.', () => {
  expect([null, 8, 15, 16, 17, 18, 40].map(rightsOf)).toEqual([
    { privacy: 'guardians', progress: 'guardians' },
    { privacy: 'guardians', progress: 'guardians' },
    { privacy: 'guardians', progress: 'guardians' },
    { privacy: 'pupil', progress: 'guardians' },
    { privacy: 'pupil', progress: 'guardians' },
    { privacy: 'pupil', progress: 'opened' },
    { privacy: 'pupil', progress: 'opened' },
  ])
})

test('An age is reached on the birthday itself, and by who was born on 29 February on 1 March of a common year.', () => {
  expect(ageOn('2008-11-24', '2026-11-23')).toBe(17)
  expect(ageOn('2008-11-24', '2026-11-24')).toBe(18)
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  expect(ageOn('2008-02-29', '2024-02-29')).toBe(16)
  expect(ageOn(null, '2026-11-23')).toBe(null)
})

test('Code and database agree on every birthday of a leap year and the years around it.', async () => {
  const { rows } = await db.owner.query<{ born: string; years: number; on: string; before: string }>(
    `select d::date::text as born, y as years, app.reaches(d::date, y)::text as on, (app.reaches(d::date, y) - 1)::text as before
      from generate_series('2007-01-01'::date, '2009-12-31'::date, '1 day') d, unnest(array[16, 18]) y`,
  )
  expect(rows.length).toBeGreaterThan(2_000)
  for (const { born, years, on, before } of rows)
    expect([born, ageOn(born, on), ageOn(born, before), dayReached(born, years)]).toEqual([born, years, years - 1, on])
})
