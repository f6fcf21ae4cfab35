import { describe, expect, test } from 'vitest'
import { calendarOf, calendarOfLines, event } from './calendar.fixtures.ts'
import { LIMITS } from './calendar.ts'
import { readCalendarApart } from './read-calendar-apart.ts'
import { readCalendar } from './read-calendar.ts'

const today = '2026-11-02'
const many = (count: number, one: (at: number) => string[]) =>
  calendarOfLines(Array.from({ length: count }, (_, at) => one(at)).flat())
const day = (at: number) => `2027${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`

describe('hostile files', () => {
  test('Of a hundred thousand lessons the first twenty thousand are kept, and the rest is counted', () => {
    const result = readCalendar(
      many(100_000, (at) => event({ UID: `les-${at}`, DTSTART: `:${day(at)}T083000`, DTEND: '' })),
      today,
    )
    if (!result.ok) throw new Error(result.why)
    expect(result.events).toHaveLength(LIMITS.occurrences)
    expect(result.refusals).toEqual([{ line: 0, what: 'too-many', count: 80_000 }])
  })

  test('A hundred thousand versions of one lesson are one lesson', () => {
    const result = readCalendar(
      many(100_000, (at) => event({ SEQUENCE: String(at) })),
      today,
    )
    expect(result).toMatchObject({ ok: true, events: [{ title: 'Rekenen' }] })
  })

  test('A thousand daily series are followed until the steps of the file are spent, and it is said', () => {
    const result = readCalendar(
      many(1000, (at) => event({ UID: `les-${at}`, DTEND: '', RRULE: 'FREQ=DAILY' })),
      today,
    )
    if (!result.ok) throw new Error(result.why)
    expect(result.events.length).toBeLessThanOrEqual(LIMITS.occurrences)
    expect(result.repairs.some((remark) => remark.what === 'rule-cut-short')).toBe(true)
    expect(result.repairs.length).toBeLessThanOrEqual(LIMITS.remarks + 1)
  })

  test('A line of a million letters is cut, a file of thirty three million bytes refused', async () => {
    const long = readCalendar(calendarOf(...event({ SUMMARY: 'a'.repeat(1_000_000) })), today)
    expect(long.ok && long.events[0]?.title).toBe('a'.repeat(200))
    expect(await readCalendarApart(new Uint8Array(LIMITS.bytes + 1), today)).toMatchObject({
      ok: false,
      why: 'too-large',
    })
  })

  test('Components inside components without end are refused', () => {
    expect(readCalendar(calendarOfLines(Array.from({ length: 100_000 }, () => 'BEGIN:X')), today)).toMatchObject({
      ok: false,
      why: 'too-deep',
    })
  })

  test('Quotes, colons and semicolons without end take no more than their length', () => {
    const lines = [
      'DTSTART;'.padEnd(60_000, 'A=";'),
      `DTSTART${';'.repeat(60_000)}`,
      `EXDATE:${'20261102T083000,'.repeat(3000)}`,
    ]
    const result = readCalendar(calendarOf(...event({ UID: 'a' }), 'BEGIN:VEVENT', ...lines, 'END:VEVENT'), today)
    expect(result).toMatchObject({ ok: true, refusals: [{ what: 'no-start' }] })
  })

  test('A file is read in a thread of its own', async () => {
    const file = calendarOf(...event())
    expect(await readCalendarApart(file, today)).toEqual(readCalendar(file, today))
  })

  test('A file that takes too long is stopped', async () => {
    const result = await readCalendarApart(calendarOf(...event()), today, {
      milliseconds: 0,
      resourceLimits: { maxOldGenerationSizeMb: 384 },
    })
    expect(result).toEqual({ ok: false, why: 'too-slow', refusals: [] })
  })

  test('A file that takes too much memory is stopped', async () => {
    const file = many(60_000, (at) => event({ UID: `les-${at}`, DTEND: '', RRULE: 'FREQ=DAILY' }))
    const result = await readCalendarApart(file, today, {
      milliseconds: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 24 },
    })
    expect(result).toEqual({ ok: false, why: 'too-large', refusals: [] })
  })
})
