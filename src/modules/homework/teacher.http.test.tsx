import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { addLesson, addReading } from '#test/lessons.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
  await addLesson(house.db, { title: 'Rekenen', starts: '2026-11-25T10:30' })
  await addLesson(house.db, { title: 'Taal', starts: '2026-11-24T08:30' })
  await addLesson(house.db, { title: 'Gym', starts: '2026-11-24T09:30', cancelled: true })
})
afterAll(() => house.drop())

const { g4b, g5a } = klimboom.groups
const asked = { group: g4b, kind: 'homework', what: 'Bladzijde 3', due: 'volgende', way: 'paper', minutes: '20' }

type Row = Record<string, unknown> & { id: string }
const rows = async (): Promise<Row[]> =>
  (
    await house.db.owner.query<Row>(
      `select id, group_id, subject, title, details, due_on::text, due_time::text, way, minutes, set_by, kind
       from app.homework order by set_at, title`,
    )
  ).rows

const opened = async (name: string, path = `/huiswerk/nieuw?groep=${g4b}`): Promise<Browser> => {
  const browser = house.as(name)
  await browser.get(path)
  return browser
}
const once = (browser: Browser): string => /name="_once" value="([^"]*)"/.exec(browser.html)?.[1] ?? ''

test('A teacher sets homework with few fields: for the next lesson of the subject, at its hour.', async () => {
  const tess = await opened('tess')
  expect(tess.html).toMatch(/<option value="Rekenen"/)
  expect(tess.html).not.toContain('value="Gym"')
  await house.events()
  const answer = await tess.post('/huiswerk', { ...asked, subject: 'Rekenen', set_by: klimboom.pam })
  expect(answer.status).toBe(303)
  const [row] = await rows()
  expect(row).toMatchObject({
    group_id: g4b,
    subject: 'Rekenen',
    due_on: '2026-11-25',
    due_time: '10:30:00',
    minutes: 20,
    set_by: klimboom.tess,
  })
  expect((await house.events()).map(({ event, about, doer_person }) => [event, about, doer_person])).toEqual([
    ['homework.item.set', [row?.id, g4b], klimboom.tess],
  ])
  await tess.get(answer.headers.get('location') ?? '')
  expect(tess.html).toContain('Opgegeven voor woensdag 25 november')
  expect(tess.html).toContain('ongeveer 20 minuten')
  expect(tess.html).not.toContain('samen')
  await opened('tess')
  await tess.post('/huiswerk', { ...asked, what: 'Ook woensdag', due: '2026-11-25', minutes: '', otherMinutes: '70' })
  await tess.get(answer.headers.get('location') ?? '')
  expect(tess.html).toContain('samen ongeveer 90 minuten')
})

test('The form tells how much there is for a day already, and proposes the subject used before.', async () => {
  const tess = await opened('tess')
  expect(tess.html).toContain('al 90 minuten opgegeven')
  expect(tess.html.indexOf('value="Rekenen"')).toBeLessThan(tess.html.indexOf('value="Taal"'))
})

test('Who gives one subject of many has it filled in, and another choice stays.', async () => {
  const chosen = (browser: Browser) => /<option value="([^"]*)" selected/.exec(browser.html)?.[1]
  expect(chosen(await opened('tess'))).toBe(undefined)
  await addLesson(house.db, { boundTo: klimboom.tess, title: 'Taal', starts: '2026-11-24T08:30' })
  await addLesson(house.db, { boundTo: klimboom.tess, title: 'Taal', starts: '2026-11-26T08:30' })
  await addLesson(house.db, { boundTo: klimboom.tess, title: 'Mentoruur', starts: '2026-11-27T08:30' })
  await house.db.owner.query(`update app.lesson set group_code = '4b' where bound_to = $1`, [klimboom.tess])
  const tess = await opened('tess')
  expect(chosen(tess)).toBe('Taal')
  await tess.post('/huiswerk', { ...asked, subject: 'Gym', what: '' })
  expect(chosen(tess)).not.toBe('Taal')
  await house.db.owner.query('delete from app.lesson where bound_to = $1', [klimboom.tess])
})

test('A form that is sent twice sets homework once, with one row in the ledger.', async () => {
  const tess = await opened('tess')
  const form = { ...asked, what: 'Twee keer gestuurd', _once: once(tess) }
  expect(once(tess)).toHaveLength(43)
  await house.events()
  const answers = [await tess.post('/huiswerk', form), await tess.post('/huiswerk', form)]
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(answers[1]?.headers.get('location')).toBe(answers[0]?.headers.get('location'))
  expect((await rows()).filter(({ title }) => title === 'Twee keer gestuurd')).toHaveLength(1)
  expect(await house.events()).toHaveLength(1)
})

test('What is filled in goes before what is chosen: another subject, another day, another number of minutes.', async () => {
  const tess = await opened('tess')
  const form = {
    ...asked,
    what: 'Eigen keuze',
    subject: 'Taal',
    otherSubject: ' Project  water ',
    otherDay: '14-12-2026',
  }
  await tess.post('/huiswerk', { ...form, minutes: '', otherMinutes: '25', details: ' eerst \r\n\r\n dan ' })
  expect((await rows()).find(({ title }) => title === 'Eigen keuze')).toMatchObject({
    subject: 'Project water',
    due_on: '2026-12-14',
    due_time: null,
    minutes: 25,
    details: 'eerst\n\ndan',
  })
})

test('A test needs no way and no minutes; homework needs both.', async () => {
  const tess = await opened('tess')
  const bare = { group: g4b, what: 'Hoofdstuk 3', due: '2026-11-27' }
  expect((await tess.post('/huiswerk', { ...bare, kind: 'test' })).status).toBe(303)
  expect((await rows()).find(({ title }) => title === 'Hoofdstuk 3')).toMatchObject({ kind: 'test', way: null })
  expect((await tess.post('/huiswerk', { ...bare, kind: 'homework' })).status).toBe(422)
  for (const sentence of ['Kies hoe het mag', 'Kies hoeveel minuten']) expect(tess.html).toContain(sentence)
})

test.each([
  [{ what: '' }, 'Vul in wat ze moeten doen of leren'],
  [{ what: 'x'.repeat(201) }, 'hoogstens 200 tekens'],
  [{ kind: 'feest' }, 'Kies huiswerk of toets'],
  [{ otherSubject: 'x'.repeat(81) }, 'hoogstens 80 tekens'],
  [{ due: '' }, 'Kies voor welke dag het is'],
  [{ due: 'ooit' }, 'Kies voor welke dag het is'],
  [{ otherDay: '31-2-2027' }, 'Schrijf de dag als'],
  [{ otherDay: '22-11-2026' }, 'Kies vandaag of een dag daarna'],
  [{ otherDay: '1-1-2028' }, 'Kies een dag in het komende jaar'],
  [{ way: 'boek' }, 'Kies hoe het mag'],
  [{ minutes: '7' }, 'Kies hoeveel minuten'],
  [{ otherMinutes: '0' }, 'Vul een getal in van 1 tot en met 600'],
  [{ otherMinutes: 'lang' }, 'Vul een getal in van 1 tot en met 600'],
  [{ details: 'x'.repeat(2001) }, 'hoogstens 2000 tekens'],
])('Homework with %j comes back with its message and what was typed, and nothing is set.', async (change, message) => {
  const tess = await opened('tess')
  const before = (await rows()).length
  const typed = { ...asked, what: 'Tot hier <b>', _once: once(tess), ...change }
  const key = once(tess)
  expect((await tess.post('/huiswerk', typed)).status).toBe(422)
  expect(tess.html).toContain(message)
  expect(tess.html).toContain('<title>Fout: ')
  expect(tess.html).toContain(`value="${typed.what.replace('<b>', '&lt;b&gt;')}"`)
  expect(once(tess)).toBe(key)
  expect((await rows()).length).toBe(before)
})

test('Who does not teach the group finds no form and sets nothing, whichever way it is named.', async () => {
  const before = (await rows()).length
  for (const [name, group] of [
    ['pamAsTeacher', g4b],
    ['exTess', g4b],
    ['tess', g5a],
    ['tess', vlieger.group],
    ['tess', klimboom.school],
    ['tess', 'x'],
    ['hein', g4b],
    ['olga', g4b],
    ['ada', g4b],
    ['leftStaff', g4b],
    ['timo', g4b],
    ['selma', g4b],
    ['pamAsParent', g4b],
  ] as const) {
    const browser = house.as(name)
    const path = `/huiswerk/nieuw?groep=${group}`
    expect([name, group, (await browser.get(path)).status]).toEqual([name, group, 404])
    await browser.get('/account')
    const answer = await browser.post('/huiswerk', { ...asked, group })
    expect([name, group, answer.status]).toEqual([name, group, 404])
  }
  expect((await rows()).length).toBe(before)
})

const setOne = async (what: string, more: Record<string, string> = {}): Promise<string> => {
  const tess = await opened('tess')
  await tess.post('/huiswerk', { ...asked, what, ...more })
  return (await rows()).find(({ title }) => title === what)?.id ?? ''
}

test('A change keeps how it was, and is one row in the ledger; the same again changes nothing.', async () => {
  const id = await setOne('Eerst zo', { due: '2026-11-26' })
  const tess = await opened('tess', `/huiswerk/${id}/wijziging`)
  expect(tess.html).toContain('value="Eerst zo"')
  await house.events()
  const change = { what: 'Nu anders', due: '2026-11-27', way: 'screen', minutes: '30' }
  const answer = await tess.post(`/huiswerk/${id}/wijziging`, change)
  expect(answer.status).toBe(303)
  expect((await tess.post(`/huiswerk/${id}/wijziging`, change)).status).toBe(303)
  expect((await house.events()).map(({ event }) => event)).toEqual(['homework.item.changed'])
  const was = await house.db.owner.query(
    `select title, due_on::text, way, minutes, changed_by from app.homework_change where homework_id = $1`,
    [id],
  )
  expect(was.rows).toEqual([
    { title: 'Eerst zo', due_on: '2026-11-26', way: 'paper', minutes: 20, changed_by: klimboom.tess },
  ])
  await tess.get(answer.headers.get('location') ?? '')
  expect(tess.html).toContain('Was voor donderdag 26 november')
})

test('What is for a day that is over can still be put right, on that day.', async () => {
  const id = await setOne('Gisteren', { due: '2026-11-24' })
  await house.db.owner.query(`update app.homework set due_on = '2026-11-20', due_time = '09:15' where id = $1`, [id])
  const tess = await opened('tess', `/huiswerk/${id}/wijziging`)
  expect(tess.html).toMatch(/value="2026-11-20" checked/)
  const change = { what: 'Gisteren', due: '2026-11-20', way: 'paper', minutes: '10' }
  expect((await tess.post(`/huiswerk/${id}/wijziging`, change)).status).toBe(303)
  expect((await rows()).find((row) => row.id === id)).toMatchObject({ minutes: 10, due_time: '09:15:00' })
  expect((await tess.post(`/huiswerk/${id}/wijziging`, { ...change, due: '2026-11-19' })).status).toBe(422)
})

test('What is withdrawn is told once, and cannot be changed any more.', async () => {
  const id = await setOne('Hoeft niet')
  const tess = await opened('tess', `/huiswerk/${id}/wijziging`)
  await house.events()
  const answer = await tess.post(`/huiswerk/${id}/intrekking`)
  expect([answer.status, (await tess.post(`/huiswerk/${id}/intrekking`)).status]).toEqual([303, 303])
  expect((await house.events()).map(({ event }) => event)).toEqual(['homework.item.withdrawn'])
  await tess.get(answer.headers.get('location') ?? '')
  expect(tess.html).toContain('Ingetrokken.')
  expect(tess.html).toMatch(/<del>Hoeft niet<\/del>/)
  const change = { what: 'Toch', due: '2026-11-27', way: 'paper', minutes: '10' }
  expect((await tess.post(`/huiswerk/${id}/wijziging`, change)).status).toBe(409)
  expect((await tess.get(`/huiswerk/${id}/wijziging`)).status).toBe(200)
  expect(tess.html).toContain('Dit is ingetrokken')
})

test('Nobody but a teacher of the group changes or withdraws it, and no id of another thing opens the page.', async () => {
  const id = await setOne('Van Tess alleen')
  for (const name of ['pamAsTeacher', 'exTess', 'hein', 'olga', 'ada', 'timo', 'selma', 'vliegerOffice']) {
    const browser = house.as(name)
    await browser.get('/account')
    const change = { what: 'Gekaapt', due: '2026-11-27', way: 'paper', minutes: '10' }
    const statuses = [
      (await browser.get(`/huiswerk/${id}/wijziging`)).status,
      (await browser.post(`/huiswerk/${id}/wijziging`, change)).status,
      (await browser.post(`/huiswerk/${id}/intrekking`)).status,
    ]
    expect([name, ...statuses]).toEqual([name, 404, 404, 404])
  }
  const tess = house.as('tess')
  for (const other of [g4b, klimboom.timo, 'x']) {
    expect((await tess.get(`/huiswerk/${other}/wijziging`)).status).toBe(404)
  }
  expect((await rows()).find((row) => row.id === id)?.['title']).toBe('Van Tess alleen')
})

test('Two teachers of one group see and change each other’s homework, each in the own name.', async () => {
  const id = await setOne('Samen')
  await house.db.owner.query(
    `insert into app.group_teacher (school_id, id, group_id, person_id, started_on)
     values ($1, 'eeeeeeee-0000-4000-8000-000000000001', $2, $3, '2026-08-01')`,
    [klimboom.school, g4b, klimboom.pam],
  )
  const pam = await opened('pamAsTeacher', `/huiswerk?groep=${g4b}`)
  expect(pam.html).toContain('Samen')
  await pam.get(`/huiswerk/${id}/wijziging`)
  const change = { what: 'Samen gedaan', due: '2026-11-27', way: 'paper', minutes: '10' }
  expect((await pam.post(`/huiswerk/${id}/wijziging`, change)).status).toBe(303)
  const { rows: changes } = await house.db.owner.query(
    'select changed_by from app.homework_change where homework_id = $1',
    [id],
  )
  expect(changes).toEqual([{ changed_by: klimboom.pam }])
  await pam.get('/huiswerk')
  expect(pam.html).toContain('4B, ')
  expect(pam.html).toContain(`/huiswerk?groep=${g5a}`)
  await house.db.owner.query(`delete from app.group_teacher where id = 'eeeeeeee-0000-4000-8000-000000000001'`)
})

test('Who oversees the school reads the homework of every group and finds no door to change it.', async () => {
  for (const name of ['hein', 'olga', 'ada']) {
    const browser = await opened(name, '/huiswerk')
    expect(browser.html).toContain('Kies een groep')
    expect((await browser.get(`/huiswerk?groep=${g4b}`)).status).toBe(200)
    expect(browser.html).toContain('Bladzijde 3')
    expect(browser.html).not.toMatch(/wijziging|\/nieuw/)
    expect((await browser.get(`/huiswerk?groep=${vlieger.group}`)).status).toBe(404)
  }
})

test('A week without homework says so day by day, another week is one link away, and a week that is none is this one.', async () => {
  const tess = await opened('tess', `/huiswerk?groep=${g4b}&week=2027-01-13`)
  expect(tess.html).toContain('Week van maandag 11 tot en met vrijdag 15 januari 2027')
  expect(tess.html).toContain('Niets opgegeven')
  expect(tess.html).toContain('week=2027-01-04')
  await tess.get(`/huiswerk?groep=${g4b}&week=morgen`)
  expect(tess.html).toContain('Week van maandag 23 tot en met vrijdag 27 november 2026')
})

test('Who teaches no group reads so, on both pages.', async () => {
  for (const [name, path] of [
    ['exTess', '/huiswerk'],
    ['exTess', '/huiswerk/nieuw'],
    ['hein', '/huiswerk/nieuw'],
  ] as const) {
    const browser = house.as(name)
    expect([name, path, (await browser.get(path)).status]).toEqual([name, path, 200])
    expect(browser.html).toContain('aan geen groep les')
    expect(browser.html).not.toContain('name="what"')
  }
})
