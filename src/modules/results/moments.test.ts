import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSecondary } from '#test/results.ts'
import { klimboom, monday, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await asSecondary(house)
  await house.db.owner
    .query(`insert into app.assessment (school_id, id, group_id, stage, subject, title, kind, scale, weight, made_on, set_by)
    values ('${school}', '${test1}', '${klimboom.groups.g4b}', 'VO', 'Wiskunde', 'Toets', 'written', 'tenths', 1, '2026-11-20', '${klimboom.tess}')`)
})
afterAll(() => house.drop())

const { school, timo } = klimboom
const test1 = '00000000-0000-4000-8000-00000000a001'

type Rule = { when: string; at?: string; later?: number; counted?: string }

/** Both moments, in Dutch time, of a grade entered at a moment of Dutch time under a rule. Nothing of it stays. */
const moments = async (entered: string, { when, at = '17:00', later = 3, counted = 'school_days' }: Rule) => {
  const { owner, setNow } = house.db
  await setNow(null)
  await owner.query('begin')
  await owner.query(`insert into test_rig.clock values ('${entered}'::timestamp at time zone 'Europe/Amsterdam')`)
  const { rows } = await owner.query<{ pupil: string; home: string }>(
    `insert into app.result (school_id, assessment_id, group_id, dossier, pupil_id, tenths, rule, at_time, later, counted, entered_by)
      values ('${school}', '${test1}', '${klimboom.groups.g4b}', 'progress', '${timo}', 54, '${when}', '${at}', ${later}, '${counted}', '${klimboom.tess}')
      returning to_char(pupil_due at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') as pupil,
        to_char(guardian_due at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') as home`,
  )
  await owner.query('rollback')
  await setNow(`${monday}T09:00:00+01:00`)
  return [rows[0]?.pupil, rows[0]?.home]
}

const kindEerst = { when: 'child_first' }

describe('The five presets', () => {
  test.each<[string, string, Rule, string, string]>([
    [
      'Direct: both at once, also on a Saturday night',
      '2026-11-28 23:10',
      { when: 'direct', later: 0 },
      '2026-11-28 23:10',
      '2026-11-28 23:10',
    ],
    [
      'Elke schooldag 17.00: both then',
      '2026-11-23 09:00',
      { when: 'school_days', later: 0 },
      '2026-11-23 17:00',
      '2026-11-23 17:00',
    ],
    [
      'Elke schooldag 17.00: after five on the next day',
      '2026-11-23 17:01',
      { when: 'school_days', later: 0 },
      '2026-11-24 17:00',
      '2026-11-24 17:00',
    ],
    [
      'Elke schooldag 17.00: from Friday evening to Monday',
      '2026-11-27 18:00',
      { when: 'school_days', later: 0 },
      '2026-11-30 17:00',
      '2026-11-30 17:00',
    ],
    [
      'Maandag tot en met donderdag 16.30: not on Friday',
      '2026-11-26 16:31',
      { when: 'mon_thu', at: '16:30', later: 0 },
      '2026-11-30 16:30',
      '2026-11-30 16:30',
    ],
    ['Kind eerst: three school days later', '2026-11-23 10:12', kindEerst, '2026-11-23 17:00', '2026-11-26 17:00'],
    ['Kind eerst: the weekend does not count', '2026-11-26 10:12', kindEerst, '2026-11-26 17:00', '2026-12-01 17:00'],
    ['Kind eerst: a day off does not count', '2026-12-01 10:12', kindEerst, '2026-12-01 17:00', '2026-12-07 17:00'],
    [
      'Kind eerst: exactly at the moment is at the moment',
      '2026-11-23 17:00',
      kindEerst,
      '2026-11-23 17:00',
      '2026-11-26 17:00',
    ],
    [
      'counted in days of the calendar, the weekend does',
      '2026-11-26 10:12',
      { ...kindEerst, counted: 'calendar_days' },
      '2026-11-26 17:00',
      '2026-11-29 17:00',
    ],
  ])('%s', async (_why, entered, rule, pupil, home) => {
    expect(await moments(entered, rule)).toEqual([pupil, home])
  })

  test('Alleen bij het rapport: the pupil on school days, home with the report', async () => {
    await house.db.owner
      .query(`insert into app.report_period (school_id, stage, name, starts_on, ends_on, report_on, report_at)
      values ('${school}', 'VO', 'Periode 2', '2026-11-01', '2027-01-29', '2027-02-05', '15:00')`)
    expect(await moments('2026-11-23 10:00', { when: 'report' })).toEqual(['2026-11-23 17:00', '2027-02-05 15:00'])
    // Nothing goes beyond the report, and never before the pupil.
    expect(await moments('2027-02-03 10:00', kindEerst)).toEqual(['2027-02-03 17:00', '2027-02-05 15:00'])
    expect(await moments('2027-02-05 10:00', kindEerst)).toEqual(['2027-02-05 15:00', '2027-02-05 15:00'])
    await house.db.owner.query('delete from app.report_period')
  })
})

describe('The calendar', () => {
  test.each<[string, string, Rule, string, string]>([
    [
      'autumn, when the clock goes back within the three days',
      '2026-10-16 12:00',
      kindEerst,
      '2026-10-16 17:00',
      '2026-10-28 17:00',
    ],
    ['spring, when it goes forward', '2027-03-25 12:00', kindEerst, '2027-03-25 17:00', '2027-03-31 17:00'],
    [
      'the Sunday itself, in days of the calendar',
      '2027-03-26 12:00',
      { ...kindEerst, later: 2, counted: 'calendar_days' },
      '2027-03-26 17:00',
      '2027-03-28 17:00',
    ],
    [
      'the turn of the year lies in the Christmas holiday',
      '2026-12-18 12:00',
      kindEerst,
      '2026-12-18 17:00',
      '2027-01-06 17:00',
    ],
    [
      'entered in the holiday waits for the first school day',
      '2026-12-31 23:59',
      kindEerst,
      '2027-01-04 17:00',
      '2027-01-07 17:00',
    ],
    ['29 February is a day like any other', '2028-02-25 18:00', kindEerst, '2028-03-06 17:00', '2028-03-09 17:00'],
    ['Easter Monday counts for nobody', '2027-03-26 18:00', kindEerst, '2027-03-30 17:00', '2027-04-02 17:00'],
  ])('%s', async (_why, entered, rule, pupil, home) => {
    expect(await moments(entered, rule)).toEqual([pupil, home])
  })

  test.each(['UTC', 'America/New_York', 'Pacific/Auckland'])(
    'the time zone of the connection does not matter: %s',
    async (zone) => {
      await house.db.owner.query(`set time zone '${zone}'`)
      expect(await moments('2026-10-23 12:00', kindEerst)).toEqual(['2026-10-26 17:00', '2026-10-29 17:00'])
      expect(await moments('2027-03-26 12:00', kindEerst)).toEqual(['2027-03-26 17:00', '2027-04-01 17:00'])
      await house.db.owner.query('reset time zone')
    },
  )
})
