import { describe, expect, test } from 'vitest'
import { calendarOf, event, zoneDefinition } from './calendar.fixtures.ts'
import type { CalendarEvent } from './calendar.ts'
import { readCalendar } from './read-calendar.ts'

const today = '2026-11-02'
const read = (...lines: string[]) => readCalendar(calendarOf(...lines), today)

const reading = (...lines: string[]) => {
  const result = read(...lines)
  if (!result.ok) throw new Error(`refused: ${result.why}`)
  return result
}
const eventsOf = (...lines: string[]): CalendarEvent[] => reading(...lines).events
const startsOf = (...lines: string[]): string[] => eventsOf(...lines).map((one) => `${one.startsLocal} ${one.zone}`)
const whats = (remarks: { what: string }[]): string[] => remarks.map((remark) => remark.what)

describe('times', () => {
  test('A time in UTC stays in UTC, one without a zone is in Amsterdam', () => {
    expect(startsOf(...event({ DTSTART: '20261102T073000Z', DTEND: '20261102T081500Z' }))).toEqual([
      '2026-11-02T07:30:00 UTC',
    ])
    expect(startsOf(...event())).toEqual(['2026-11-02T08:30:00 Europe/Amsterdam'])
  })

  test.each([
    ['Europe/Brussels', 'Europe/Brussels'],
    ['/citadel.org/20210210_1/Europe/Amsterdam', 'Europe/Amsterdam'],
    ['W. Europe Standard Time', 'Europe/Amsterdam'],
    ['"W. Europe Standard Time"', 'Europe/Amsterdam'],
    ['"(GMT +01:00)"', 'Europe/Amsterdam'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 'Europe/Amsterdam'],
    ['"(GMT+02:00) Helsinki"', 'Europe/Helsinki'],
    ['US/Central', 'US/Central'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', 'America/New_York'],
    ['"(GMT+10:00) Canberra, Melbourne, Sydney"', 'Australia/Melbourne'],
    ['"Amsterdam, Belgrade, Berlin, Brussels"', 'Europe/Amsterdam'],
    ['"(UTC+07:00)"', 'Etc/GMT-7'],
  ])('The zone %s is read as %s', (tzid, zone) => {
    expect(eventsOf(...event({ DTSTART: `;TZID=${tzid}:20261102T083000`, DTEND: '' }))[0]?.zone).toBe(zone)
  })

  test('A zone of the file itself is the zone that keeps its hours, however it is called', () => {
    const dutch = zoneDefinition(' 1', ['+0200', '+0100'], ['+0100', '+0200'])
    expect(startsOf(...dutch, ...event({ DTSTART: ';TZID= 1:20261102T083000', DTEND: '' }))).toEqual([
      '2026-11-02T08:30:00 Europe/Amsterdam',
    ])
    const finnish = zoneDefinition('Customized Time Zone', ['+0300', '+0200'], ['+0200', '+0300'])
    expect(
      startsOf(...finnish, ...event({ DTSTART: ';TZID=Customized Time Zone:20261102T083000', DTEND: '' })),
    ).toEqual(['2026-11-02T08:30:00 Europe/Helsinki'])
    const fixed = zoneDefinition('Vast', ['+0300', '+0300'])
    expect(startsOf(...fixed, ...event({ DTSTART: ';TZID=Vast:20261102T083000', DTEND: '' }))).toEqual([
      '2026-11-02T08:30:00 Etc/GMT-3',
    ])
  })

  test('Of a definition with rules of several times the latest count, and an escaped name is the same name', () => {
    const [begin = '', name = '', ...rules] = zoneDefinition('Eigen\\, tijd', ['+0200', '+0100'], ['+0100', '+0200'])
    const older = [
      'BEGIN:STANDARD',
      'DTSTART:15010101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0400',
      'RRULE:FREQ=YEARLY',
      'END:STANDARD',
    ]
    const lines = [
      begin,
      name,
      ...older,
      ...rules,
      ...event({ DTSTART: ';TZID="Eigen, tijd":20261102T083000', DTEND: '' }),
    ]
    expect(startsOf(...lines)).toEqual(['2026-11-02T08:30:00 Europe/Amsterdam'])
    expect(whats(reading(...lines).repairs)).toEqual(['zone-derived'])
  })

  test('A definition with seconds in its offsets is passed over, for its name is known', () => {
    const old = zoneDefinition('Europe/Brussels', ['+001730', '+001730'])
    expect(startsOf(...old, ...event({ DTSTART: ';TZID=Europe/Brussels:20261102T083000', DTEND: '' }))).toEqual([
      '2026-11-02T08:30:00 Europe/Brussels',
    ])
  })

  test('A zone that nothing tells of is read as Amsterdam, and said once', () => {
    const strange = event({ DTSTART: ';TZID=Nergens:20261102T083000', DTEND: ';TZID=Nergens:20261102T092000' })
    const { events, repairs } = reading(
      ...strange,
      ...event({ UID: 'b', DTSTART: ';TZID=Nergens:20261103T083000', DTEND: '' }),
    )
    expect(events.map((one) => one.zone)).toEqual(['Europe/Amsterdam', 'Europe/Amsterdam'])
    expect(repairs).toEqual([{ line: 6, what: 'zone-unknown', zone: 'Europe/Amsterdam' }])
  })

  test('A TZID that stands beside the time as a property of its own changes nothing', () => {
    expect(startsOf(...event({ DTSTART: '20261102T073000Z', DTEND: '', TZID: 'Europe/Amsterdam' }))).toEqual([
      '2026-11-02T07:30:00 UTC',
    ])
  })

  test('A quoted zone that swallowed the time is read apart again', () => {
    expect(startsOf(...event({ DTSTART: ';TZID="W. Europe Standard Time:20261102T083000"', DTEND: '' }))).toEqual([
      '2026-11-02T08:30:00 Europe/Amsterdam',
    ])
  })

  test('A day that does not exist is refused, the other lessons are read', () => {
    const { events, refusals } = reading(...event({ DTSTART: ':20260230T083000' }), ...event({ UID: 'b' }))
    expect(events).toHaveLength(1)
    expect(refusals).toEqual([{ line: 4, what: 'start-unreadable' }])
  })

  test('A series keeps its hour on the wall when the clocks change', () => {
    const weekly = event({ DTSTART: ';TZID=Europe/Amsterdam:20261019T083000', DTEND: '', RRULE: 'FREQ=WEEKLY;COUNT=3' })
    expect(startsOf(...weekly)).toEqual([
      '2026-10-19T08:30:00 Europe/Amsterdam',
      '2026-10-26T08:30:00 Europe/Amsterdam',
      '2026-11-02T08:30:00 Europe/Amsterdam',
    ])
  })
})

describe('ends', () => {
  const ends = (properties: Record<string, string>) => eventsOf(...event(properties))[0]?.endsLocal

  test('An end is given, or follows from the duration, or is the start', () => {
    expect(ends({})).toBe('2026-11-02T09:20:00')
    expect(ends({ DTEND: '', DURATION: 'PT45M' })).toBe('2026-11-02T09:15:00')
    expect(ends({ DTEND: '' })).toBe('2026-11-02T08:30:00')
    expect(ends({ DTEND: ':20261102T083000' })).toBe('2026-11-02T08:30:00')
  })

  test('An end in another zone is put on the wall of the start', () => {
    expect(ends({ DTEND: '20261102T082000Z' })).toBe('2026-11-02T09:20:00')
  })

  test('An end before the start is refused with its line', () => {
    const result = reading(...event({ DTEND: ':20261102T073000' }), ...event({ UID: 'b' }))
    expect(result.refusals).toEqual([{ line: 4, what: 'ends-before-start' }])
    expect(result.events).toHaveLength(1)
  })

  test('An end that cannot be read is left out, and said', () => {
    const { events, repairs } = reading(...event({ DTEND: ':straks' }))
    expect(events[0]?.endsLocal).toBe('2026-11-02T08:30:00')
    expect(repairs).toEqual([{ line: 4, what: 'end-unreadable' }])
  })

  test.each([
    ['without an end', { DTSTART: ';VALUE=DATE:20261102', DTEND: '' }, '2026-11-03T00:00:00'],
    [
      'that ends where it starts',
      { DTSTART: ';VALUE=DATE:20261102', DTEND: ';VALUE=DATE:20261102' },
      '2026-11-03T00:00:00',
    ],
    ['of three days', { DTSTART: ';VALUE=DATE:20261102', DTEND: ';VALUE=DATE:20261105' }, '2026-11-05T00:00:00'],
    [
      'over the change of the clocks',
      { DTSTART: ';VALUE=DATE:20261024', DTEND: ';VALUE=DATE:20261026' },
      '2026-10-26T00:00:00',
    ],
    ['written without VALUE=DATE', { DTSTART: ':20261102', DTEND: '' }, '2026-11-03T00:00:00'],
    [
      'marked by Exchange',
      { DTSTART: ':20261102T000000', DTEND: ':20261103T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT': 'TRUE' },
      '2026-11-03T00:00:00',
    ],
  ])('A whole day %s ends at the first midnight after', (_, properties, end) => {
    expect(eventsOf(...event(properties))[0]).toMatchObject({
      wholeDay: true,
      endsLocal: end,
      zone: 'Europe/Amsterdam',
    })
  })
})

describe('names', () => {
  test('Somtoday writes room, group and teacher in one line', () => {
    expect(eventsOf(...event({ SUMMARY: 'x224 - k3en - ABC', LOCATION: 'x224' }))[0]).toMatchObject({
      title: 'k3en',
      group: 'k3en',
      teacher: 'ABC',
      place: 'x224',
    })
  })

  test('A title with dashes stays a title', () => {
    expect(eventsOf(...event({ SUMMARY: 'Rekenen - breuken - oefenen', LOCATION: 'lokaal 4' }))[0]).toMatchObject({
      title: 'Rekenen - breuken - oefenen',
      place: 'lokaal 4',
    })
  })

  test('Escapes are undone, folds joined, and signs that turn the text round taken out', () => {
    const folded = event({ SUMMARY: 'Lezen\\, schrijven\\; en\\nluis', LOCATION: `\u202eaula\u202c` })
    folded.splice(folded.length - 1, 0, ' teren')
    expect(
      eventsOf(...event({ SUMMARY: 'Lezen\\, schrijven\\; en\\nluisteren', LOCATION: `\u202eaula\u202c` }))[0],
    ).toMatchObject({ title: 'Lezen, schrijven; en luisteren', place: 'aula' })
    expect(eventsOf(...folded)[0]?.place).toBe('aulateren')
  })

  test('A link is no place', () => {
    expect(eventsOf(...event({ LOCATION: 'https://vergadering.test/j/123' }))[0]?.place).toBeNull()
  })

  test('Who was invited and what was written about it is not kept, and neither is the UID', () => {
    const personal = event({
      UID: 'merel@ouders.test',
      DESCRIPTION: 'Merel is ziek',
      ORGANIZER: ';CN=Juf Noor:mailto:noor@school.test',
      ATTENDEE: 'mailto:merel@ouders.test',
      COMMENT: 'bel moeder',
    })
    expect(JSON.stringify(reading(...personal))).not.toMatch(/merel|noor|ziek|moeder|@/i)
  })
})

describe('state', () => {
  test('A cancelled lesson is kept as cancelled', () => {
    expect(eventsOf(...event({ STATUS: 'CANCELLED' }))[0]?.cancelled).toBe(true)
    expect(eventsOf(...event({ STATUS: 'CONFIRMED' }))[0]?.cancelled).toBe(false)
  })

  test('Of two versions of one lesson the higher sequence counts', () => {
    const { events, repairs } = reading(
      ...event({ SEQUENCE: '2', SUMMARY: 'Nieuw' }),
      ...event({ SEQUENCE: '1', SUMMARY: 'Oud' }),
    )
    expect(events.map((one) => one.title)).toEqual(['Nieuw'])
    expect(whats(repairs)).toEqual(['older-version'])
  })

  test('One UID used for two lessons of equal sequence is two lessons', () => {
    const twice = [
      ...event({ DTSTART: ':20261102T083000', DTEND: '' }),
      ...event({ DTSTART: ':20261103T083000', DTEND: '' }),
    ]
    expect(eventsOf(...twice)).toHaveLength(2)
  })

  test('The same lesson written twice is kept twice, and said', () => {
    const { events, repairs } = reading(...event(), ...event())
    expect(events).toHaveLength(2)
    expect(whats(repairs)).toEqual(['double'])
  })

  test('Lessons come in order of time, whatever the order of the file', () => {
    const unsorted = [...event({ UID: 'b', DTSTART: ':20261104T083000', DTEND: '' }), ...event({ UID: 'a', DTEND: '' })]
    expect(startsOf(...unsorted).map((start) => start.slice(8, 10))).toEqual(['02', '04'])
  })
})

describe('files', () => {
  const text = new TextDecoder().decode(calendarOf(...event({ SUMMARY: 'Één les' })))
  const titleOf = (file: Uint8Array) => {
    const result = readCalendar(file, today)
    return result.ok ? result.events[0]?.title : result.why
  }

  test('Line ends may be bare, a mark may stand in front, and the letters may be those of Windows', () => {
    expect(titleOf(new TextEncoder().encode(text.replaceAll('\r\n', '\n')))).toBe('Één les')
    expect(titleOf(new TextEncoder().encode(`\ufeff${text}`))).toBe('Één les')
    expect(titleOf(Buffer.from(text, 'latin1'))).toBe('Één les')
    expect(titleOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('Één les')
  })

  test('A fold in the middle of a letter is joined before the letter is read', () => {
    const bytes = Buffer.from(text)
    const at = bytes.indexOf(Buffer.from('É')) + 1
    expect(titleOf(Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]))).toBe('Één les')
  })

  test('A broken event does not harm its neighbours', () => {
    const broken = ['BEGIN:VEVENT', 'dit is geen regel', 'DTSTART', 'END:VEVENT']
    const unclosed = event({ UID: 'c', SUMMARY: 'Open' }).slice(0, -1)
    const { events, refusals, repairs } = reading(
      ...event({ UID: 'a' }),
      ...broken,
      ...unclosed,
      ...event({ UID: 'b' }),
    )
    expect(events.map((one) => one.title)).toEqual(['Rekenen', 'Open', 'Rekenen'])
    expect(refusals).toEqual([{ line: 10, what: 'no-start' }])
    expect(repairs).toEqual([
      { line: 12, what: 'line-unreadable' },
      { line: 14, what: 'not-closed' },
    ])
  })

  test('A file that was cut off gives the lessons that are whole', () => {
    const whole = new TextDecoder().decode(calendarOf(...event({ UID: 'a' }), ...event({ UID: 'b' })))
    const result = readCalendar(new TextEncoder().encode(whole.slice(0, whole.lastIndexOf('DTEND'))), today)
    expect(result).toMatchObject({
      ok: true,
      events: [{ title: 'Rekenen' }],
      refusals: [{ line: 10, what: 'broken-off' }],
    })
  })

  test('What stands in an alarm inside an event is not the event', () => {
    const lines = event()
    lines.splice(1, 0, 'BEGIN:VALARM', 'SUMMARY:Wekker', 'DTSTART:20200101T000000', 'END:VALARM')
    expect(eventsOf(...lines)[0]).toMatchObject({ title: 'Rekenen', startsLocal: '2026-11-02T08:30:00' })
  })

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a web page', new TextEncoder().encode('<html><body>Log in</body></html>'), 'no-calendar'],
    ['a calendar without lessons', calendarOf(), 'no-events'],
    ['a calendar of which nothing can be read', calendarOf(...event({ DTSTART: 'morgen' })), 'no-events'],
  ])('A file with %s is refused whole', (_, file, why) => {
    expect(readCalendar(file, today)).toMatchObject({ ok: false, why })
  })
})
