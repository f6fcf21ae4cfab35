import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Browser } from '#test/browser.ts'
import { appFor } from '#test/rig.ts'
import { SoftPasskey } from '#test/soft-passkey.ts'
import { twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { hashPassword } from './password.ts'

const password = 'vier groene fietsen'
let house: TwoSchools
let app: ReturnType<typeof appFor>
let at = Date.parse('2026-11-23T09:00:00+01:00')

const later = async (seconds: number): Promise<void> => {
  at += seconds * 1000
  await house.db.setNow(new Date(at).toISOString())
}

beforeAll(async () => {
  house = await twoSchools()
  app = appFor(house.db)
  await house.db.owner.query('update app.account set password_hash = $1', [await hashPassword(password)])
})
beforeEach(async () => {
  await later(3600)
  for (const table of ['account_passkey', 'account_challenge', 'account_limit'])
    await house.db.owner.query(`delete from app.${table}`)
})
afterAll(() => house.drop())

const offered = z.object({
  challenge: z.string(),
  rpId: z.string().optional(),
  rp: z.object({ id: z.string() }).optional(),
})
const challengeOf = async (browser: Browser, path: string, fields: Record<string, string> = {}): Promise<string> => {
  const answer = await browser.post(path, fields)
  expect(answer.status).toBe(200)
  return offered.parse(await answer.json()).challenge
}

const signedIn = async (login: string): Promise<Browser> => {
  const browser = new Browser(app)
  await browser.signIn(login, password)
  await browser.get('/account')
  return browser
}

/** A parent with a passkey on this device. */
const withPasskey = async (login = 'selma'): Promise<{ browser: Browser; passkey: SoftPasskey }> => {
  const [browser, passkey] = [await signedIn(login), new SoftPasskey()]
  const challenge = await challengeOf(browser, '/account/passkeys/vraag', { doel: 'toevoegen' })
  const added = await browser.post('/account/passkeys', { antwoord: passkey.register(challenge) })
  expect(added.headers.get('location')).toBe('/account?gedaan=passkey')
  await browser.get('/account')
  return { browser, passkey }
}

/** Tries to come in with what this passkey makes of the challenge it is given. */
const tryIn = async (make: (challenge: string) => string, browser = new Browser(app)): Promise<Response> => {
  await browser.get('/inloggen')
  const challenge = await challengeOf(browser, '/inloggen/passkey/vraag')
  return browser.post('/inloggen/passkey', { antwoord: make(challenge) })
}

test('A parent adds a passkey, sees it with a name, and signs in with nothing else.', async () => {
  const { passkey } = await withPasskey()
  const other = new Browser(app)
  expect((await tryIn((challenge) => passkey.show(challenge), other)).headers.get('location')).toBe('/')
  expect((await other.get('/vandaag')).status).toBe(200)
  await other.get('/account')
  expect(other.html).toContain('laatst gebruikt op maandag 23 november 2026')
  expect((await house.events()).map(({ event }) => event)).toContain('accounts.passkey.added')
})

test('A passkey counts as both steps: a teacher is at work at once.', async () => {
  const { passkey } = await withPasskey('selma')
  await house.db.owner.query(
    `update app.account_passkey set account_id = (select id from app.account where login = 'tess')`,
  )
  const browser = new Browser(app)
  expect((await tryIn((challenge) => passkey.show(challenge), browser)).headers.get('location')).toBe('/')
  expect((await browser.get('/leerlingen')).status).toBe(200)
})

test('What was not signed here, now, by this key, with a finger or a code, opens nothing.', async () => {
  const { passkey } = await withPasskey()
  const stranger = new SoftPasskey()
  const elsewhere = Object.assign(Object.create(passkey), { origin: 'https://elders.example' }) as SoftPasskey
  const phishing = Object.assign(Object.create(passkey), { rpId: 'elders.example' }) as SoftPasskey
  const answers: Record<string, (challenge: string) => string> = {
    'another key': (challenge) => stranger.show(challenge),
    'another page': (challenge) => elsewhere.show(challenge),
    'another domain': (challenge) => phishing.show(challenge),
    'nobody checked': (challenge) => passkey.show(challenge, { verified: false }),
    'another challenge': () => passkey.show('a'.repeat(43)),
    'a making, not a showing': (challenge) => passkey.register(challenge),
    'no JSON': () => '{',
    nothing: () => '',
  }
  for (const [name, make] of Object.entries(answers)) expect((await tryIn(make)).status, name).toBe(422)
  expect((await tryIn((challenge) => passkey.show(challenge))).status).toBe(303)
})

test('A challenge counts once, for five minutes, and for the browser that asked it.', async () => {
  const { passkey } = await withPasskey()
  const browser = new Browser(app)
  let answer = ''
  expect((await tryIn((challenge) => (answer = passkey.show(challenge)), browser)).status).toBe(303)
  const again = new Browser(app)
  await again.get('/inloggen')
  expect((await again.post('/inloggen/passkey', { antwoord: answer })).status).toBe(422)
  const challenge = await challengeOf(again, '/inloggen/passkey/vraag')
  const other = new Browser(app)
  await other.get('/inloggen')
  expect((await other.post('/inloggen/passkey', { antwoord: passkey.show(challenge) })).status).toBe(422)
  await later(301)
  expect((await again.post('/inloggen/passkey', { antwoord: passkey.show(challenge) })).status).toBe(422)
})

test('A copy that counts less than the passkey itself is refused.', async () => {
  const { passkey } = await withPasskey()
  expect((await tryIn((challenge) => passkey.show(challenge))).status).toBe(303)
  expect((await tryIn((challenge) => passkey.show(challenge))).status).toBe(303)
  passkey.counter = 0
  expect((await tryIn((challenge) => passkey.show(challenge))).status).toBe(422)
})

test('A passkey is renamed and taken away by its owner alone; the sessions it began end with it.', async () => {
  const { browser, passkey } = await withPasskey()
  const began = new Browser(app)
  await tryIn((challenge) => passkey.show(challenge), began)
  const { rows } = await house.db.owner.query<{ id: string }>('select id from app.account_passkey')
  const path = `/account/passkeys/${rows[0]?.id}`
  const bas = await signedIn('bas')
  for (const deed of ['naam', 'einde']) expect((await bas.post(`${path}/${deed}`, { name: 'x' })).status).toBe(404)
  await browser.get('/account')
  expect((await browser.post(`${path}/naam`, { name: ' ' })).status).toBe(422)
  expect(browser.html).toContain('Geef de passkey een naam')
  expect((await browser.post(`${path}/naam`, { name: '<b>Mijn</b> laptop' })).status).toBe(303)
  await browser.get('/account')
  expect(browser.html).toContain('&lt;b&gt;Mijn&lt;/b&gt; laptop')
  await later(700)
  expect((await browser.post(`${path}/einde`)).headers.get('location')).toContain('/account/bevestigen')
  await browser.get('/account/bevestigen')
  await browser.post('/account/bevestigen', { password })
  await browser.get('/account')
  expect((await browser.post(`${path}/einde`)).headers.get('location')).toBe('/account?gedaan=passkeyEnd')
  expect((await began.get('/vandaag')).headers.get('location')).toBe('/inloggen')
  expect((await tryIn((challenge) => passkey.show(challenge))).status).toBe(422)
})

test('Adding one asks proof of the last ten minutes; a passkey proves it too, its own and no other.', async () => {
  const { browser, passkey } = await withPasskey()
  await later(700)
  await browser.get('/account')
  expect(browser.html).toContain('href="/account/bevestigen?terug=%2Faccount"')
  expect((await browser.post('/account/passkeys/vraag', { doel: 'toevoegen' })).status).toBe(303)
  const stranger = await withPasskey('bas')
  await browser.get('/account/bevestigen?terug=/account/inlognaam')
  const prove = async (make: (challenge: string) => string) => {
    const challenge = await challengeOf(browser, '/account/passkeys/vraag', { doel: 'bevestigen' })
    return browser.post('/account/bevestigen', { antwoord: make(challenge), terug: '/account/inlognaam' })
  }
  expect((await prove((challenge) => stranger.passkey.show(challenge))).status).toBe(422)
  expect((await prove((challenge) => passkey.show(challenge))).headers.get('location')).toBe('/account/inlognaam')
  expect((await browser.get('/account/inlognaam')).status).toBe(200)
})

test('On an address that is no domain there are no passkeys, and no button for them.', async () => {
  const numbered = appFor(house.db, { origin: 'https://192.0.2.7' })
  const browser = new Browser(numbered)
  await browser.get('/inloggen')
  expect(browser.html).not.toContain('passkey')
  const here = new Browser(app)
  await here.get('/inloggen')
  expect(here.html).toMatch(/<script type="module" nonce="[^"]+" src="\/assets\/accounts-passkey-\w+\.js"/)
  expect(here.html).toMatch(/<button type="button" class="btn btn-wide" hidden="">Inloggen zonder wachtwoord/)
})
