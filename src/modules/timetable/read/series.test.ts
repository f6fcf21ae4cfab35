import { describe, expect, test } from 'vitest'
import { calendarOf, event } from './calendar.fixtures.ts'
import { readCalendar } from './read-calendar.ts'

const read = (lines: string[], today = '2026-11-02') => {
  const result = readCalendar(calendarOf(...lines), today)
  if (!result.ok) throw new Error(`refused: ${result.why}`)
  return result
}
const days = (rule: string, properties: Record<string, string> = {}) =>
  read(event({ DTEND: '', RRULE: rule, ...properties })).events.map((one) => one.startsLocal.slice(5, 10))
const weekly = 'FREQ=WEEKLY;COUNT=4'

describe('rules', () => {
  test.each([
    ['FREQ=WEEKLY;COUNT=3', ['11-02', '11-09', '11-16']],
    ['FREQ=WEEKLY;UNTIL=20261116', ['11-02', '11-09', '11-16']],
    ['FREQ=WEEKLY;UNTIL=20261116T073000Z', ['11-02', '11-09', '11-16']],
    ['FREQ=WEEKLY;UNTIL=20261116T072959Z', ['11-02', '11-09']],
    ['FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3', ['11-02', '11-05', '11-09']],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=3;WKST=SU', ['11-02', '11-16', '11-30']],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261110T000000', ['11-02', '11-03', '11-04', '11-05', '11-06', '11-09']],
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', ['11-02', '12-07', '01-04']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2', ['11-30', '12-31']],
    ['freq=weekly;count=2', ['11-02', '11-09']],
    ['RRULE;COUNT=2;FREQ=WEEKLY'.slice(6), ['11-02', '11-09']],
  ])('%s gives its days', (rule, expected) => {
    expect(days(rule)).toEqual(expected)
  })

  test.each([
    ['RRULE:Onzin;FREQ=WEEKLY;BYDAY=FR', 'rule-unreadable'],
    ['FREQ=SOMS', 'rule-unreadable'],
    ['FREQ=WEEKLY;UNTIL=ooit', 'rule-unreadable'],
    ['FREQ=WEEKLY;BYDAY=XX', 'rule-unreadable'],
    ['FREQ=WEEKLY;INTERVAL=0', 'rule-unreadable'],
    ['FREQ=SECONDLY', 'rule-too-frequent'],
    ['FREQ=DAILY;BYMINUTE=0,1,2', 'rule-too-frequent'],
  ])('Of %s the first lesson is kept, and it is said', (rule, what) => {
    const { events, repairs } = read(event({ RRULE: rule }))
    expect(events.map((one) => one.startsLocal)).toEqual(['2026-11-02T08:30:00'])
    expect(repairs).toEqual([{ line: 4, what }])
  })

  test('A rule that never holds ends by itself', () => {
    const never = read([...event({ RRULE: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' }), ...event({ UID: 'b' })])
    expect(never.events).toHaveLength(1)
    expect(never.repairs.map((remark) => remark.what)).toEqual(['rule-cut-short'])
    const wrong = readCalendar(calendarOf(...event({ RRULE: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })), '2026-11-02')
    expect(wrong).toMatchObject({ ok: false, why: 'outside-window' })
  })

  test('A series without an end stops fourteen months ahead and starts a month back', () => {
    const { events } = read(event({ DTSTART: ':19900101T083000', DTEND: '', RRULE: 'FREQ=WEEKLY;BYDAY=MO' }))
    expect(events[0]?.startsLocal).toBe('2026-10-05T08:30:00')
    expect(events.at(-1)?.startsLocal).toBe('2027-12-27T08:30:00')
  })

  test('An old series of every other week keeps its own weeks', () => {
    const old = event({ DTSTART: ':20260105T083000', DTEND: '', RRULE: 'FREQ=WEEKLY;INTERVAL=2' })
    expect(read(old).events[0]?.startsLocal).toBe('2026-10-12T08:30:00')
  })

  test('A series that lies outside the window is named', () => {
    const past = [
      ...event({ DTSTART: ':20200106T083000', DTEND: '', RRULE: 'FREQ=WEEKLY;COUNT=2' }),
      ...event({ UID: 'b' }),
    ]
    expect(read(past).refusals).toEqual([{ line: 4, what: 'outside-window' }])
    expect(readCalendar(calendarOf(...past.slice(0, 6)), '2026-11-02')).toMatchObject({
      ok: false,
      why: 'outside-window',
    })
  })
})

describe('exceptions', () => {
  test.each([
    ['a time', ':20261109T083000'],
    ['a time in UTC', ':20261109T073000Z'],
    ['a time of another zone', ';TZID=Europe/London:20261109T073000'],
    ['a day', ';VALUE=DATE:20261109'],
    ['a bare day', ':20261109'],
    ['several', ':20250101T083000,20261109T083000'],
  ])('%s left out is left out', (_, exdate) => {
    expect(days(weekly, { EXDATE: exdate })).toEqual(['11-02', '11-16', '11-23'])
  })

  test('A day added is added', () => {
    expect(days('FREQ=WEEKLY;COUNT=2', { RDATE: ':20261104T083000' })).toEqual(['11-02', '11-04', '11-09'])
  })

  const series = event({ DTEND: ':20261102T092000', RRULE: weekly })
  const change = (properties: Record<string, string>) => event({ 'RECURRENCE-ID': ':20261109T083000', ...properties })

  test('A change that holds from then on moves every later lesson by as much, until the next such change', () => {
    const { events, repairs } = read([
      ...event({ RRULE: weekly, DTEND: ':20261102T092000', SUMMARY: 'Oud' }),
      ...event({
        'RECURRENCE-ID': ';RANGE=THISANDFUTURE:20261109T083000',
        DTSTART: ':20261109T103000',
        DTEND: ':20261109T110000',
        SUMMARY: 'Nieuw',
      }),
      ...event({ 'RECURRENCE-ID': ':20261116T083000', DTSTART: ':20261117T083000', DTEND: '', SUMMARY: 'Eenmaal' }),
    ])
    expect(events.map((one) => [one.startsLocal, one.title])).toEqual([
      ['2026-11-02T08:30:00', 'Oud'],
      ['2026-11-09T10:30:00', 'Nieuw'],
      ['2026-11-17T08:30:00', 'Eenmaal'],
      ['2026-11-23T10:30:00', 'Nieuw'],
    ])
    expect(events.at(-1)?.endsLocal).toBe('2026-11-23T11:00:00')
    expect(repairs).toEqual([])
  })

  test('A change from a day on, named by its date alone, moves later lessons by as much; one that is cancelled cancels them', () => {
    const fromDay = { 'RECURRENCE-ID': ';VALUE=DATE;RANGE=THISANDFUTURE:20261109', DTEND: '' }
    const starts = (properties: Record<string, string>) =>
      read([...series, ...event({ ...fromDay, ...properties })]).events.map((one) => one.startsLocal.slice(5, 16))
    expect(starts({ DTSTART: ':20261109T103000' })).toEqual([
      '11-02T08:30',
      '11-09T10:30',
      '11-16T10:30',
      '11-23T10:30',
    ])
    const gone = read([
      ...series,
      ...event({
        'RECURRENCE-ID': ';RANGE=THISANDFUTURE:20261116T083000',
        DTSTART: ':20261116T083000',
        DTEND: '',
        STATUS: 'CANCELLED',
      }),
    ])
    expect(gone.events.map(({ cancelled }) => cancelled)).toEqual([false, false, true, true])
  })

  test('A moved lesson stands in the place of the lesson it was', () => {
    const { events } = read([
      ...series,
      ...change({ DTSTART: ':20261110T103000', DTEND: ':20261110T110000', SUMMARY: '' }),
    ])
    expect(events.map((one) => one.startsLocal.slice(5, 16))).toEqual([
      '11-02T08:30',
      '11-10T10:30',
      '11-16T08:30',
      '11-23T08:30',
    ])
    expect(events[1]).toMatchObject({
      occurrence: '2026-11-09T08:30:00',
      endsLocal: '2026-11-10T11:00:00',
      title: 'Rekenen',
    })
  })

  test('A change may come before its series, name its moment in UTC, or name the day alone', () => {
    for (const moment of [':20261109T073000Z', ';VALUE=DATE:20261109']) {
      const { events } = read([
        ...event({ 'RECURRENCE-ID': moment, SUMMARY: 'Anders', DTSTART: ':20261109T083000', DTEND: '' }),
        ...series,
      ])
      expect(events.map((one) => one.title)).toEqual(['Rekenen', 'Anders', 'Rekenen', 'Rekenen'])
    }
  })

  test('A cancelled one of a series is cancelled alone', () => {
    const { events } = read([...series, ...change({ STATUS: 'CANCELLED', DTSTART: ':20261109T083000', DTEND: '' })])
    expect(events.map((one) => one.cancelled)).toEqual([false, true, false, false])
  })

  test('Of two changes of one lesson the higher sequence counts', () => {
    const newer = change({ SEQUENCE: '5', SUMMARY: 'Nieuw', DTSTART: ':20261109T150000', DTEND: '' })
    const older = change({ SEQUENCE: '2', SUMMARY: 'Oud', DTSTART: ':20261109T110000', DTEND: '' })
    for (const order of [
      [...newer, ...older],
      [...older, ...newer],
    ]) {
      const { events, repairs } = read([...series, ...order])
      expect(events.map((one) => one.title)).toContain('Nieuw')
      expect(events.map((one) => one.title)).not.toContain('Oud')
      expect(repairs.map((remark) => remark.what)).toEqual(['older-version'])
    }
  })

  test('A whole day of a series is moved as a day', () => {
    const whole = event({
      DTSTART: ';VALUE=DATE:20261102',
      DTEND: ';VALUE=DATE:20261103',
      RRULE: 'FREQ=WEEKLY;COUNT=2',
    })
    const moved = event({
      'RECURRENCE-ID': ';VALUE=DATE:20261109',
      DTSTART: ';VALUE=DATE:20261111',
      DTEND: ';VALUE=DATE:20261112',
    })
    expect(read([...whole, ...moved]).events.map((one) => one.startsLocal.slice(5, 10))).toEqual(['11-02', '11-11'])
  })

  test('A change of a moment outside its series is a lesson of its own, and said', () => {
    const { events, repairs } = read([
      ...series,
      ...event({ 'RECURRENCE-ID': ':20261110T083000', DTSTART: ':20261110T083000', DTEND: '' }),
    ])
    expect(events).toHaveLength(5)
    expect(repairs.map((remark) => remark.what)).toEqual(['change-without-series'])
  })

  test('A change of a lesson from before the window is passed over', () => {
    const old = event({ DTSTART: ':20260105T083000', DTEND: '', RRULE: 'FREQ=WEEKLY' })
    const changed = event({ 'RECURRENCE-ID': ':20260112T083000', DTSTART: ':20260113T083000', DTEND: '' })
    const { events, repairs } = read([...old, ...changed])
    expect(events[0]?.startsLocal).toBe('2026-10-05T08:30:00')
    expect(repairs).toEqual([])
  })
})
