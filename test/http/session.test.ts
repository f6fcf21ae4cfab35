import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashOf } from '#platform/http/secrets.ts'
import { loginOf } from '#test/access/cast-names.ts'
import { Browser } from '#test/browser.ts'
import { actorNamed, closeHouse, httpHouse, password, type HttpHouse } from './http-cast.ts'
import { goodCell, routesOf } from './good-requests.ts'
import { base, readerOf, type App } from './reader.ts'
import { requestOf } from './route-cells.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
beforeAll(async () => {
  house = await httpHouse()
})
afterAll(() => closeHouse(house))

const login = loginOf(1, 'guardian')
const behind = ['/vandaag', '/account', '/']

/** Signs in through the door with these cookies already there. @returns the answer, and the cookies after it */
const signIn = async (app: App, planted: Record<string, string> = {}) => {
  const browser = new Browser(app)
  for (const [name, value] of Object.entries(planted)) browser.cookies.set(name, value)
  await browser.get('/inloggen')
  const answer = await browser.post('/inloggen', { login, password })
  return { browser, answer, token: browser.cookies.get('samenspraak') ?? '' }
}

const opens = async (token: string): Promise<boolean> =>
  (await readerOf(house.app, token).ask('/vandaag')).status === 200

test('signing in begins a session of its own: a planted secret opens nothing, before or after', async () => {
  const planted = 'geplant'.padEnd(43, '_')
  const { answer, token, browser } = await signIn(house.app, { samenspraak: planted, 'samenspraak-deur': planted })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(token).not.toBe(planted)
  expect(await opens(token)).toBe(true)
  expect(await opens(planted)).toBe(false)
  const again = await signIn(house.app, Object.fromEntries(browser.cookies))
  expect(await opens(again.token)).toBe(true)
  const kept = await house.db.owner.query<{ token_hash: Buffer }>('select token_hash from app.session')
  expect(kept.rows.some(({ token_hash: hash }) => hash.equals(hashOf(token)))).toBe(true)
  expect(kept.rows.some(({ token_hash: hash }) => hash.includes(token) || hash.equals(hashOf(planted)))).toBe(false)
})

test('signing in over the session of somebody else leaves nothing of it', async () => {
  const office = actorNamed('office').token
  const answer = await readerOf(house.app, office).post('/inloggen', { login, password })
  const token = /^samenspraak=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  expect([answer.status, token === office]).toEqual([303, false])
  expect(await opens(token)).toBe(true)
  expect((await readerOf(house.app, token).ask('/leerlingen')).status).toBe(404)
})

test('after signing out the session is over on the server too, and going back shows nothing', async () => {
  const { browser, token } = await signIn(house.app)
  await browser.get('/account')
  const out = await browser.post('/sessie/einde')
  expect(out.status).toBe(303)
  expect(out.headers.get('clear-site-data')).toContain('"cache"')
  expect(out.headers.get('set-cookie')).toMatch(/^samenspraak=;.*Max-Age=0/)
  const old = readerOf(house.app, token)
  for (const path of behind) {
    const answer = await old.ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inloggen'])
    expect(await answer.text()).toBe('')
  }
  expect((await old.post('/account/rol', { hat: 'guardian' })).status).toBe(404)
})

test('a new password ends the other sessions and keeps the one it was chosen in', async () => {
  const [one, other] = [await signIn(house.app), await signIn(house.app)]
  await one.browser.get('/account')
  const answer = await one.browser.post('/account/wachtwoord', { password, newPassword: 'vijf rode trommels' })
  expect(answer.status).toBe(303)
  // It goes on under another token.
  const renewed = one.browser.cookies.get('samenspraak') ?? ''
  expect([await opens(renewed), await opens(one.token), await opens(other.token)]).toEqual([true, false, false])
  expect((await signIn(house.app)).answer.status).toBe(422)
  await one.browser.get('/account')
  await one.browser.post('/account/wachtwoord', { password: 'vijf rode trommels', newPassword: password })
})

test('a session that has expired, is ended, or is written otherwise opens nothing', async () => {
  const { token } = await signIn(house.app)
  for (const other of [token.toUpperCase(), `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`, `${token}=`])
    expect(await opens(other)).toBe(false)
  expect(await opens(token)).toBe(true)
  const hash = hashOf(token)
  await house.db.owner.query(`update app.session set expires_at = app.now() where token_hash = $1`, [hash])
  expect(await opens(token)).toBe(false)
  await house.db.owner.query(
    `update app.session set expires_at = '2099-01-01', ended_at = app.now() where token_hash = $1`,
    [hash],
  )
  expect(await opens(token)).toBe(false)
})

const cookiesOf = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((line) => line.replace(/=[^;]*/, '=…').replace(/Max-Age=\d+/, 'Max-Age=…'))

test('every cookie is out of reach of scripts and of other sites, and over HTTPS bound to this host', async () => {
  const { answer } = await signIn(house.app)
  expect(cookiesOf(answer)).toEqual([
    'samenspraak=…; Max-Age=…; Path=/; HttpOnly; SameSite=Lax',
    'samenspraak-apparaat=…; Max-Age=…; Path=/; HttpOnly; SameSite=Lax',
  ])
  const door = await house.app.request(`${base}/inloggen`)
  expect(cookiesOf(door)).toEqual(['samenspraak-deur=…; Path=/; HttpOnly; SameSite=Lax'])
  const language = await readerOf(house.app, null).post('/taal', { lang: 'en' })
  expect(cookiesOf(language)).toEqual(['samenspraak-taal=…; Max-Age=…; Path=/; HttpOnly; SameSite=Lax'])
  const app = house.appWith({ secure: true, origin: base })
  const secure = await signIn(app)
  expect(cookiesOf(secure.answer)).toEqual([
    '__Host-samenspraak=…; Max-Age=…; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-samenspraak-apparaat=…; Max-Age=…; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
  expect(cookiesOf(await app.request(`${base}/inloggen`))).toEqual([
    '__Host-samenspraak-deur=…; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
})

test('over HTTPS a cookie without the prefix, which a neighbour could plant, is not looked at', async () => {
  const app = house.appWith({ secure: true, origin: base })
  const { token } = actorNamed('co-guardian')
  expect((await readerOf(app, token, true).ask('/vandaag')).status).toBe(200)
  expect((await readerOf(app, token).ask('/vandaag')).status).toBe(303)
})

test('who is not known and who types a wrong password are answered alike, and as slowly guessed', async () => {
  const browser = new Browser(house.app)
  await browser.get('/inloggen')
  const answers: string[] = []
  for (const [name, typed] of [
    [loginOf(1, 'head'), 'verkeerd wachtwoord'],
    ['niemand@voorbeeld.example', 'verkeerd wachtwoord'],
  ] as const) {
    const answer = await browser.post('/inloggen', { login: name, password: typed })
    const html = (await answer.text()).replaceAll(name, 'NAME').replaceAll(/nonce="[^"]*"/g, '')
    answers.push(`${answer.status} ${html}`)
  }
  expect(answers[0]).toBe(answers[1])
  expect(answers[0]).toMatch(/^422 /)
  let last = 0
  for (let tries = 0; tries < 10; tries += 1)
    last = (await browser.post('/inloggen', { login: loginOf(1, 'head'), password: 'verkeerd wachtwoord' })).status
  expect(last).toBe(429)
  expect((await browser.post('/inloggen', { login: loginOf(1, 'office'), password })).status).toBe(303)
})

/** Addresses that look like our own and are not, or not to every browser. */
const elsewhere = [
  '//kwaad.example',
  '///kwaad.example',
  '////kwaad.example/%2e%2e',
  '/\\kwaad.example',
  '\\\\kwaad.example',
  '\\/kwaad.example',
  'https://kwaad.example',
  'https:kwaad.example',
  'http:///kwaad.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'kwaad.example',
  '@kwaad.example',
  ':80//kwaad.example',
  '/\t/kwaad.example',
  '/\n/kwaad.example',
  '\t//kwaad.example',
  ' //kwaad.example',
  '/..//kwaad.example',
  '/.//kwaad.example',
  '/%2e%2e//kwaad.example',
  '/a/../..//kwaad.example',
  '/x/..//kwaad.example/%2f..',
  '/vandaag\r\nLocation: //kwaad.example',
  '/\u3002\u3002//kwaad.example',
  '//localhost:3000@kwaad.example',
]

test('nobody is sent elsewhere: whatever a form asks to go back to, it is an address of ours', async () => {
  expect(elsewhere.length).toBeGreaterThan(20)
  const found: string[] = []
  const check = (wish: string, answer: Response) => {
    const location = answer.headers.get('location') ?? ''
    const here = new URL(location, base)
    if (answer.status !== 303 || here.origin !== base || !/^\/(?![/\\])/.test(location))
      found.push(`${JSON.stringify(wish)} leads to ${location}`)
  }
  for (const wish of elsewhere) {
    check(wish, await readerOf(house.app, null).post('/taal', { lang: 'nl', back: wish }))
    check(wish, await readerOf(house.app, actorNamed('guardian').token).post('/taal', { lang: 'nl', back: wish }))
  }
  for (const wish of elsewhere.slice(0, 5).concat(elsewhere.slice(-5))) {
    const fields = { login: loginOf(1, 'office'), password, back: wish }
    check(wish, await readerOf(house.app, null).post('/inloggen', fields))
  }
  expect(found).toEqual([])
  const own = await readerOf(house.app, null).post('/taal', { lang: 'nl', back: '/leerlingen?blad=2&zoek=a' })
  expect(own.headers.get('location')).toBe('/leerlingen?blad=2&zoek=a')
})

test('every redirect leads to an address of ours', async () => {
  for (const route of [...routesOf('GET'), ...routesOf('POST')]) {
    const cell = goodCell(route)
    const { path, fields } = requestOf(cell)
    const reader = readerOf(house.app, cell.actor.token)
    const answer = await (route.method === 'GET' ? reader.ask(path) : reader.post(path, fields))
    expect(answer.headers.get('location') ?? '/', route.path).toMatch(/^\/(?![/\\])/)
  }
})
