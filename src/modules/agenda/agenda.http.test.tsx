import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { addLesson, addReading, tieSecondChild } from '#test/lessons.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
})
afterAll(() => house.drop())

const lesson = (changes: Parameters<typeof addLesson>[1]) => addLesson(house.db, changes)
const event = (fields: string, groups: readonly string[] = [], school = klimboom.school) =>
  house.db.owner.query(
    `with e as (insert into app.calendar_event (school_id, kind, name, starts_on, ends_on, audience)
       values ('${school}', ${fields}, '${groups.length > 0 ? 'groups' : 'school'}') returning school_id, id)
     insert into app.calendar_event_group select e.school_id, e.id, g.id from e cross join unnest($1::uuid[]) as g (id)`,
    [groups],
  )

const wordsOf = (browser: Browser): string =>
  (/<main[\s\S]*<\/main>/.exec(browser.html)?.[0] ?? '')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim()

/** Reads the page twice: the second time what it asks goes along with entering. */
const read = async (name: string, path = '/agenda'): Promise<string> => {
  const browser = house.as(name)
  expect((await browser.get(path)).status).toBe(200)
  const words = wordsOf(browser)
  expect((await browser.get(path)).status).toBe(200)
  expect(wordsOf(browser)).toBe(words)
  return words
}
/** The words of one day, from its name to that of the next. */
const day = (words: string, name: string): string => {
  const [, rest = ''] = words.split(`\n${name}\n`)
  return rest.split(/\n(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) \d+ \w+\n/)[0] ?? ''
}

describe('the week', () => {
  beforeAll(async () => {
    await house.db.setNow('2026-11-25T09:00:00+01:00')
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Rekenen', place: '12' })
    await lesson({ starts: '2026-11-25T08:30', ends: '2026-11-25T09:20', title: 'Taal', place: '4', wasPlace: '16' })
    await lesson({ starts: '2026-11-25T10:30', ends: '2026-11-25T11:20', title: 'Gym', cancelled: true })
    await lesson({ starts: '2026-11-26T13:00', ends: '2026-11-26T14:00', title: 'Muziek', was: '2026-11-24T10:00' })
    await lesson({ starts: '2026-11-27T11:00', ends: '2026-11-27T12:00', title: 'Verkeer', was: '2026-11-27T09:00' })
    await lesson({ starts: '2026-11-27T13:00', ends: '2026-11-27T14:00', title: 'Handvaardigheid', vanished: true })
    await lesson({ starts: '2026-12-02T08:30', ends: '2026-12-02T09:20', title: 'Volgende' })
    await event(`'trip', null, '2026-11-26', '2026-11-27'`)
    await event(`'other', 'Alleen 5A', '2026-11-26', '2026-11-26'`, [klimboom.groups.g5a])
    await event(`'report', 'Rapport 4B', '2026-11-27', '2026-11-27'`, [klimboom.groups.g4b])
    await event(`'other', 'Vliegerfeest', '2026-11-26', '2026-11-26'`, [], vlieger.school)
  })

  test('A guardian sees five days, told by their names, with the week in words and today marked', async () => {
    const words = await read('selma')
    expect(words).toMatch(/^Week 48, 23 tot en met 27 november\n/)
    expect(words).not.toContain('Deze week')
    expect(day(words, 'maandag 23 november')).toBe('8.30\nRekenen\nlokaal 12')
    expect(day(words, 'woensdag 25 november')).toBe(
      'vandaag\n8.30\nTaal\nlokaal 4, was 16\nander lokaal\n10.30\nGym\nvervalt',
    )
    expect(words).not.toContain('zaterdag')
    expect(words).not.toContain('Volgende\n')
  })

  test('What moved is told where it was and where it is; what is gone from the file is not said for certain', async () => {
    const words = await read('selma')
    expect(day(words, 'dinsdag 24 november')).toBe('10.00\nMuziek\nnaar donderdag 26 november om 13.00 uur\nverplaatst')
    expect(day(words, 'donderdag 26 november')).toContain('Muziek\nwas dinsdag 24 november om 10.00 uur\nandere tijd')
    expect(day(words, 'vrijdag 27 november')).toContain('11.00\nVerkeer\nwas om 9.00 uur\nandere tijd')
    expect(day(words, 'vrijdag 27 november')).toContain('Handvaardigheid\nvervallen?')
  })

  test('The school calendar stands in it for whom it is: of another group and another school nothing is told', async () => {
    const words = await read('selma')
    expect(day(words, 'donderdag 26 november')).toContain('Schoolreis')
    expect(day(words, 'vrijdag 27 november')).toContain('Schoolreis\nRapport 4B\nvoor 4B')
    expect(words).not.toContain('Alleen 5A')
    expect(words).not.toContain('Vliegerfeest')
    expect(await read('karim')).toContain('Alleen 5A')
    const olga = await read('olga')
    expect(olga).toContain('Alleen 5A')
    expect(olga).toContain('Rapport 4B')
    expect(olga).not.toContain('Vliegerfeest')
  })

  test('On a phone the days that are over are folded, and only in the week of today', async () => {
    const selma = house.as('selma')
    await selma.get('/agenda')
    expect(
      [...selma.html.matchAll(/<details( open="")?><summary><h2>/g)].map(([, open]) => open !== undefined),
    ).toEqual([false, false, true, true, true])
    await selma.get('/agenda?week=2026-W47')
    expect(selma.html).not.toMatch(/<details><summary><h2>/)
  })

  test('Other weeks are a link away, and this week is one tap back', async () => {
    const selma = house.as('selma')
    await selma.get('/agenda')
    expect(selma.html).toContain('href="/agenda?week=2026-W47"')
    expect(selma.html).toContain('href="/agenda?week=2026-W49"')
    const words = await read('selma', '/agenda?week=2026-W49')
    expect(words).toMatch(/^Week 49, 30 november tot en met 4 december\n/)
    expect(words).toContain('Deze week')
    expect(day(words, 'woensdag 2 december')).toContain('Volgende')
    expect(day(words, 'donderdag 3 december')).toContain('Studiedag')
    for (const week of ['2026-W54', '2027-W53', 'nu', '', '2026-W48%00'])
      expect([week, (await house.as('selma').get(`/agenda?week=${week}`)).status]).toEqual([week, 404])
  })

  test('A holiday closes its days; one that the school does not keep is a school week, and one that moved stands where it is', async () => {
    await lesson({ starts: '2027-04-26T08:30', ends: '2027-04-26T09:20', title: 'In de vakantie' })
    const before = await read('selma', '/agenda?week=2027-W17')
    expect(day(before, 'maandag 26 april')).toBe('Meivakantie')
    const { owner } = house.db
    await owner.query(
      `insert into app.own_holiday values ('${klimboom.school}', 2026, 'mei', '2027-05-03', '2027-05-09')`,
    )
    expect(day(await read('selma', '/agenda?week=2027-W17'), 'maandag 26 april')).toContain('In de vakantie')
    expect(day(await read('selma', '/agenda?week=2027-W18'), 'maandag 3 mei')).toBe('Meivakantie')
    await owner.query(`update app.own_holiday set starts_on = null, ends_on = null`)
    expect(await read('selma', '/agenda?week=2027-W18')).not.toContain('Meivakantie')
    await owner.query('delete from app.own_holiday')
  })

  test('A feast day closes every school by itself, and is told once where the school is shut already', async () => {
    const ascension = (words: string): string => day(words, 'donderdag 6 mei')
    expect(ascension(await read('selma', '/agenda?week=2027-W18'))).toBe('Hemelvaart')
    await house.db.owner.query(`insert into app.day_off (school_id, name, starts_on, ends_on)
      values ('${klimboom.school}', 'Lang weekend', '2027-05-06', '2027-05-07')`)
    const own = await read('selma', '/agenda?week=2027-W18')
    expect(ascension(own)).toBe('Lang weekend')
    expect(day(own, 'vrijdag 7 mei')).toContain('Lang weekend')
    await house.db.owner.query(`delete from app.day_off where name = 'Lang weekend'`)
    expect(day(await read('selma', '/agenda?week=2027-W17'), 'dinsdag 27 april')).toBe('Meivakantie')
  })

  test('Saturday and Sunday are shown when something is on them', async () => {
    await event(`'other', 'Open dag', '2026-12-05', '2026-12-05'`)
    expect(await read('selma', '/agenda?week=2026-W49')).toMatch(
      /^Week 49, 30 november tot en met 6 december|5 december/,
    )
    expect(day(await read('selma', '/agenda?week=2026-W49'), 'zaterdag 5 december')).toContain('Open dag')
  })
})

describe('homework and tests in the week', () => {
  const set = (fields: Record<string, string | number | null>): Promise<unknown> => {
    const row = { school_id: klimboom.school, set_by: klimboom.tess, group_id: klimboom.groups.g4b, ...fields }
    const columns = Object.keys(row)
    return house.db.owner.query(
      `insert into app.homework (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
  }

  beforeAll(async () => {
    const own = { kind: 'homework', subject: 'Rekenen', due_on: '2026-11-26', way: 'paper', minutes: 20 }
    await set({ ...own, title: 'bladzijde 34' })
    await set({ ...own, kind: 'test', title: 'hoofdstuk 3', due_on: '2026-11-27', way: null, minutes: null })
    await set({ ...own, title: 'van 5A', group_id: klimboom.groups.g5a })
    await set({ ...own, title: 'van later', due_on: '2026-12-04' })
  })

  test('Family and pupil read them on the day they are for, with how and how long, and nothing of another group', async () => {
    for (const name of ['selma', 'timo']) {
      const words = await read(name)
      expect(day(words, 'donderdag 26 november')).toContain('Rekenen: bladzijde 34\nop papier, ongeveer 20 minuten')
      expect(day(words, 'vrijdag 27 november')).toContain('Toets Rekenen: hoofdstuk 3')
      expect(words).not.toContain('van 5A')
      expect(words).not.toContain('van later')
    }
    expect(await read('karim')).toContain('van 5A')
    const selma = house.as('selma')
    await selma.get('/agenda')
    const [, href = ''] = /<a href="([^"]*)">Rekenen: bladzijde 34/.exec(selma.html) ?? []
    expect(href).toBe(`/huiswerk?kind=${klimboom.timo}`)
    await selma.get(href)
    expect(selma.html).toContain('Rekenen: bladzijde 34')
  })

  test('A teacher reads in the own week what is asked of each class taught; the office reads it of the class it opens', async () => {
    const own = await read('tess')
    expect(day(own, 'donderdag 26 november')).toContain('Rekenen: bladzijde 34')
    expect(own).not.toContain('van 5A')
    expect(await read('tess', `/agenda?klas=${klimboom.groups.g4b}`)).toContain('Toets Rekenen: hoofdstuk 3')
    expect(await read('hein')).not.toContain('bladzijde 34')
  })

  test('What was moved stands on both days, and what is off says so', async () => {
    await set({ kind: 'test', subject: 'Taal', title: 'woordsoorten', due_on: '2026-11-27', due_time: '10:30' })
    const { owner } = house.db
    const { rows } = await owner.query<{ id: string }>(`select id from app.homework where title = 'woordsoorten'`)
    await owner.query(
      `insert into app.homework_change (school_id, homework_id, group_id, changed_by, changed_at, title, due_on)
       values ($1, $2, $3, $4, app.now(), 'woordsoorten', '2026-11-24')`,
      [klimboom.school, rows[0]?.id, klimboom.groups.g4b, klimboom.tess],
    )
    const moved = await read('selma')
    expect(day(moved, 'dinsdag 24 november')).toContain('Toets Taal: woordsoorten\nnu voor vrijdag 27 november')
    expect(day(moved, 'vrijdag 27 november')).toContain('Toets Taal: woordsoorten\nom 10.30 uur, verplaatst')
    await owner.query(
      `insert into app.homework_withdrawal (school_id, homework_id, group_id, withdrawn_by, withdrawn_at)
       values ($1, $2, $3, $4, app.now())`,
      [klimboom.school, rows[0]?.id, klimboom.groups.g4b, klimboom.tess],
    )
    expect(day(await read('selma'), 'vrijdag 27 november')).toContain(
      'Toets Taal: woordsoorten\nom 10.30 uur, vervallen',
    )
  })
})

describe('whose week', () => {
  test('All children are shown together or one alone', async () => {
    await tieSecondChild(house.db)
    await lesson({ school: vlieger.school, boundTo: vlieger.group, starts: '2026-11-25T09:00', title: 'Zwemmen' })
    const both = await read('selma')
    expect(day(both, 'woensdag 25 november')).toMatch(/Bo\n9.00\nZwemmen[\s\S]*Timo\n8.30\nTaal/)
    expect(both).toContain('Allebei')
    const one = await read('selma', `/agenda?kind=${vlieger.bo}`)
    expect(one).toContain('Zwemmen')
    expect(one).not.toContain('Taal')
    expect(one).toContain('Vliegerfeest')
  })

  test('Another family, another class and what is no id are not there', async () => {
    const tries: [string, string][] = [
      ['karim', `kind=${klimboom.timo}`],
      ['bas', `kind=${klimboom.noor}`],
      ['timo', `kind=${klimboom.timo}`],
      ['tess', `kind=${klimboom.timo}`],
      ['tess', `klas=${klimboom.groups.g5a}`],
      ['selma', `klas=${klimboom.groups.g4b}`],
      ['olga', `klas=${klimboom.groups.g4b}`],
      ['selma', 'kind=x'],
      ['tess', 'klas=%00'],
    ]
    for (const [name, query] of tries)
      expect([name, query, (await house.as(name).get(`/agenda?${query}`)).status]).toEqual([name, query, 404])
    expect((await house.stranger().get('/agenda')).headers.get('location')).toBe('/inloggen')
  })

  test('A pupil sees the own week, and a teacher her own lessons, or those of a class', async () => {
    await lesson({ boundTo: klimboom.timo, starts: '2026-11-25T14:00', title: 'Plusgroep' })
    expect(await read('timo')).toMatch(/Taal[\s\S]*Plusgroep/)
    const classes = await read('tess')
    expect(classes).toContain('Taal')
    await lesson({ boundTo: klimboom.tess, starts: '2026-11-25T08:30', title: 'Eigen les' })
    const own = await read('tess')
    expect(own).toContain('Mijn lessen\n4B')
    expect(own).toContain('Eigen les')
    expect(own).not.toContain('Plusgroep')
    const group = await read('tess', `/agenda?klas=${klimboom.groups.g4b}`)
    expect(group).toContain('Taal')
    expect(group).not.toContain('Eigen les')
  })

  test('Who has no lessons still has the calendar of the school, and who belongs to none is told so', async () => {
    const hein = await read('hein')
    expect(hein).toContain('Er is geen rooster van jou ingelezen. Je ziet hier de schoolkalender.')
    expect(hein).toContain('Schoolreis')
    expect(await read('leftStaff')).toContain('Je hoort op dit moment bij geen school.')
    expect(await read('karim')).toContain('Er is nog geen rooster van Noor.')
  })

  test('English is spoken to who asks for it', async () => {
    await house.db.owner.query(`update app.account set language = 'en' where login = 'bas'`)
    const words = await read('bas')
    expect(words).toMatch(/^Week 48, 23 to 27 November\n/)
    expect(words).toContain('Wednesday 25 November\ntoday')
    expect(words).toContain('other room')
  })
})
