import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLedger } from '#platform/ledger/check-ledger.ts'
import { sealWaiting } from '#platform/ledger/seal.ts'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase, type TestDatabase } from '#test/rig.ts'
import { demoDay, demoPasswords, wholeDemo } from '#test/whole-demo.ts'
import { loadRest } from '../load-rest.ts'
import { examples } from '../sign-ins.ts'
import { limitedParents } from './people.ts'

const count = async (db: TestDatabase, from: string): Promise<number> =>
  Number((await db.owner.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]?.n)

const ofSchool = (key: string): string => `school_id = (select id from app.school where key = '${key}')`

/** Everything a loading writes at a school, by how much of it there is. */
const holdings = async (db: TestDatabase, key: string) => {
  const here = ofSchool(key)
  return {
    pupils: await count(db, `app.pupil where ${here}`),
    groups: await count(db, `app.school_group where ${here}`),
    members: await count(db, `app.group_member where ${here} and ended_on is null`),
    staff: await count(db, `app.staff where ${here}`),
    taught: await count(db, `app.group_teacher where ${here} and ended_on is null`),
    guardianships: await count(db, `app.guardianship where ${here}`),
    roles: await count(db, `app.staff_role where ${here}`),
    imports: await count(db, `app.roster_import where ${here}`),
    feeds: await count(db, `app.calendar_feed where ${here}`),
    lessons: await count(db, `app.lesson where ${here}`),
    cancelled: await count(db, `app.lesson where ${here} and cancelled_by is not null`),
    accounts: await count(db, `app.account_person where ${here}`),
    letters: await count(db, `app.letter where ${here}`),
    homework: await count(db, `app.homework where ${here}`),
    announcements: await count(db, `app.announcement where ${here}`),
    events: await count(db, `app.calendar_event where ${here}`),
    substitutes: await count(db, `app.group_substitute where ${here}`),
    limits: await count(db, `app.guardianship_authority where ${here}`),
    tests: await count(db, `app.assessment where ${here}`),
    results: await count(db, `app.result where ${here}`),
    told: await count(db, `app.result_telling where ${here}`),
    agreements: await count(db, `app.agreement where ${here}`),
    begun: await count(db, `app.agreement_start where ${here}`),
    seats: await count(db, `app.person_role where ${here}`),
  }
}

const reload = async (db: TestDatabase): Promise<string[]> => {
  const ready: string[] = []
  await loadRest(db.app, demoPasswords, {
    ready: (school) => ready.push(school),
    failed: (error) => {
      throw error
    },
  })
  return ready
}

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** Who is listed, in the order of the page. */
const pupilsIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="\/leerlingen\/[0-9a-f-]{36}"[^>]*>([\s\S]*?)<\/a>/g)].map(([, name = '']) =>
    name
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .trim(),
  )

const reader = async (db: TestDatabase, login: string): Promise<Browser> => {
  const browser = new Browser(appFor(db, { demo: () => true, examples }))
  await browser.get('/inloggen')
  expect((await browser.post('/inloggen/proef', { login })).status, login).toBe(303)
  return browser
}

describe('The whole demo', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await wholeDemo()
  }, 180_000)
  afterAll(() => db.drop())

  test('has a secondary school of nine hundred pupils, each with a class of their own and somebody at home', async () => {
    const found = await holdings(db, 'overkant')
    expect(found).toMatchObject({
      pupils: 912,
      groups: 38,
      members: 912,
      staff: 71,
      feeds: 105,
      imports: 3,
    })
    expect(found.roles).toBe(74)
    expect(found).toMatchObject({ announcements: 2, events: 3, substitutes: 1, limits: 2 })
    expect(found.homework).toBeGreaterThan(10)
    expect(found.letters).toBeGreaterThan(40)
    expect(found.taught).toBeGreaterThan(400)
    const alone = `app.pupil p where p.${ofSchool('overkant')}
      and not exists (select from app.guardianship g where g.pupil_id = p.person_id)`
    expect(await count(db, alone)).toBe(0)
  })

  test('has a school for special education with one group of twelve', async () => {
    expect(await holdings(db, 'vuurvlieg')).toMatchObject({ pupils: 12, groups: 1, members: 12, staff: 3, taught: 2 })
  })

  test('came in without a line refused or put right, and with a ledger that is whole', async () => {
    const { rows } = await db.owner.query<{ refusals: number; repairs: number }>(
      `select (counts->>'refusals')::int as refusals, (counts->>'repairs')::int as repairs from app.roster_import
       union all select jsonb_array_length(refusals), jsonb_array_length(repairs) from app.calendar_reading`,
    )
    expect(rows.length).toBeGreaterThan(110)
    for (const row of rows) expect(row).toEqual({ refusals: 0, repairs: 0 })
    await sealWaiting(db.app)
    expect(await checkLedger(db.app, null)).toMatchObject({ chains: 4, faults: [] })
  })

  test('has pupils just under and just over sixteen and eighteen, and two whose birthday nobody knows', async () => {
    const { rows } = await db.owner.query<{ name: string; turned: string | null }>(
      `select concat_ws(' ', p.first_name, p.last_name) as name,
         case when p.birth_date is not null then
           extract(year from age(date '${demoDay}', p.birth_date)) || ' ' ||
           (p.birth_date + make_interval(years => extract(year from date '${demoDay}')::int - extract(year from p.birth_date)::int))::date - date '${demoDay}' end as turned
       from app.person p join app.pupil u on u.school_id = p.school_id and u.person_id = p.id
       where p.first_name in ('Aylin', 'Jayden', 'Noah', 'Nadia', 'Thijmen', 'Sophie', 'Duco', 'Ñ')
         and p.last_name in ('Şahin', 'Verhoeven', 'Veld', 'Bensaïd', 'Ee', 'Ó Súilleabháin', 'Pietersen', 'Žižka')
         and p.${ofSchool('overkant')} order by p.first_name`,
    )
    expect(Object.fromEntries(rows.map(({ name, turned }) => [name, turned]))).toEqual({
      'Aylin Şahin': '16 -1',
      'Duco Pietersen': null,
      'Jayden Verhoeven': '15 1',
      'Nadia Bensaïd': '18 -1',
      'Noah Veld': '15 20',
      'Sophie Ó Súilleabháin': '17 12',
      'Thijmen Ee': '17 1',
      'Ñ Žižka': null,
    })
  })

  test('knows the teacher who has a child at the school as one person', async () => {
    const { rows } = await db.owner.query(
      `select c.first_name from app.guardianship g join app.staff s on s.school_id = g.school_id and s.person_id = g.guardian_id
       join app.person p on p.school_id = g.school_id and p.id = g.guardian_id
       join app.person c on c.school_id = g.school_id and c.id = g.pupil_id where p.last_name = 'Yılmaz'`,
    )
    expect(rows).toEqual([{ first_name: 'Defne' }])
  })

  test('shows a parent of two schools all children, with the one account of the first', async () => {
    const selma = await reader(db, 'selma@klimboom.example')
    for (const path of ['/vandaag', '/agenda']) {
      await selma.get(path)
      for (const child of ['Timo', 'Mila', 'Merel']) expect(words(selma.html), `${path} ${child}`).toContain(child)
    }
    const { rows } = await db.owner.query(
      `select a.login from app.account a join app.account_person p on p.account_id = a.id
       where a.login is not null group by a.login having count(*) > 1 order by a.login`,
    )
    expect(rows.map(({ login }) => login)).toEqual(
      ['bas', 'noorderlicht', 'selma', 'senay'].map((name) => `${name}@klimboom.example`),
    )
  })

  test('tells a father without authority whom to ask, and shows nothing to one whom a court shut out', async () => {
    const dennis = await reader(db, 'dennis@overkant.example')
    await dennis.get('/vandaag')
    expect(words(dennis.html)).toContain('Roos')
    expect(words(dennis.html)).not.toMatch(/Wiskunde|Nederlands/)
    const rik = await reader(db, 'rik@overkant.example')
    await rik.get('/account')
    expect(words(rik.html)).toContain('rik@overkant.example')
    await rik.get('/vandaag')
    expect(rik.html).not.toContain('Jorn')
  })

  test('has a team leader who stands in for a class, and an office with letters that are out', async () => {
    const ruben = await reader(db, 'ruben@overkant.example')
    await ruben.get('/klassen')
    expect(words(ruben.html)).toContain('5a')
    const fatma = await reader(db, 'fatma@overkant.example')
    await fatma.get('/brieven')
    expect(words(fatma.html)).toMatch(/brief gemaakt/i)
  })

  test('lists 3c in the order of Dutch lists, a prefix behind and no accent out of place', async () => {
    const loes = await reader(db, 'loes@overkant.example')
    await loes.get('/klassen')
    await loes.get(/href="(\/klassen\/[^"]+)"[^>]*>(?:<[^>]+>)*3c/.exec(loes.html)?.[1] ?? '/klassen/none')
    const listed = pupilsIn(loes.html)
    expect(listed).toHaveLength(28)
    const inOrder = [
      'Aarsen, Floor',
      'Al-Masri, Yusuf',
      'Bouzid, Inès',
      'Claassen, Roos',
      'Dekker, Jorn',
      'Hooft-van der Wetering, Charlotte-Sophie ’t',
      'Jong, Merel de',
      'Kaya, Emir',
      'Lansink, Pim',
      'Özdemir, Şenay',
      'Pietersen, Duco',
      'Sanders, Liv',
      'Tran, Ngọc Anh',
      'Visser, Stijn',
      'Wolters, Noémie',
    ]
    expect(listed.filter((name) => inOrder.includes(name))).toEqual(inOrder)
  })

  test('lists who has one name only by that name, and names in other scripts behind', async () => {
    const fatma = await reader(db, 'fatma@overkant.example')
    const order: string[] = []
    for (let page = 1; page <= 19; page++) {
      await fatma.get(`/leerlingen?blad=${page}`)
      order.push(...pupilsIn(fatma.html))
    }
    const place = (name: string): number => order.findIndex((one) => one.startsWith(name))
    expect(order).toHaveLength(912)
    expect(place('Suryani')).toBeGreaterThan(place('Sikora'))
    expect(place('Suryani')).toBeLessThan(place('Terpstra'))
    expect(place('Žižka')).toBeGreaterThan(place('Zijlmans'))
    expect(place('李')).toBeGreaterThan(place('Žižka'))
  })

  test.each([
    ['a Monday', `${demoDay}T07:50:00+01:00`, /Nederlands|Wiskunde|Engels/],
    ['a Wednesday two weeks on', '2026-12-09T07:50:00+01:00', /Nederlands|Wiskunde|Engels/],
    ['a Saturday', '2026-11-28T10:00:00+01:00', /Nederlands|Wiskunde|Engels/],
    ['the day before Christmas', '2026-12-24T10:00:00+01:00', /[Kk]erstvakantie/],
    ['a Thursday in January', '2027-01-21T07:50:00+01:00', /Nederlands|Wiskunde|Engels/],
  ])('has something to read for Merel and for Loes on %s', async (_, now, expected) => {
    await db.setNow(now)
    for (const login of ['merel@overkant.example', 'loes@overkant.example']) {
      const one = await reader(db, login)
      await one.get('/vandaag')
      expect(words(one.html), login).toMatch(expected)
      expect(words(one.html), login).not.toMatch(/nog geen rooster|Er staan geen lessen/)
    }
    await db.setNow(`${demoDay}T07:45:00+01:00`)
  })

  test('tells Merel first what is not as usual: a lesson that is cancelled, and one in another room', async () => {
    await db.setNow(`${demoDay}T07:50:00+01:00`)
    const merel = await reader(db, 'merel@overkant.example')
    await merel.get('/vandaag')
    const said = words(merel.html)
    expect(said).toMatch(/vervalt/)
    expect(said).toMatch(/was lokaal \d+|in lokaal \d+|ander lokaal/)
  })

  test('is left alone by a second start, but for the changes of a new day', async () => {
    const before = await holdings(db, 'overkant')
    expect(await reload(db)).toEqual(['vuurvlieg', 'overkant'])
    expect(await holdings(db, 'overkant')).toEqual(before)
    await db.setNow('2026-11-26T07:00:00+01:00')
    await reload(db)
    const after = await holdings(db, 'overkant')
    expect(after.cancelled).toBeGreaterThan(before.cancelled)
    expect(after.homework).toBeGreaterThanOrEqual(before.homework)
    expect({ ...after, cancelled: 0, homework: 0 }).toEqual({ ...before, cancelled: 0, homework: 0 })
  })

  test('has the same people in the next school year, and lessons for weeks ahead', async () => {
    await db.setNow('2027-09-15T07:00:00+01:00')
    await reload(db)
    expect(await holdings(db, 'overkant')).toMatchObject({ pupils: 912, groups: 76, members: 912, staff: 71 })
    const ends = `(select max(on_day) as last from app.lesson where ${ofSchool('overkant')} group by bound_to) as one
      where last > '2027-10-31'`
    expect(await count(db, ends)).toBe(105)
    const merel = await reader(db, 'merel@overkant.example')
    await merel.get('/vandaag')
    expect(words(merel.html)).toMatch(/Nederlands|Wiskunde|Engels/)
  }, 120_000)

  test('names only relations that are there where authority is not full', async () => {
    for (const { pupil, guardian } of limitedParents)
      expect(
        await count(
          db,
          `app.guardianship g join app.pupil p on p.school_id = g.school_id and p.person_id = g.pupil_id
           join app.person_contact c on c.school_id = g.school_id and c.person_id = g.guardian_id
           where p.source_key = '${pupil}' and c.email = '${guardian}' and g.ended_on is null and g.${ofSchool('overkant')}`,
        ),
        guardian,
      ).toBe(1)
  })
})

describe('A loading of the other schools', () => {
  test('that breaks off anywhere is gone on with, and nothing is done twice', async () => {
    const db = await freshDatabase()
    await db.setNow(`${demoDay}T07:45:00+01:00`)
    await db.owner.query(`create sequence test_rig.deeds;
      grant usage on sequence test_rig.deeds to public;
      create function test_rig.break_off() returns trigger language plpgsql as
        $$ begin perform nextval('test_rig.deeds'); return new; end $$;
      create trigger break_off before insert on app.ledger_entry for each row execute function test_rig.break_off()`)
    let broken = 0
    for (let done = false; !done;) {
      await db.owner.query('alter sequence test_rig.deeds maxvalue 90 restart with 1')
      const ready: string[] = []
      await loadRest(db.app, demoPasswords, {
        ready: (school) => ready.push(school),
        failed: (error) => {
          expect(String(error)).toContain('sequence "deeds"')
          broken += 1
        },
      })
      done = ready.length === 2
    }
    expect(broken).toBeGreaterThan(1)
    const whole = await wholeDemo()
    for (const school of ['overkant', 'vuurvlieg'])
      expect(await holdings(db, school)).toEqual(await holdings(whole, school))
    await whole.drop()
    await db.drop()
  }, 240_000)

  test('stops between two steps when it is told to', async () => {
    const db = await freshDatabase()
    const ready: string[] = []
    let asked = 0
    const told = {
      ready: (school: string) => ready.push(school),
      failed: (error: unknown) => expect(error).toBeUndefined(),
    }
    await loadRest(db.app, demoPasswords, told, () => (asked += 1) > 3)
    expect(ready).toEqual([])
    expect(await count(db, 'app.school')).toBe(1)
    await db.drop()
  })
})
