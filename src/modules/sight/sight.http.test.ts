import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enter } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import type { Browser } from '#test/browser.ts'
import { addLesson, addReading } from '#test/lessons.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
  await addLesson(house.db, { title: 'Handvaardigheid' })
  const s = klimboom.school
  await house.db.owner.query(`
    insert into app.homework (school_id, group_id, set_by, once, kind, subject, title, way, minutes, due_on)
      values ('${s}', '${klimboom.groups.g4b}', '${klimboom.tess}', gen_random_uuid(), 'homework', 'Rekenen', 'Bladzijde 12', 'paper', 20, '2026-11-23');
    insert into app.announcement (school_id, id, title, body, important, shows_from, shows_until, wish, written_by, signed)
      select '${s}', n.id::uuid, n.title, 'Tekst', n.important, '2026-11-20', '2026-12-20', n.wish::jsonb, '${klimboom.tess}', 'Tess' from (values
        ('00000000-0000-4000-8000-000000009001', 'Luizen in de klas', false, '{"whole": false, "groups": ["${klimboom.groups.g4b}"], "whom": ["guardian"]}'),
        ('00000000-0000-4000-8000-000000009002', 'Formulier voor het kamp', true, '{"whole": false, "groups": ["${klimboom.groups.g4b}"], "whom": ["guardian"]}'),
        ('00000000-0000-4000-8000-000000009003', 'Het plein is klaar', false, '{"whole": true, "groups": [], "whom": ["guardian"]}')) n (id, title, important, wish);
    insert into app.announcement_audience (school_id, announcement_id, for_whom, group_id)
      values ('${s}', '00000000-0000-4000-8000-000000009001', 'guardian', '${klimboom.groups.g4b}'),
        ('${s}', '00000000-0000-4000-8000-000000009002', 'guardian', '${klimboom.groups.g4b}'),
        ('${s}', '00000000-0000-4000-8000-000000009003', 'guardian', null);
    insert into app.announcement_step (school_id, announcement_id, step, taken_by, taken_at)
      select school_id, id, 'published', '${klimboom.tess}', '2026-11-21' from app.announcement`)
})
beforeEach(async () => {
  await house.db.owner.query('delete from app.sight_choice; delete from app.sight_request')
  await house.db.setNow('2026-11-23T09:00:00+01:00')
  await house.events()
})
afterAll(() => house.drop())

const wordsOf = (browser: Browser): string =>
  browser.html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
const sees = async (who: string, path: string): Promise<string> => {
  const browser = house.as(who)
  expect([who, path, (await browser.get(path)).status]).toEqual([who, path, 200])
  return wordsOf(browser)
}
const agreed = { grades: 'agreed', homework: 'agreed', presence: 'agreed', timetable: 'agreed', messages: 'agreed' }
const choose = async (who: string, fields: Record<string, string>, kind: string = klimboom.timo) => {
  const browser = house.as(who)
  await browser.get('/zicht')
  const answer = await browser.post('/zicht', { kind, ...fields })
  return { browser, status: answer.status, to: answer.headers.get('location') ?? '' }
}
const rows = async (table: string): Promise<unknown[]> =>
  (await house.db.owner.query<Record<string, unknown>>(`select * from app.${table}`)).rows
/** What this one finds in a table by SQL, under the policies. */
const findsBySql = (who: string, table: string): Promise<number> =>
  house.db.app.transaction().execute(async (tx) => {
    await enter(tx, hashOf(house.as(who).cookies.get('samenspraak') ?? ''))
    return (await sql`select 1 from ${sql.table(table)}`.execute(tx)).rows.length
  })

const everywhere: readonly [path: string, what: string][] = [
  ['/vandaag', 'Bladzijde 12'],
  ['/huiswerk', 'Bladzijde 12'],
  ['/agenda', 'Bladzijde 12'],
  ['/vandaag', 'Handvaardigheid'],
  ['/agenda', 'Handvaardigheid'],
  ['/vandaag', 'Luizen in de klas'],
  ['/mededelingen', 'Luizen in de klas'],
]

describe('what a guardian wants to see', () => {
  test('All is as agreed as long as nothing is chosen, and no page says anything of it', async () => {
    for (const [path, what] of everywhere) {
      const page = await sees('selma', path)
      expect([path, page]).toEqual([path, expect.stringContaining(what)])
      expect(page).not.toContain('zelf gekozen')
    }
    expect(await sees('selma', '/zicht')).toContain('Nu: alles zoals afgesproken.')
  })

  test('All off takes the parts of that child off the pages of this guardian, says so once, and changes nothing for the other', async () => {
    expect((await choose('selma', { alles: 'none' })).to).toBe(`/zicht?gedaan=bewaard#zicht-${klimboom.timo}`)
    for (const [path, what] of everywhere) {
      const page = await sees('selma', path)
      expect([path, page]).not.toEqual([path, expect.stringContaining(what)])
      expect(page.split('zelf gekozen').length).toBe(2)
      expect(await sees('bas', path)).toContain(what)
      expect(await sees('bas', path)).not.toContain('zelf gekozen')
    }
    // Not even the question of the day names what is off.
    expect((await sees('selma', '/vandaag')).toLowerCase()).not.toMatch(/handvaardigheid|rekenen/)
    expect(await sees('selma', '/zicht')).toContain('Nu: alles uit.')
    expect(await sees('bas', '/zicht')).toContain('Nu: alles zoals afgesproken.')
    // What is off is not shown by an address either.
    expect(await sees('selma', `/huiswerk?kind=${klimboom.timo}&toon=huiswerk`)).not.toContain('Bladzijde 12')
    // As before, in one tap.
    await choose('selma', { alles: 'agreed' })
    for (const [path, what] of everywhere) expect(await sees('selma', path)).toContain(what)
    expect(await rows('sight_choice')).toEqual([])
  })

  test('What is for the whole school and what is important always comes through', async () => {
    await choose('selma', { alles: 'none' })
    for (const path of ['/vandaag', '/mededelingen']) {
      const page = await sees('selma', path)
      expect(page).toContain('Formulier voor het kamp')
      expect(page).toContain('Het plein is klaar')
    }
  })

  test('What is only for when asked is left out, and shown once by its link; nothing is written', async () => {
    await choose('selma', { ...agreed, homework: 'ask', timetable: 'ask', messages: 'ask' })
    const before = await rows('sight_choice')
    for (const [path, what, word] of [
      ['/huiswerk', 'Bladzijde 12', 'huiswerk'],
      ['/vandaag', 'Bladzijde 12', 'huiswerk'],
      ['/vandaag', 'Handvaardigheid', 'rooster'],
      ['/vandaag', 'Luizen in de klas', 'mededelingen'],
      ['/agenda', 'Handvaardigheid', 'rooster'],
      ['/agenda', 'Bladzijde 12', 'huiswerk'],
      ['/mededelingen', 'Luizen in de klas', 'mededelingen'],
    ] as const) {
      const browser = house.as('selma')
      await browser.get(path)
      expect([path, wordsOf(browser)]).not.toEqual([path, expect.stringContaining(what)])
      expect(wordsOf(browser)).not.toContain('zelf gekozen')
      const link = `${path}?kind=${klimboom.timo}&toon=${word}`
      expect(browser.html.replaceAll('&amp;', '&')).toContain(`href="${link}"`)
      expect(await sees('selma', link)).toContain(what)
      expect(await sees('selma', path)).not.toContain(what)
    }
    expect(await rows('sight_choice')).toEqual(before)
  })

  test('One part can be off and the rest stays', async () => {
    await choose('selma', { ...agreed, homework: 'none' })
    const page = await sees('selma', '/vandaag')
    expect(page).toContain('Handvaardigheid')
    expect(page).not.toContain('Bladzijde 12')
    expect(await sees('selma', '/agenda')).toContain('Handvaardigheid')
  })

  test('What is off of one child stays of the other, also what reaches this guardian through both', async () => {
    const id = '00000000-0000-4000-8000-000000000991'
    await house.db.owner
      .query(`insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on)
        values ('${klimboom.school}', '${id}', '${klimboom.sem}', '${klimboom.selma}', 'mother', '2026-08-01')`)
    await choose('selma', { alles: 'none' })
    for (const [path, what] of everywhere) {
      expect([path, await sees('selma', path)]).toEqual([path, expect.stringContaining(what)])
      expect([path, await sees('selma', `${path}?kind=${klimboom.sem}`)]).toEqual([path, expect.stringContaining(what)])
      if (what.startsWith('Luizen')) continue
      const ofTimo = await sees('selma', `${path}?kind=${klimboom.timo}`)
      expect([path, ofTimo]).not.toEqual([path, expect.stringContaining(what)])
    }
    await choose('selma', { alles: 'none' }, klimboom.sem)
    for (const [path, what] of everywhere) expect(await sees('selma', path)).not.toContain(what)
    await house.db.owner.query(`delete from app.guardianship where id = '${id}'`)
  })

  test('A form that misses a part is told so beside it, keeps what was typed, and changes nothing', async () => {
    const { homework: _, ...rest } = agreed
    const { browser, status } = await choose('selma', { ...rest, timetable: 'none' })
    expect(status).toBe(422)
    expect(wordsOf(browser)).toContain('Kies een van de drie')
    expect(browser.html).toContain(`href="#homework-${klimboom.timo}"`)
    expect(await rows('sight_choice')).toEqual([])
  })

  test('Of a child that is not the own nobody chooses, and no teacher or pupil at all', async () => {
    expect((await choose('selma', { alles: 'none' }, klimboom.noor)).status).toBe(404)
    for (const who of ['tess', 'hein', 'olga', 'timo'])
      expect([who, (await choose(who, { alles: 'none' })).status]).toEqual([who, 404])
    expect((await choose('selma', { alles: 'none' })).status).toBe(303)
  })

  test('The ledger tells that somebody chose, and neither what nor of which child', async () => {
    await choose('selma', { alles: 'none' })
    expect(await house.events()).toEqual([
      {
        event: 'sight.choices.kept',
        about: [klimboom.selma],
        payload: {},
        doer_hat: 'guardian',
        doer_person: klimboom.selma,
      },
    ])
  })

  test('By SQL the guardian alone finds it: no other guardian, no teacher, head, office or pupil', async () => {
    await choose('selma', { alles: 'none' })
    expect(await findsBySql('selma', 'sight_choice')).toBe(5)
    for (const who of ['bas', 'karim', 'timo', 'tess', 'hein', 'olga', 'ada', 'vliegerOffice'])
      expect([who, await findsBySql(who, 'sight_choice')]).toEqual([who, 0])
  })
})
