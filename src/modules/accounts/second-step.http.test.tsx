import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Browser } from '#test/browser.ts'
import { CodeApp } from '#test/code-app.ts'
import { appFor } from '#test/rig.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { hashPassword } from './password.ts'

const password = 'vier groene fietsen'
let house: TwoSchools
let app: ReturnType<typeof appFor>
let at = Date.parse('2026-11-23T09:00:00+01:00') / 1000

const later = async (seconds: number): Promise<void> => {
  at += seconds
  await house.db.setNow(new Date(at * 1000).toISOString())
}

beforeAll(async () => {
  house = await twoSchools()
  app = appFor(house.db)
  await house.db.owner.query('update app.account set password_hash = $1', [await hashPassword(password)])
})
beforeEach(async () => {
  await later(3600)
  for (const table of ['account_factor', 'account_recovery', 'account_limit', 'session'])
    await house.db.owner.query(`delete from app.${table}`)
  await house.events()
})
afterAll(() => house.drop())

const signedIn = async (login: string): Promise<Browser> => {
  const browser = new Browser(app)
  expect((await browser.signIn(login, password)).status).toBe(303)
  return browser
}
const enrolled = async (login: string): Promise<{ browser: Browser; phone: CodeApp; codes: string[] }> => {
  const browser = await signedIn(login)
  await browser.get('/account/tweede-stap/nieuw')
  const phone = CodeApp.reading(browser.html)
  expect((await browser.post('/account/tweede-stap/nieuw', { code: phone.codeAt(at) })).status).toBe(200)
  const codes = [...browser.html.matchAll(/<code class="big-code">([A-Z2-9-]{14})<\/code>/g)].map((one) => one[1] ?? '')
  await later(60)
  return { browser, phone, codes }
}
const leads = ({ status, headers }: Response): unknown[] => [status, headers.get('location')]

test('A teacher signs in for the first time: every address leads to setting up the second step, and then to the work.', async () => {
  const browser = new Browser(app)
  expect(leads(await browser.signIn('tess', password))).toEqual([303, '/account/tweede-stap'])
  for (const path of ['/vandaag', '/leerlingen', '/klassen/geen-id', '/nergens'])
    expect(leads(await browser.get(path))).toEqual([303, '/account/tweede-stap'])
  expect(leads(await browser.get('/account/tweede-stap'))).toEqual([303, '/account/tweede-stap/nieuw?terug=%2F'])
  await browser.get('/account/tweede-stap/nieuw')
  expect(browser.html).toMatch(/<svg class="qr"[^>]*><path d="M/)
  expect(browser.html).not.toMatch(/style=/)
  expect(browser.html).toMatch(/href="otpauth:\/\/totp\/Samenspraak:tess\?secret=[A-Z2-7]{32}&amp;issuer=Samenspraak"/)
  expect(browser.html).toContain('autocomplete="one-time-code"')
  const phone = CodeApp.reading(browser.html)
  // Looking again shows the same key.
  await browser.get('/account/tweede-stap/nieuw')
  expect(CodeApp.reading(browser.html).key).toEqual(phone.key)
  expect((await browser.post('/account/tweede-stap/nieuw', { code: '000000' })).status).toBe(422)
  expect(browser.html).toContain('Deze code klopt niet.')
  const before = browser.cookies.get('samenspraak')
  const code = phone.codeAt(at)
  const done = await browser.post('/account/tweede-stap/nieuw', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect(done.status).toBe(200)
  expect(browser.html.match(/[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}/g)).toHaveLength(8)
  expect(browser.cookies.get('samenspraak')).not.toBe(before)
  expect((await browser.get('/leerlingen')).status).toBe(200)
  const events = (await house.events()).map(({ event }) => event)
  expect(events).toEqual(expect.arrayContaining(['accounts.factor.added', 'accounts.recovery.made']))
})

test('At the next sign-in the code is asked; each code opens once, a wrong one nothing, and the token is another afterwards.', async () => {
  const { phone } = await enrolled('olga')
  const browser = await signedIn('olga')
  expect((await browser.get('/account/tweede-stap?terug=/leerlingen')).status).toBe(200)
  expect((await browser.post('/account/tweede-stap', { code: '000000', terug: '/leerlingen' })).status).toBe(422)
  expect((await browser.get('/leerlingen')).status).toBe(303)
  await browser.get('/account/tweede-stap?terug=/leerlingen')
  const [before, code] = [browser.cookies.get('samenspraak'), phone.codeAt(at)]
  expect(leads(await browser.post('/account/tweede-stap', { code, terug: '/leerlingen' }))).toEqual([
    303,
    '/leerlingen',
  ])
  expect((await browser.get('/leerlingen')).status).toBe(200)
  const thief = new Browser(app)
  thief.cookies.set('samenspraak', before ?? '')
  expect(leads(await thief.get('/leerlingen'))).toEqual([303, '/inloggen'])
  const other = await signedIn('olga')
  await other.get('/account/tweede-stap')
  expect((await other.post('/account/tweede-stap', { code })).status).toBe(422)
  await later(30)
  expect((await other.post('/account/tweede-stap', { code: phone.codeAt(at) })).status).toBe(303)
})

test('Who has only the password cannot put another app in the place of the one that is there, nor change what opens the account.', async () => {
  await enrolled('hein')
  const thief = await signedIn('hein')
  expect(leads(await thief.get('/account/tweede-stap/nieuw'))).toEqual([303, '/account/tweede-stap'])
  await thief.get('/account')
  for (const [path, fields] of Object.entries({
    '/account/tweede-stap/nieuw': { code: '123456' },
    '/account/herstelcodes': {},
    '/account/inlognaam': { login: 'dief' },
    '/account/wachtwoord': { password, newPassword: 'vijf rode trommels' },
    '/account/passkeys/vraag': { doel: 'toevoegen' },
    '/account/passkeys': { antwoord: '{}' },
  }))
    expect(leads(await thief.post(path, fields)), path).toEqual([303, '/account/tweede-stap'])
})

test('Guessing codes waits longer and longer, for this account in all its sessions, and never for good.', async () => {
  const { phone } = await enrolled('ada')
  const browser = await signedIn('ada')
  await browser.get('/account/tweede-stap')
  for (let tries = 0; tries < 5; tries += 1)
    expect((await browser.post('/account/tweede-stap', { code: '000000' })).status).toBe(422)
  const other = await signedIn('ada')
  await other.get('/account/tweede-stap')
  expect((await other.post('/account/tweede-stap', { code: phone.codeAt(at) })).status).toBe(429)
  expect(other.html).toContain('Je hebt het te vaak geprobeerd.')
  await later(30)
  expect((await other.post('/account/tweede-stap', { code: phone.codeAt(at) })).status).toBe(303)
})

test('A recovery code opens once, however it is typed; new ones end the old ones.', async () => {
  const { browser: first, codes } = await enrolled('tess')
  expect(codes).toHaveLength(8)
  const browser = await signedIn('tess')
  await browser.get('/account/tweede-stap')
  const typed = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ')
  expect((await browser.post('/account/tweede-stap', { recovery: 'ABCD-EFGH-JK23' })).status).toBe(422)
  expect((await browser.post('/account/tweede-stap', { recovery: typed })).status).toBe(303)
  expect((await browser.get('/leerlingen')).status).toBe(200)
  await browser.get('/account')
  expect(browser.html).toContain('Je hebt nog 7 herstelcodes.')
  await first.get('/account')
  expect((await first.post('/account/herstelcodes')).status).toBe(200)
  const again = await signedIn('tess')
  await again.get('/account/tweede-stap')
  for (const recovery of codes.slice(0, 2))
    expect((await again.post('/account/tweede-stap', { recovery })).status).toBe(422)
})

test('A parent who also works goes on as a parent, sees what the work needs, and puts that hat on with the code.', async () => {
  const browser = await signedIn('pamasteacher')
  expect((await browser.get('/account/tweede-stap')).status).toBe(303)
  expect((await browser.get('/vandaag')).status).toBe(200)
  expect(browser.html).toContain('Inloggen voor je werk')
  expect((await browser.get('/leerlingen')).status).toBe(404)
  await browser.get('/account')
  expect(browser.html).toContain('Daarvoor is een tweede stap nodig.')
  await browser.get('/account/tweede-stap/nieuw')
  const phone = CodeApp.reading(browser.html)
  await browser.post('/account/tweede-stap/nieuw', { code: phone.codeAt(at) })
  expect((await browser.get('/leerlingen')).status).toBe(200)
  await later(60)
  const next = await signedIn('pamasteacher')
  await next.get('/account/tweede-stap')
  expect(next.html).toMatch(/href="\/vandaag">Ga verder als /)
})

test('A parent has no second step to set up.', async () => {
  const browser = await signedIn('selma')
  expect((await browser.get('/account/tweede-stap/nieuw')).status).toBe(404)
  expect(leads(await browser.get('/account/tweede-stap'))).toEqual([303, '/account'])
  await browser.get('/account')
  expect(browser.html).not.toContain('id="tweede-stap"')
})

test('The key stands sealed in the table, and recovery codes as hashes.', async () => {
  const { phone, codes } = await enrolled('olga')
  const { rows } = await house.db.owner.query<{ secret: Buffer }>('select secret from app.account_factor')
  expect(rows).toHaveLength(1)
  expect(rows[0]?.secret.includes(phone.key)).toBe(false)
  const kept = await house.db.owner.query<{ code_hash: Buffer }>('select code_hash from app.account_recovery')
  expect(kept.rows.map(({ code_hash: hash }) => hash.length)).toEqual(Array.from({ length: 8 }, () => 32))
  expect(kept.rows.some(({ code_hash: hash }) => hash.includes(codes[0] ?? ''))).toBe(false)
})

const staffPage = `/medewerkers/${klimboom.tess}`

test('The office ends the second step of a teacher at the counter: sessions end, and the next sign-in begins a new one.', async () => {
  const { browser: tess } = await enrolled('tess')
  const { browser: olga } = await enrolled('olga')
  await olga.get(staffPage)
  expect(olga.html).toContain('Tweede stap uitzetten')
  await olga.get(`${staffPage}/tweede-stap/einde`)
  expect(leads(await olga.post(`${staffPage}/tweede-stap/einde`))).toEqual([303, `${staffPage}?gedaan=stap`])
  expect(leads(await tess.get('/leerlingen'))).toEqual([303, '/inloggen'])
  const ended = (await house.events()).find(({ event }) => event === 'accounts.factor.ended')
  expect(ended).toMatchObject({ about: [klimboom.tess], doer_person: klimboom.olga })
  const again = await signedIn('tess')
  expect(leads(await again.get('/account/tweede-stap'))).toEqual([303, '/account/tweede-stap/nieuw?terug=%2F'])
  expect((await olga.get(`${staffPage}/tweede-stap/einde`)).status).toBe(403)
})

test('The office ends neither its own second step nor an administrator’s; an administrator ends the office’s and not its own.', async () => {
  const { browser: olga } = await enrolled('olga')
  const { browser: ada } = await enrolled('ada')
  const stepOf = (person: string) => `/medewerkers/${person}/tweede-stap/einde`
  for (const [browser, person, status] of [
    [olga, klimboom.olga, 403],
    [olga, klimboom.ada, 403],
    [ada, klimboom.ada, 403],
  ] as const) {
    await browser.get('/account')
    expect((await browser.get(stepOf(person))).status).toBe(status)
    await browser.get('/account')
    expect((await browser.post(stepOf(person))).status).toBe(status)
  }
  await ada.get(stepOf(klimboom.olga))
  expect((await ada.post(stepOf(klimboom.olga))).status).toBe(303)
  expect((await olga.get('/leerlingen')).status).toBe(303)
})

test('What is sensitive asks proof of the last ten minutes, and comes back to where it was asked.', async () => {
  const { browser: ada, phone } = await enrolled('ada')
  const roles = `${staffPage}/rollen`
  await later(700)
  expect(leads(await ada.get(roles))).toEqual([303, `/account/bevestigen?${new URLSearchParams({ terug: roles })}`])
  await ada.get('/account')
  expect((await ada.post(roles, { role: 'head' })).headers.get('location')).toContain('/account/bevestigen')
  await ada.get(`/account/bevestigen?terug=${roles}`)
  expect((await ada.post('/account/bevestigen', { password: 'niet dit', terug: roles })).status).toBe(422)
  const before = ada.cookies.get('samenspraak')
  expect(leads(await ada.post('/account/bevestigen', { password, terug: roles }))).toEqual([303, roles])
  expect(ada.cookies.get('samenspraak')).not.toBe(before)
  expect((await ada.get(roles)).status).toBe(200)
  expect((await ada.post(roles, { role: 'head' })).status).toBe(303)
  await later(700)
  await ada.get(`/account/bevestigen?terug=${roles}`)
  const wrong = await ada.post('/account/bevestigen', { code: phone.codeAt(at - 600), terug: '//elders.example' })
  expect(wrong.status).toBe(422)
  const right = await ada.post('/account/bevestigen', { code: phone.codeAt(at), terug: '//elders.example' })
  expect(leads(right)).toEqual([303, '/'])
})

test('Staff are signed out after half an hour without use, and after half a day in any case.', async () => {
  const { browser } = await enrolled('olga')
  await later(31 * 60)
  expect(leads(await browser.get('/leerlingen'))).toEqual([303, '/inloggen'])
  const { browser: busy } = await enrolled('tess')
  for (let minutes = 0; minutes < 11.5 * 60; minutes += 20) {
    await later(20 * 60)
    expect((await busy.get('/vandaag')).status).toBe(200)
  }
  await later(29 * 60)
  expect(leads(await busy.get('/vandaag'))).toEqual([303, '/inloggen'])
  const parent = await signedIn('bas')
  await later(29 * 86_400)
  expect((await parent.get('/vandaag')).status).toBe(200)
})
