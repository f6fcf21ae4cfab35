import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(async () => {
  await house.events()
})
afterAll(() => house.drop())

const member = (id: string) => `/medewerkers/${id}`
const roleOf = async (person: string) =>
  (
    await house.db.owner.query(
      `select role from app.staff_role where person_id = $1 and ended_on is null order by role`,
      [person],
    )
  ).rows.map(({ role }) => role)

test('The list of staff is for office and administrator, and holds who works there today.', async () => {
  const olga = house.as('olga')
  expect((await olga.get('/medewerkers')).status).toBe(200)
  for (const text of ['Bakker, Tess', 'Leraar', '4B', 'Beheer, Ada', 'Directeur']) expect(olga.html).toContain(text)
  for (const text of ['Weg, Loes', 'Vlieger', 'thuis.example']) expect(olga.html).not.toContain(text)
  for (const name of ['hein', 'tess', 'selma', 'timo', 'leftStaff']) {
    for (const path of [
      '/medewerkers',
      '/medewerkers/nieuw',
      member(klimboom.tess),
      `${member(klimboom.tess)}/rollen`,
    ]) {
      expect([name, path, (await house.as(name).get(path)).status]).toEqual([name, path, 404])
    }
  }
})

test('The list says who has an account, who was invited and did not sign in, and who was not invited yet.', async () => {
  const olga = house.as('olga')
  const said = (name: string) =>
    new RegExp(`${name}.*?</tr>`, 's').exec(olga.html)?.[0].match(/nog niet \w+|heeft een account/)?.[0]
  await olga.get('/medewerkers/nieuw')
  const added = await olga.post('/medewerkers', { lastName: 'Nieuweling' })
  const id = /\/medewerkers\/([0-9a-f-]{36})/.exec(added.headers.get('location') ?? '')?.[1] ?? ''
  await olga.get('/medewerkers')
  expect([said('Bakker, Tess'), said('Nieuweling')]).toEqual(['heeft een account', 'nog niet uitgenodigd'])
  await olga.get(member(id))
  expect((await olga.post(`/personen/${id}/uitnodiging`)).status).toBe(200)
  await olga.get('/medewerkers')
  expect(said('Nieuweling')).toBe('nog niet ingelogd')
})

test('The page of somebody who works there opens for the own school alone, and is logged.', async () => {
  const olga = house.as('olga')
  expect((await olga.get(member(klimboom.tess))).status).toBe(200)
  expect(await house.events()).toMatchObject([{ event: 'people.file.opened', about: [klimboom.tess] }])
  await olga.get(member(klimboom.leftStaff))
  expect(olga.html).toContain('werkt niet meer op school')
  await house.events()
  for (const id of [vlieger.teacher, klimboom.selma, klimboom.timo, 'x', '%00']) {
    expect([id, (await olga.get(member(id))).status]).toEqual([id, 404])
  }
  expect(await house.events()).toEqual([])
})

test('The office adds staff at the own school, without any role.', async () => {
  const olga = house.as('olga')
  await olga.get('/medewerkers/nieuw')
  const typed = { firstName: 'Nina', prefix: 'van der', lastName: 'Nieuw', email: 'nina@school.example', phone: '' }
  expect((await olga.post('/medewerkers', { ...typed, lastName: '' })).status).toBe(422)
  expect((await olga.post(`/medewerkers?school=${vlieger.school}`, typed)).status).toBe(404)
  const answer = await olga.post('/medewerkers', {
    ...typed,
    role: 'administrator',
    school: vlieger.school,
    school_id: vlieger.school,
    person_id: klimboom.selma,
  })
  expect(answer.status).toBe(303)
  const [event, ...more] = await house.events()
  expect(more).toEqual([])
  expect(event).toMatchObject({ event: 'people.staff.added', payload: { known: false, returns: false } })
  const person = event?.about[0] ?? ''
  expect(answer.headers.get('location')).toBe(`${member(person)}?gedaan=erbij`)
  expect(await roleOf(person)).toEqual([])
  const { rows } = await house.db.owner.query('select school_id from app.staff where person_id = $1', [person])
  expect(rows).toEqual([{ school_id: klimboom.school }])
})

test('A parent who comes to work, and somebody who comes back, stay one person.', async () => {
  const olga = house.as('olga')
  await olga.get('/medewerkers/nieuw')
  const karim = { firstName: 'Karim', prefix: '', lastName: 'Özdemir', email: '', phone: '' }
  expect((await olga.post('/medewerkers', karim)).status).toBe(422)
  expect(olga.html).toContain('Ouder van Noor')
  expect((await olga.post('/medewerkers', { ...karim, same: vlieger.teacher })).status).toBe(404)
  expect((await olga.post('/medewerkers', { ...karim, same: klimboom.karim })).status).toBe(303)
  await olga.get('/medewerkers/nieuw')
  expect((await olga.post('/medewerkers', { ...karim, same: klimboom.karim })).status).toBe(422)
  expect(olga.html).toContain('werkt al op school')
  const loes = { ...karim, firstName: 'Loes', lastName: 'Weg', same: klimboom.leftStaff }
  expect((await olga.post('/medewerkers', loes)).status).toBe(303)
  expect((await house.events()).map(({ about, payload }) => [about[0], payload])).toEqual([
    [klimboom.karim, { known: true, returns: false }],
    [klimboom.leftStaff, { known: true, returns: true }],
  ])
  await house.db.owner.query(`update app.staff set ended_on = '2026-10-01' where person_id = '${klimboom.leftStaff}'`)
})

test('The office gives the role of teacher and no other; the administrator gives all.', async () => {
  const [olga, ada] = [house.as('olga'), house.as('ada')]
  const path = `${member(klimboom.hein)}/rollen`
  await olga.get(path)
  expect(olga.html).toContain('value="teacher"')
  expect(olga.html).not.toContain('value="office"')
  for (const role of ['administrator', 'office', 'head']) expect((await olga.post(path, { role })).status).toBe(403)
  await olga.get(path)
  expect((await olga.post(path, { role: 'owner' })).status).toBe(422)
  expect((await olga.post(path, {})).status).toBe(422)
  expect(await house.events()).toEqual([])
  expect((await olga.post(path, { role: 'teacher', person_id: klimboom.tess })).status).toBe(303)
  await olga.get(path)
  expect((await olga.post(path, { role: 'teacher' })).status).toBe(409)
  await ada.get(path)
  expect((await ada.post(path, { role: 'administrator' })).status).toBe(303)
  expect(await roleOf(klimboom.hein)).toEqual(['administrator', 'head', 'teacher'])
  expect((await house.events()).map(({ event, payload }) => [event, payload])).toEqual([
    ['people.role.granted', { role: 'teacher' }],
    ['people.role.granted', { role: 'administrator' }],
  ])
})

test('A role is given at the own school alone, and to who works there now.', async () => {
  const ada = house.as('ada')
  await ada.get('/medewerkers')
  await ada.get(`${member(klimboom.tess)}/rollen`)
  for (const id of [vlieger.teacher, klimboom.selma, klimboom.leftStaff, 'x']) {
    expect([id, (await ada.post(`${member(id)}/rollen`, { role: 'head' })).status]).toEqual([id, 404])
  }
  expect(await house.events()).toEqual([])
})

test('A role ends by who may give it; what it opened closes at once.', async () => {
  const [olga, ada, tess] = [house.as('olga'), house.as('ada'), house.as('tess')]
  const end = (id: string) => `/rollen/${id}/einde`
  for (const id of [vlieger.role, klimboom.roles.leftStaff.replace('66', '99'), klimboom.tess, 'x']) {
    expect([id, (await ada.get(end(id))).status]).toEqual([id, 404])
    await ada.get('/medewerkers/nieuw')
    expect([id, (await ada.post(end(id), { from: '23-11-2026' })).status]).toEqual([id, 404])
  }
  await olga.get(end(klimboom.roles.tess))
  expect((await olga.post(end(klimboom.roles.hein), { from: '23-11-2026' })).status).toBe(403)
  await olga.get(end(klimboom.roles.tess))
  expect((await olga.post(end(klimboom.roles.tess), { from: '1-1-2020' })).status).toBe(422)
  expect((await tess.get(`/leerlingen/${klimboom.timo}`)).status).toBe(200)
  await house.events()
  expect((await olga.post(end(klimboom.roles.tess), { from: '23-11-2026' })).status).toBe(303)
  expect((await tess.get(`/leerlingen/${klimboom.timo}`)).status).toBe(404)
  expect(await house.events()).toMatchObject([
    {
      event: 'people.role.ended',
      about: [klimboom.tess, klimboom.roles.tess],
      payload: { role: 'teacher', endedOn: '2026-11-23' },
    },
  ])
  for (const name of ['hein', 'tess', 'selma', 'vliegerOffice']) {
    const browser = house.as(name)
    await browser.get('/account')
    // Hein has become administrator in a test above.
    const wanted = name === 'hein' ? 303 : 404
    expect([name, (await browser.post(end(klimboom.roles.exTess), { from: '23-11-2026' })).status]).toEqual([
      name,
      wanted,
    ])
  }
})

test('The last administrator cannot be ended; with another one it can.', async () => {
  const ada = house.as('ada')
  await house.db.owner.query(
    `delete from app.staff_role where role = 'administrator' and person_id = '${klimboom.hein}'`,
  )
  const end = `/rollen/${klimboom.roles.ada}/einde`
  await ada.get(end)
  expect((await ada.post(end, { from: '23-11-2026' })).status).toBe(422)
  expect(ada.html).toContain('Dit is de laatste beheerder')
  await house.db.owner.query(
    `insert into app.staff_role (school_id, person_id, role, started_on) values ('${klimboom.school}', '${klimboom.olga}', 'administrator', '2026-11-24')`,
  )
  expect((await ada.post(end, { from: '23-11-2026' })).status).toBe(422)
  expect((await ada.post(end, { from: '24-11-2026' })).status).toBe(303)
})

test('Who comes back with a role that the office may not give comes back by the administrator.', async () => {
  const [olga, ada] = [house.as('olga'), house.as('ada')]
  const boss = '00000000-0000-4000-8000-000000000779'
  await house.db.owner
    .query(`insert into app.person (school_id, id, first_name, last_name) values ('${klimboom.school}', '${boss}', 'Oude', 'Baas');
    insert into app.staff (school_id, person_id, started_on, ended_on) values ('${klimboom.school}', '${boss}', '2026-01-01', '2026-10-01');
    insert into app.staff_role (school_id, person_id, role, started_on) values ('${klimboom.school}', '${boss}', 'head', '2026-01-01');
    update app.staff_role set ended_on = null where id = '${klimboom.roles.ada}'`)
  const form = { firstName: 'Oude', prefix: '', lastName: 'Baas', email: '', phone: '', same: boss }
  await olga.get('/medewerkers/nieuw')
  await house.events()
  expect((await olga.post('/medewerkers', form)).status).toBe(403)
  expect(await house.events()).toEqual([])
  await ada.get('/medewerkers/nieuw')
  expect((await ada.post('/medewerkers', form)).status).toBe(303)
})
