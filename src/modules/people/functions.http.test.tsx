import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const ofSelma = `/personen/${klimboom.selma}/functies`

test('The office makes a class parent; that opens nothing, and ends on its day.', async () => {
  const [olga, selma] = [house.as('olga'), house.as('selma')]
  await olga.get(ofSelma)
  expect(olga.html).not.toContain('Bestuurslid')
  expect((await olga.post(ofSelma, { role: 'class_parent', group: '' })).status).toBe(422)
  expect(olga.html).toContain('Kies de klas van deze klassenouder')
  await house.events()
  expect((await olga.post(ofSelma, { role: 'class_parent', group: klimboom.groups.g4b })).status).toBe(303)
  expect(await house.events()).toMatchObject([
    { event: 'people.function.granted', payload: { role: 'class_parent', lastDay: null } },
  ])
  await olga.get('/functies')
  expect(olga.html).toContain('Klassenouder, 4B')
  await olga.get(`/ouders/${klimboom.selma}`)
  expect(olga.html).toContain('Klassenouder, 4B')
  for (const address of [`/leerlingen/${klimboom.sem}`, '/leerlingen', `/klassen/${klimboom.groups.g4b}`])
    expect((await selma.get(address)).status).toBe(404)
  await olga.get(ofSelma)
  expect((await olga.post(ofSelma, { role: 'class_parent', group: klimboom.groups.g4b })).status).toBe(422)
  expect(olga.html).toContain('Deze persoon heeft deze functie al')
  const { rows } = await house.db.owner.query<{ id: string }>('select id from app.person_role')
  await olga.get(`/functies/${rows[0]?.id}/einde`)
  expect((await olga.post(`/functies/${rows[0]?.id}/einde`, { from: '23-11-2026' })).status).toBe(303)
  await olga.get('/functies')
  expect(olga.html).not.toContain('Klassenouder, 4B')
})

test('The administrator lets a guest in for a year at most; the office does not.', async () => {
  const [ada, olga] = [house.as('ada'), house.as('olga')]
  expect((await olga.get('/functies/nieuw')).status).toBe(403)
  await ada.get('/functies/nieuw')
  const guest = { lastName: 'Leerplicht', role: 'attendance_officer', lastDay: '' }
  expect((await ada.post('/functies', guest)).status).toBe(422)
  expect(ada.html).toContain('een gast blijft hoogstens een jaar')
  expect((await ada.post('/functies', { ...guest, lastDay: '24-11-2027' })).status).toBe(422)
  expect((await ada.post('/functies', { ...guest, lastDay: '23-11-2027' })).status).toBe(303)
  await ada.get('/functies')
  expect(ada.html).toContain('Leerplichtambtenaar')
  await olga.get('/vandaag')
  expect((await olga.post('/functies', { ...guest, lastName: 'Ander', lastDay: '1-2-2027' })).status).toBe(403)
})

test('A pupil may sit in the council and in nothing else; staff get roles, not functions.', async () => {
  const ada = house.as('ada')
  const ofTimo = `/personen/${klimboom.timo}/functies`
  await ada.get(ofTimo)
  expect((await ada.post(ofTimo, { role: 'board_member' })).status).toBe(422)
  expect((await ada.post(ofTimo, { role: 'council_pupils' })).status).toBe(303)
  await ada.get(`/personen/${klimboom.tess}/functies`)
  expect(ada.html).toContain('Je kunt deze persoon nu geen functie geven.')
})
