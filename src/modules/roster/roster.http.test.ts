import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logged } from '#test/rig.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let schools: TwoSchools
beforeAll(async () => {
  schools = await twoSchools()
})
afterAll(() => schools.drop())

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const pupils = [
  'key,first_name,prefix,last_name,birth_date,group',
  '1,Lieve,,Bakker,2018-05-11,4B',
  '2,Şenay,,Özdemir,2018-06-01,4B',
  '3,<b>Sem</b>,,=1+1,2018-07-01,6C',
].join('\n')

/** Uploads a file and gives the address of its preview. */
const upload = async (who: string, format: string, text: string, name = 'C:\\map\\lijst.csv') => {
  const browser = schools.as(who)
  await browser.get('/inlezingen')
  const answer = await browser.post('/inlezingen', { format, file: new File([text], name) })
  return { browser, answer, at: answer.headers.get('location') ?? '' }
}

const shown = (html: string): string => /name="proef" value="([^"]*)"/.exec(html)?.[1] ?? ''
const count = async (sql: string): Promise<number> =>
  Number((await schools.db.owner.query(`select count(*) from app.${sql}`)).rows[0].count)

describe('A preview', () => {
  test('of new guardians says that a file does not tell who has authority; one of pupils does not speak of it.', async () => {
    const key = (value: string | null) =>
      schools.db.owner.query('update app.pupil set source_key = $1 where person_id = $2', [value, klimboom.timo])
    await key('4711')
    const line = '4711,Greet,,Nieuwenhuis,oma,greet@thuis.example,,'
    const header = 'pupil_key,first_name,prefix,last_name,relation,email,phone,language'
    const ofGuardians = await upload('olga', 'guardians', `${header}\n${line}`)
    await ofGuardians.browser.get(ofGuardians.at)
    expect(ofGuardians.browser.html).toContain('Nieuwenhuis')
    expect(ofGuardians.browser.html).toContain('zegt niet wie gezag heeft')
    const ofPupils = await upload('olga', 'pupils', pupils)
    await ofPupils.browser.get(ofPupils.at)
    expect(ofPupils.browser.html).not.toContain('wie gezag heeft')
    for (const { browser, at } of [ofGuardians, ofPupils]) await browser.post(`${at}/verwerping`)
    await key(null)
    await schools.events()
  })

  test('shows what would change, changes nothing, and is applied exactly so; then it is taken back.', async () => {
    const before = await count('person')
    const { browser, answer, at } = await upload('olga', 'pupils', pupils)
    expect(answer.status).toBe(303)
    await browser.get(at)
    expect(browser.html).toContain('Er is nog niets veranderd.')
    expect(browser.html).toContain('lijst.csv')
    expect(browser.html).not.toContain('C:\\map')
    expect(browser.html).toContain('&lt;b&gt;Sem&lt;/b&gt;')
    expect(browser.html).toContain('Özdemir, Şenay')
    expect(browser.html).toContain('Lees 3 leerlingen, 2 groepen in')
    expect(await count('person')).toBe(before)
    await schools.events()

    const applied = await browser.post(`${at}/toepassing`, { proef: shown(browser.html), weg: 'blijven' })
    expect([applied.status, applied.headers.get('location')]).toEqual([303, at])
    await browser.get(at)
    expect(browser.html).toContain('Het bestand is ingelezen.')
    expect(await count('person')).toBe(before + 3)
    expect(await count('roster_preview')).toBe(0)
    const events = await schools.events()
    expect(events.map(({ event }) => event)).toEqual(['roster.import.applied'])
    expect(JSON.stringify(events)).not.toContain('Bakker')

    const back = await browser.post(`${at}/terugdraaiing`)
    expect(back.status).toBe(303)
    await browser.get(at)
    expect(browser.html).toContain('Teruggedraaid op')
    expect(await count('person')).toBe(before)
    expect((await browser.post(`${at}/terugdraaiing`)).status).toBe(409)
  })

  test('that no longer fits the school is not applied: it is shown again.', async () => {
    const { browser, at } = await upload('olga', 'pupils', pupils)
    await browser.get(at)
    const old = shown(browser.html)
    await schools.db.owner.query(`update app.school_group set name = '4B blauw' where id = '${klimboom.groups.g4b}'`)
    const answer = await browser.post(`${at}/toepassing`, { proef: old, weg: 'blijven' })
    expect(answer.status).toBe(409)
    expect(browser.html).toContain('Er is intussen iets veranderd. Bekijk de proef opnieuw.')
    expect(shown(browser.html)).not.toBe(old)
    await schools.db.owner.query(`update app.school_group set name = '4B' where id = '${klimboom.groups.g4b}'`)
    expect((await browser.post(`${at}/verwerping`)).status).toBe(303)
    expect((await browser.get(at)).status).toBe(404)
  })

  test('asks a day for who leaves and a second yes when many do.', async () => {
    const { browser, at } = await upload('ada', 'pupils', pupils)
    await browser.get(at)
    expect(browser.html).toContain('Niet in het bestand: 3 leerlingen')
    const proef = shown(browser.html)
    expect((await browser.post(`${at}/toepassing`, { proef, weg: 'kiezen' })).status).toBe(422)
    expect(browser.html).toContain('Kies wie je uitschrijft')
    expect(
      (
        await browser.post(`${at}/toepassing`, {
          proef,
          weg: 'kiezen',
          [`weg-${klimboom.timo}`]: 'on',
          dag: '31-2-2027',
        })
      ).status,
    ).toBe(422)
    expect(browser.html).toContain('Schrijf de dag als 1-8-2027')
    expect(
      (
        await browser.post(`${at}/toepassing`, {
          proef,
          weg: 'kiezen',
          [`weg-${klimboom.timo}`]: 'on',
          dag: '1-12-2026',
        })
      ).status,
    ).toBe(422)
    expect(browser.html).toContain('Kijk na of zoveel mensen van school gaan')
    const fields = { proef, weg: 'kiezen', [`weg-${klimboom.timo}`]: 'on', dag: '1-12-2026', klopt: 'on' }
    expect((await browser.post(`${at}/toepassing`, fields)).status).toBe(303)
    const { rows } = await schools.db.owner.query(`select person_id from app.pupil where left_on = '2026-12-01'`)
    expect(rows).toEqual([{ person_id: klimboom.timo }])
    expect((await browser.post(`${at}/terugdraaiing`)).status).toBe(303)
  })

  test('lets a person say who is the same, where the file has no lasting key.', async () => {
    const xml =
      '<EDEX><leerlingen><leerling key="#1"><achternaam>Aarts</achternaam><roepnaam>Sem</roepnaam><geboortedatum>2018-09-30</geboortedatum><emailadres>sem@klimboom.example</emailadres></leerling></leerlingen></EDEX>'
    const { browser, at } = await upload('olga', 'edexml', xml, 'edex.xml')
    await browser.get(at)
    expect(browser.html).toContain('Misschien dezelfde: 1 persoon')
    const before = await count('pupil')
    const answer = await browser.post(`${at}/toepassing`, {
      proef: shown(browser.html),
      weg: 'blijven',
      'zelfde-pupils-1': 'same',
    })
    expect(answer.status).toBe(303)
    expect(await count('pupil')).toBe(before)
    expect(
      (await schools.db.owner.query(`select email from app.person_contact where person_id = '${klimboom.sem}'`)).rows,
    ).toEqual([{ email: 'sem@klimboom.example' }])
  })

  test('leads to long lists, a page at a time.', async () => {
    const rows = Array.from({ length: 260 }, (_, at) => `k${at},Kind ${at},,Naam,2018-01-01,4B`)
    const { browser, at } = await upload(
      'olga',
      'pupils',
      ['key,first_name,prefix,last_name,birth_date,group', ...rows].join('\n'),
    )
    await browser.get(at)
    expect(browser.html).toContain('Alle 260 bekijken')
    expect(browser.html).not.toContain('Kind 259')
    await browser.get(`${at}/nieuw?blad=2`)
    expect(browser.html).toContain('Naam, Kind 259')
    expect((await browser.get(`${at}/anders`)).status).toBe(404)
    await browser.get(at)
    await browser.post(`${at}/verwerping`)
  })
})

describe('A file', () => {
  test('that is refused whole leads back to the form with one sentence, and keeps nothing.', async () => {
    for (const [format, text, sentence] of [
      ['edexml', '<!DOCTYPE EDEX><EDEX/>', 'Het bestand heeft een DOCTYPE op regel 1.'],
      ['edexml', '<EDEX><leerlingen>', 'Het bestand is geen goede XML'],
      [
        'edexml',
        fixture('wilgenhof.xml'),
        'Dit bestand is van een andere school: er staat BRIN 00XY en deze school heeft 12AB.',
      ],
      ['pupils', 'naam\nSem', 'De kolommen kloppen niet. Gevonden: naam.'],
      ['pupils', '', 'Kies een bestand'],
      ['', pupils, 'Kies wat voor bestand het is'],
    ] as const) {
      const { browser, answer } = await upload('olga', format, text, text === '' ? '' : 'x')
      expect([answer.status, sentence, browser.html.includes(sentence)]).toEqual([422, sentence, true])
    }
    expect(await count('roster_preview')).toBe(0)
  })

  test('is for who keeps the people of the school; for others no page of it exists.', async () => {
    const { at } = await upload('olga', 'pupils', pupils)
    for (const who of ['ada', 'hein', 'tess', 'selma', 'timo', 'vliegerOffice']) {
      const browser = schools.as(who)
      expect([who, (await browser.get(at)).status]).toEqual([who, 404])
      await browser.get('/account')
      expect([who, (await browser.post(`${at}/toepassing`, { proef: 'x' })).status]).toEqual([who, 404])
      expect([who, (await browser.post(`${at}/verwerping`)).status]).toEqual([who, 404])
    }
    for (const who of ['hein', 'tess', 'selma', 'timo'])
      expect((await schools.as(who).get('/inlezingen')).status).toBe(404)
    expect((await schools.stranger().get(at)).status).toBe(303)
    const foreign = schools.as('vliegerOffice')
    await foreign.get('/inlezingen')
    expect(
      (
        await foreign.post(`/inlezingen?school=${klimboom.school}`, {
          format: 'pupils',
          file: new File([pupils], 'x.csv'),
        })
      ).status,
    ).toBe(404)
  })

  test('leaves no name in the log.', () => {
    expect(logged.join('\n')).not.toMatch(/Lieve|Bakker|Özdemir|lijst\.csv/)
  })
})
