import { afterAll, beforeAll, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import type { Browser } from '#test/browser.ts'
import { addReading, tieSecondChild } from '#test/lessons.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { purgeHomework } from './jobs.ts'

let house: TwoSchools
const { g4b, g5a, mixed } = klimboom.groups

const put = async (title: string, changes: Record<string, unknown> = {}): Promise<string> => {
  const row = {
    school_id: klimboom.school,
    group_id: g4b,
    kind: 'homework',
    title,
    due_on: '2026-11-24',
    way: 'paper',
    minutes: 20,
    set_by: klimboom.tess,
    ...changes,
  }
  const { rows } = await house.db.owner.query<{ id: string }>(
    `insert into app.homework (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map((_, at) => `$${at + 1}`)
      .join(', ')}) returning id`,
    Object.values(row),
  )
  return rows[0]?.id ?? ''
}

let page3: string
beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
  page3 = await put('Bladzijde 3', { subject: 'Rekenen', due_time: '10:30' })
  await put('Woordjes', { way: 'screen', minutes: 10 })
  await put('Dictee', { kind: 'test', due_on: '2026-12-04', way: null, minutes: null })
  await put('Vorige week', { due_on: '2026-11-20' })
  await put('Lang geleden', { due_on: '2026-11-10' })
  await put('Van 5A', { group_id: g5a, set_by: klimboom.pam })
  await put('Van de plusgroep', { group_id: mixed })
  await put('Van de Vlieger', { school_id: vlieger.school, group_id: vlieger.group, set_by: vlieger.teacher })
})
afterAll(() => house.drop())

const opened = async (name: string, path = '/huiswerk'): Promise<Browser> => {
  const browser = house.as(name)
  expect([name, path, (await browser.get(path)).status]).toEqual([name, path, 200])
  return browser
}
const words = ({ html }: Browser): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('A pupil reads by day what is to be done, how, and about how long; tests stand apart and ahead.', async () => {
  const said = words(await opened('timo'))
  expect(said).toMatch(/Toetsen .*Toets Dictee .*vrijdag 4 december.* Voor morgen, dinsdag 24 november/)
  expect(said).toMatch(/samen ongeveer 50 minuten/)
  expect(said).toContain('Rekenen: Bladzijde 3 om 10.30 uur, op papier, ongeveer 20 minuten')
  expect(said).toContain('Van de plusgroep')
  expect(said).toMatch(/De afgelopen week .*Vorige week/)
  expect(said).not.toMatch(/Lang geleden|Van 5A|Vlieger/)
})

test('A pupil ticks what is done and takes it back; the ledger knows nothing of it.', async () => {
  const timo = await opened('timo')
  await house.events()
  const ticked = await timo.post(`/huiswerk/${page3}/klaar`)
  expect([ticked.status, (await timo.post(`/huiswerk/${page3}/klaar`)).status]).toEqual([303, 303])
  expect(ticked.headers.get('location')).toBe(`/huiswerk#huiswerk-${page3}`)
  await timo.get('/huiswerk')
  expect(timo.html).toContain('Toch niet klaar')
  expect(timo.html).toContain('Alleen jij ziet wat je op klaar zet')
  expect((await house.db.owner.query('select pupil_id from app.homework_tick')).rows).toEqual([
    { pupil_id: klimboom.timo },
  ])
  expect(await house.events()).toEqual([])
})

test('Nobody else sees that tick: not on a page, not by a form, not in a page that differs in one byte.', async () => {
  const names = ['selma', 'bas', 'tess', 'hein', 'olga', 'ada']
  const look = (name: string, browser: Browser) =>
    browser.get(name === 'selma' || name === 'bas' ? '/huiswerk' : `/huiswerk?groep=${g4b}`)
  const pages = async (): Promise<string[]> => {
    const found: string[] = []
    for (const name of names) {
      const browser = house.as(name)
      await look(name, browser)
      expect(browser.html).toContain('Bladzijde 3')
      found.push(browser.html.replaceAll(/nonce="[^"]*"/g, ''))
    }
    return found
  }
  const [timo, withTick] = [await opened('timo'), await pages()]
  for (const html of withTick) expect(html).not.toMatch(/klaar/i)
  await timo.post(`/huiswerk/${page3}/klaar/einde`)
  expect(await pages()).toEqual(withTick)
  expect((await house.db.owner.query('select from app.homework_tick')).rowCount).toBe(0)
})

test('Only a pupil of the group ticks, and only what is there.', async () => {
  for (const name of ['selma', 'bas', 'karim', 'tess', 'hein', 'olga', 'pamAsParent']) {
    const browser = house.as(name)
    await browser.get('/account')
    expect([name, (await browser.post(`/huiswerk/${page3}/klaar`)).status]).toEqual([name, 404])
    expect([name, (await browser.post(`/huiswerk/${page3}/klaar/einde`)).status]).toEqual([name, 404])
  }
  const timo = await opened('timo')
  const ofOthers = await house.db.owner.query<{ id: string }>(
    `select id from app.homework where title in ('Van 5A', 'Van de Vlieger')`,
  )
  expect(ofOthers.rowCount).toBe(2)
  for (const id of [...ofOthers.rows.map((row) => row.id), g4b, 'x'])
    expect([id, (await timo.post(`/huiswerk/${id}/klaar`)).status]).toEqual([id, 404])
})

test('Both guardians read what is asked of the child, without ticks; of another family nothing.', async () => {
  const [selma, bas, karim] = [await opened('selma'), await opened('bas'), await opened('karim')]
  for (const browser of [selma, bas]) {
    expect(words(browser)).toMatch(/Bladzijde 3.*Van de plusgroep/)
    expect(browser.html).not.toContain('<form action="/huiswerk')
  }
  expect(words(karim)).toContain('Van 5A')
  expect(words(karim)).not.toContain('Bladzijde 3')
  expect((await karim.get(`/huiswerk?kind=${klimboom.timo}`)).status).toBe(404)
})

test('A guardian with children at two schools sees all of them, or one.', async () => {
  await tieSecondChild(house.db)
  const selma = await opened('selma')
  expect(words(selma)).toMatch(/ B Bo Rood Voor .*Van de Vlieger .* T Timo 4B Toetsen .*Bladzijde 3/)
  await selma.get(`/huiswerk?kind=${klimboom.timo}`)
  expect(words(selma)).toContain('Bladzijde 3')
  expect(words(selma)).not.toContain('Van de Vlieger')
  for (const wrong of [klimboom.noor, klimboom.school, 'x', ''])
    expect([wrong, (await selma.get(`/huiswerk?kind=${wrong}`)).status]).toEqual([wrong, 404])
  expect((await selma.get(`/huiswerk?groep=${g4b}`)).status).toBe(404)
  const timo = house.as('timo')
  expect((await timo.get(`/huiswerk?kind=${klimboom.timo}`)).status).toBe(404)
  expect((await house.as('tess').get(`/huiswerk?kind=${klimboom.timo}`)).status).toBe(404)
})

test('What was moved and what was withdrawn is told for a week, and then no more.', async () => {
  const moved = await put('Verschoven', { due_on: '2026-11-26' })
  const gone = await put('Ingetrokken werk', { due_on: '2026-11-25' })
  const { owner } = house.db
  await owner.query(
    `insert into app.homework_change (school_id, homework_id, group_id, changed_by, changed_at, title, due_on)
     values ($1, $2, $3, $4, '2026-11-23T08:00Z', 'Verschoven', '2026-11-25')`,
    [klimboom.school, moved, g4b, klimboom.tess],
  )
  await owner.query(
    `insert into app.homework_withdrawal (school_id, homework_id, group_id, withdrawn_by, withdrawn_at)
     values ($1, $2, $3, $4, '2026-11-23T08:00Z')`,
    [klimboom.school, gone, g4b, klimboom.tess],
  )
  const timo = await opened('timo')
  expect(words(timo)).toMatch(/woensdag 25 november .*Ingetrokken werk vervallen.*Verschoven verplaatst/)
  expect(words(timo)).toMatch(/donderdag 26 november .*Verschoven gewijzigd .*Was voor woensdag 25 november/)
  await house.db.setNow('2026-12-01T09:00:00+01:00')
  const later = words(await opened('timo'))
  expect(later).not.toMatch(/Ingetrokken werk|Was voor|verplaatst|gewijzigd/)
  expect(later).toContain('Verschoven')
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})

test('A pupil who leaves the group sees nothing of it from that day, and neither do the guardians.', async () => {
  const { owner } = house.db
  const member = [klimboom.timo, g4b]
  await owner.query(`update app.group_member set ended_on = '2026-11-23' where pupil_id = $1 and group_id = $2`, member)
  const [timo, selma] = [await opened('timo'), await opened('selma', `/huiswerk?kind=${klimboom.timo}`)]
  for (const browser of [timo, selma]) expect(words(browser)).not.toContain('Bladzijde 3')
  expect(words(timo)).toContain('Van de plusgroep')
  expect((await timo.post(`/huiswerk/${page3}/klaar`)).status).toBe(404)
  await owner.query('update app.group_member set ended_on = null where pupil_id = $1 and group_id = $2', member)
})

test('Without homework the page says so, and without a child too.', async () => {
  const pam = await opened('pamAsParent')
  await house.db.owner.query(`update app.group_member set ended_on = '2026-11-23' where pupil_id = $1`, [klimboom.sem])
  await pam.get('/huiswerk')
  expect(words(pam)).toContain('Voor Sem is er nu geen huiswerk opgegeven')
  expect((await house.as('leftStaff').get('/huiswerk')).status).toBe(404)
  expect((await house.stranger().get('/huiswerk')).headers.get('location')).toBe('/inloggen')
})

test('The page is whole in English, and what people typed is text.', async () => {
  await put('<script>alert(1)</script>', { subject: '"><b>', details: 'een\ntwee <i>', due_on: '2026-11-24' })
  const timo = await opened('timo')
  expect(timo.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(timo.html).toMatch(/een<br\/?>twee &lt;i&gt;/)
  await timo.post('/taal', { lang: 'en', back: '/huiswerk' })
  await timo.get('/huiswerk')
  expect(words(timo)).toMatch(/Homework .*For tomorrow, Tuesday 24 November.*on paper, about 20 minutes/)
})

test('A tick goes after sixty days and homework after two years; the rest stays.', async () => {
  await put('Oud', { due_on: '2024-11-20' })
  const { owner, app } = house.db
  const tick = `insert into app.homework_tick (school_id, homework_id, group_id, pupil_id, done_at) values ($1, $2, $3, $4, $5)`
  await owner.query(tick, [klimboom.school, page3, g4b, klimboom.timo, '2026-09-20'])
  await owner.query(tick, [klimboom.school, page3, g4b, klimboom.sem, '2026-11-20'])
  const { rowCount } = await owner.query('select from app.homework')
  await asTask(app, 'purge', null, (tx) => purgeHomework(tx as never))
  expect((await owner.query('select pupil_id from app.homework_tick')).rows).toEqual([{ pupil_id: klimboom.sem }])
  expect((await owner.query('select from app.homework')).rowCount).toBe((rowCount ?? 0) - 1)
  expect((await owner.query(`select from app.homework where title = 'Oud'`)).rowCount).toBe(0)
})
