import { describe, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { onResultPages, secondaryHouse, withoutTags } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()

const { groups, timo } = klimboom
const { addTest, enter, sees, open } = onResultPages(house)
const address = `/toetsen/inlezen?groep=${groups.g4b}`
const toApply = '/toetsen/inlezen/toepassing'
const group = groups.g4b

const list = [
  'leerling;vak;toets;weging;datum;cijfer;opmerking',
  'Timo de Jong;Wiskunde;Hoofdstuk 6;2;20-11-2026;5,4;Goed begonnen',
  'Iemand Anders;Wiskunde;Hoofdstuk 6;2;20-11-2026;7;',
].join('\n')

const count = async (sql: string): Promise<number> =>
  Number((await house().db.owner.query(`select count(*) from app.${sql}`)).rows[0].count)

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const hidden = ({ html }: Browser, name: string): string =>
  unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

/** Sends a list and gives the page that answers. */
const look = async (fields: Record<string, string | File>, who = 'tess') => {
  const browser = house().as(who)
  await browser.get('/account')
  const { status } = await browser.post('/toetsen/inlezen', { group, ...fields })
  return { browser, status, says: withoutTags(browser) }
}
/** Answers the preview that this browser shows. */
const apply = async (browser: Browser) => {
  const names = ['group', 'table', 'subject', 'madeOn', 'shown']
  const answer = await browser.post(toApply, Object.fromEntries(names.map((name) => [name, hidden(browser, name)])))
  return { status: answer.status, to: answer.headers.get('location') ?? '', says: withoutTags(browser) }
}

describe('A preview', () => {
  test('shows what a pasted list would do, writes nothing, and is applied exactly so', async () => {
    const { browser, status, says } = await look({ text: list })
    expect(status).toBe(200)
    expect(says).toContain('Er is nog niets veranderd.')
    expect(says).toContain('“Iemand Anders” zit niet in deze groep.')
    expect(says).toContain('Timo de Jong')
    expect([await count('assessment'), await count('result')]).toEqual([0, 0])
    expect(await house().events()).toEqual([])
    const applied = await apply(browser)
    expect(applied).toMatchObject({ status: 303, to: `/cijfers?groep=${groups.g4b}&ingelezen=1` })
    await browser.get(applied.to)
    expect(browser.html).toContain('We lazen 1 resultaat in.')
    const events = await house().events()
    expect(events.map(({ event }) => event)).toEqual(['results.test.added', 'results.grades.entered'])
    expect(JSON.stringify(events)).not.toContain('Jong')
  })

  test('of a file does the same, and a second time nothing is left to do', async () => {
    const file = new File([list], 'C:\\map\\cijfers.csv')
    const { browser } = await look({ file })
    expect((await apply(browser)).status).toBe(303)
    const again = await look({ file })
    expect(again.says).toContain('Er is niets om in te lezen.')
    expect(again.says).toContain('blijft zo')
    expect(again.browser.html).not.toContain('name="table"')
    expect([await count('assessment'), await count('result')]).toEqual([1, 1])
  })

  test('of a class list needs a subject, and keeps what was sent when it is not there', async () => {
    const text = 'naam;Hoofdstuk 5;Hoofdstuk 6\nTimo de Jong;6,4;7'
    const without = await look({ file: new File([text], 'lijst.csv') })
    expect(without.status).toBe(422)
    expect(without.says).toContain('In de lijst staat geen vak.')
    expect(without.says).toContain('Timo de Jong')
    const { browser, says } = await look({ text, subject: 'Wiskunde' })
    expect(says).toContain('Wiskunde, Hoofdstuk 5')
    expect((await apply(browser)).status).toBe(303)
    expect([await count('assessment'), await count('result')]).toEqual([2, 2])
  })

  test('that no longer holds is shown anew, and nothing is written', async () => {
    const id = await addTest()
    const { browser, says } = await look({ text: list })
    expect(says).toContain('deze toets is er al')
    await enter(id, { [timo]: '6,0' })
    const answer = await apply(browser)
    expect(answer.status).toBe(409)
    expect(answer.says).toContain('Er veranderde iets in deze groep. Er is niets ingelezen.')
    expect(answer.says).toContain('was 6,0')
    expect(await count('result')).toBe(1)
    expect((await apply(browser)).status).toBe(303)
    expect(await count('result where ended_at is null and tenths = 54')).toBe(1)
  })

  test('cannot be bent: another list, or one that is none, is not read in', async () => {
    const { browser } = await look({ text: list })
    const table = hidden(browser, 'table').replace('5,4', '10')
    const fields = { group, table, subject: '', madeOn: '23-11-2026', shown: hidden(browser, 'shown') }
    expect((await browser.post(toApply, fields)).status).toBe(409)
    expect((await browser.post(toApply, { ...fields, table: '{' })).status).toBe(422)
    expect(await count('result')).toBe(0)
  })

  test('does not touch the exam dossier', async () => {
    await addTest({ dossier: 'exam' })
    const { says, browser } = await look({ text: list })
    expect(says).toContain('Het examendossier lezen we niet in.')
    expect(browser.html).not.toContain('name="table"')
  })
})

describe('Who', () => {
  test('a guardian sees nothing of what was read in before its moment, nor does the pupil', async () => {
    const { browser } = await look({ text: list })
    const before = withoutTags(await open('selma', '/voortgang'))
    expect((await apply(browser)).status).toBe(303)
    expect(withoutTags(await open('selma', '/voortgang'))).toBe(before)
    expect(await sees('timo', '5,4')).toBe(false)
    await house().db.setNow('2026-11-23T17:00:00+01:00')
    expect(await sees('timo', '5,4')).toBe(true)
    expect(await sees('selma', '5,4')).toBe(false)
    await house().db.setNow('2026-11-26T17:00:00+01:00')
    expect(await sees('selma', '5,4')).toBe(true)
  })

  test('does not teach the group finds no such page', async () => {
    for (const who of ['selma', 'timo', 'hein', 'olga', 'exTess', 'vliegerOffice']) {
      const browser = house().as(who)
      await browser.get('/account')
      expect((await browser.get(address)).status, who).toBe(404)
      expect((await browser.post('/toetsen/inlezen', { group, text: list })).status, who).toBe(404)
      expect((await browser.post(toApply, { group, table: '{}' })).status, who).toBe(404)
    }
    expect((await open('tess', address)).html).toContain('Resultaten inlezen voor 4B')
    expect((await open('tess', `/cijfers?groep=${groups.g4b}`)).html).toContain('Lees een bestand in')
  })
})

describe('What is wrong is said beside its field', () => {
  test.each([
    ['nothing', {}, 'Kies een bestand, of plak een lijst.'],
    ['other columns', { text: 'kleur;vorm\nrood;rond' }, 'Er is niets om in te lezen.'],
    ['columns that miss the pupil', { text: 'vak;toets;cijfer\na;b;7' }, 'We vinden geen resultaten in deze kolommen.'],
    ['no day', { text: list, madeOn: 'gisteren' }, 'Vul een dag in, zoals 23-11-2026.'],
    ['a column twice', { text: 'leerling;leerling\na;b' }, 'De kolom “leerling” staat er twee keer.'],
    ['too many rows', { text: `leerling;vak\n${'a;b\n'.repeat(6000)}` }, 'Er staan meer dan 5000 regels in.'],
  ])('%s', async (_, fields, sentence) => {
    const { says } = await look({ subject: 'Wiskunde', ...fields })
    expect(says).toContain(sentence)
    expect(await count('assessment')).toBe(0)
  })

  test('what stands in a list is text on the page', async () => {
    const { browser } = await look({
      text: `leerling;vak;toets;cijfer\n<b>Sem</b>;Wiskunde;=1+1;7\nTimo de Jong;<i>;<script>;7`,
    })
    expect(browser.html).toContain('&lt;b&gt;Sem&lt;/b&gt;')
    expect(browser.html).not.toMatch(/<b>Sem|<i>,|<script>,/)
  })
})
