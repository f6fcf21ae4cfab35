import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await house.db.owner.query(`insert into app.school_stage values ('${klimboom.school}', 'SO')`)
})
afterAll(() => house.drop())

const calendar = `/school/kalender?school=${klimboom.school}`
const evening = {
  kind: 'parents',
  name: 'Ouderavond <b>',
  firstDay: '14-1-2027',
  lastDay: '',
  starts: '19.30',
  ends: '21:00',
  line: 'In de aula.',
  whom: 'school',
}

const add = async (name: string, fields: Record<string, string>): Promise<Response> => {
  const browser = house.as(name)
  await browser.get(calendar)
  return browser.post(calendar, fields)
}
const idOf = async (name: string): Promise<string> => {
  const { rows } = await house.db.owner.query<{ id: string }>('select id from app.calendar_event where name = $1', [
    name,
  ])
  return rows[0]?.id ?? ''
}

test('The calendar is kept by the office, the administrator and the head; for everybody else it is not there.', async () => {
  for (const name of ['olga', 'ada', 'hein']) {
    const browser = house.as(name)
    expect([name, (await browser.get('/school/kalender')).status]).toEqual([name, 200])
    expect(browser.html).toContain('staat er nog niets in de kalender')
    expect(browser.html).toContain('Kerstvakantie')
    expect(browser.html).toContain('adviesweek')
    expect(browser.html).toContain('Studiedag')
  }
  for (const name of ['tess', 'pamAsTeacher', 'selma', 'timo', 'leftStaff'])
    expect([name, (await house.as(name).get('/school/kalender')).status]).toEqual([name, 404])
})

test('An event is added, changed and taken out, each with one row in the ledger.', async () => {
  await house.events()
  const answer = await add('hein', evening)
  expect(answer.status).toBe(303)
  const hein = house.as('hein')
  await hein.get(answer.headers.get('location') ?? '')
  expect(hein.html).toContain('Het staat in de kalender.')
  expect(hein.html).toContain('Ouderavond &lt;b&gt;')
  expect(hein.html).toContain('donderdag 14 januari 2027. 19.30 tot 21.00 uur. In de aula.')
  const id = await idOf('Ouderavond <b>')
  await hein.get(`/school/kalender/${id}`)
  expect(hein.html).toContain('value="14-1-2027"')
  expect(hein.html).toContain('value="19.30"')
  const groups = { whom: 'groups', [`groep-${klimboom.groups.g4b}`]: 'on', [`groep-${klimboom.groups.g5a}`]: 'on' }
  expect((await hein.post(`/school/kalender/${id}`, { ...evening, name: 'Ouderavond', ...groups })).status).toBe(303)
  await hein.get(`/school/kalender/${id}`)
  expect(hein.html).toMatch(new RegExp(`name="groep-${klimboom.groups.g4b}" value="on" checked`))
  await hein.get(calendar)
  expect(hein.html).toContain('voor 4B, 5A')
  expect((await hein.post(`/school/kalender/${id}`, { ...evening, name: 'Avond', whom: 'stage-SO' })).status).toBe(303)
  await hein.get(calendar)
  expect(hein.html).toContain('voor het speciaal onderwijs')
  expect((await hein.post(`/school/kalender/${id}/einde`)).status).toBe(303)
  expect((await hein.post(`/school/kalender/${id}/einde`)).status).toBe(404)
  expect((await house.events()).map(({ event, about, doer_person }) => [event, about, doer_person])).toEqual(
    ['added', 'changed', 'changed', 'removed'].map((what) => [`calendar.event.${what}`, [id], klimboom.hein]),
  )
})

test('A school year without a page yet is asked for by its year, and what is no year is this one.', async () => {
  const olga = house.as('olga')
  await olga.get(`${calendar}&jaar=2027`)
  expect(olga.html).toContain('Schooljaar 2027-2028')
  await olga.get(`${calendar}&jaar=ooit`)
  expect(olga.html).toContain('Schooljaar 2026-2027')
})

test.each([
  [{ kind: '' }, 'Kies wat het is'],
  [{ kind: 'other', name: '' }, 'Geef het een naam'],
  [{ name: 'x'.repeat(121) }, 'hoogstens 120 tekens'],
  [{ firstDay: '' }, 'Vul de eerste dag in'],
  [{ lastDay: '13-1-2027' }, 'ligt voor de eerste'],
  [{ lastDay: '1-5-2027' }, 'langer dan een maand'],
  [{ starts: 'avond' }, 'Schrijf de tijd als 19.30'],
  [{ starts: '' }, 'Vul ook in hoe laat het begint'],
  [{ ends: '19.30' }, 'Klaar is vroeger dan het begin'],
  [{ line: 'x'.repeat(501) }, 'hoogstens 500 tekens'],
  [{ whom: 'iedereen' }, 'Kies voor wie het is'],
  [{ whom: 'groups' }, 'Kies minstens één groep'],
])('An event with %j comes back with its message and what was typed.', async (change, message) => {
  const olga = house.as('olga')
  await olga.get(calendar)
  await house.events()
  expect((await olga.post(calendar, { ...evening, ...change })).status).toBe(422)
  expect(olga.html).toContain(message)
  expect(olga.html).toContain('<title>Fout: ')
  expect(olga.html).toContain('In de aula.'.slice(0, 'line' in change ? 0 : 8))
  expect(await house.events()).toEqual([])
})

test('Another school, its events and its groups are not there, whichever way they are named.', async () => {
  const { owner } = house.db
  await owner.query(`insert into app.calendar_event (school_id, id, kind, starts_on, ends_on, audience)
    values ('${vlieger.school}', '${vlieger.dayOff}', 'trip', '2027-01-11', '2027-01-11', 'school')`)
  const olga = house.as('olga')
  await olga.get(calendar)
  for (const id of [vlieger.dayOff, klimboom.school, 'x', '%00']) {
    expect([id, (await olga.get(`/school/kalender/${id}`)).status]).toEqual([id, 404])
    expect([id, (await olga.post(`/school/kalender/${id}`, evening)).status]).toEqual([id, 404])
    expect([id, (await olga.post(`/school/kalender/${id}/einde`)).status]).toEqual([id, 404])
  }
  const foreign = { ...evening, whom: 'groups', [`groep-${vlieger.group}`]: 'on' }
  expect((await olga.post(calendar, foreign)).status).toBe(404)
  expect((await olga.post(calendar, { ...evening, whom: 'stage-VO' })).status).toBe(404)
  expect((await olga.post(`/school/kalender?school=${vlieger.school}`, evening)).status).toBe(404)
  expect((await owner.query('select from app.calendar_event where starts_on = $1', ['2027-01-14'])).rowCount).toBe(0)
})
