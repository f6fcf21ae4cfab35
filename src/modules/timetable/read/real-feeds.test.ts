import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCalendar } from './read-calendar.ts'

// Files of other projects stand beside this one, not in it.
const folder = join(import.meta.dirname, '../../../../../shared/samples/ics')
const absent = !existsSync(folder)
if (absent) process.stdout.write('real-feeds: ../shared/samples/ics is not there, these tests are passed over\n')

const read = (name: string, today: string) => {
  const result = readCalendar(readFileSync(join(folder, name)), today)
  if (!result.ok) throw new Error(`${name} refused: ${result.why}`)
  return result
}
const brief = (name: string, today: string) =>
  read(name, today).events.map((one) => `${one.startsLocal} ${one.zone} ${one.title}`)

describe.skipIf(absent)('files as programs send them', () => {
  test('Somtoday: times in UTC, one UID twice, room, group and teacher in one line, no order', () => {
    const { events, repairs, refusals } = read('somtoday-feed.structure-copy.pseudonymised.ics', '2025-03-19')
    expect(events).toHaveLength(15)
    expect(events[0]).toMatchObject({
      startsLocal: '2025-03-17T07:30:00',
      endsLocal: '2025-03-17T08:15:00',
      zone: 'UTC',
      title: 'k3lo',
      teacher: 'DDD',
      place: 'gym_1',
    })
    expect(events.map((one) => one.startsLocal)).toEqual(events.map((one) => one.startsLocal).toSorted())
    expect(new Set(repairs.map((remark) => remark.what))).toEqual(new Set(['double']))
    expect(refusals).toEqual([])
  })

  test('Exchange: zones of Windows, a quote that swallowed the time, a series until a moment in UTC', () => {
    const { events } = read('ms_timezones.ics', '2020-09-20')
    const starts = events.map((one) => `${one.startsLocal} ${one.zone}`)
    expect(starts).toContain('2020-09-10T09:00:00 Europe/Amsterdam')
    expect(starts).toContain('2020-09-15T08:30:00 America/Los_Angeles')
    expect(starts).toContain('2021-03-09T09:00:00 Europe/Amsterdam')
    expect(starts).not.toContain('2021-03-10T09:00:00 Europe/Amsterdam')
    expect(starts).not.toContain('2020-08-25T12:00:00 America/Los_Angeles')
    expect(starts).toContain('2020-08-27T12:00:00 America/Los_Angeles')
  })

  test('A zone named by its winter time goes forward in spring', () => {
    expect(brief('music-school-weekly-until.ics', '2022-10-10')).toHaveLength(9)
    expect(brief('music-school-weekly-until.ics', '2022-10-10')[0]).toBe(
      '2022-10-04T14:00:00 Europe/Amsterdam Music School',
    )
  })

  test('A zone called 1 is found by its hours', () => {
    expect(brief('test_with_int_tzid.ics', '2024-01-01')).toEqual([
      '2023-12-15T15:00:00 Europe/Paris test export import',
      '2024-01-08T11:00:00 Europe/Amsterdam Atelier groupes portail/Nuage',
    ])
  })

  test('A floating time is a time here, whatever zone the file describes', () => {
    expect(brief('floating-dtstart-custom-vtimezone.ics', '2025-06-01')[0]).toMatch(
      /^2025-06-10T14:00:00 Europe\/Amsterdam/,
    )
  })

  test('Exceptions in one line and exceptions that match nothing', () => {
    const days = brief('biweekly-exdate-until.ics', '2017-07-20').map((one) => one.slice(0, 16))
    expect(days).toContain('2017-06-22T09:00')
    for (const out of ['2017-07-06T09:00', '2017-07-17T09:00', '2017-07-20T09:00', '2017-08-03T09:00'])
      expect(days).not.toContain(out)
  })

  test('The highest sequence counts, of a lesson and of a change in a series', () => {
    expect(brief('duplicate-uid-sequence.ics', '2024-01-15').map((one) => one.slice(0, 16))).toEqual([
      '2024-01-15T10:00',
      '2024-01-20T14:00',
    ])
    expect(brief('recurrence-sequence.ics', '2024-01-01').map((one) => one.slice(0, 16))).toEqual([
      '2024-01-01T10:00',
      '2024-01-02T14:00',
      '2024-01-03T15:00',
      '2024-01-04T09:00',
      '2024-01-04T10:00',
      '2024-01-04T15:00',
      '2024-01-05T10:00',
    ])
  })

  test('Of a rule that cannot be read the first lesson stays, and a lesson may have no length', () => {
    const { events, repairs } = read('badRRULE.ics', '2020-11-10')
    expect(repairs.map((remark) => remark.what)).toEqual(['rule-unreadable'])
    expect(events.filter((one) => one.title === 'Academic Time').map((one) => one.startsLocal)).toEqual([
      '2020-09-03T09:50:00',
    ])
    expect(events.find((one) => one.title === 'Invalid RRULE property')).toMatchObject({
      startsLocal: '2020-11-02T07:20:00',
      endsLocal: '2020-11-02T07:20:00',
    })
    expect(events.some((one) => one.startsLocal === '2020-12-21T07:20:00')).toBe(false)
  })

  test('Six weeks of holiday are one whole event', () => {
    expect(read('sabredav-school-holidays.ics', '2018-07-01').events).toMatchObject([
      { startsLocal: '2018-07-02T00:00:00', endsLocal: '2018-08-11T00:00:00', wholeDay: true },
    ])
  })
})
