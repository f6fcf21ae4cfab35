import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { checkLedger } from '#platform/ledger/check-ledger.ts'
import { sealWaiting } from '#platform/ledger/seal.ts'
import { freshDatabase, operate, type TestDatabase } from '#test/rig.ts'
import { addSchool, type SchoolTables } from '#modules/school/index.ts'
import { loadDemo } from './load-demo.ts'
import type { Passwords } from './passwords.ts'

const passwords: Passwords = { of: (login) => `geheim van ${login}`, mark: 'test' }

const load = ({ app }: TestDatabase, given = passwords) =>
  loadDemo(app, given, (error) => expect(error).toBeUndefined())

const count = async (db: TestDatabase, from: string): Promise<number> =>
  Number((await db.owner.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]?.n)

const events = async (db: TestDatabase): Promise<Record<string, number>> => {
  const { rows } = await db.owner.query<{ event: string; n: number }>(
    'select event, count(*) as n from app.ledger_entry group by event order by event',
  )
  return Object.fromEntries(rows.map(({ event, n }) => [event, n]))
}

/** Everything a loading writes, by how much of it there is. */
const holdings = async (db: TestDatabase) => ({
  pupils: await count(db, 'app.pupil'),
  groups: await count(db, 'app.school_group'),
  members: await count(db, 'app.group_member'),
  guardians: await count(db, '(select distinct guardian_id from app.guardianship) as guardian'),
  guardianships: await count(db, 'app.guardianship'),
  roles: await count(db, 'app.staff_role'),
  imports: await count(db, 'app.roster_import'),
  daysOff: await count(db, 'app.day_off'),
  events: await count(db, 'app.calendar_event'),
  feeds: await count(db, 'app.calendar_feed'),
  lessons: await count(db, 'app.lesson'),
  homework: await count(db, 'app.homework'),
  readings: await count(db, 'app.calendar_reading'),
  accounts: await count(db, 'app.account where login is not null'),
  unused: await count(db, 'app.account where login is null'),
  agreements: await count(db, 'app.agreement'),
  begun: await count(db, 'app.agreement_start'),
  open: await count(db, 'app.session where ended_at is null'),
})

describe('De Klimboom', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await freshDatabase()
    await db.setNow('2026-11-23T09:00:00+01:00')
    await load(db)
  })
  afterAll(() => db.drop())

  test('has nine groups, two hundred pupils and a family for each of them', async () => {
    expect(await holdings(db)).toMatchObject({ pupils: 200, groups: 9, accounts: 12, unused: 41, open: 0, feeds: 9 })
    const { rows } = await db.owner.query<{ name: string }>(`select name from app.school_group where kind = 'mixed'`)
    expect(rows).toEqual([{ name: 'Plusgroep' }])
    expect(
      await count(db, 'app.pupil p where not exists (select from app.guardianship g where g.pupil_id = p.person_id)'),
    ).toBe(0)
  })

  test('came in without a line refused or put right', async () => {
    const { rows } = await db.owner.query<{ refusals: number; repairs: number }>(
      `select (counts->>'refusals')::int as refusals, (counts->>'repairs')::int as repairs from app.roster_import
       union all select jsonb_array_length(refusals), jsonb_array_length(repairs) from app.calendar_reading`,
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) expect(row).toEqual({ refusals: 0, repairs: 0 })
  })

  test('left one row in the ledger for each import, each timetable and each deed, and the ledger is whole', async () => {
    expect(await events(db)).toEqual({
      'accounts.hat.chosen': 1,
      'accounts.invitation.made': 12,
      'accounts.session.ended': 17,
      'accounts.session.started': 17,
      'agreements.agreement.agreed': 1,
      'agreements.agreement.answered': 16,
      'agreements.agreement.begun': 15,
      'agreements.agreement.laid': 16,
      'agreements.draft.offered': 1,
      'agreements.draft.written': 17,
      'agreements.theme.opened': 1,
      'announcements.announcement.published': 3,
      'announcements.announcement.written': 3,
      'calendar.event.added': 4,
      'demo.school.loaded': 1,
      'homework.item.set': 31,
      'letters.letters.made': 1,
      'notes.hours.kept': 1,
      'people.contact.changed': 2,
      'people.guardian.added': 2,
      'people.function.granted': 2,
      'people.role.granted': 16,
      'reports.period.added': 3,
      'results.grades.entered': 14,
      'results.grades.known': 3,
      'results.test.added': 14,
      'roster.import.applied': 2,
      'school.day-off.added': 1,
      'school.own-holiday.kept': 1,
      'school.school.added': 1,
      'school.year.added': 1,
      'showings.work.shown': 1,
      'timetable.feed.read': 10,
    })
    await sealWaiting(db.app)
    expect(await checkLedger(db.app, null)).toMatchObject({ chains: 2, faults: [] })
  })

  test('is made up, and says so', async () => {
    const { rows } = await db.owner.query('select key, name, brin, region, synthetic from app.school')
    expect(rows).toEqual([{ key: 'klimboom', name: 'De Klimboom', brin: null, region: 'midden', synthetic: true }])
  })

  test('is left alone by a second start on the same day', async () => {
    const [before, told] = [await holdings(db), await events(db)]
    expect(await load(db)).toEqual({ is: 'loaded', passwordsHold: true })
    expect(await holdings(db)).toEqual(before)
    expect(await events(db)).toEqual(told)
  })

  test('says so when the secret of its passwords is another one', async () => {
    expect(await load(db, { ...passwords, mark: 'other' })).toEqual({ is: 'loaded', passwordsHold: false })
  })

  test('has a cancelled lesson and another room in 4B on the next school day, at every start', async () => {
    for (const [now, next] of [
      ['2026-11-23T16:00:00+01:00', '2026-11-24'],
      ['2026-11-25T07:00:00+01:00', '2026-11-26'],
      ['2026-12-18T12:00:00+01:00', '2027-01-04'],
    ] as const) {
      await db.setNow(now)
      await load(db)
      const { rows } = await db.owner.query(
        `select count(cancelled_by)::int as cancelled, count(was_place)::int as moved from app.lesson l
         join app.school_group g on g.id = l.bound_to where g.name = '4B' and l.on_day = $1`,
        [next],
      )
      expect(rows, now).toEqual([{ cancelled: 1, moved: 1 }])
    }
  })

  test('keeps a change that people made, also when it starts again', async () => {
    const ended = `app.staff_role where ended_on is not null`
    await db.owner.query(`update app.staff_role set ended_on = '2026-12-01' where role = 'head'`)
    await load(db)
    expect(await count(db, ended)).toBe(1)
    expect(await count(db, 'app.staff_role')).toBe(16)
  })

  test('opens all the same when its days cannot be brought up to date, and tells why', async () => {
    await db.setNow('2026-12-02T09:00:00+01:00')
    await db.owner.query(`create function test_rig.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'no more readings'; end $$;
      create trigger refuse before insert on app.calendar_reading for each row execute function test_rig.refuse()`)
    const told: unknown[] = []
    expect(await loadDemo(db.app, passwords, (error) => told.push(error))).toMatchObject({ is: 'loaded' })
    expect(told).toEqual([expect.objectContaining({ message: 'no more readings' })])
    await db.owner.query('drop trigger refuse on app.calendar_reading')
  })

  test('goes on in the next school year with the same people, in new groups, for another year', async () => {
    const { rows: before } = await db.owner.query(`select source_key, person_id from app.pupil order by source_key`)
    await db.setNow('2027-11-15T09:00:00+01:00')
    await load(db)
    const { rows: after } = await db.owner.query(`select source_key, person_id from app.pupil order by source_key`)
    expect(after).toEqual(before)
    expect(await holdings(db)).toMatchObject({ groups: 18, imports: 3, accounts: 12, feeds: 16 })
    const { rows } = await db.owner.query(
      `select g.name, y.label, p.birth_date::text as born from app.person p
       join app.group_member m on m.pupil_id = p.id and m.ended_on is null
       join app.school_group g on g.id = m.group_id join app.school_year y on y.id = g.school_year_id
       where p.first_name = 'Timo' and p.last_name = 'Jong'`,
    )
    expect(rows).toEqual([{ name: '4B', label: '2027-2028', born: expect.stringMatching(/^20(19|20)-/) }])
    const { rows: ends } = await db.owner.query<{ last: string }>(
      `select max(on_day)::text as last from app.lesson l join app.calendar_feed f on f.id = l.feed_id
       join app.school_group g on g.id = f.group_id join app.school_year y on y.id = g.school_year_id
       where y.label = '2027-2028' group by f.id`,
    )
    expect(ends).toHaveLength(7)
    for (const { last } of ends) expect(last > '2028-12-15').toBe(true)
  })
})

describe('a loading', () => {
  let db: TestDatabase
  beforeEach(async () => {
    db = await freshDatabase()
    await db.setNow('2026-11-23T09:00:00+01:00')
  })
  afterEach(() => db.drop())

  test('that breaks off at any deed is gone on with, and nothing is done twice', async () => {
    await db.owner.query(`create sequence test_rig.deeds;
      grant usage on sequence test_rig.deeds to public;
      create function test_rig.break_off() returns trigger language plpgsql as
        $$ begin perform nextval('test_rig.deeds'); return new; end $$;
      create trigger break_off before insert on app.ledger_entry for each row execute function test_rig.break_off()`)
    let broken = 0
    for (let done = false; !done;) {
      await db.owner.query('alter sequence test_rig.deeds maxvalue 17 restart with 1')
      done = await load(db).then(
        () => true,
        (error: Error) => {
          expect(error.message).toContain('sequence "deeds"')
          broken += 1
          return false
        },
      )
    }
    expect(broken).toBeGreaterThan(2)
    expect(await holdings(db)).toEqual({
      pupils: 200,
      groups: 9,
      members: 217,
      guardians: 238,
      guardianships: expect.any(Number),
      roles: 16,
      imports: 2,
      daysOff: 1,
      events: 4,
      feeds: 9,
      lessons: expect.any(Number),
      homework: 31,
      readings: 10,
      accounts: 12,
      unused: 41,
      agreements: 17,
      begun: 15,
      open: expect.any(Number),
    })
    const told = await events(db)
    for (const once of ['demo.school.loaded', 'notes.hours.kept', 'school.own-holiday.kept']) expect(told[once]).toBe(1)
  }, 120_000)

  test('does not happen beside a real school', async () => {
    const region = 'noord' as const
    await operate<SchoolTables, string>(db, null, (tx) =>
      addSchool(
        tx,
        { hat: 'operator', school: null },
        { key: 'echt', name: 'Echt', brin: null, region, stages: ['BO'] },
      ),
    )
    expect(await load(db)).toEqual({ is: 'real' })
    expect(await count(db, 'app.school')).toBe(1)
    expect(await count(db, 'app.person')).toBe(0)
  })
})
