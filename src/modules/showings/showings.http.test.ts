import sharp from 'sharp'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import type { Browser } from '#test/browser.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { purgeShowings } from './jobs.ts'
import type { ShowingTables } from './tables.ts'

let house: TwoSchools
let picture: File
beforeAll(async () => {
  house = await twoSchools()
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#0a7' } })
    .png()
    .toBuffer()
  picture = new File([new Uint8Array(bytes)], 'vulkaan.png')
})
beforeEach(async () => {
  await house.db.owner.query('delete from app.showing; delete from app.file')
  await house.events()
})
afterAll(() => house.drop())

const wordsOf = (browser: Browser): string => browser.html.replace(/<[^>]+>/g, '\n').replace(/\s*\n\s*/g, '\n')
const show = async (who: string, fields: Record<string, string | File>) => {
  const browser = house.as(who)
  await browser.get('/laten-zien')
  const answer = await browser.post('/laten-zien', { line: 'Mijn vulkaan', file: picture, ...fields })
  return { browser, status: answer.status }
}
const sees = async (who: string): Promise<string> => {
  const browser = house.as(who)
  await browser.get('/laten-zien')
  return wordsOf(browser)
}
const fileOf = (browser: Browser): string => /src="(\/bestanden\/[0-9a-f-]{36})/.exec(browser.html)?.[1] ?? ''

describe('what a pupil shows', () => {
  test('All own guardians see it, and no teacher, no other parent and no office', async () => {
    expect((await show('timo', {})).status).toBe(303)
    for (const name of ['selma', 'bas', 'timo'])
      expect([name, await sees(name)]).toEqual([name, expect.stringContaining('Mijn vulkaan')])
    const selma = house.as('selma')
    await selma.get('/laten-zien')
    const file = fileOf(selma)
    expect((await selma.get(file)).status).toBe(200)
    for (const name of ['karim', 'pamAsParent', 'tess', 'hein', 'olga', 'ada', 'vliegerOffice']) {
      expect([name, await sees(name)]).toEqual([name, expect.not.stringContaining('Mijn vulkaan')])
      expect([name, (await house.as(name).get(file)).status]).toEqual([name, 404])
    }
    expect((await house.events()).map(({ event, about }) => [event, about[0]])).toEqual([
      ['showings.work.shown', klimboom.timo],
    ])
  })

  test('Taken back it is gone everywhere at once, and another can be shown the same day', async () => {
    const { browser: timo } = await show('timo', {})
    await timo.get('/laten-zien')
    expect(wordsOf(timo)).toContain('Je hebt vandaag al iets laten zien.')
    const [file, id] = [fileOf(timo), /laten-zien\/([0-9a-f-]{36})\/einde/.exec(timo.html)?.[1] ?? '']
    for (const name of ['selma', 'tess', 'olga', 'karim']) {
      const other = house.as(name)
      await other.get('/account')
      expect([name, (await other.post(`/laten-zien/${id}/einde`)).status]).toEqual([name, 404])
    }
    expect((await timo.post(`/laten-zien/${id}/einde`)).status).toBe(303)
    expect((await house.as('selma').get(file)).status).toBe(404)
    expect(await sees('selma')).toContain('Er is nu niets.')
    expect((await show('timo', { line: 'Mijn tweede' })).status).toBe(303)
    expect((await show('timo', { line: 'Mijn derde' })).status).toBe(422)
  })

  test('The same form sent twice shows it once', async () => {
    const timo = house.as('timo')
    await timo.get('/laten-zien')
    const fields = {
      line: 'Mijn vulkaan',
      file: picture,
      _once: /name="_once" value="([^"]*)"/.exec(timo.html)?.[1] ?? '',
    }
    expect([(await timo.post('/laten-zien', fields)).status, (await timo.post('/laten-zien', fields)).status]).toEqual([
      303, 303,
    ])
    expect((await house.db.owner.query('select from app.showing')).rowCount).toBe(1)
  })
})

describe('what a teacher places', () => {
  test('The guardians of that child alone see it, with who placed it; teachers of the group can take it back', async () => {
    expect((await show('tess', { of: klimboom.timo })).status).toBe(303)
    const selma = await sees('selma')
    expect(selma).toContain('Mijn vulkaan')
    expect(selma).toContain('Tess Bakker zet dit neer voor Timo.')
    expect(await sees('pamAsParent')).not.toContain('Mijn vulkaan')
    expect(await sees('pamAsTeacher')).not.toContain('Mijn vulkaan')
    expect(await sees('tess')).toContain('Mijn vulkaan')
    expect((await show('tess', { of: klimboom.timo })).status).toBe(422)
    expect((await show('tess', { of: klimboom.sem })).status).toBe(303)
  })

  test('Only for pupils she teaches, and only where pupils have no account', async () => {
    for (const of of [klimboom.noor, klimboom.gone, vlieger.bo]) expect((await show('tess', { of })).status).toBe(404)
    expect((await show('hein', { of: klimboom.timo })).status).toBe(404)
    expect((await show('timo', { of: klimboom.sem })).status).toBe(404)
    await house.db.owner.query(`update app.school_stage set stage = 'VO' where school_id = $1`, [klimboom.school])
    expect((await show('tess', { of: klimboom.timo })).status).toBe(404)
    expect(await sees('tess')).toContain('Zij laten zelf iets zien aan hun ouders.')
    await house.db.owner.query(`update app.school_stage set stage = 'BO' where school_id = $1`, [klimboom.school])
  })
})

test('What is missing or wrong comes back with one sentence and what was typed', async () => {
  for (const [who, fields, sentence] of [
    ['timo', { line: '' }, 'Schrijf er één zin bij'],
    ['timo', { file: '' }, 'Kies een foto of een PDF'],
    ['timo', { file: new File(['<svg/>'], 'a.jpg') }, 'Dit bestand nemen we niet aan.'],
    ['tess', {}, 'Kies een leerling'],
  ] as const) {
    const { browser, status } = await show(who, fields)
    expect([sentence, status]).toEqual([sentence, 422])
    expect(wordsOf(browser)).toContain(sentence)
  }
  expect((await house.db.owner.query('select from app.showing union all select from app.file')).rowCount).toBe(0)
})

test('With the first of August it goes, and its file with it', async () => {
  await show('timo', {})
  const purge = () => asTask(house.db.app as Kysely<ShowingTables>, 'purge', null, purgeShowings)
  await house.db.setNow('2027-07-31T12:00:00+02:00')
  await purge()
  expect((await house.db.owner.query('select from app.showing')).rowCount).toBe(1)
  await house.db.setNow('2027-08-01T12:00:00+02:00')
  await purge()
  expect((await house.db.owner.query('select from app.showing')).rowCount).toBe(0)
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})
