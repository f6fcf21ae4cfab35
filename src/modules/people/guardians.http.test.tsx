import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const added = {
  firstName: 'Fatima',
  prefix: '',
  lastName: 'El Idrissi',
  relation: 'foster',
  authority: 'full',
  email: 'fatima@thuis.example',
  phone: '+31 6 12345678',
  street: '',
  postalCode: '',
  city: '',
  language: 'ar',
}
const path = `/leerlingen/${klimboom.noor}/ouders`
const guardiansOf = async (pupil: string) =>
  (
    await house.db.owner.query(
      'select school_id, guardian_id, relation from app.guardianship where pupil_id = $1 and ended_on is null',
      [pupil],
    )
  ).rows

test('The office adds a guardian with contact data: one row in the ledger, and nothing the page did not ask.', async () => {
  const olga = house.as('olga')
  expect((await olga.get(path)).status).toBe(200)
  await house.events()
  const answer = await olga.post(path, {
    ...added,
    school_id: vlieger.school,
    guardian_id: klimboom.bas,
    pupil_id: klimboom.timo,
    person: klimboom.bas,
    birthDate: '1-1-1980',
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/leerlingen/${klimboom.noor}?gedaan=ouder`])
  const [event, ...more] = await house.events()
  expect(more).toEqual([])
  expect(event).toMatchObject({
    event: 'people.guardian.added',
    payload: { relation: 'foster', known: false, authority: 'full' },
    doer_person: klimboom.olga,
  })
  const person = event?.about[1] ?? ''
  const { rows } = await house.db.owner.query(
    `select p.school_id, p.first_name, p.prefix, p.birth_date, c.email, c.phone, c.city, c.language
     from app.person p join app.person_contact c on c.person_id = p.id where p.id = $1`,
    [person],
  )
  expect(rows).toEqual([
    {
      school_id: klimboom.school,
      first_name: 'Fatima',
      prefix: null,
      birth_date: null,
      email: 'fatima@thuis.example',
      phone: '+31 6 12345678',
      city: null,
      language: 'ar',
    },
  ])
  expect(await guardiansOf(klimboom.noor)).toContainEqual({
    school_id: klimboom.school,
    guardian_id: person,
    relation: 'foster',
  })
})

test.each([
  [{ lastName: ' ' }, 'Vul een achternaam in'],
  [{ lastName: 'x'.repeat(201) }, 'hoogstens 200 tekens'],
  [{ authority: '' }, 'Kies of deze persoon gezag heeft'],
  [{ relation: '' }, 'Kies wie dit is voor het kind'],
  [{ relation: 'admin' }, 'Kies wie dit is voor het kind'],
  [{ email: 'fatima@thuis' }, 'Schrijf het e-mailadres als'],
  [{ phone: 'bel maar' }, 'Schrijf het telefoonnummer'],
  [{ language: 'x' }, 'Kies een taal'],
])('A guardian with %j comes back with its message and what was typed.', async (change, message) => {
  const olga = house.as('olga')
  await olga.get(path)
  await house.events()
  expect((await olga.post(path, { ...added, firstName: 'Typed "so"', ...change })).status).toBe(422)
  expect(olga.html).toContain(message)
  expect(olga.html).toContain('value="Typed &quot;so&quot;"')
  expect(await house.events()).toEqual([])
})

test('Somebody the school knows by this name is asked for, and becomes the same person.', async () => {
  const olga = house.as('olga')
  await olga.get(path)
  const selma = { ...added, firstName: 'SELMA', prefix: 'de', lastName: 'jong', relation: 'mother' }
  expect((await olga.post(path, selma)).status).toBe(422)
  expect(olga.html).toContain('Is dit dezelfde persoon?')
  expect(olga.html).toContain('Ouder van Timo')
  expect(olga.html).toContain(`value="${klimboom.selma}"`)
  expect((await olga.post(path, { ...selma, same: klimboom.bas })).status).toBe(404)
  expect((await olga.post(path, { ...selma, same: vlieger.guardian })).status).toBe(404)
  expect((await olga.post(path, { ...selma, same: 'x' })).status).toBe(404)
  expect((await olga.post(path, { ...selma, same: klimboom.selma })).status).toBe(303)
  expect((await guardiansOf(klimboom.noor)).map(({ guardian_id }) => guardian_id)).toContain(klimboom.selma)
  const { rows } = await house.db.owner.query('select email from app.person_contact where person_id = $1', [
    klimboom.selma,
  ])
  expect(rows).toEqual([{ email: 'selma@thuis.example' }])
  expect((await house.as('selma').get(`/leerlingen/${klimboom.noor}`)).status).toBe(200)
  await olga.get(path)
  expect((await olga.post(path, { ...selma, same: klimboom.selma })).status).toBe(422)
  expect(olga.html).toContain('is al ouder van dit kind')
  const before = (await guardiansOf(klimboom.noor)).length
  expect((await olga.post(path, { ...selma, same: 'new' })).status).toBe(303)
  expect(await guardiansOf(klimboom.noor)).toHaveLength(before + 1)
})

test('Only who keeps the people adds a guardian, and only to pupils of the own school.', async () => {
  for (const name of ['hein', 'tess', 'selma', 'vliegerOffice']) {
    const browser = house.as(name)
    expect([name, (await browser.get(path)).status]).toEqual([name, 404])
    await browser.get('/account')
    expect([name, (await browser.post(path, added)).status]).toEqual([name, 404])
  }
  const olga = house.as('olga')
  await olga.get(path)
  for (const id of [vlieger.bo, klimboom.selma, 'x']) {
    expect((await olga.post(`/leerlingen/${id}/ouders`, added)).status).toBe(404)
  }
})

test('A relation that is ended closes the child at once, and the sibling stays open.', async () => {
  const [olga, bas, selma] = [house.as('olga'), house.as('bas'), house.as('selma')]
  const end = `/ouderschappen/${klimboom.guardianships.bas}/einde`
  await olga.get(end)
  expect(olga.html).toContain('value="23-11-2026"')
  expect(olga.html).toContain('ziet Bas Vermeer niets meer van Timo de Jong')
  for (const from of ['', '31-2-2027', '31-7-2024'])
    expect([from, (await olga.post(end, { from })).status]).toEqual([from, 422])
  await house.events()
  expect((await bas.get(`/leerlingen/${klimboom.timo}`)).status).toBe(200)
  await house.events()
  expect((await olga.post(end, { from: '23-11-2026', id: klimboom.guardianships.selma })).status).toBe(303)
  expect(await house.events()).toMatchObject([
    {
      event: 'people.guardianship.ended',
      about: [klimboom.timo, klimboom.bas, klimboom.guardianships.bas],
      payload: { endedOn: '2026-11-23' },
    },
  ])
  expect((await bas.get(`/leerlingen/${klimboom.timo}`)).status).toBe(404)
  expect((await selma.get(`/leerlingen/${klimboom.timo}`)).status).toBe(200)
  expect((await olga.post(end, { from: '23-11-2026' })).status).toBe(404)
})

test('A relation of another school, or none, cannot be ended; nor by who does not keep the people.', async () => {
  const olga = house.as('olga')
  await olga.get(path)
  for (const id of [vlieger.guardianship, klimboom.selma, 'x']) {
    expect((await olga.get(`/ouderschappen/${id}/einde`)).status).toBe(404)
    await olga.get(path)
    expect((await olga.post(`/ouderschappen/${id}/einde`, { from: '23-11-2026' })).status).toBe(404)
  }
  const own = `/ouderschappen/${klimboom.guardianships.selma}/einde`
  for (const name of ['hein', 'tess', 'selma', 'vliegerOffice']) {
    const browser = house.as(name)
    await browser.get('/account')
    expect([name, (await browser.post(own, { from: '23-11-2026' })).status]).toEqual([name, 404])
  }
  expect((await olga.get(own)).status).toBe(200)
})

test("A guardian's page is for who keeps the people; opening it is a row in the ledger.", async () => {
  const olga = house.as('olga')
  await house.events()
  expect((await olga.get(`/ouders/${klimboom.selma}`)).status).toBe(200)
  expect(olga.html).toContain('Lindelaan 1, 1234 AB Utrecht')
  expect(olga.html).toContain('Timo de Jong')
  expect(olga.html).toContain('Heeft een account.')
  expect(await house.events()).toMatchObject([{ event: 'people.file.opened', about: [klimboom.selma] }])
  for (const id of [vlieger.guardian, klimboom.olga, klimboom.timo, 'x']) {
    expect([id, (await olga.get(`/ouders/${id}`)).status]).toEqual([id, 404])
  }
  for (const name of ['hein', 'tess', 'selma', 'bas', 'vliegerOffice']) {
    expect([name, (await house.as(name).get(`/ouders/${klimboom.selma}`)).status]).toEqual([name, 404])
  }
  expect(await house.events()).toEqual([])
})
