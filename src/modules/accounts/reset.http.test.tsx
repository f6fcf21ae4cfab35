import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { makeLog } from '#platform/log.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import { Browser } from '#test/browser.ts'
import { CodeApp } from '#test/code-app.ts'
import { appFor, testVault } from '#test/rig.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { mailJob } from './jobs.ts'
import { hashPassword } from './password.ts'

const password = 'vier groene fietsen'
const other = 'vijf rode trommels'
let house: TwoSchools
let app: ReturnType<typeof appFor>
let silent: ReturnType<typeof appFor>
let at = Date.parse('2026-11-23T09:00:00+01:00')
const sent: Mail[] = []

const later = async (seconds: number): Promise<void> => {
  at += seconds * 1000
  await house.db.setNow(new Date(at).toISOString())
}

/** Does what the queue holds, as the worker does. */
const post = async (): Promise<Mail[]> => {
  const job = mailJob({
    mailer: { send: async (mail) => void sent.push(mail) },
    vault: testVault,
    origin: 'https://school.example',
  })
  const log = makeLog(
    () => undefined,
    () => 'info',
  )
  const { rows } = await house.db.owner.query<{ data: unknown }>(
    `delete from pgboss.job where name = 'accounts.mail' returning data`,
  )
  for (const { data } of rows) await job.perform(data, { db: house.db.app as never, clock: systemClock, log })
  return sent.splice(0)
}

beforeAll(async () => {
  house = await twoSchools()
  app = appFor(house.db, { mails: true })
  silent = appFor(house.db)
})
beforeEach(async () => {
  await later(7200)
  await post()
  for (const table of ['account_reset', 'account_factor', 'account_limit'])
    await house.db.owner.query(`delete from app.${table}`)
  await house.db.owner.query('update app.account set password_hash = $1, password_at = app.now()', [
    await hashPassword(password),
  ])
  await later(60)
})
afterAll(() => house.drop())

const ask = async (login: string, browser = new Browser(app)): Promise<Browser> => {
  await browser.get('/wachtwoord-vergeten')
  expect((await browser.post('/wachtwoord-vergeten', { login })).status).toBe(200)
  return browser
}
const linkIn = ([mail]: readonly Mail[]): string =>
  /https:\/\/school\.example(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? 'none'
const signIn = async (login: string, typed: string): Promise<number> =>
  (await new Browser(app).signIn(login, typed)).status

test('A parent who forgot the password gets a link by mail, chooses another, and every other session ends.', async () => {
  const phone = new Browser(app)
  await phone.signIn('selma', password)
  await ask('Selma')
  const mails = await post()
  expect(mails.map(({ to }) => to)).toEqual([['selma@thuis.example']])
  expect(mails[0]?.text).not.toMatch(/Selma|Jong|Timo|Klimboom/)
  const link = linkIn(mails)
  const browser = new Browser(app)
  // A scanner looks at every link of a mail, more than once.
  for (let looks = 0; looks < 3; looks += 1) expect((await new Browser(app).get(link)).status).toBe(200)
  await browser.get(link)
  expect((await browser.post(link, { password: 'kort' })).status).toBe(422)
  expect((await browser.post(link, { password: 'zeven zoete broodjes' })).status).toBe(303)
  expect((await browser.get('/vandaag')).status).toBe(200)
  expect((await phone.get('/vandaag')).headers.get('location')).toBe('/inloggen')
  expect([await signIn('selma', password), await signIn('selma', 'zeven zoete broodjes')]).toEqual([422, 303])
  expect((await new Browser(app).get(link)).status).toBe(404)
  expect((await post()).map(({ subject }) => subject)).toEqual(['Er is iets veranderd aan je account'])
  expect((await house.events()).map(({ event }) => event)).toContain('accounts.password.reset')
})

test('A password with the login name in it is refused where the name is longer than three letters.', async () => {
  await ask('karim')
  await house.db.owner.query(`update app.person_contact set email = null`)
  await house.db.owner.query(
    `insert into app.account_reset (account_id, kind, code_hash, expires_at, created_at)
     select id, 'mail', sha256('karims code'), app.now() + interval '1 hour', app.now() from app.account where login = 'karim'`,
  )
  const browser = new Browser(app)
  await browser.get('/herstel/karims code')
  expect((await browser.post('/herstel/karims code', { password: 'mijnkarimwoord' })).status).toBe(422)
  expect(browser.html).toContain('Gebruik niet je inlognaam')
  await house.db.owner.query(
    `update app.person_contact set email = case when person_id = '${klimboom.selma}' then 'selma@thuis.example' else 'bas@thuis.example' end`,
  )
})

test('A name that nobody has gets the same answer, and no mail; five mails an hour is the most for one address.', async () => {
  const [known, unknown] = [await ask('bas'), await ask('niemand')]
  const plain = (html: string): string => html.replaceAll(/(value|nonce)="[\w-]{36,43}"/g, '')
  expect(plain(known.html)).toBe(plain(unknown.html))
  expect(await post()).toHaveLength(1)
  for (let asked = 0; asked < 12; asked += 1) await ask('bas')
  expect(await post()).toHaveLength(4)
  await house.db.owner.query(`delete from app.account_limit where login_hash = sha256('reset of bas')`)
  await ask('bas')
  expect(await post()).toHaveLength(0)
  await later(3700)
  await ask('bas')
  expect(await post()).toHaveLength(1)
})

test('A link works for thirty minutes, and not after the password changed in another way.', async () => {
  await ask('bas')
  const old = linkIn(await post())
  await later(31 * 60)
  expect((await new Browser(app).get(old)).status).toBe(404)
  await ask('bas')
  const link = linkIn(await post())
  await later(60)
  const browser = new Browser(app)
  await browser.signIn('bas', password)
  await browser.get('/account')
  expect((await browser.post('/account/wachtwoord', { password, newPassword: other })).status).toBe(303)
  expect((await new Browser(app).get(link)).status).toBe(404)
})

test('Staff get no link at an address that the office keeps; with one of their own the second step still stands before the work.', async () => {
  await house.db.owner.query(
    `insert into app.person_contact (school_id, person_id, email) values ('${klimboom.school}', '${klimboom.ada}', 'olga@kantoor.example')
     on conflict (school_id, person_id) do update set email = excluded.email`,
  )
  await ask('ada')
  expect(await post()).toEqual([])
  await house.db.owner.query(`update app.account set login = 'tess@school.example' where login = 'tess'`)
  const tess = new Browser(app)
  await tess.signIn('tess@school.example', password)
  await tess.get('/account/tweede-stap/nieuw')
  const code = CodeApp.reading(tess.html).codeAt(at / 1000)
  expect((await tess.post('/account/tweede-stap/nieuw', { code })).status).toBe(200)
  await post()
  await later(60)
  await ask('tess@school.example')
  const mails = await post()
  expect(mails[0]?.to).toEqual(['tess@school.example'])
  const browser = new Browser(app)
  await browser.get(linkIn(mails))
  expect((await browser.post(linkIn(mails), { password: other })).headers.get('location')).toBe('/account/tweede-stap')
  expect((await browser.get('/leerlingen')).headers.get('location')).toBe('/account/tweede-stap')
  await house.db.owner.query(`update app.account set login = 'tess' where login = 'tess@school.example'`)
})

test('Without mail the page says how the office helps, and asks for no name.', async () => {
  const browser = new Browser(silent)
  await browser.get('/wachtwoord-vergeten')
  expect(browser.html).toContain('Vraag de administratie om een code.')
  expect(browser.html).not.toContain('id="login"')
  expect((await browser.post('/wachtwoord-vergeten', { login: 'selma' })).status).toBe(422)
})

const counter = (person: string): string => `/personen/${person}/herstelcode`
const codeFor = async (who: string, person: string): Promise<{ status: number; code: string }> => {
  const browser = house.as(who)
  await house.db.owner.query('update app.session set proved_at = app.now()')
  await browser.get('/account')
  const { status } = await browser.post(counter(person))
  return { status, code: /<code class="big-code">([^<]+)</.exec(browser.html)?.[1] ?? '' }
}

test('The office gives a parent at the counter a code on paper, which works once and for a day.', async () => {
  const { status, code } = await codeFor('olga', klimboom.selma)
  expect([status, code.length]).toEqual([200, 14])
  const browser = new Browser(silent)
  await browser.get('/herstel')
  expect((await browser.post('/herstel', { code: 'ABCD-EFGH-JK23' })).status).toBe(422)
  const found = await browser.post('/herstel', { code: code.toLowerCase().replaceAll('-', '') })
  expect(found.headers.get('location')).toBe(`/herstel/${code}`)
  await browser.get(`/herstel/${code}`)
  expect(browser.html).toContain('selma')
  expect((await browser.post(`/herstel/${code}`, { password: other })).status).toBe(303)
  expect((await new Browser(silent).get(`/herstel/${code}`)).status).toBe(404)
  const made = (await house.events()).find(({ event }) => event === 'accounts.reset.made')
  expect(made).toMatchObject({ about: [klimboom.selma], doer_person: klimboom.olga })
  const late = await codeFor('olga', klimboom.selma)
  await later(25 * 3600)
  expect((await new Browser(silent).get(`/herstel/${late.code}`)).status).toBe(404)
})

test('For who works at the school only an administrator makes a code, nobody for the own account, and no other school at all.', async () => {
  const tries = [
    ['olga', klimboom.tess, 403],
    ['olga', klimboom.pam, 403],
    ['olga', klimboom.olga, 403],
    ['olga', klimboom.ada, 403],
    ['ada', klimboom.ada, 403],
    ['ada', klimboom.tess, 200],
    ['ada', klimboom.olga, 200],
    ['hein', klimboom.selma, 404],
    ['vliegerOffice', klimboom.selma, 404],
  ] as const
  for (const [who, person, status] of tries)
    expect((await codeFor(who, person)).status, `${who} ${person}`).toBe(status)
  const olga = house.as('olga')
  await olga.get(`/medewerkers/${klimboom.tess}`)
  expect(olga.html).not.toContain('herstelcode')
  await olga.get(`/ouders/${klimboom.selma}`)
  expect(olga.html).toContain(counter(klimboom.selma))
})

test('A login name that is an address must show first that it is the own; another name changes at once.', async () => {
  const browser = new Browser(app)
  await browser.signIn('bas', password)
  await browser.get('/account/inlognaam')
  expect((await browser.post('/account/inlognaam', { login: 'karim' })).status).toBe(422)
  expect(browser.html).toContain('al in gebruik')
  expect((await browser.post('/account/inlognaam', { login: 'bas@nieuw.example' })).status).toBe(200)
  const mails = await post()
  expect(mails.map(({ to }) => to)).toEqual([['bas@nieuw.example']])
  const link = linkIn(mails)
  const stranger = new Browser(app)
  await stranger.signIn('selma', password)
  expect((await stranger.get(link)).status).toBe(404)
  await browser.get(link)
  expect(browser.html).toContain('bas@nieuw.example')
  expect(await signIn('bas@nieuw.example', password)).toBe(422)
  await browser.get(link)
  expect((await browser.post(link)).headers.get('location')).toBe('/account?gedaan=login')
  expect(await signIn('bas@nieuw.example', password)).toBe(303)
  await browser.get('/account/inlognaam')
  expect((await browser.post('/account/inlognaam', { login: 'Bas' })).status).toBe(303)
  const told = await post()
  expect(told.map(({ to }) => to)).toEqual([['bas@nieuw.example']])
  expect(await signIn('bas', password)).toBe(303)
})
