import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const wanted = { person: klimboom.exTess, group: klimboom.groups.g5a, from: '24-11-2026', until: '' }
const file = `/leerlingen/${klimboom.noor}`
const idOfLast = async (): Promise<string> =>
  (await house.db.owner.query<{ id: string }>('select id from app.group_substitute order by on_from desc limit 1'))
    .rows[0]?.id ?? ''

test('The head puts a substitute on a group: the group is in reach on that day, and gone at midnight.', async () => {
  const [hein, sub] = [house.as('hein'), house.as('exTess')]
  await hein.get('/invallers')
  await house.events()
  expect((await hein.post('/invallers', wanted)).status).toBe(303)
  expect(await house.events()).toMatchObject([
    { event: 'people.substitute.put', payload: { from: '2026-11-24', until: '2026-11-24' } },
  ])
  expect((await sub.get(file)).status).toBe(404)
  await house.db.setNow('2026-11-24T00:00:00+01:00')
  expect((await sub.get(file)).status).toBe(200)
  await sub.get(`/klassen/${klimboom.groups.g5a}`)
  expect(sub.html).toContain('Je valt hier in: dinsdag 24 november 2026')
  await house.db.setNow('2026-11-24T23:59:59+01:00')
  expect((await sub.get(file)).status).toBe(200)
  await house.db.setNow('2026-11-25T00:00:00+01:00')
  expect((await sub.get(file)).status).toBe(404)
  expect((await sub.get(`/klassen/${klimboom.groups.g5a}`)).status).toBe(404)
})

test('A substitution ends early at once, by who oversees the school and by nobody else.', async () => {
  await house.db.setNow('2026-11-25T09:00:00+01:00')
  const [olga, sub] = [house.as('olga'), house.as('exTess')]
  await olga.get('/invallers')
  await olga.post('/invallers', { ...wanted, from: '25-11-2026', until: '27-11-2026' })
  expect((await sub.get(file)).status).toBe(200)
  const end = `/invallers/${await idOfLast()}/einde`
  for (const name of ['exTess', 'tess', 'vliegerOffice']) {
    const reader = house.as(name)
    await reader.get('/vandaag')
    expect((await reader.post(end, {})).status).toBe(404)
  }
  expect((await sub.get(file)).status).toBe(200)
  await olga.get('/invallers')
  expect((await olga.post(end, {})).status).toBe(303)
  expect((await sub.get(file)).status).toBe(404)
})

test.each([
  [{ person: '' }, 422, 'Kies wie invalt'],
  [{ group: '' }, 422, 'Kies een groep'],
  [{ from: '' }, 422, 'Vul de eerste dag in'],
  [{ from: '24-11-2026' }, 422, 'Kies een dag vanaf vandaag'],
  [{ until: '24-11-2026' }, 422, 'Kies een laatste dag na de eerste'],
  [{ until: '26-12-2026' }, 422, 'hoogstens 31 dagen'],
  [{ person: klimboom.olga }, 404, ''],
  [{ person: vlieger.teacher }, 404, ''],
  [{ group: vlieger.group }, 404, ''],
])('A substitution with %j is refused.', async (wrong, status, sentence) => {
  const olga = house.as('olga')
  await olga.get('/invallers')
  expect((await olga.post('/invallers', { ...wanted, from: '25-11-2026', ...wrong })).status).toBe(status)
  expect(olga.html).toContain(sentence)
})

test('Somebody who comes for one day is out of reach after it, and the work of others ends with its day.', async () => {
  const [olga, tess] = [house.as('olga'), house.as('tess')]
  await olga.get('/medewerkers/nieuw')
  const answer = await olga.post('/medewerkers', { lastName: 'Dagje', lastDay: '25-11-2026' })
  const { rows } = await house.db.owner.query<{ ended: string }>(
    `select s.ended_on::text as ended from app.staff s join app.person p on p.id = s.person_id where p.last_name = 'Dagje'`,
  )
  expect([answer.status, rows]).toEqual([303, [{ ended: '2026-11-26' }]])
  await olga.get(`/medewerkers/${klimboom.tess}/einde`)
  await house.events()
  expect((await olga.post(`/medewerkers/${klimboom.tess}/einde`, { lastDay: '24-11-2026' })).status).toBe(303)
  expect(await house.events()).toMatchObject([{ event: 'people.staff.ended', payload: { lastDay: '2026-11-24' } }])
  expect((await tess.get(`/leerlingen/${klimboom.timo}`)).status).toBe(404)
  expect((await olga.get(`/medewerkers/${klimboom.ada}/einde`)).status).toBe(403)
  const ada = house.as('ada')
  await ada.get(`/medewerkers/${klimboom.ada}/einde`)
  expect((await ada.post(`/medewerkers/${klimboom.ada}/einde`, { lastDay: '25-11-2026' })).status).toBe(422)
  expect(ada.html).toContain('Dit is de laatste beheerder')
})
