import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(async () => {
  await house.events()
})
afterAll(() => house.drop())

const contact = (id: string) => `/personen/${id}/contact`
const invitation = (id: string) => `/personen/${id}/uitnodiging`
const filled = {
  email: 'bas@nieuw.example',
  phone: '030 1234567',
  street: 'Eikenlaan 2',
  postalCode: '1234 CD',
  city: 'Zeist',
  language: 'nl',
}

test('The office changes how somebody is reached; the ledger says what changed and not from what or to what.', async () => {
  const olga = house.as('olga')
  await olga.get(contact(klimboom.bas))
  expect(olga.html).toContain('value="bas@thuis.example"')
  await house.events()
  const answer = await olga.post(contact(klimboom.bas), {
    ...filled,
    person_id: klimboom.selma,
    school_id: vlieger.school,
    last_name: 'Anders',
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ouders/${klimboom.bas}?gedaan=contact`])
  expect(await house.events()).toEqual([
    {
      event: 'people.contact.changed',
      about: [klimboom.bas],
      payload: { changed: ['email', 'phone'] },
      doer_hat: 'staff',
      doer_person: klimboom.olga,
    },
  ])
  const { rows } = await house.db.owner.query('select person_id, email from app.person_contact order by person_id')
  expect(rows).toEqual([
    { person_id: klimboom.selma, email: 'selma@thuis.example' },
    { person_id: klimboom.bas, email: 'bas@nieuw.example' },
  ])
  await olga.get(contact(klimboom.tess))
  expect((await olga.post(contact(klimboom.tess), filled)).headers.get('location')).toBe(
    `/medewerkers/${klimboom.tess}?gedaan=contact`,
  )
})

test('Wrong contact data come back with what was typed, and a page that shows nothing that is kept.', async () => {
  const olga = house.as('olga')
  await olga.get(contact(klimboom.selma))
  await house.events()
  expect((await olga.post(contact(klimboom.selma), { ...filled, email: 'geen adres' })).status).toBe(422)
  expect(olga.html).toContain('value="geen adres"')
  expect(olga.html).not.toContain('selma@thuis.example')
  expect(await house.events()).toEqual([])
})

test('Contact data of another school, or by who does not keep the people, are not there.', async () => {
  const olga = house.as('olga')
  for (const id of [vlieger.guardian, vlieger.teacher, vlieger.bo, klimboom.school, 'x', '%00']) {
    expect([id, (await olga.get(contact(id))).status]).toEqual([id, 404])
    await olga.get('/medewerkers/nieuw')
    expect([id, (await olga.post(contact(id), filled)).status]).toEqual([id, 404])
    expect([id, (await olga.post(invitation(id))).status]).toEqual([id, 404])
  }
  // Not even the own: that is kept by the office, and asked of it.
  for (const name of ['hein', 'tess', 'selma', 'bas', 'timo', 'vliegerOffice']) {
    const browser = house.as(name)
    expect([name, (await browser.get(contact(klimboom.selma))).status]).toEqual([name, 404])
    await browser.get('/account')
    expect([name, (await browser.post(contact(klimboom.selma), filled)).status]).toEqual([name, 404])
    expect([name, (await browser.post(invitation(klimboom.selma))).status]).toEqual([name, 404])
  }
  expect(await house.events()).toEqual([])
})

test('An invitation is shown once, with a link that works, and in the language of whom it is for.', async () => {
  const olga = house.as('olga')
  await house.db.owner
    .query(`insert into app.person (school_id, id, first_name, last_name) values ('${klimboom.school}', '00000000-0000-4000-8000-000000000777', 'Grace', 'Owusu');
    insert into app.person_contact (school_id, person_id, language) values ('${klimboom.school}', '00000000-0000-4000-8000-000000000777', 'en');
    insert into app.staff (school_id, person_id, started_on) values ('${klimboom.school}', '00000000-0000-4000-8000-000000000777', '2026-01-01')`)
  const grace = '00000000-0000-4000-8000-000000000777'
  await olga.get(`/medewerkers/${grace}`)
  expect(olga.html).toContain('Nog geen account.')
  await house.events()
  expect((await olga.post(invitation(grace))).status).toBe(200)
  expect(olga.html).toContain('Uitnodiging voor Grace Owusu')
  expect(olga.html).toContain('Hello Grace Owusu')
  expect(await house.events()).toMatchObject([{ event: 'accounts.invitation.made', about: [grace], payload: {} }])
  const link = /http:\/\/localhost:3000(\/aanmelding\/[\w-]{43})/.exec(olga.html)?.[1] ?? ''
  const reader = house.stranger()
  expect((await reader.get(link)).status).toBe(200)
  await olga.get(`/medewerkers/${grace}`)
  expect(olga.html).toContain('nog niet in gebruik')
  expect(olga.html).not.toContain(link)
  await reader.post(link, { login: 'grace', password: 'tien appels in een boom' })
  expect((await reader.get('/account')).status).toBe(200)
  await olga.get(`/medewerkers/${grace}`)
  expect(olga.html).toContain('Heeft een account.')
})

test('A link that lets somebody in is made by who showed a moment ago who it is, not at a desk that stands open.', async () => {
  const olga = house.as('olga')
  const { exTess } = klimboom
  await house.db.owner.query(`update app.session set proved_at = app.now() - interval '11 minutes'`)
  await olga.get(`/medewerkers/${exTess}`)
  const back = new URLSearchParams({ terug: `/medewerkers/${exTess}` })
  expect((await olga.post(invitation(exTess))).headers.get('location')).toBe(`/account/bevestigen?${back}`)
  expect(await house.events()).not.toContainEqual(expect.objectContaining({ event: 'accounts.invitation.made' }))
  await house.db.owner.query('update app.session set proved_at = app.now()')
})

test('Guardians and pupils get no invitation: they come in with a letter.', async () => {
  const olga = house.as('olga')
  await olga.get(`/ouders/${klimboom.selma}`)
  expect(olga.html).not.toContain('/uitnodiging')
  expect(olga.html).toContain(`/ouderschappen/${klimboom.guardianships.selma}/brief`)
  for (const id of [klimboom.selma, klimboom.timo]) {
    await olga.get('/medewerkers/nieuw')
    expect((await olga.post(invitation(id))).status).toBe(404)
  }
})

test('Who has an account gets no new link, the office itself included.', async () => {
  const olga = house.as('olga')
  await olga.get('/medewerkers/nieuw')
  for (const id of [klimboom.tess, klimboom.olga]) {
    expect((await olga.post(invitation(id))).status).toBe(200)
    expect(olga.html).toContain('heeft al een account')
    expect(olga.html).not.toContain('/aanmelding/')
  }
  expect(await house.events()).toEqual([])
})

test('The office invites nobody to more than it may give; the administrator does.', async () => {
  const [olga, ada] = [house.as('olga'), house.as('ada')]
  const boss = '00000000-0000-4000-8000-000000000778'
  await house.db.owner
    .query(`insert into app.person (school_id, id, last_name) values ('${klimboom.school}', '${boss}', 'Baas');
    insert into app.staff (school_id, person_id, started_on) values ('${klimboom.school}', '${boss}', '2026-01-01');
    insert into app.staff_role (school_id, person_id, role, started_on) values
      ('${klimboom.school}', '${boss}', 'teacher', '2026-01-01'), ('${klimboom.school}', '${boss}', 'administrator', '2026-12-01')`)
  await olga.get(`/medewerkers/${boss}`)
  expect(olga.html).not.toContain(invitation(boss))
  await house.events()
  expect((await olga.post(invitation(boss))).status).toBe(403)
  expect(await house.events()).toEqual([])
  await ada.get(`/medewerkers/${boss}`)
  expect(ada.html).toContain(invitation(boss))
  expect((await ada.post(invitation(boss))).status).toBe(200)
  await olga.get('/medewerkers/nieuw')
  expect((await olga.post(invitation(boss))).status).toBe(403)
  await house.db.owner.query(
    `update app.staff_role set ended_on = '2026-11-01' where person_id = '${boss}' and role = 'teacher';
     delete from app.staff_role where person_id = '${boss}' and role = 'administrator'`,
  )
  await olga.get('/medewerkers/nieuw')
  expect((await olga.post(invitation(boss))).status).toBe(200)
})

test('A code made before somebody is given more opens nothing after it.', async () => {
  const [olga, ada] = [house.as('olga'), house.as('ada')]
  const rising = '00000000-0000-4000-8000-000000000779'
  await house.db.owner
    .query(`insert into app.person (school_id, id, last_name) values ('${klimboom.school}', '${rising}', 'Stijger');
    insert into app.staff (school_id, person_id, started_on) values ('${klimboom.school}', '${rising}', '2026-01-01')`)
  const codeBy = async (browser: Browser): Promise<string> => {
    await browser.get(`/medewerkers/${rising}`)
    await browser.post(invitation(rising))
    return /\/aanmelding\/([\w-]{43})/.exec(browser.html)?.[1] ?? ''
  }
  const opens = async (code: string): Promise<number> => (await house.stranger().get(`/aanmelding/${code}`)).status
  const before = await codeBy(olga)
  expect(await opens(before)).toBe(200)
  await ada.get(`/medewerkers/${rising}/rollen`)
  expect((await ada.post(`/medewerkers/${rising}/rollen`, { role: 'teacher', startedOn: '2026-01-01' })).status).toBe(
    303,
  )
  expect(await opens(before)).toBe(200)
  await ada.get(`/medewerkers/${rising}/rollen`)
  expect((await ada.post(`/medewerkers/${rising}/rollen`, { role: 'head', startedOn: '2026-01-01' })).status).toBe(303)
  expect(await opens(before)).toBe(404)
  expect(await opens(await codeBy(ada))).toBe(200)
})
