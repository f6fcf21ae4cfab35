import sharp from 'sharp'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { purgeFiles } from '#modules/files/jobs.ts'
import type { FileTables } from '#modules/files/index.ts'
import type { Browser } from '#test/browser.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
let picture: File
let letter: File
beforeAll(async () => {
  house = await twoSchools()
  const dots = { create: { width: 900, height: 600, channels: 3 as const, background: '#0a7' } }
  const bytes = await sharp(dots)
    .withExif({ IFD0: { Artist: 'Juf Geheim' } })
    .jpeg()
    .toBuffer()
  picture = new File([new Uint8Array(bytes)], 'Sportdag <4B>.JPG.exe', { type: 'text/html' })
  const pdf = await PDFDocument.create()
  pdf.setAuthor('Juf Geheim')
  pdf.addPage()
  letter = new File([new Uint8Array(await pdf.save())], '../brief.pdf')
})
beforeEach(async () => {
  await house.db.owner.query(
    'delete from app.announcement_attachment; delete from app.announcement; delete from app.file',
  )
  await house.events()
})
afterAll(() => house.drop())

const wordsOf = (browser: Browser): string => browser.html.replace(/<[^>]+>/g, '\n').replace(/\s*\n\s*/g, '\n')
const g4b = `groep-${klimboom.groups.g4b}`
const g5a = `groep-${klimboom.groups.g5a}`
const sports = {
  title: 'Sportdag',
  body: 'Neem sportkleren mee.\n\nKijk op https://school.example/sport.',
  guardian: 'on',
}
const idIn = (answer: Response): string =>
  /\/mededelingen\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

/** Writes an announcement through the page. @returns its id */
const write = async (who: string, fields: Record<string, string | File>): Promise<string> => {
  const browser = house.as(who)
  await browser.get('/mededelingen/nieuw')
  const answer = await browser.post('/mededelingen', fields)
  expect(answer.status).toBe(303)
  return idIn(answer)
}
const post = async (who: string, id: string, what: string, fields: Record<string, string | File> = {}) => {
  const browser = house.as(who)
  await browser.get('/mededelingen')
  await browser.get('/account')
  return browser.post(`/mededelingen/${id}/${what}`, fields)
}
const published = async (who: string, fields: Record<string, string | File>): Promise<string> => {
  const id = await write(who, fields)
  expect((await post(who, id, 'publicatie')).status).toBe(303)
  return id
}
const reads = async (who: string, path: string): Promise<number> => (await house.as(who).get(path)).status
const readers = async (path: string, names: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const name of names) if ((await reads(name, path)) === 200) found.push(name)
  return found
}
const everybody = [
  'selma',
  'bas',
  'karim',
  'pamAsParent',
  'timo',
  'tess',
  'pamAsTeacher',
  'exTess',
  'hein',
  'olga',
  'ada',
]

describe('writing and reading', () => {
  test('A teacher writes for her group, looks at it, posts it, and only then the parents of that group find it', async () => {
    const id = await write('tess', { ...sports, [g4b]: 'on', file1: picture, file2: letter })
    const path = `/mededelingen/${id}`
    expect(await readers(path, everybody)).toEqual(['tess', 'hein', 'olga', 'ada'])
    const tess = house.as('tess')
    await tess.get(path)
    expect(wordsOf(tess)).toContain('Dit is een concept.')
    expect(wordsOf(tess)).toContain('Aan ouders van 4B')
    await post('tess', id, 'publicatie')
    expect(await readers(path, everybody)).toEqual(['selma', 'bas', 'pamAsParent', 'tess', 'hein', 'olga', 'ada'])
    const selma = house.as('selma')
    await selma.get('/mededelingen')
    expect(wordsOf(selma)).toContain('Sportdag\nmaandag 23 november · 2 bijlagen')
    await selma.get(path)
    expect(selma.html).toContain('<p>Neem sportkleren mee.</p>')
    expect(selma.html).toContain(
      'Kijk op <a href="https://school.example/sport" rel="noopener noreferrer nofollow">https://school.example/sport</a>.',
    )
    expect(wordsOf(selma)).toContain('Tess Bakker\n, maandag 23 november')
    expect(wordsOf(selma)).not.toMatch(/Wijzig|Trek in|Aan ouders/)
    expect((await house.events()).map(({ event, doer_person }) => [event, doer_person])).toEqual([
      ['announcements.announcement.written', klimboom.tess],
      ['announcements.announcement.published', klimboom.tess],
    ])
  })

  test('Its files are read by who reads it, and carry nothing of who made them', async () => {
    const id = await published('tess', { ...sports, [g4b]: 'on', file1: picture, file2: letter })
    const selma = house.as('selma')
    await selma.get(`/mededelingen/${id}`)
    const files = [...selma.html.matchAll(/href="(\/bestanden\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href)
    expect(files).toHaveLength(2)
    const [photo = '', pdf = ''] = files
    const answer = await selma.get(photo)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="Sportdag 4B.jpg"; filename*=UTF-8''Sportdag%204B.jpg`,
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(Buffer.from(await answer.arrayBuffer()).includes('Juf Geheim')).toBe(false)
    const small = Buffer.from(await (await selma.get(`${photo}/klein`)).arrayBuffer())
    expect(await sharp(small).metadata()).toMatchObject({ format: 'jpeg', width: 640 })
    const download = await selma.get(pdf)
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="brief.pdf"/)
    expect(
      (await PDFDocument.load(await download.arrayBuffer(), { updateMetadata: false })).getAuthor(),
    ).toBeUndefined()
    expect((await selma.get(`${pdf}/klein`)).status).toBe(404)
    for (const path of [photo, `${photo}/klein`, pdf]) {
      expect(await readers(path, ['karim', 'timo', 'pamAsTeacher', 'vliegerOffice'])).toEqual([])
      expect((await house.stranger().get(path)).headers.get('location')).toBe('/inloggen')
    }
  })

  test('A guardian whose child leaves the group loses it, and its files, with the next request', async () => {
    const id = await published('tess', { ...sports, [g4b]: 'on', file1: picture })
    const selma = house.as('selma')
    await selma.get(`/mededelingen/${id}`)
    const photo = /href="(\/bestanden\/[0-9a-f-]{36})"/.exec(selma.html)?.[1] ?? ''
    const move = (day: string | null) =>
      house.db.owner.query('update app.group_member set ended_on = $1 where pupil_id = $2 and group_id = $3', [
        day,
        klimboom.timo,
        klimboom.groups.g4b,
      ])
    await move('2026-11-23')
    for (const path of [`/mededelingen/${id}`, photo, `${photo}/klein`])
      expect((await selma.get(path)).status).toBe(404)
    await selma.get('/mededelingen')
    expect(wordsOf(selma)).not.toContain('Sportdag')
    await move(null)
    expect((await selma.get(photo)).status).toBe(200)
  })

  test('The office writes for the whole school or for a year; a parent with two children sees for whom each is', async () => {
    const all = await published('olga', { ...sports, title: 'Schoolfoto', reach: 'alles', pupil: 'on' })
    expect(await readers(`/mededelingen/${all}`, [...everybody, 'leftStaff', 'vliegerOffice'])).toEqual(everybody)
    await house.db.owner.query(
      `insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on) values ('${klimboom.school}', '${klimboom.noor}', '${klimboom.selma}', 'other', '2026-08-01')`,
    )
    await published('olga', { ...sports, title: 'Zwemles', reach: 'groepen', [g5a]: 'on' })
    const selma = house.as('selma')
    await selma.get('/mededelingen')
    expect(wordsOf(selma)).toMatch(/Schoolfoto\nmaandag 23 november · voor Noor en Timo/)
    expect(wordsOf(selma)).toMatch(/Zwemles\nmaandag 23 november · voor Noor\n/)
    await selma.get(`/mededelingen?kind=${klimboom.timo}`)
    expect(wordsOf(selma)).not.toContain('Zwemles')
    expect((await selma.get(`/mededelingen?kind=${klimboom.sem}`)).status).toBe(404)
    await house.db.owner.query(`delete from app.guardianship where guardian_id = $1 and pupil_id = $2`, [
      klimboom.selma,
      klimboom.noor,
    ])
  })

  test('What is for later is not there yet, and what is over is not there any more', async () => {
    const id = await published('olga', { ...sports, reach: 'alles', from: '25-11-2026', until: '26-11-2026' })
    const days: [string, number][] = []
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
      await house.db.setNow(`${day}T09:00:00+01:00`)
      days.push([day, await reads('selma', `/mededelingen/${id}`)])
    }
    await house.db.setNow('2026-11-23T09:00:00+01:00')
    expect(days.map(([, status]) => status)).toEqual([404, 200, 200, 404])
  })

  test('What is older than a month is folded, and what stands on top stays', async () => {
    await published('olga', { ...sports, title: 'Oud nieuws', reach: 'alles' })
    await published('olga', { ...sports, title: 'Regels', reach: 'alles', important: 'on' })
    await house.db.setNow('2027-01-11T09:00:00+01:00')
    await published('olga', { ...sports, title: 'Nieuw', reach: 'alles' })
    const selma = house.as('selma')
    await selma.get('/mededelingen')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
    expect(wordsOf(selma)).toMatch(/Regels[\s\S]*Nieuw[\s\S]*Eerder \(1\)[\s\S]*Oud nieuws/)
  })
})

describe('changing and withdrawing', () => {
  test('A change is said with its moment, reaches the new audience and leaves the old', async () => {
    const id = await published('olga', { ...sports, reach: 'groepen', [g4b]: 'on', file1: picture })
    const { rows } = await house.db.owner.query<{ id: string }>('select id from app.file')
    const change = { ...sports, title: 'Sportdag 5A', reach: 'groepen', [g5a]: 'on', [`weg-${rows[0]?.id}`]: 'on' }
    expect((await post('olga', id, 'wijziging', change)).status).toBe(303)
    expect(await readers(`/mededelingen/${id}`, ['selma', 'karim'])).toEqual(['karim'])
    const karim = house.as('karim')
    await karim.get(`/mededelingen/${id}`)
    expect(wordsOf(karim)).toContain('Gewijzigd op maandag 23 november om 9.00 uur.')
    expect(karim.html).not.toContain('/bestanden/')
    await asTask(house.db.app as Kysely<FileTables>, 'purge', null, purgeFiles)
    expect((await house.db.owner.query('select from app.file')).rowCount).toBe(0)
  })

  test('Withdrawn it is gone for its readers with its files, for good, and a second press does no harm', async () => {
    const id = await published('tess', { ...sports, [g4b]: 'on', file1: picture })
    expect((await post('tess', id, 'intrekking')).status).toBe(303)
    expect((await post('tess', id, 'intrekking')).status).toBe(303)
    expect(await readers(`/mededelingen/${id}`, ['selma', 'bas', 'timo'])).toEqual([])
    expect((await post('tess', id, 'publicatie')).status).toBe(409)
    await asTask(house.db.app as Kysely<FileTables>, 'purge', null, purgeFiles)
    expect((await house.db.owner.query('select from app.file')).rowCount).toBe(0)
    const { rows } = await house.db.owner.query(
      'select step, taken_by from app.announcement_step where announcement_id = $1 order by taken_at, step',
      [id],
    )
    expect(rows).toEqual(['published', 'withdrawn'].map((step) => ({ step, taken_by: klimboom.tess })))
  })

  test('The same form sent twice writes one announcement', async () => {
    const tess = house.as('tess')
    await tess.get('/mededelingen/nieuw')
    const once = /name="_once" value="([^"]*)"/.exec(tess.html)?.[1] ?? ''
    const fields = { ...sports, [g4b]: 'on', _once: once }
    const [first, second] = [await tess.post('/mededelingen', fields), await tess.post('/mededelingen', fields)]
    expect([idIn(first), idIn(second)]).toEqual([once, once])
    expect((await house.db.owner.query('select from app.announcement')).rowCount).toBe(1)
  })

  test('Nobody changes what another teacher wrote, nor what the office did', async () => {
    const [own, all] = [
      await published('tess', { ...sports, [g4b]: 'on' }),
      await published('olga', { ...sports, reach: 'alles' }),
    ]
    for (const what of ['wijziging', 'publicatie', 'intrekking']) {
      expect([(await post('pamAsTeacher', own, what)).status, (await post('selma', own, what)).status]).toEqual([
        404, 404,
      ])
      expect((await post('tess', all, what)).status).toBe(403)
      expect((await post('vliegerOffice', own, what)).status).toBe(404)
    }
    expect((await post('hein', own, 'intrekking')).status).toBe(303)
  })
})

describe('wrong input', () => {
  const wrong: [string, string, Record<string, string | File>, string][] = [
    ['no title', 'tess', { ...sports, title: ' ', [g4b]: 'on' }, 'Schrijf een titel'],
    ['no text', 'tess', { ...sports, body: '\n', [g4b]: 'on' }, 'Schrijf een tekst'],
    ['nobody', 'tess', { ...sports, guardian: '', [g4b]: 'on' }, 'Kies voor wie de mededeling is'],
    ['no group', 'tess', sports, 'Kies minstens een groep'],
    ['a group of another teacher', 'tess', { ...sports, [g5a]: 'on' }, 'Kies minstens een groep'],
    ['the whole school by a teacher', 'tess', { ...sports, reach: 'alles' }, 'Kies minstens een groep'],
    [
      'a group of another school',
      'olga',
      { ...sports, reach: 'groepen', [`groep-${vlieger.group}`]: 'on' },
      'Kies minstens een groep',
    ],
    ['no choice of groups', 'olga', sports, 'Kies de hele school of een paar groepen'],
    ['a day that is none', 'olga', { ...sports, reach: 'alles', from: '31-2-2027' }, 'Vul een dag in, zoals 12-1-2027'],
    [
      'days the wrong way round',
      'olga',
      { ...sports, reach: 'alles', from: '4-12-2026', until: '3-12-2026' },
      'Kies een laatste dag die niet voor de eerste ligt',
    ],
    [
      'an SVG',
      'tess',
      { ...sports, [g4b]: 'on', file1: new File(['<svg/>'], 'a.png') },
      'Dit bestand nemen we niet aan.',
    ],
    [
      'a page',
      'tess',
      { ...sports, [g4b]: 'on', file2: new File(['<html>'], 'a.jpg', { type: 'image/jpeg' }) },
      'Dit bestand nemen we niet aan.',
    ],
    ['nothing', 'tess', { ...sports, [g4b]: 'on', file1: new File([], 'leeg.jpg') }, 'Dit bestand is leeg.'],
  ]
  test.each(wrong)(
    '%s comes back on the page with one sentence, and what was typed',
    async (_what, who, fields, sentence) => {
      const browser = house.as(who)
      await browser.get('/mededelingen/nieuw')
      expect((await browser.post('/mededelingen', fields)).status).toBe(422)
      expect(wordsOf(browser)).toContain('Fout: ')
      expect(wordsOf(browser)).toContain(sentence)
      expect(browser.html).toMatch(/value="Sportdag"|Schrijf een titel/)
      expect((await house.db.owner.query('select from app.announcement union all select from app.file')).rowCount).toBe(
        0,
      )
    },
  )

  test('Whatever somebody writes is text', async () => {
    const body = '<script>alert(1)</script> javascript:alert(1) https://a.example@kwaad.example/ "onmouseover="x'
    const id = await published('tess', { ...sports, title: '<b>Let op</b>', body, [g4b]: 'on' })
    const selma = house.as('selma')
    await selma.get(`/mededelingen/${id}`)
    expect(selma.html).not.toMatch(
      /<script(?! type="module" nonce="[\w-]+" src="\/assets\/)|<b>Let|href="javascript|href="https:\/\/a\.example|\sonmouseover="/,
    )
    expect(selma.html).toContain('&lt;script&gt;')
  })
})
