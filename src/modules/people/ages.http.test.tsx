import { afterAll, beforeAll, expect, test } from 'vitest'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const born = (date: string | null) =>
  house.db.owner.query('update app.person set birth_date = $1 where id = $2', [date, klimboom.timo])
const opening = `/meekijken/${klimboom.guardianships.selma}`
const file = `/leerlingen/${klimboom.timo}`

test('On the birthday itself the guardians are out, only the pupil lets one in, and closing holds at once.', async () => {
  const [timo, selma, bas, ada] = [house.as('timo'), house.as('selma'), house.as('bas'), house.as('ada')]
  await born('2008-11-24')
  expect((await selma.get(file)).status).toBe(200)
  await house.db.setNow('2026-11-23T23:59:00+01:00')
  expect((await selma.get(file)).status).toBe(200)
  await house.db.setNow('2026-11-24T00:00:00+01:00')
  expect((await selma.get(file)).status).toBe(404)
  await selma.get('/vandaag')
  expect(selma.html).toContain('Timo is 18 of ouder en beslist zelf wie meekijkt.')
  await timo.get('/meekijken')
  expect(timo.html).toContain('Selma de Jong')
  await house.events()
  expect((await timo.post(opening, {})).status).toBe(303)
  expect(await house.events()).toMatchObject([{ event: 'people.opening.opened', doer_person: klimboom.timo }])
  expect((await selma.get(file)).status).toBe(200)
  expect((await bas.get(file)).status).toBe(404)
  await timo.get('/meekijken')
  await timo.post(`${opening}/einde`, {})
  expect((await selma.get(file)).status).toBe(404)
  for (const reader of [ada, house.as('olga'), selma]) {
    await reader.get('/vandaag')
    expect((await reader.post(opening, {})).status).toBe(404)
  }
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})

test('The database lets nobody but the pupil of age write an opening, the office and the administrator neither.', async () => {
  await born('2018-05-14')
  const timo = house.as('timo')
  await timo.get('/meekijken')
  expect(timo.html).toContain('Vanaf 14 mei 2036 beslis jij wie meekijkt.')
  expect(timo.html).not.toContain('Selma')
  expect((await timo.post(opening, {})).status).toBe(404)
})

test('Thirty days ahead guardians and pupil are told; a day earlier they are not.', async () => {
  const [timo, selma] = [house.as('timo'), house.as('selma')]
  const said = async () => {
    await selma.get('/vandaag')
    await timo.get('/vandaag')
    return [selma.html, timo.html].map((html) => /(Over \d+ dagen|Morgen) word[^<]*/.exec(html)?.[0].trim() ?? null)
  }
  await born('2008-12-24')
  expect(await said()).toEqual([null, null])
  await born('2008-12-23')
  expect(await said()).toEqual([
    'Over 30 dagen wordt Timo 18. Vanaf dan zie je hier niets meer van Timo. Alleen Timo kan dat weer voor je openen.',
    'Over 30 dagen word je 18. Vanaf dan zien je ouders hier niets meer van je, tot jij ze laat meekijken.',
  ])
  await born('2010-11-24')
  expect((await said())[0]).toContain('Morgen wordt Timo 16. Vanaf dan beslist Timo zelf')
  await born('2018-05-14')
})

test('At 16 the page says that privacy is the pupil’s, and that guardians see on until 18.', async () => {
  const selma = house.as('selma')
  await born('2010-01-01')
  await selma.get(file)
  expect(selma.html).toContain('Timo beslist zelf over foto’s en privacy. Tot 1 januari 2028 zie je hoe het gaat')
  await born('2018-05-14')
  await selma.get(file)
  expect(selma.html).toContain('Tot 14 mei 2034 beslis jij over foto’s en privacy van Timo.')
})

test('An unknown birth date opens and closes nothing, and is worked off one by one, with its error beside it.', async () => {
  const [olga, selma] = [house.as('olga'), house.as('selma')]
  await born(null)
  expect((await selma.get(file)).status).toBe(200)
  expect(selma.html).toContain('De school weet de geboortedatum van Timo niet.')
  await olga.get('/verjaardagen')
  expect(olga.html).toContain('Geboortedatum van Timo de Jong')
  const action = `/leerlingen/${klimboom.timo}/geboortedatum`
  for (const [typed, sentence] of [
    ['', 'Vul de geboortedatum in'],
    ['mei', 'Schrijf de geboortedatum als 5-2-2014'],
    ['14-5-2028', 'jonger dan 2 of ouder dan 30'],
    ['14-5-1980', 'jonger dan 2 of ouder dan 30'],
  ] as const) {
    expect((await olga.post(action, { born: typed })).status).toBe(422)
    expect(olga.html).toContain(sentence)
    expect(olga.html).toContain(`href="#born-${klimboom.timo}"`)
  }
  await house.events()
  expect((await olga.post(action, { born: '14-5-2018' })).status).toBe(303)
  expect(await house.events()).toMatchObject([{ event: 'people.birthdate.filled', payload: {} }])
  // What is known is put right in the administration: nobody turns an age back here.
  expect((await olga.post(action, { born: '14-5-2017' })).status).toBe(404)
})

test('The office sees who turns 16 or 18 within ninety days.', async () => {
  const olga = house.as('olga')
  await born('2009-02-22')
  await olga.get('/verjaardagen')
  expect(olga.html).not.toContain('18 jaar')
  expect(olga.html).toContain('wordt niemand 16 of 18')
  await born('2009-02-21')
  await olga.get('/verjaardagen')
  expect(olga.html).toContain('18 jaar')
  await born('2018-05-14')
})
