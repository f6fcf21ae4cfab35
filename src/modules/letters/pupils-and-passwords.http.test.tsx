import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { appFor, houseFor } from '#test/rig.ts'
import { openMailbox } from '#test/mailbox.ts'
import { Browser as Reader } from '#test/browser.ts'
import { asTask } from '#platform/db/context.ts'
import { systemClock } from '#platform/clock.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { smtpMailer } from '#platform/mail/mailer.ts'
import { klimboom as k, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { readCode } from './code.ts'
import { mailJob, purgeLetters } from './jobs.ts'
import type { LetterTables } from './tables.ts'

let house: TwoSchools
let office: Browser
const id = (tail: string): string => `00000000-0000-4000-8000-0000000${tail}`
const noa = id('0bb01')
const mees = id('0bb02')
const parent = id('0bb03')
const bond = id('0bb04')
const password = 'vijf rode trommels'

beforeAll(async () => {
  house = await twoSchools()
  office = house.as('olga')
  // The school teaches secondary education as well: these two are in its first year.
  await house.db.owner.query(`insert into app.school_stage values ('${k.school}', 'VO');
    insert into app.person (school_id, id, first_name, prefix, last_name, birth_date) values ('${k.school}', '${noa}', 'Noa', null, 'Övermars', '2014-02-03'),
      ('${k.school}', '${mees}', 'Mees', 'van', 'Ommen', '2014-03-04'), ('${k.school}', '${parent}', 'Petra', null, 'Övermars', null);
    insert into app.pupil (school_id, person_id, year_group) values ('${k.school}', '${noa}', '11'), ('${k.school}', '${mees}', '11');
    insert into app.group_member (school_id, group_id, pupil_id, started_on) values ('${k.school}', '${k.groups.g5a}', '${noa}', '2026-08-01'),
      ('${k.school}', '${k.groups.g5a}', '${mees}', '2026-08-01');
    insert into app.person_contact (school_id, person_id, email, language) values ('${k.school}', '${parent}', 'petra@thuis.example', 'en');
    insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on) values ('${k.school}', '${bond}', '${noa}', '${parent}', 'mother', '2024-08-01')`)
})
afterAll(() => house.drop())

const codeOn = (html: string): string =>
  readCode(/<code>((?:\w{4} ){3}\w{4})<\/code>/.exec(html)?.[1] ?? '') ?? 'no code'
const noasBirthday = { day: '3', month: '2', year: '2014' }

const parentsLetter = async (): Promise<string> => {
  await office.get(`/ouderschappen/${bond}/brief`)
  await office.post(`/ouderschappen/${bond}/brief`)
  return codeOn(office.html)
}

test('A pupil of secondary school answers the own letter, chooses a name and a password, and is in with an account.', async () => {
  await office.get(`/leerlingen/${noa}/brief`)
  expect((await office.post(`/leerlingen/${noa}/brief`)).status).toBe(200)
  const code = codeOn(office.html)
  expect(office.html).toContain('je geboren bent')
  const laptop = house.stranger()
  await laptop.get(`/brief/${code}`)
  expect((await laptop.post(`/brief/${code}`, noasBirthday)).status).toBe(200)
  expect(laptop.html).toContain('Kies een inlognaam en een wachtwoord')
  const choose = (more: Record<string, string>) => laptop.post(`/brief/${code}`, { ...noasBirthday, ...more })
  expect((await choose({ login: 'noa', password: 'kort' })).status).toBe(422)
  expect((await choose({ login: 'selma', password })).status).toBe(422)
  expect(laptop.html).toContain('al in gebruik')
  expect((await choose({ login: 'noa.o', password })).headers.get('location')).toBe('/vandaag')
  expect((await laptop.get('/account')).status).toBe(200)
  expect(laptop.html).toContain('noa.o')
  const other = house.stranger()
  expect((await other.signIn('noa.o', password)).status).toBe(303)
  await other.get(`/brief/${code}`)
  expect((await house.stranger().get(`/brief/${code}`)).status).toBe(200)
  await office.get(`/leerlingen/${noa}/brief`)
  expect(office.html).toContain('logt in met een account')
  expect((await office.post(`/leerlingen/${noa}/brief`)).status).toBe(404)
})

test('A slip with a name and a first password works once, for its own name, and the password is replaced at once.', async () => {
  await office.get(`/brieven/klassen/${k.groups.g5a}`)
  expect((await office.post(`/brieven/klassen/${k.groups.g5a}/inlogbriefjes`)).status).toBe(200)
  const [, login = '', first = ''] =
    /<code>([^<]+@klimboom)<\/code>[\s\S]*?<code>([^<]+)<\/code>/.exec(office.html) ?? []
  expect([login, first.replaceAll(' ', '').length]).toEqual(['mees.o@klimboom', 12])
  // Noa has an account, and pupils of primary school get none.
  expect(office.html.match(/<article/g)).toHaveLength(1)
  const laptop = house.stranger()
  const type = async (fields: Record<string, string>) => {
    await laptop.get('/inlogbriefje')
    return (await laptop.post('/inlogbriefje', { login, firstPassword: first, password, ...fields })).status
  }
  expect(await type({ password: '' })).toBe(422)
  expect(await type({ firstPassword: '' })).toBe(422)
  expect(await type({ firstPassword: 'AAAA AAAA AAAA' })).toBe(422)
  expect(await type({ login: 'noa.o@klimboom' })).toBe(422)
  expect(await type({ firstPassword: first.toLowerCase() })).toBe(303)
  expect((await laptop.get('/vandaag')).status).toBe(200)
  expect(await type({})).toBe(422)
  expect((await house.stranger().signIn(login, password)).status).toBe(303)
})

test('Slips let pupils in, so who makes them showed a moment ago who it is.', async () => {
  await house.db.owner.query(`update app.session set proved_at = app.now() - interval '11 minutes'`)
  await office.get(`/brieven/klassen/${k.groups.g5a}`)
  const back = new URLSearchParams({ terug: `/brieven/klassen/${k.groups.g5a}` })
  const asked = await office.post(`/brieven/klassen/${k.groups.g5a}/inlogbriefjes`)
  expect([asked.status, asked.headers.get('location')]).toEqual([303, `/account/bevestigen?${back}`])
  await house.db.owner.query('update app.session set proved_at = app.now()')
})

test('A classmate who types wrong first passwords beside a name makes its owner wait a while, and never shuts the owner out.', async () => {
  const lot = id('0bb0e')
  await house.db.owner
    .query(`insert into app.person (school_id, id, first_name, last_name, birth_date) values ('${k.school}', '${lot}', 'Lot', 'Traag', '2014-05-05');
    insert into app.pupil (school_id, person_id, year_group) values ('${k.school}', '${lot}', '11');
    insert into app.group_member (school_id, group_id, pupil_id, started_on) values ('${k.school}', '${k.groups.g5a}', '${lot}', '2026-08-01')`)
  await office.get(`/brieven/klassen/${k.groups.g5a}`)
  await office.post(`/brieven/klassen/${k.groups.g5a}/inlogbriefjes`)
  const [, login = '', first = ''] =
    /<code>(lot[^<]+@klimboom)<\/code>[\s\S]*?<code>([^<]+)<\/code>/.exec(office.html) ?? []
  const laptop = house.stranger()
  const type = async (firstPassword: string) => {
    await laptop.get('/inlogbriefje')
    return (await laptop.post('/inlogbriefje', { login, firstPassword, password })).status
  }
  const wrongBefore = (ago: string) =>
    house.db.owner.query(
      `insert into app.letter_try (code_hash, tried_at) select $1, app.now() - $2::interval from generate_series(1, 40)`,
      [hashOf(`slip ${login}`), ago],
    )
  await wrongBefore('14 minutes')
  expect(await type(first)).toBe(429)
  await house.db.owner.query('delete from app.letter_try')
  await wrongBefore('16 minutes')
  for (let time = 0; time < 3; time += 1) expect(await type('AAAA AAAA AAAA')).toBe(422)
  expect(await type('AAAA AAAA AAAA')).toBe(429)
  await house.db.owner.query(`update app.letter_try set tried_at = tried_at - interval '15 minutes'`)
  expect(await type(first)).toBe(303)
})

test('Who came with a letter makes a password after the question once more, and then signs in anywhere.', async () => {
  const [phone, tablet] = [house.stranger(), house.stranger()]
  for (const device of [phone, tablet]) {
    const code = await parentsLetter()
    await device.get(`/brief/${code}`)
    expect((await device.post(`/brief/${code}`, noasBirthday)).status).toBe(303)
  }
  await phone.get('/account')
  expect(phone.html).toContain('/account/eigen-wachtwoord')
  await phone.get('/account/eigen-wachtwoord')
  const choice = { login: 'petra@thuis.example', password }
  expect((await phone.post('/account/eigen-wachtwoord', { ...choice })).status).toBe(422)
  expect(
    (await phone.post('/account/eigen-wachtwoord', { ...choice, day: '1', month: '1', year: '2014' })).status,
  ).toBe(422)
  expect(phone.html).toContain('Dat klopt niet')
  expect((await phone.post('/account/eigen-wachtwoord', { ...noasBirthday, ...choice, password: 'kort' })).status).toBe(
    422,
  )
  expect(phone.html).toContain('petra@thuis.example')
  expect((await phone.post('/account/eigen-wachtwoord', { ...noasBirthday, ...choice })).status).toBe(303)
  await phone.get('/account')
  expect(phone.html).toContain('Wachtwoord wijzigen')
  expect((await phone.get('/account/eigen-wachtwoord')).status).toBe(404)
  expect((await house.stranger().signIn('petra@thuis.example', password)).status).toBe(303)
  // The other device keeps what its letter opened, and no more.
  expect((await tablet.get(`/leerlingen/${noa}`)).status).toBe(200)
  expect((await tablet.get('/account/eigen-wachtwoord')).status).toBe(404)
  await office.get(`/ouderschappen/${bond}/brief`)
  expect(office.html).toContain('logt in met een account')
})

test('A letter about one child gives no password that shows another: who holds the other parent’s sees no half-brother and no device.', async () => {
  const [shared, half, mother] = [id('0bc01'), id('0bc02'), id('0bc03')]
  const bonds = { shared: id('0bc04'), half: id('0bc05') }
  await house.db.owner
    .query(`insert into app.person (school_id, id, first_name, last_name, birth_date) values ('${k.school}', '${shared}', 'Jip', 'Tweehuis', '2016-02-03'),
      ('${k.school}', '${half}', 'Halbe', 'Anders', '2019-03-04'), ('${k.school}', '${mother}', 'Janneke', 'Anders', null);
    insert into app.pupil (school_id, person_id) values ('${k.school}', '${shared}'), ('${k.school}', '${half}');
    insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on) values
      ('${k.school}', '${bonds.shared}', '${shared}', '${mother}', 'mother', '2024-08-01'),
      ('${k.school}', '${bonds.half}', '${half}', '${mother}', 'mother', '2024-08-01')`)
  const letterAbout = async (bond: string): Promise<string> => {
    await office.get(`/ouderschappen/${bond}/brief`)
    await office.post(`/ouderschappen/${bond}/brief`)
    return codeOn(office.html)
  }
  const jips = { day: '3', month: '2', year: '2016' }
  const halbes = { day: '4', month: '3', year: '2019' }
  const answer = async (browser: Browser, bond: string, born: Record<string, string>) => {
    const code = await letterAbout(bond)
    await browser.get(`/brief/${code}`)
    expect((await browser.post(`/brief/${code}`, born)).status).toBe(303)
  }
  const choose = async (browser: Browser, born: Record<string, string>) => {
    await browser.get('/account/eigen-wachtwoord')
    return browser.post('/account/eigen-wachtwoord', { ...born, login: 'janneke', password })
  }
  const [own, elsewhere] = [house.stranger(), house.stranger()]
  await answer(own, bonds.half, halbes)
  await answer(elsewhere, bonds.shared, jips)
  expect((await choose(elsewhere, jips)).status).toBe(422)
  expect(elsewhere.html).toContain('Open eerst van elk kind de brief op dit apparaat')
  expect(elsewhere.html).not.toContain('Halbe')
  expect((await elsewhere.get(`/leerlingen/${shared}`)).status).toBe(200)
  expect((await elsewhere.get(`/leerlingen/${half}`)).status).toBe(404)
  await answer(own, bonds.shared, jips)
  expect((await choose(own, jips)).headers.get('location')).toBe('/account?gedaan=password')
  await own.get('/vandaag')
  for (const name of ['Jip', 'Halbe']) expect(own.html).toContain(name)
})

test('A letter gives a teaching parent no way to a password: who reaches many children is invited at the office.', async () => {
  await house.db.owner
    .query(`delete from app.session where account_id in (select account_id from app.account_person where person_id = '${k.pam}');
    update app.account set login = null, password_hash = null, opened_by = '${k.school}' where id in (select account_id from app.account_person where person_id = '${k.pam}')`)
  await office.get(`/ouderschappen/${k.guardianships.pam}/brief`)
  await office.post(`/ouderschappen/${k.guardianships.pam}/brief`)
  const code = codeOn(office.html)
  const phone = house.stranger()
  await phone.get(`/brief/${code}`)
  expect((await phone.post(`/brief/${code}`, { day: '30', month: '9', year: '2018' })).status).toBe(303)
  expect((await phone.get(`/leerlingen/${k.sem}`)).status).toBe(200)
  expect((await phone.get('/klassen')).status).toBe(404)
  expect((await phone.get('/account/eigen-wachtwoord')).status).toBe(404)
  await phone.get('/account')
  expect((await phone.post('/account/rol', { hat: 'staff' })).status).toBe(403)
})

test('Letters go by mail where an address is known: a link, no name; a machine that opens it uses nothing.', async () => {
  const box = await openMailbox()
  const origin = 'https://school.example'
  const second = id('0bb05')
  await house.db.owner
    .query(`insert into app.person (school_id, id, first_name, last_name) values ('${k.school}', '${second}', 'Piet', 'Zonder');
    insert into app.person_contact (school_id, person_id, email, language) values ('${k.school}', '${second}', 'piet@thuis.example', 'en');
    insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on) values ('${k.school}', '${noa}', '${second}', 'father', '2024-08-01')`)
  const app = appFor(house.db, { mails: true, origin })
  const desk = new Reader(app)
  for (const [name, value] of office.cookies) desk.cookies.set(name, value)
  const post = async (path: string) => {
    const body = new URLSearchParams({ _form: desk.token() })
    return desk.send(path, { method: 'POST', body, headers: { origin, 'sec-fetch-site': 'same-origin' } })
  }
  await desk.get('/brieven')
  expect(desk.html).toContain('1 brief voor wie nog geen geldige brief heeft')
  expect((await post('/brieven/mail')).headers.get('location')).toContain('gedaan=mail-1')
  const { db, log } = houseFor(house.db)
  const job = mailJob(smtpMailer({ url: box.url, from: 'school@school.example' }), origin)
  await job.perform({ school: k.school }, { db, clock: systemClock, log })
  await job.perform({ school: k.school }, { db, clock: systemClock, log })
  expect(box.received.map(({ to }) => to)).toEqual([['piet@thuis.example']])
  const text = (box.received[0]?.text ?? '').replaceAll('=\r\n', '')
  for (const name of ['Piet', 'Noa', 'Zonder', 'Klimboom']) expect(text).not.toContain(name)
  expect(text).toContain('You need no password')
  const code = /school\.example\/brief\/(\w{16})/.exec(text)?.[1] ?? ''
  for (let time = 0; time < 3; time += 1) expect((await house.stranger().get(`/brief/${code}`)).status).toBe(200)
  const phone = house.stranger()
  await phone.get(`/brief/${code}`)
  expect((await phone.post(`/brief/${code}`, noasBirthday)).status).toBe(303)
  await box.close()
})

test('A mail that the server does not take leaves its order, and no letter that nobody has.', async () => {
  const box = await openMailbox(false)
  await house.db.owner.query(
    `delete from app.letter_mail; insert into app.letter_mail (school_id, pupil_id, person_id) values ('${k.school}', '${noa}', '${parent}')`,
  )
  const count = async () =>
    (
      await house.db.owner.query(
        'select (select count(*) from app.letter) as letters, (select count(*) from app.letter_mail) as orders',
      )
    ).rows[0]
  const before = await count()
  const { db, log } = houseFor(house.db)
  const job = mailJob(smtpMailer({ url: box.url, from: 'school@school.example' }), 'https://school.example')
  await expect(job.perform({ school: k.school }, { db, clock: systemClock, log })).rejects.toMatchObject({
    responseCode: 550,
  })
  expect(await count()).toEqual(before)
  await box.close()
})

test('What is over its time is cleared, with what became of it; what still holds stays.', async () => {
  const purge = () => asTask(house.db.app as Kysely<LetterTables>, 'purge', null, purgeLetters)
  const counts = async () =>
    (
      await house.db.owner
        .query(`select (select count(*)::int from app.letter) as letters, (select count(*)::int from app.letter_use) as uses,
        (select count(*)::int from app.letter_end) as ends, (select count(*)::int from app.letter_try) as tries, (select count(*)::int from app.letter_word) as words`)
    ).rows[0]
  await house.db.owner
    .query(`insert into app.letter_try (code_hash, tried_at) values ('\\x00', app.now() - interval '2 days'),
      ('\\x01', app.now()); insert into app.letter_word (school_id, word, set_at) values ('${k.school}', 'oude fiets', app.now() - interval '31 days')`)
  const before = await counts()
  await purge()
  expect(await counts()).toEqual({ ...before, tries: before.tries - 1, words: 0 })
  await house.db.owner.query(`update app.letter set made_at = app.now() - interval '461 days'`)
  await purge()
  expect(await counts()).toMatchObject({ letters: 0, uses: 0, ends: 0 })
})
