import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operate, type TestDatabase } from '#test/rig.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import type { TimetableOf } from './lesson.ts'
import { calendarOf, event } from './read/calendar.fixtures.ts'
import { readFeed } from './read-feed.ts'
import { removeFeed } from './remove-feed.ts'
import type { TimetableTables } from './tables.ts'

let house: TwoSchools
let db: TestDatabase
const class4b: TimetableOf = { kind: 'group', id: klimboom.groups.g4b }
const doer = { hat: 'operator', school: klimboom.school } as const

beforeAll(async () => {
  house = await twoSchools()
  db = house.db
})
beforeEach(async () => {
  await db.setNow('2026-11-02T12:00:00Z')
  await db.owner.query('delete from app.calendar_feed')
})
afterAll(() => house.drop())

const read = (lines: string[], of = class4b, school: string = klimboom.school) =>
  operate<TimetableTables, Awaited<ReturnType<typeof readFeed>>>(db, school, (tx) =>
    readFeed(tx, { hat: 'operator', school }, { school, of, file: calendarOf(...lines) }),
  )
const lessons = async (columns: string): Promise<Record<string, unknown>[]> =>
  (await db.owner.query<Record<string, unknown>>(`select ${columns} from app.lesson order by starts_at`)).rows
const gym = (properties: Record<string, string> = {}) =>
  event({
    UID: 'gym',
    SUMMARY: 'Gym',
    DTSTART: ':20261104T134000',
    DTEND: ':20261104T143000',
    LOCATION: '16',
    ...properties,
  })
const frame = [
  ...event({ UID: 'eerste', DTSTART: ':20261102T083000', DTEND: '' }),
  ...event({ UID: 'laatste', DTSTART: ':20261106T083000', DTEND: '' }),
]

describe('moments', () => {
  test.each([
    ['in winter', ':20261102T083000', '2026-11-02T07:30:00'],
    ['in summer', ':20260902T083000', '2026-09-02T06:30:00'],
    ['in the hour that comes twice', ':20261025T023000', '2026-10-25T00:30:00'],
    ['after the hour that comes twice', ':20261025T033000', '2026-10-25T02:30:00'],
    ['before the hour that is left out', ':20270328T013000', '2027-03-28T00:30:00'],
    ['in the hour that is left out', ':20270328T023000', '2027-03-28T01:30:00'],
    ['after the hour that is left out', ':20270328T033000', '2027-03-28T01:30:00'],
    ['in UTC', ':20261025T003000Z', '2026-10-25T00:30:00'],
    [
      'in New York, in the week that only Europe has changed',
      ';TZID=America/New_York:20261027T083000',
      '2026-10-27T12:30:00',
    ],
  ])('A time %s', async (_, start, moment) => {
    await read(event({ DTSTART: start, DTEND: '' }))
    expect(await lessons(`to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as at`)).toEqual([
      { at: moment },
    ])
  })

  test('A lesson over the change of the clocks is an hour longer, and on the day it starts', async () => {
    await read(event({ DTSTART: ':20261024T233000', DTEND: ':20261025T043000' }))
    expect(await lessons(`(ends_at - starts_at)::text as lasts, on_day, last_day`)).toEqual([
      { lasts: '06:00:00', on_day: '2026-10-24', last_day: '2026-10-25' },
    ])
  })

  test('Whole days end on their last day, one over the year as well', async () => {
    await read(event({ DTSTART: ';VALUE=DATE:20261231', DTEND: ';VALUE=DATE:20270102' }))
    expect(await lessons('on_day, last_day, whole_day')).toEqual([
      { on_day: '2026-12-31', last_day: '2027-01-01', whole_day: true },
    ])
  })

  test('A UTC time around midnight falls on the Dutch day', async () => {
    await read(event({ DTSTART: ':20261231T233000Z', DTEND: ':20261231T234500Z' }))
    expect(await lessons('on_day')).toEqual([{ on_day: '2027-01-01' }])
  })
})

describe('a newer file', () => {
  test('The first file makes the timetable, the second changes nothing when nothing changed', async () => {
    await read([...frame, ...gym()])
    const before = await lessons('id')
    await read([...frame, ...gym()])
    expect(await lessons('id')).toEqual(before)
    const { rows } = await db.owner.query(
      'select lessons, added, changed, vanished from app.calendar_reading order by added',
    )
    expect(rows).toEqual([
      { lessons: 3, added: 0, changed: 0, vanished: 0 },
      { lessons: 3, added: 3, changed: 0, vanished: 0 },
    ])
  })

  test('A lesson that is gone is kept as vanished, and comes back when it does', async () => {
    await read([...frame, ...gym()])
    await read(frame)
    expect(await lessons('title, vanished_by is not null as vanished')).toContainEqual({ title: 'Gym', vanished: true })
    await read([...frame, ...gym()])
    expect(await lessons('title, vanished_by is not null as vanished')).toContainEqual({
      title: 'Gym',
      vanished: false,
    })
  })

  test('A cancelled lesson is kept, also when the next file leaves it out', async () => {
    await read([...frame, ...gym({ STATUS: 'CANCELLED' })])
    await read(frame)
    const kept = await lessons('title, cancelled_by is not null as cancelled, vanished_by')
    expect(kept).toContainEqual({ title: 'Gym', cancelled: true, vanished_by: null })
  })

  test('Another room and another time keep what they were and which file did it, and lose it when they go back', async () => {
    await read([...frame, ...gym()])
    await read([...frame, ...gym({ LOCATION: '4', DTSTART: ':20261105T134000', DTEND: ':20261105T143000' })])
    const changed = 'title, place, was_place, was_day, changed_by is not null as changed'
    expect(await lessons(changed)).toContainEqual({
      title: 'Gym',
      place: '4',
      was_place: '16',
      was_day: '2026-11-04',
      changed: true,
    })
    const [by] = await lessons('changed_by')
    await read([
      ...frame,
      ...gym({ LOCATION: '4', DTSTART: ':20261105T134000', DTEND: ':20261105T143000', SUMMARY: 'Gymnastiek' }),
    ])
    expect((await lessons('changed_by'))[0]).toEqual(by)
    await read([...frame, ...gym()])
    expect(await lessons(changed)).toContainEqual({
      title: 'Gym',
      place: '16',
      was_place: null,
      was_day: null,
      changed: false,
    })
  })

  test('What could not be read stands with the reading, by line and without words of the file', async () => {
    const out = await read([...frame, ...gym({ DTEND: ':20261104T120000', SUMMARY: 'Timo ziek' })])
    expect(out.ok).toBe(true)
    const { rows } = await db.owner.query('select refusals, repairs::text from app.calendar_reading')
    expect(rows[0].refusals).toEqual([{ line: 14, what: 'ends-before-start' }])
    const { rows: payloads } = await db.owner.query<{ payload: unknown }>('select payload from app.ledger_payload')
    expect(JSON.stringify([rows, payloads])).not.toContain('ziek')
  })

  test('A file that is refused whole changes nothing', async () => {
    await read([...frame])
    expect(await read([])).toEqual({ ok: false, why: 'no-events' })
    expect(await lessons('vanished_by')).toEqual([{ vanished_by: null }, { vanished_by: null }])
  })

  test('Twenty thousand lessons go in by three statements', async () => {
    const daily = Array.from({ length: 60 }, (_, at) => event({ UID: `d${at}`, DTEND: '', RRULE: 'FREQ=DAILY' })).flat()
    await read(daily)
    expect(await lessons('id')).toHaveLength(20_000)
  })
})

describe('whose', () => {
  test('One file, one row in the ledger, of the school it is about', async () => {
    const count = async () =>
      (
        await db.owner.query(
          `select count(*)::int as n from app.ledger_entry where event = 'timetable.feed.read' and chain_id = '${klimboom.school}'`,
        )
      ).rows[0].n
    const before = await count()
    await read(frame)
    await read(frame, { kind: 'pupil', id: klimboom.timo })
    await read(frame, { kind: 'staff', id: klimboom.tess })
    expect((await count()) - before).toBe(3)
  })

  test.each([
    ['a class of another school', { kind: 'group', id: vlieger.group }],
    ['a pupil as a class', { kind: 'group', id: klimboom.timo }],
    ['a parent as staff', { kind: 'staff', id: klimboom.selma }],
  ] as const)('A timetable of %s does not exist', async (_, of) => {
    await expect(read(frame, of)).rejects.toMatchObject({ what: 'timetable owner' })
  })

  test('A doer who does not keep the school reads nothing in and takes nothing away', async () => {
    const feed = await read(frame)
    if (!feed.ok) throw new Error(feed.why)
    const stranger = { hat: 'operator', school: vlieger.school } as const
    const tried = operate<TimetableTables, unknown>(db, vlieger.school, (tx) =>
      readFeed(tx, stranger, { school: klimboom.school, of: class4b, file: calendarOf(...frame) }),
    )
    await expect(tried).rejects.toMatchObject({ what: 'school' })
    await expect(
      operate<TimetableTables, unknown>(db, vlieger.school, (tx) => removeFeed(tx, stranger, feed.feed)),
    ).rejects.toMatchObject({ what: 'timetable' })
  })

  test('A timetable taken away takes its lessons and readings along', async () => {
    await read([...frame, ...gym({ STATUS: 'CANCELLED' })])
    const feed = await read(frame)
    if (!feed.ok) throw new Error(feed.why)
    await operate<TimetableTables, string>(db, klimboom.school, (tx) => removeFeed(tx, doer, feed.feed))
    expect(await lessons('id')).toEqual([])
    expect((await db.owner.query('select id from app.calendar_reading')).rows).toEqual([])
  })
})
