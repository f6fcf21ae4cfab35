const encoder = new TextEncoder()

/** A made-up calendar file of these lines, with the line ends and the frame that the standard asks. */
export const calendarOf = (...lines: string[]): Uint8Array => calendarOfLines(lines)

export const calendarOfLines = (lines: string[]): Uint8Array =>
  encoder.encode(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//Rooster//NL', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  )

/** The lines of one event; each property replaces the usual one of that name, an empty text leaves it out. */
export const event = (properties: Record<string, string> = {}): string[] => {
  const usual: Record<string, string> = {
    UID: 'les-1@school.test',
    DTSTART: ':20261102T083000',
    DTEND: ':20261102T092000',
    SUMMARY: ':Rekenen',
  }
  const all = Object.entries({ ...usual, ...properties }).filter(([, value]) => value !== '')
  return [
    'BEGIN:VEVENT',
    ...all.map(([name, value]) => (/^[:;]/.test(value) ? name + value : `${name}:${value}`)),
    'END:VEVENT',
  ]
}

/** A zone under a name of the file's own. */
export const zoneDefinition = (
  tzid: string,
  standard: [from: string, to: string],
  summer?: [from: string, to: string],
): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  `TZOFFSETFROM:${standard[0]}`,
  `TZOFFSETTO:${standard[1]}`,
  ...(summer ? ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'] : []),
  'END:STANDARD',
  ...(summer
    ? [
        'BEGIN:DAYLIGHT',
        'DTSTART:16010101T020000',
        `TZOFFSETFROM:${summer[0]}`,
        `TZOFFSETTO:${summer[1]}`,
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
        'END:DAYLIGHT',
      ]
    : []),
  'END:VTIMEZONE',
]
