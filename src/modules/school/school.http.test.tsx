import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const studyDay = { name: 'Studiedag <b>', firstDay: '5-2-2027', lastDay: '' }
const to = (path: string) => `${path}?school=${klimboom.school}`

test('Staff see their school; nobody else does.', async () => {
  for (const name of ['olga', 'ada', 'hein', 'tess', 'pamAsTeacher']) {
    const browser = house.as(name)
    expect([name, (await browser.get('/school')).status]).toEqual([name, 200])
    expect(browser.html).toContain('De Klimboom')
    expect(browser.html).toContain('Studiedag')
    expect(browser.html).not.toContain('Vlieger')
  }
  for (const name of ['selma', 'timo', 'pamAsParent', 'leftStaff']) {
    expect([name, (await house.as(name).get('/school')).status]).toEqual([name, 404])
  }
  expect((await house.stranger().get('/school')).headers.get('location')).toBe('/inloggen')
})

test('Another school is not there, whichever way it is named.', async () => {
  const [olga, ada] = [house.as('olga'), house.as('ada')]
  expect((await olga.get(`/school?school=${vlieger.school}`)).status).toBe(404)
  expect((await olga.get('/school?school=klimboom')).status).toBe(404)
  await olga.get('/school')
  await ada.get('/school')
  expect((await olga.post(`/school/vrije-dagen?school=${vlieger.school}`, studyDay)).status).toBe(404)
  expect((await ada.post(`/school/regio?school=${vlieger.school}`, { region: 'noord' })).status).toBe(404)
  for (const id of [vlieger.dayOff, klimboom.school, 'x', '%00']) {
    expect([id, (await olga.post(`/school/vrije-dagen/${id}/einde`)).status]).toEqual([id, 404])
  }
  expect((await house.db.owner.query('select from app.day_off where id = $1', [vlieger.dayOff])).rowCount).toBe(1)
})

test('The office adds a day off and takes it back; each is one row in the ledger.', async () => {
  const olga = house.as('olga')
  await olga.get('/school')
  await house.events()
  const added = await olga.post(to('/school/vrije-dagen'), {
    ...studyDay,
    school_id: vlieger.school,
    id: vlieger.dayOff,
  })
  expect(added.status).toBe(303)
  await olga.get(added.headers.get('location') ?? '')
  expect(olga.html).toContain('Studiedag &lt;b&gt;')
  expect(olga.html).toContain('vrijdag 5 februari 2027')
  const { rows } = await house.db.owner.query<{ id: string; school_id: string }>(
    `select id, school_id from app.day_off where starts_on = '2027-02-05'`,
  )
  const [dayOff] = rows
  expect(dayOff?.school_id).toBe(klimboom.school)
  expect((await olga.post(`/school/vrije-dagen/${dayOff?.id}/einde`)).status).toBe(303)
  expect((await olga.post(`/school/vrije-dagen/${dayOff?.id}/einde`)).status).toBe(404)
  expect((await house.events()).map(({ event, about, doer_person }) => [event, about, doer_person])).toEqual([
    ['school.day-off.added', [dayOff?.id], klimboom.olga],
    ['school.day-off.ended', [dayOff?.id], klimboom.olga],
  ])
})

test.each([
  [{ name: '' }, 'Vul een naam in'],
  [{ name: 'x'.repeat(121) }, 'hoogstens 120 tekens'],
  [{ firstDay: '' }, 'Vul de eerste vrije dag in'],
  [{ firstDay: '31-2-2027' }, 'Schrijf de dag als'],
  [{ lastDay: 'later' }, 'Schrijf de dag als'],
  [{ lastDay: '4-2-2027' }, 'ligt voor de eerste'],
  [{ lastDay: '5-3-2027' }, 'langer dan een vakantie'],
])('A day off with %j comes back with its message and what was typed.', async (change, message) => {
  const olga = house.as('olga')
  await olga.get('/school')
  await house.events()
  const answer = await olga.post(to('/school/vrije-dagen'), { ...studyDay, ...change })
  expect(answer.status).toBe(422)
  expect(olga.html).toContain(message)
  expect(olga.html).toContain('<title>Fout: ')
  const typed = { ...studyDay, ...change }.name.replace('<b>', '&lt;b&gt;')
  expect(olga.html).toContain(`name="name" aria-describedby`)
  expect(olga.html).toContain(`value="${typed}"`)
  expect(await house.events()).toEqual([])
})

test('The administrator chooses the region; the office reads it.', async () => {
  const [ada, olga, hein] = [house.as('ada'), house.as('olga'), house.as('hein')]
  await ada.get('/school')
  expect((await ada.post(to('/school/regio'), { region: 'oost' })).status).toBe(422)
  expect((await ada.post(to('/school/regio'), { region: 'zuid', key: 'anders' })).status).toBe(303)
  await olga.get('/school')
  expect(olga.html).toContain('Zuid')
  expect((await olga.post(to('/school/regio'), { region: 'noord' })).status).toBe(404)
  await hein.get('/school')
  expect(hein.html).not.toContain('<form action="/school')
  expect((await hein.post(to('/school/vrije-dagen'), studyDay)).status).toBe(404)
  const { rows } = await house.db.owner.query('select key, region from app.school where id = $1', [klimboom.school])
  expect(rows).toEqual([{ key: 'klimboom', region: 'zuid' }])
})

const holiday = (key: string) => `/school/vakanties/${key}?school=${klimboom.school}`

test('The head moves a holiday, drops another and takes both back; the school says in words that it deviates.', async () => {
  const hein = house.as('hein')
  await hein.get(holiday('2026-mei'))
  expect(hein.html).toContain('Landelijk is dat zaterdag 24 april tot en met zondag 2 mei 2027.')
  expect(hein.html).toContain('Deze week staat landelijk vast')
  expect(hein.html).toContain('Bron: OpenHolidays')
  await house.events()
  expect(
    (await hein.post(holiday('2026-mei'), { how: 'moved', firstDay: '1-5-2027', lastDay: '9-5-2027' })).status,
  ).toBe(303)
  await hein.get(holiday('2026-mei'))
  expect(hein.html).toContain('value="1-5-2027"')
  expect((await hein.post(holiday('2026-voorjaar'), { how: 'none' })).status).toBe(303)
  const kept = await house.events()
  expect(kept.map(({ event, doer_person }) => [event, doer_person])).toEqual([
    ['school.own-holiday.kept', klimboom.hein],
    ['school.own-holiday.kept', klimboom.hein],
  ])
  await hein.get('/school')
  expect(hein.html).toContain('eigen afwijking: bij ons gewoon school')
  expect(hein.html).toContain('zaterdag 1 tot en met zondag 9 mei 2027. Landelijk: zaterdag 24 april')
  for (const key of ['2026-mei', '2026-voorjaar'])
    expect((await hein.post(holiday(key), { how: 'national' })).status).toBe(303)
  expect((await hein.post(holiday('2026-mei'), { how: 'national' })).status).toBe(303)
  expect((await house.events()).map(({ event }) => event)).toEqual(Array(2).fill('school.own-holiday.dropped'))
  await hein.get('/school')
  expect(hein.html).not.toContain('eigen afwijking')
})

test.each([
  [{ how: '' }, 'Kies wat jullie school doet'],
  [{ how: 'moved', firstDay: '' }, 'Vul de eerste vrije dag in'],
  [{ how: 'moved', firstDay: '9-5-2027', lastDay: '1-5-2027' }, 'ligt voor de eerste'],
  [{ how: 'moved', firstDay: '1-5-2028' }, 'Kies een dag in schooljaar 2026-2027'],
])('A deviation with %j comes back with its message.', async (fields, message) => {
  const hein = house.as('hein')
  await hein.get(holiday('2026-mei'))
  await house.events()
  expect((await hein.post(holiday('2026-mei'), fields)).status).toBe(422)
  expect(hein.html).toContain(message)
  expect(await house.events()).toEqual([])
})

test('A holiday that is none, of a year nobody knows, or of another school is not there; a teacher keeps none.', async () => {
  const hein = house.as('hein')
  for (const key of ['2026-paas', '2035-mei', 'x', '%00', '2026-mei-x'])
    expect([key, (await hein.get(holiday(key))).status]).toEqual([key, 404])
  expect((await hein.get(`/school/vakanties/2026-mei?school=${vlieger.school}`)).status).toBe(404)
  expect((await house.as('tess').get(holiday('2026-mei'))).status).toBe(404)
})

test('Staff of two schools choose which one they see; each shows its own days.', async () => {
  const { db } = house
  await db.owner.query(`insert into app.account_person select '${vlieger.school}', '${vlieger.teacher}', account_id
    from app.account_person where person_id = '${klimboom.hein}'`)
  const hein = house.as('hein')
  await hein.get('/school')
  expect(hein.html).toContain(`href="/school?school=${vlieger.school}"`)
  expect(hein.html).not.toContain('Vliegerdag')
  await hein.get(`/school?school=${vlieger.school}`)
  expect(hein.html).toContain('Vliegerdag')
})

test('The feast days on which schools are shut are known of every year.', async () => {
  const { rows } = await house.db.owner.query<{ name: string; day: string }>(
    `select name, on_day::text as day from app.feast_days(2024, 2038) order by on_day`,
  )
  const days = (name: string): string[] => rows.filter((row) => row.name === name).map(({ day }) => day)
  // Published dates: the earliest and the latest Easter of these years, a King's Day that moved, and the two that follow Easter.
  expect(days('Tweede paasdag')).toEqual(
    expect.arrayContaining(['2024-04-01', '2027-03-29', '2035-03-26', '2038-04-26']),
  )
  expect(days('Koningsdag')).toEqual(expect.arrayContaining(['2024-04-27', '2025-04-26', '2026-04-27', '2031-04-26']))
  expect(days('Hemelvaart')).toEqual(expect.arrayContaining(['2026-05-14', '2027-05-06', '2029-05-10']))
  expect(days('Tweede pinksterdag')).toEqual(expect.arrayContaining(['2026-05-25', '2027-05-17', '2029-05-21']))
  expect(rows).toHaveLength(15 * 4)
})
