import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { klimboom as k, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { readCode } from './code.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const person = (number: number): string => `00000000-0000-4000-8000-00000000ba${String(number).padStart(2, '0')}`
const [kimAtVlieger, kim] = [person(1), person(2)]
const relations = { kim: person(11), kimOfNoor: person(12) }

// Each test begins with nobody joined: Vera at De Vlieger has one child there, and Kim at De Klimboom a child beside Selma's.
beforeEach(async () => {
  await house.db.owner.query(`
    delete from app.letter_try; delete from app.letter_use; delete from app.letter_end; delete from app.letter;
    delete from app.guardianship_authority;
    delete from app.account_person where person_id in ('${vlieger.guardian}', '${kim}', '${kimAtVlieger}');
    delete from app.staff_role where person_id = '${vlieger.guardian}'; delete from app.staff where person_id = '${vlieger.guardian}';
    insert into app.person (school_id, id, first_name, last_name) values ('${k.school}', '${kim}', 'Kim', 'Kortjes') on conflict do nothing;
    delete from app.guardianship where guardian_id = '${kim}';
    insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on) values
      ('${k.school}', '${relations.kim}', '${k.timo}', '${kim}', 'other', '2024-08-01'),
      ('${k.school}', '${relations.kimOfNoor}', '${k.noor}', '${kim}', 'other', '2024-08-01');`)
  await house.events()
})

const birthdays = {
  bo: { day: '14', month: '5', year: '2018' },
  timo: { day: '14', month: '5', year: '2018' },
  noor: { day: '1', month: '2', year: '2017' },
}

const letterOf = async (guardianship: string, office = 'olga'): Promise<string> => {
  const by = house.as(office)
  await by.get(`/ouderschappen/${guardianship}/brief`)
  expect((await by.post(`/ouderschappen/${guardianship}/brief`)).status).toBe(200)
  return readCode(/<code>((?:\w{4} ){3}\w{4})<\/code>/.exec(by.html)?.[1] ?? '') ?? 'no code'
}
const letterOfBo = (): Promise<string> => letterOf(vlieger.guardianship, 'vliegerOffice')

const answer = async (browser: Browser, code: string, born: object, where: string | null = 'account') => {
  await browser.get(`/brief/${code}`)
  return browser.post(`/brief/${code}`, { ...born, ...(where === null ? {} : { where }) })
}

const accountOf = async (who: string): Promise<string | undefined> =>
  (
    await house.db.owner.query<{ account_id: string }>(
      `select account_id from app.account_person where person_id = '${who}'`,
    )
  ).rows[0]?.account_id

test('A parent who is signed in puts the child of another school to the own account, and every device sees both.', async () => {
  const [phone, other] = [house.as('selma'), house.as('selma')]
  await other.get('/vandaag')
  expect(other.html).not.toMatch(/\bBo\b/)
  const code = await letterOfBo()
  const opened = await accountOf(vlieger.guardian)
  await phone.get(`/brief/${code}`)
  expect(phone.html).toContain('Wil je dit kind bij je eigen account zetten?')
  expect(phone.html).toContain('Je bent ingelogd als Selma de Jong.')
  await house.events()
  const answered = await answer(phone, code, birthdays.bo)
  expect([answered.status, answered.headers.get('location'), answered.headers.get('set-cookie')]).toEqual([
    303,
    '/vandaag',
    null,
  ])
  for (const browser of [phone, other]) {
    await browser.get('/vandaag')
    for (const name of [/\bTimo\b/, /\bBo\b/]) expect(browser.html).toMatch(name)
    expect((await browser.get(`/leerlingen/${vlieger.bo}`)).status).toBe(200)
  }
  expect(await accountOf(vlieger.guardian)).toBe(await accountOf(k.selma))
  const { rows } = await house.db.owner.query(
    `select login, (select count(*)::int from app.account_person p where p.account_id = a.id) as persons
     from app.account a where id = '${opened}'`,
  )
  expect(rows).toEqual([{ login: null, persons: 0 }])
  const { rows: told } = await house.db.owner.query(
    `select event, chain_id = '${vlieger.school}' as here, doer_hat from app.ledger_entry
     where event ~ 'joined|letter.used' order by id desc limit 3`,
  )
  expect(told.toReversed()).toEqual([
    { event: 'accounts.person.joined', here: false, doer_hat: 'guardian' },
    { event: 'letters.letter.used', here: true, doer_hat: 'guardian' },
    { event: 'letters.account.joined', here: true, doer_hat: 'guardian' },
  ])
})

test('The office sees an account in use, and a next letter of that parent adds nothing but its use.', async () => {
  const selma = house.as('selma')
  await answer(selma, await letterOfBo(), birthdays.bo)
  const office = house.as('vliegerOffice')
  await office.get(`/ouderschappen/${vlieger.guardianship}/brief`)
  expect(office.html).toContain('logt in met een account')
  expect((await answer(selma, await letterOfBo(), birthdays.bo, null)).status).toBe(303)
  await selma.get('/vandaag')
  for (const name of [/\bTimo\b/, /\bBo\b/]) expect(selma.html).toMatch(name)
})

test('This device alone is a choice as before: the account gets nothing, and the session is that of the letter.', async () => {
  const phone = house.as('selma')
  expect((await answer(phone, await letterOfBo(), birthdays.bo, 'device')).status).toBe(303)
  await phone.get('/vandaag')
  expect(phone.html).toMatch(/\bBo\b/)
  expect(phone.html).not.toContain('Timo')
  expect(await accountOf(vlieger.guardian)).not.toBe(await accountOf(k.selma))
  // The session that was on this device ended with it.
  expect((await house.as('selma').get('/vandaag')).headers.get('location')).toMatch(/^\/inloggen/)
  await house.db.owner.query(`update app.session set ended_at = null where account_id = (
    select account_id from app.account_person where person_id = '${k.selma}')`)
})

test('A code works once, whoever says yes with it, and of two at the same moment one.', async () => {
  const code = await letterOfBo()
  const answers = await Promise.all(
    ['selma', 'karim', 'bas'].map(async (name) => (await answer(house.as(name), code, birthdays.bo)).status),
  )
  expect(answers.toSorted((one, other) => one - other)).toEqual([303, 422, 422])
  const late = house.as('karim')
  const again = await answer(late, code, birthdays.bo)
  expect([303, 422]).toContain(again.status)
  const { rows } = await house.db.owner.query(
    `select count(*)::int as n from app.account_person where person_id = '${vlieger.guardian}'`,
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('A wrong answer, and a blocked relation, give nothing and say the same.', async () => {
  const selma = house.as('selma')
  const code = await letterOfBo()
  const before = await accountOf(vlieger.guardian)
  expect((await answer(selma, code, { day: '1', month: '1', year: '2018' })).status).toBe(422)
  const wrong = 'Het antwoord klopt niet, of de brief werkt niet meer'
  expect(selma.html).toContain(wrong)
  await house.db.owner.query(`
    insert into app.authority_document (school_id, id, kind, dated_on, reference, forbids)
      values ('${vlieger.school}', '${person(20)}', 'court_order', '2026-01-01', 'C/1', true) on conflict do nothing;
    insert into app.guardianship_authority (school_id, guardianship_id, guardian_id, pupil_id, state, document_id, review_on, started_on)
      values ('${vlieger.school}', '${vlieger.guardianship}', '${vlieger.guardian}', '${vlieger.bo}', 'blocked', '${person(20)}', '2027-06-01', '2026-11-01')`)
  expect((await answer(selma, code, birthdays.bo)).status).toBe(422)
  expect(selma.html).toContain(wrong)
  expect(await accountOf(vlieger.guardian)).toBe(before)
  await house.db.owner.query('delete from app.guardianship_authority')
  expect((await answer(selma, code, birthdays.bo)).status).toBe(303)
})

test('A teacher takes the child along under the hat of a parent, and gets no hat of staff at that school.', async () => {
  const tess = house.as('tess')
  expect((await answer(tess, await letterOfBo(), birthdays.bo)).status).toBe(303)
  await tess.get('/vandaag')
  expect(tess.html).toMatch(/\bBo\b/)
  const { rows } = await house.db.owner.query(
    `select doer_hat from app.ledger_entry where event = 'letters.account.joined' order by id desc limit 1`,
  )
  expect(rows).toEqual([{ doer_hat: 'guardian' }])
  await tess.get('/account')
  expect((await tess.post('/account/rol', { hat: 'staff' })).status).toBe(303)
  expect((await tess.get(`/leerlingen/${vlieger.bo}`)).status).toBe(404)
  expect((await tess.get(`/klassen/${vlieger.group}`)).status).toBe(404)
  expect((await tess.get(`/leerlingen/${k.timo}`)).status).toBe(200)
  await house.db.owner.query(`update app.session set hat = 'staff' where hat = 'guardian' and account_id =
    (select account_id from app.account_person where person_id = '${k.tess}')`)
})

test('Who also works at the school of the letter, or has an account in use, does not come along; the letter still works.', async () => {
  const selma = house.as('selma')
  await house.db.owner
    .query(`insert into app.staff (school_id, person_id, started_on) values ('${vlieger.school}', '${vlieger.guardian}', '2027-08-01');
    insert into app.staff_role (school_id, person_id, role, started_on) values ('${vlieger.school}', '${vlieger.guardian}', 'teacher', '2027-08-01')`)
  const code = await letterOfBo()
  expect((await answer(selma, code, birthdays.bo)).status).toBe(422)
  expect(selma.html).toContain('dit kind kan niet bij dit account')
  expect((await answer(house.stranger(), code, birthdays.bo, null)).status).toBe(303)
  const karims = await letterOf(k.guardianships.karim)
  expect((await answer(selma, karims, birthdays.noor)).status).toBe(422)
  expect(selma.html).toContain('dit kind kan niet bij dit account')
  expect(await accountOf(k.karim)).not.toBe(await accountOf(k.selma))
})

test('Another child at the same school comes along as another person; the other home of an own child does not.', async () => {
  const selma = house.as('selma')
  expect((await answer(selma, await letterOf(relations.kim), birthdays.timo)).status).toBe(422)
  expect(selma.html).toContain('dit kind kan niet bij dit account')
  // Nor by the way of another child of that home.
  expect((await answer(selma, await letterOf(relations.kimOfNoor), birthdays.noor)).status).toBe(422)
  expect(selma.html).toContain('dit kind kan niet bij dit account')
  expect(await accountOf(kim)).not.toBe(await accountOf(k.selma))
  await house.db.owner.query(`delete from app.guardianship where id = '${relations.kim}'`)
  expect((await answer(selma, await letterOf(relations.kimOfNoor), birthdays.noor)).status).toBe(303)
  await selma.get('/vandaag')
  for (const name of ['Timo', 'Noor']) expect(selma.html).toContain(name)
})

test('An account of a pupil takes no child along, and is not asked.', async () => {
  const timo = house.as('timo')
  const code = await letterOfBo()
  await timo.get(`/brief/${code}`)
  expect(timo.html).not.toContain('bij je eigen account')
  expect((await answer(timo, code, birthdays.bo)).status).toBe(422)
  expect(await accountOf(k.timo)).not.toBe(await accountOf(vlieger.guardian))
})

test('Who came in with a letter before stays in on that device, and finds no password to choose any more.', async () => {
  const tablet = house.stranger()
  await answer(tablet, await letterOfBo(), birthdays.bo, null)
  expect((await tablet.get('/account/eigen-wachtwoord')).status).toBe(200)
  expect((await answer(house.as('selma'), await letterOfBo(), birthdays.bo)).status).toBe(303)
  expect((await tablet.get(`/leerlingen/${vlieger.bo}`)).status).toBe(200)
  expect((await tablet.get('/account/eigen-wachtwoord')).status).toBe(404)
})
