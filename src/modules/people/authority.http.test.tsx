import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Kysely } from 'kysely'
import { setAuthority } from './set-authority.ts'
import type { PeopleTables } from './tables.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())
beforeEach(async () => {
  await house.db.owner.query('delete from app.guardianship_authority; delete from app.authority_document')
})

const relation = klimboom.guardianships.bas
const path = `/ouderschappen/${relation}`
const block = {
  state: 'blocked',
  kind: 'court_order',
  datedOn: '1-10-2026',
  reference: 'map 12',
  forbids: 'on',
  reviewOn: '1-10-2027',
}

test('The office blocks a guardian: that holds at once, is one row in the ledger, and the page says why and until when.', async () => {
  const [olga, bas, selma] = [house.as('olga'), house.as('bas'), house.as('selma')]
  expect((await bas.get(`/leerlingen/${klimboom.timo}`)).status).toBe(200)
  await olga.get(`${path}/gezag`)
  expect(olga.html).toContain('Bas Vermeer ziet dan niets meer van Timo de Jong. Dat geldt meteen.')
  await house.events()
  const answer = await olga.post(`${path}/gezag`, block)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?gedaan=gezag`])
  expect(await house.events()).toMatchObject([
    {
      event: 'people.authority.limited',
      about: [klimboom.timo, klimboom.bas, relation],
      payload: { state: 'blocked', document: 'court_order', reviewOn: '2027-10-01' },
      doer_person: klimboom.olga,
    },
  ])
  expect((await bas.get(`/leerlingen/${klimboom.timo}`)).status).toBe(404)
  await bas.get('/vandaag')
  expect(bas.html).not.toContain('Timo')
  await selma.get(`/leerlingen/${klimboom.timo}`)
  expect(selma.html).not.toContain('Bas')
  expect(selma.html).not.toContain('administratie')
  await olga.get(path)
  for (const word of ['Geblokkeerd', 'Uitspraak van de rechter van 1 oktober 2026', 'map 12', '1 oktober 2027'])
    expect(olga.html).toContain(word)
  await house.events()
})

test('Who changes what a guardian may know proves first who it is; looking at it needs no proof.', async () => {
  const olga = house.as('olga')
  const proved = (how: string) => house.db.owner.query(`update app.session set proved_at = proved_at ${how}`)
  await olga.get(`${path}/gezag`)
  await proved(`- interval '100 years'`)
  expect((await olga.get(path)).status).toBe(200)
  const asked = `/account/bevestigen?${new URLSearchParams({ terug: `${path}/gezag` })}`
  expect((await olga.get(`${path}/gezag`)).headers.get('location')).toBe(asked)
  await olga.get(path)
  expect((await olga.post(`${path}/gezag`, block)).headers.get('location')).toBe(asked)
  expect((await house.db.owner.query('select from app.guardianship_authority')).rows).toEqual([])
  await proved(`+ interval '100 years'`)
  expect((await olga.get(`${path}/gezag`)).status).toBe(200)
  await house.events()
})

test('Teacher and head see that a guardian goes through the office, and not why.', async () => {
  const olga = house.as('olga')
  await olga.get(`${path}/gezag`)
  await olga.post(`${path}/gezag`, block)
  for (const name of ['tess', 'hein']) {
    const reader = house.as(name)
    await reader.get(`/leerlingen/${klimboom.timo}`)
    expect(reader.html).toContain('alleen via de administratie')
    for (const word of ['Geblokkeerd', 'rechter', 'map 12', '/ouderschappen/']) expect(reader.html).not.toContain(word)
    for (const address of [path, `${path}/gezag`, '/gezag', '/verjaardagen'])
      expect((await reader.get(address)).status).toBe(404)
  }
})

test('Who may ask keeps the hat, sees the first name in one sentence that says how to ask, and no more.', async () => {
  const [olga, bas] = [house.as('olga'), house.as('bas')]
  await olga.get(`${path}/gezag`)
  await olga.post(`${path}/gezag`, { state: 'on_request' })
  await bas.get('/vandaag')
  expect(bas.html).toContain('Van Timo zie je hier niets vanzelf. Je mag De Klimboom wel vragen hoe het gaat.')
  for (const word of ['de Jong', '4B', 'Selma', klimboom.timo]) expect(bas.html).not.toContain(word)
  expect((await bas.get(`/vandaag?kind=${klimboom.timo}`)).status).toBe(404)
})

test('What held before stays as history, and authority comes back by the same form.', async () => {
  const [olga, bas] = [house.as('olga'), house.as('bas')]
  await olga.get(`${path}/gezag`)
  await olga.post(`${path}/gezag`, block)
  expect((await olga.post(`${path}/gezag`, { state: 'full' })).status).toBe(303)
  expect((await bas.get(`/leerlingen/${klimboom.timo}`)).status).toBe(200)
  await olga.get(path)
  expect(olga.html).toContain('van 23 november 2026 tot 23 november 2026')
  await olga.get(`${path}/gezag`)
  expect((await olga.post(`${path}/gezag`, { state: 'full' })).status).toBe(422)
  expect(olga.html).toContain('Dit geldt al')
})

test.each([
  [{ state: '' }, 'Kies wat deze ouder mag weten'],
  [{ kind: '' }, 'Kies welk papier je hebt gezien'],
  [{ kind: 'custody_register' }, 'Blokkeren kan alleen met een uitspraak van de rechter'],
  [{ kind: 'other' }, 'Blokkeren kan alleen met een uitspraak van de rechter'],
  [{ datedOn: '' }, 'Vul de datum op het papier in'],
  [{ datedOn: 'gisteren' }, 'Schrijf de dag als 5-2-2027'],
  [{ datedOn: '24-11-2026' }, 'Deze datum ligt in de toekomst'],
  [{ forbids: undefined }, 'Zonder deze zin in het papier kun je niet blokkeren'],
  [{ reviewOn: '' }, 'Vul in wanneer je er opnieuw naar kijkt'],
  [{ reviewOn: '23-11-2026' }, 'Kies een dag vanaf morgen'],
  [{ reviewOn: '24-11-2027' }, 'Kies een dag vanaf morgen'],
])('A block with %j comes back with its sentence and what was typed, and changes nothing.', async (wrong, sentence) => {
  const olga = house.as('olga')
  await olga.get(`${path}/gezag`)
  const sent = Object.fromEntries(
    Object.entries({ ...block, ...wrong }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  expect((await olga.post(`${path}/gezag`, sent)).status).toBe(422)
  expect(olga.html).toContain(sentence)
  expect(olga.html).toContain('value="map 12"')
  const { rows } = await house.db.owner.query('select 1 from app.guardianship_authority')
  expect(rows).toEqual([])
})

test('The verb refuses what the form would not send: no order, no review, more than a year.', async () => {
  const say = (change: object) =>
    asOperator(house.db.app as Kysely<PeopleTables>, klimboom.school, (tx) =>
      setAuthority(
        tx,
        { hat: 'operator', school: klimboom.school },
        {
          school: klimboom.school,
          guardianship: relation,
          state: 'blocked',
          document: { kind: 'court_order', datedOn: '2026-10-01', reference: null, forbids: true },
          reviewOn: '2027-01-01',
          ...change,
        },
      ),
    )
  await expect(say({ document: null })).rejects.toMatchObject({ code: 'no order' })
  const silent = { kind: 'court_order', datedOn: '2026-10-01', reference: null, forbids: false }
  await expect(say({ document: silent })).rejects.toMatchObject({ code: 'no order' })
  await expect(say({ reviewOn: null })).rejects.toMatchObject({ code: 'no review' })
  await expect(say({ reviewOn: '2027-11-24' })).rejects.toMatchObject({ code: 'too late' })
  await expect(say({ guardianship: vlieger.guardianship })).rejects.toThrow('guardianship')
  await say({})
})

test('A guardian added without authority is on request from the start, and on the list until a paper is seen.', async () => {
  const olga = house.as('olga')
  await olga.get(`/leerlingen/${klimboom.noor}/ouders`)
  const answer = await olga.post(`/leerlingen/${klimboom.noor}/ouders`, {
    firstName: '',
    lastName: 'Pleegzorg Het Anker',
    relation: 'foster',
    authority: 'on_request',
    contactName: 'Mevrouw De Wit',
    language: 'nl',
  })
  expect(answer.headers.get('location')).toMatch(/^\/ouderschappen\/.*\?gedaan=ouder$/)
  await olga.get('/gezag')
  expect(olga.html).toContain('Pleegzorg Het Anker')
  expect(olga.html).toContain('papier nog niet gezien')
})

test('The list of the office holds reviews within thirty days and past ones, of the own school alone.', async () => {
  const olga = house.as('olga')
  await olga.get('/gezag')
  await olga.get(`${path}/gezag`)
  await olga.post(`${path}/gezag`, { ...block, reviewOn: '24-12-2026' })
  await olga.get('/gezag')
  expect(olga.html).not.toContain('Vermeer')
  await house.db.setNow('2026-11-24T09:00:00+01:00')
  await olga.get('/gezag')
  expect(olga.html).toContain('Vermeer')
  await house.db.setNow('2026-12-24T09:00:00+01:00')
  await olga.get('/gezag')
  expect(olga.html).toContain('te laat')
  await olga.get(path)
  expect(olga.html).toContain('Sindsdien geldt: op verzoek')
  const other = house.as('vliegerOffice')
  await other.get('/gezag')
  expect(other.html).not.toContain('Vermeer')
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})

test('Where a child lives is for the office alone, and gives nobody anything.', async () => {
  const [olga, selma] = [house.as('olga'), house.as('selma')]
  await olga.get(path)
  await house.events()
  expect((await olga.post(`${path}/woonplek`, { lives: 'partly' })).status).toBe(303)
  expect(await house.events()).toMatchObject([{ event: 'people.home.said', payload: {} }])
  await olga.get(path)
  expect(olga.html).toContain('value="partly" checked')
  await selma.get(`/leerlingen/${klimboom.timo}`)
  expect(selma.html).not.toContain('deel van de week')
})
