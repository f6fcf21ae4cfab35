import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, operate, type TestDatabase } from '#test/rig.ts'

const school = '00000000-0000-4000-8000-000000000111'
const elsewhere = '00000000-0000-4000-8000-000000000112'

let db: TestDatabase

beforeAll(async () => {
  db = await freshDatabase()
  await db.owner.query(`insert into app.school (id, key, name, region) values
      ('${school}', 'hier', 'Hier', 'midden'), ('${elsewhere}', 'daar', 'Daar', 'noord');
    insert into app.school_stage values ('${school}', 'BO'), ('${school}', 'VO'), ('${school}', 'VSO'), ('${elsewhere}', 'VO');
    insert into app.report_period (school_id, stage, name, starts_on, ends_on, report_on, report_at) values
      ('${school}', 'VO', 'Periode 1', '2026-08-31', '2026-10-23', '2026-10-26', '15:00'),
      ('${school}', 'VO', 'Periode 2', '2026-10-24', '2026-12-31', '2027-01-29', '07:00'),
      ('${school}', 'VO', 'Periode 3', '2027-01-01', '2027-03-26', '2027-03-29', '21:00'),
      ('${school}', 'VO', 'Periode 4', '2027-03-27', '2027-07-09', '2027-07-09', '15:00'),
      ('${school}', 'VO', 'Jaar erna', '2027-08-30', '2028-02-28', '2028-02-29', '16:30');
    insert into app.report_rule (school_id, stage, rounding, guide_weeks) values ('${school}', 'VSO', 'half_up', 20)`)
})
afterAll(() => db.drop())

const nextReport = async (stage: string, after: string, zone = 'UTC'): Promise<string> => {
  const { rows } = await operate(db, school, async (tx) => {
    await sql`select set_config('timezone', ${zone}, true)`.execute(tx)
    return sql<{ at: Date }>`select app.next_report(${school}::uuid, ${stage}, ${after}::timestamptz) as at`.execute(tx)
  })
  return rows[0]?.at.toISOString() ?? ''
}

test('The first report moment after an instant, by the clock of Amsterdam, on both sides of its changes.', async () => {
  for (const [after, at] of [
    ['2026-09-01T10:00:00Z', '2026-10-26T14:00:00.000Z'],
    ['2026-10-24T22:00:00Z', '2026-10-26T14:00:00.000Z'],
    ['2026-10-26T13:59:59.999Z', '2026-10-26T14:00:00.000Z'],
    ['2026-10-26T14:00:00Z', '2027-01-29T06:00:00.000Z'],
    ['2026-12-31T23:30:00Z', '2027-01-29T06:00:00.000Z'],
    ['2027-01-29T05:59:00Z', '2027-01-29T06:00:00.000Z'],
    ['2027-01-29T06:00:00Z', '2027-03-29T19:00:00.000Z'],
    ['2027-03-28T00:59:00Z', '2027-03-29T19:00:00.000Z'],
    ['2027-03-28T01:00:00Z', '2027-03-29T19:00:00.000Z'],
    ['2027-07-09T12:59:00Z', '2027-07-09T13:00:00.000Z'],
    ['2027-07-09T13:00:00Z', '2028-02-29T15:30:00.000Z'],
  ] as const)
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'])
      expect([after, await nextReport('VO', after, zone)]).toEqual([after, at])
})

test('Without a moment to come it is as many weeks later as the school guide leaves, at five in the afternoon.', async () => {
  for (const [stage, after, at] of [
    ['VO', '2028-02-29T15:30:00Z', '2028-08-29T15:00:00.000Z'],
    ['BO', '2026-10-24T21:59:00Z', '2027-04-24T15:00:00.000Z'],
    ['BO', '2026-10-24T22:00:00Z', '2027-04-25T15:00:00.000Z'],
    ['VSO', '2026-11-23T09:00:00Z', '2027-04-12T15:00:00.000Z'],
    ['VSO', '2026-12-31T23:00:00Z', '2027-05-21T15:00:00.000Z'],
    ['VSO', '2027-10-12T10:00:00Z', '2028-02-29T16:00:00.000Z'],
  ] as const)
    expect([stage, after, await nextReport(stage, after)]).toEqual([stage, after, at])
})

test('It is always later than what it was asked for, and never later than the moment after that.', async () => {
  const { rows } = await operate(db, school, (tx) =>
    sql<{
      wrong: number
      asked: number
    }>`select count(*)::int as asked, count(*) filter (where n.at <= d or n.at > n.later)::int as wrong
      from generate_series(timestamptz '2026-08-01', timestamptz '2028-12-31', interval '7 hours') d,
        lateral (select app.next_report(${school}::uuid, 'VO', d) as at,
          app.next_report(${school}::uuid, 'VO', d + interval '1 day') as later) n`.execute(tx),
  )
  expect(rows[0]).toEqual({ asked: expect.any(Number), wrong: 0 })
})

test('Of a school that is out of reach it says nothing.', async () => {
  await expect(
    operate(db, school, (tx) => sql`select app.next_report(${elsewhere}::uuid, 'VO', app.now())`.execute(tx)),
  ).rejects.toThrow('no school in reach')
})
