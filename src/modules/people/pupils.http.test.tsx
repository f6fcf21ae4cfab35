import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

/** The names in the list, in its order. */
const names = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, ''))

test('The list holds the whole school for office, administrator and head, and the own groups for a teacher.', async () => {
  const seen = async (name: string) => {
    const browser = house.as(name)
    const answer = await browser.get('/leerlingen')
    return answer.status === 200 ? names(browser.html) : answer.status
  }
  const all = ['Aarts, Sem', 'Jong, Timo de', 'Özdemir, Noor']
  expect(await seen('olga')).toEqual(all)
  expect(await seen('ada')).toEqual(all)
  expect(await seen('hein')).toEqual(all)
  expect(await seen('tess')).toEqual(['Aarts, Sem', 'Jong, Timo de'])
  // Pam's own child Sem is in 4B, which she does not teach.
  expect(await seen('pamAsTeacher')).toEqual(['Özdemir, Noor'])
  expect(await seen('exTess')).toEqual([])
  for (const name of ['leftStaff', 'selma', 'timo', 'pamAsParent'])
    expect([name, await seen(name)]).toEqual([name, 404])
})

test('A pupil in a mixed group stands once, with both groups; who left stands nowhere.', async () => {
  const olga = house.as('olga')
  await olga.get('/leerlingen')
  expect(olga.html).toContain('4B, Plusgroep')
  expect(olga.html).toContain('<td>4</td>')
  expect(olga.html).not.toContain('Vertrokken')
  await olga.get(`/leerlingen?groep=${klimboom.groups.mixed}`)
  expect(names(olga.html)).toEqual(['Jong, Timo de', 'Özdemir, Noor'])
})

test.each([
  ['ozdemir', ['Özdemir, Noor']],
  ['ÖZDEMIR noor', ['Özdemir, Noor']],
  ['de jong', ['Jong, Timo de']],
  ['%', []],
  ["'; drop table pupil; --", []],
  ['vertrokken', []],
  ['\u0000timo', ['Jong, Timo de']],
])('Searching for %s finds %j.', async (typed, found) => {
  const olga = house.as('olga')
  expect((await olga.get(`/leerlingen?zoek=${encodeURIComponent(typed)}`)).status).toBe(200)
  expect(names(olga.html)).toEqual(found)
})

test('A group or school of elsewhere, or none at all, is not there.', async () => {
  const [olga, tess] = [house.as('olga'), house.as('tess')]
  for (const wrong of [vlieger.group, 'x', klimboom.school, klimboom.groups.g4b.toUpperCase().replace('-4', '-5')]) {
    expect((await olga.get(`/leerlingen?groep=${wrong}`)).status).toBe(404)
  }
  expect((await olga.get(`/leerlingen?school=${vlieger.school}`)).status).toBe(404)
  expect((await tess.get(`/leerlingen?groep=${klimboom.groups.g5a}`)).status).toBe(404)
  expect((await tess.get(`/leerlingen?groep=${klimboom.groups.g4b}`)).status).toBe(200)
})

test('Long lists come in pages of fifty, in the order of Dutch lists.', async () => {
  const { db } = house
  await db.owner.query(`insert into app.person (school_id, id, first_name, prefix, last_name)
    select '${klimboom.school}', ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Kind', case when n % 2 = 0 then 'van' end,
      'Zee' || lpad(n::text, 3, '0') from generate_series(1, 60) n;
    insert into app.pupil (school_id, person_id) select school_id, id from app.person where id::text like '00000000-0000-4000-9000-%'`)
  const olga = house.as('olga')
  await olga.get('/leerlingen?zoek=kind')
  expect(names(olga.html)).toHaveLength(50)
  expect(names(olga.html).slice(0, 2)).toEqual(['Zee001, Kind', 'Zee002, Kind van'])
  expect(olga.html).toContain('href="/leerlingen?zoek=kind&amp;blad=2"')
  await olga.get('/leerlingen?zoek=kind&blad=2')
  expect(names(olga.html)).toHaveLength(10)
  for (const odd of ['99', '-1', '0.5', 'x', '1e9']) {
    expect((await olga.get(`/leerlingen?zoek=kind&blad=${odd}`)).status).toBe(200)
  }
  await db.owner.query(`delete from app.pupil where person_id::text like '00000000-0000-4000-9000-%';
    delete from app.person where id::text like '00000000-0000-4000-9000-%'`)
})

test('A file opens for whoever has that pupil in reach, and each opening is a row in the ledger.', async () => {
  await house.events()
  for (const [name, person] of [
    ['olga', klimboom.olga],
    ['hein', klimboom.hein],
    ['tess', klimboom.tess],
    ['selma', klimboom.selma],
    ['bas', klimboom.bas],
    ['timo', klimboom.timo],
  ] as const) {
    const browser = house.as(name)
    expect([name, (await browser.get(`/leerlingen/${klimboom.timo}`)).status]).toEqual([name, 200])
    expect(browser.html).toContain('14 mei 2018')
    expect(await house.events()).toMatchObject([
      { event: 'people.file.opened', about: [klimboom.timo], doer_person: person },
    ])
  }
})

test('For anybody else the file is not there, with the same bytes as one that does not exist; nothing is recorded.', async () => {
  const nobody = '00000000-0000-4000-8000-999999999999'
  const bytes = async (name: string, id: string) => {
    const browser = house.as(name)
    const answer = await browser.get(`/leerlingen/${id}`)
    return [answer.status, browser.html.replaceAll(/(value|nonce)="(\/leerlingen\/[^"]*|[\w-]{36,43})"/g, '')]
  }
  await house.events()
  for (const name of ['karim', 'pamAsTeacher', 'pamAsParent', 'exTess', 'vliegerOffice', 'leftStaff']) {
    const absent = await bytes(name, nobody)
    expect(absent[0]).toBe(404)
    expect([name, await bytes(name, klimboom.timo)]).toEqual([name, absent])
  }
  for (const id of [vlieger.bo, klimboom.selma, klimboom.school, 'x', '%00', "'", `${klimboom.timo}x`]) {
    expect([id, await bytes('olga', id)]).toEqual([id, await bytes('olga', nobody)])
  }
  expect(await house.events()).toEqual([])
})

test('A teacher meets her own child only where she teaches it; the parent always.', async () => {
  expect((await house.as('pamAsTeacher').get(`/leerlingen/${klimboom.sem}`)).status).toBe(404)
  expect((await house.as('pamAsParent').get(`/leerlingen/${klimboom.sem}`)).status).toBe(200)
  expect((await house.as('pamAsTeacher').get(`/leerlingen/${klimboom.noor}`)).status).toBe(200)
  expect((await house.as('pamAsParent').get(`/leerlingen/${klimboom.noor}`)).status).toBe(404)
})

test('A guardian sees the own relation and nothing of the other guardian; so does the pupil.', async () => {
  const file = async (name: string) => {
    const browser = house.as(name)
    await browser.get(`/leerlingen/${klimboom.timo}`)
    return browser.html
  }
  for (const secret of ['Bas', 'Vermeer', 'vader', 'bas@thuis', '22222222', 'Eikenlaan', klimboom.bas]) {
    expect(await file('selma')).not.toContain(secret)
    expect(await file('timo')).not.toContain(secret)
  }
  expect(await file('selma')).toContain('moeder')
  expect(await file('bas')).not.toContain('moeder')
  for (const name of ['tess', 'hein']) {
    expect(await file(name)).toContain('Bas Vermeer')
    expect(await file(name)).not.toMatch(/thuis\.example|11111111|Lindelaan|\/ouders\/|uitschrijving/)
  }
  expect(await file('olga')).toMatch(/bas@thuis\.example/)
})

test('The last school day closes the file for family and teacher, and the office can put the day right.', async () => {
  const olga = house.as('olga')
  const path = `/leerlingen/${klimboom.timo}/uitschrijving`
  const family = ['selma', 'bas', 'timo', 'tess']
  const doors = () =>
    Promise.all(family.map(async (name) => (await house.as(name).get(`/leerlingen/${klimboom.timo}`)).status))
  await olga.get(path)
  await house.events()
  for (const [lastDay, message] of [
    ['', 'Vul de laatste schooldag in'],
    ['31-6-2027', 'Schrijf de dag als'],
    ['31-7-2022', 'voor de eerste schooldag'],
  ] as const) {
    expect((await olga.post(path, { lastDay })).status).toBe(422)
    expect(olga.html).toContain(message)
  }
  expect(await house.events()).toEqual([])
  expect(
    (await olga.post(path, { lastDay: '23-11-2026', school_id: vlieger.school, pupil: klimboom.sem })).status,
  ).toBe(303)
  expect(await house.events()).toMatchObject([
    {
      event: 'people.pupil.unenrolled',
      about: [klimboom.timo],
      payload: { lastDay: '2026-11-23' },
      doer_person: klimboom.olga,
    },
  ])
  expect(await doors()).toEqual([200, 200, 200, 200])
  await house.db.setNow('2026-11-24T00:30:00+01:00')
  expect(await doors()).toEqual([404, 404, 404, 404])
  await olga.get(`/leerlingen/${klimboom.timo}`)
  expect(olga.html).toContain('Deze leerling is van school')
  await olga.get('/leerlingen')
  expect(names(olga.html)).not.toContain('Jong, Timo de')
  await olga.get(path)
  expect((await olga.post(path, { lastDay: '31-7-2027' })).status).toBe(303)
  expect(await doors()).toEqual([200, 200, 200, 200])
  await olga.get('/leerlingen')
  expect(olga.html).toContain('4B, Plusgroep')
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})

test('Only who keeps the people unenrols, and only pupils of the own school.', async () => {
  const path = (id: string) => `/leerlingen/${id}/uitschrijving`
  for (const name of ['hein', 'tess', 'selma', 'timo', 'vliegerOffice']) {
    const browser = house.as(name)
    expect([name, (await browser.get(path(klimboom.sem))).status]).toEqual([name, 404])
    await browser.get('/account')
    expect([name, (await browser.post(path(klimboom.sem), { lastDay: '31-7-2027' })).status]).toEqual([name, 404])
  }
  const olga = house.as('olga')
  await olga.get(path(klimboom.sem))
  for (const id of [vlieger.bo, klimboom.selma, 'x']) {
    expect((await olga.post(path(id), { lastDay: '31-7-2027' })).status).toBe(404)
  }
  const { rows } = await house.db.owner.query('select left_on from app.pupil where person_id = any ($1)', [
    [klimboom.sem, vlieger.bo],
  ])
  expect(rows).toEqual([{ left_on: null }, { left_on: null }])
})
