import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase, operate, type TestDatabase } from '#test/rig.ts'
import { findAccountState, type AccountState } from './account-state.ts'
import { acceptInvitation, invite } from './invite.ts'
import type { AccountTables } from './tables.ts'

const school = '00000000-0000-4000-8000-000000000001'
const selma = '00000000-0000-4000-8000-0000000000a1'
const timo = '00000000-0000-4000-8000-0000000000b1'
const password = 'tien appels in een boom'
let db: TestDatabase
let app: ReturnType<typeof appFor>

const invitationFor = (person: string) =>
  operate<AccountTables, string>(db, school, async (tx) => {
    const made = await invite(tx, { hat: 'operator', school }, { school, person })
    if (made === 'in use') throw new Error('in use')
    return made.code
  })

beforeAll(async () => {
  db = await freshDatabase()
  app = appFor(db)
  await db.owner
    .query(`insert into app.school (id, key, name, region) values ('${school}', 'klimboom', 'De Klimboom', 'midden');
    insert into app.person (school_id, id, first_name, last_name) values ('${school}', '${selma}', 'Selma', 'Jong'), ('${school}', '${timo}', 'Timo', 'Jong');
    insert into app.pupil (school_id, person_id) values ('${school}', '${timo}');
    insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on) values ('${school}', '${timo}', '${selma}', 'mother', '2026-01-01');`)
})
afterAll(() => db.drop())

test('An invitation is taken into use once, and then name and password open the door.', async () => {
  const code = await invitationFor(selma)
  const second = await invitationFor(selma)
  const browser = new Browser(app)
  await browser.get(`/aanmelding/${code}`)
  const taken = await browser.post(`/aanmelding/${code}`, { login: ' Selma@voorbeeld.example ', password })
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/'])
  expect((await browser.get('/account')).status).toBe(200)
  expect(browser.html).toContain('selma@voorbeeld.example')
  const other = new Browser(app)
  expect((await other.get(`/aanmelding/${code}`)).status).toBe(404)
  expect((await other.get(`/aanmelding/${second}`)).status).toBe(404)
  expect((await other.signIn('SELMA@voorbeeld.example', password)).headers.get('location')).toBe('/')
  expect(
    await operate<AccountTables, unknown>(db, school, (tx) =>
      invite(tx, { hat: 'operator', school }, { school, person: selma }),
    ),
  ).toBe('in use')
})

test('Signing in over a session that is open ends that session: a copy of its cookie opens nothing any more.', async () => {
  const browser = new Browser(app)
  await browser.signIn('selma@voorbeeld.example', password)
  const copied = new Browser(app)
  for (const [name, value] of browser.cookies) copied.cookies.set(name, value)
  expect((await copied.get('/account')).status).toBe(200)
  await browser.signIn('selma@voorbeeld.example', 'een verkeerd wachtwoord')
  expect((await copied.get('/account')).status).toBe(200)
  await browser.get('/account')
  await browser.post('/inloggen', { login: 'selma@voorbeeld.example', password })
  expect((await browser.get('/account')).status).toBe(200)
  expect((await copied.get('/account')).headers.get('location')).toMatch(/^\/inloggen/)
})

test('A password that many chose before is refused beside its field, at the invitation and later, and what else was typed stays.', async () => {
  const code = await invitationFor(timo)
  const browser = new Browser(app)
  await browser.get(`/aanmelding/${code}`)
  const taken = await browser.post(`/aanmelding/${code}`, { login: 'timo@voorbeeld.example', password: 'Basketball' })
  expect(taken.status).toBe(422)
  expect(browser.html).toContain('Dit wachtwoord kiezen veel mensen.')
  expect(browser.html).toContain('timo@voorbeeld.example')
  expect(browser.html).not.toContain('Basketball')
  const selmas = new Browser(app)
  await selmas.signIn('selma@voorbeeld.example', password)
  await selmas.get('/account')
  const changed = await selmas.post('/account/wachtwoord', { password, newPassword: 'qwertyuiop' })
  expect(changed.status).toBe(422)
  expect(selmas.html).toContain('Dit wachtwoord kiezen veel mensen.')
  expect((await new Browser(app).signIn('selma@voorbeeld.example', password)).headers.get('location')).toBe('/')
})

test('A wrong password and an unknown name get the same page, and nothing says which it was.', async () => {
  const pages = await Promise.all(
    ['selma@voorbeeld.example', 'nobody1@voorbeeld.example'].map(async (login) => {
      const browser = new Browser(app)
      const answer = await browser.signIn(login, 'fout wachtwoord')
      return [answer.status, browser.html.replaceAll(login, '…').replaceAll(/(value|nonce)="[\w-]{36,43}"/g, '')]
    }),
  )
  expect(pages[0]).toEqual(pages[1])
  expect(pages[0]?.[0]).toBe(422)
})

test('After ten wrong tries the next one waits, for a known and an unknown name alike.', async () => {
  const browser = new Browser(app)
  for (const login of ['selma@voorbeeld.example', 'nobody2@voorbeeld.example']) {
    await db.owner.query('delete from app.account_limit')
    await db.owner.query(
      `insert into app.account_limit (login_hash, tried_at) select sha256('${login}'), app.now() from generate_series(1, 16)`,
    )
    expect((await browser.signIn(login, password)).status).toBe(429)
    expect(browser.html).toMatch(/Wacht \d+ seconden/)
  }
  await db.owner.query('delete from app.account_limit')
})

test('Wrong tries that come all at once count one by one.', async () => {
  await db.owner.query('delete from app.account_limit')
  const browsers = Array.from({ length: 25 }, () => new Browser(app))
  const answers = await Promise.all(browsers.map((browser) => browser.signIn('selma@voorbeeld.example', 'fout')))
  const judged = answers.filter(({ status }) => status === 422)
  expect(judged.length).toBeGreaterThanOrEqual(10)
  // The eleventh waits a second: a slow machine may get there.
  expect(judged.length).toBeLessThanOrEqual(14)
  await db.owner.query('delete from app.account_limit')
})

test('A form without the token, with the token of another reader, or from another site is refused.', async () => {
  const browser = new Browser(app)
  await browser.signIn('selma@voorbeeld.example', password)
  await browser.get('/account')
  const other = new Browser(app)
  await other.get('/inloggen')
  expect((await browser.post('/account/sessies/einde', { _form: '' })).status).toBe(403)
  expect((await browser.post('/account/sessies/einde', { _form: other.token() })).status).toBe(403)
  await browser.get('/account')
  const body = new URLSearchParams({ _form: browser.token() })
  const send = (headers: Record<string, string>) =>
    browser.send('/account/sessies/einde', { method: 'POST', body, headers })
  expect((await send({ origin: 'https://elders.example' })).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({ 'content-type': 'text/plain' })).status).toBe(400)
  expect((await send({ origin: 'http://localhost:3000' })).status).toBe(303)
})

test('A session that its owner ends opens nothing any more, and another account cannot end it.', async () => {
  const [phone, laptop, stranger] = [new Browser(app), new Browser(app), new Browser(app)]
  await phone.signIn('selma@voorbeeld.example', password)
  await laptop.signIn('selma@voorbeeld.example', password)
  const code = await invitationFor(timo)
  await stranger.get(`/aanmelding/${code}`)
  await stranger.post(`/aanmelding/${code}`, { login: 'timo', password })
  const { rows } = await db.owner.query<{ id: string }>('select id from app.session order by created_at desc')
  await stranger.get('/account')
  for (const { id } of rows.slice(1)) expect((await stranger.post(`/account/sessies/${id}/einde`)).status).toBe(404)
  expect((await stranger.post('/account/sessies/geen-id/einde')).status).toBe(404)
  await laptop.get('/account')
  expect((await laptop.post('/account/sessies/einde')).status).toBe(303)
  expect((await phone.get('/account')).headers.get('location')).toBe('/inloggen')
  expect((await laptop.get('/account')).status).toBe(200)
  await laptop.post('/sessie/einde')
  expect((await laptop.get('/account')).headers.get('location')).toBe('/inloggen')
})

test('Changing the password asks the present one, and puts other devices out.', async () => {
  const [phone, laptop] = [new Browser(app), new Browser(app)]
  await phone.signIn('selma@voorbeeld.example', password)
  await laptop.signIn('selma@voorbeeld.example', password)
  await phone.get('/account')
  expect(
    (await phone.post('/account/wachtwoord', { password: 'niet dit', newPassword: 'een heel ander woord' })).status,
  ).toBe(422)
  expect((await phone.post('/account/wachtwoord', { password, newPassword: 'kort' })).status).toBe(422)
  expect((await phone.post('/account/wachtwoord', { password, newPassword: `${password} 2` })).status).toBe(303)
  expect((await laptop.get('/account')).status).toBe(303)
  expect((await laptop.signIn('selma@voorbeeld.example', password)).status).toBe(422)
  expect((await laptop.signIn('selma@voorbeeld.example', `${password} 2`)).status).toBe(303)
})

test('What stands in the tables is neither a token, nor a code, nor a password.', async () => {
  const code = await invitationFor(timo).catch(() => 'in use')
  expect(code).toBe('in use')
  const { rows } = await db.owner.query<{ password_hash: string }>(
    'select password_hash from app.account where login is not null',
  )
  expect(rows.every((row) => row.password_hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true)
})

test('The demo door is not there when this is not the demo.', async () => {
  const browser = new Browser(app)
  await browser.get('/inloggen')
  expect(browser.html).not.toContain('/inloggen/proef')
  expect((await browser.post('/inloggen/proef', { login: 'selma@voorbeeld.example' })).status).toBe(404)
})

test('Two who take one code at the same moment: one gets in.', async () => {
  const karim = '00000000-0000-4000-8000-0000000000c1'
  await db.owner.query(`insert into app.person (school_id, id, first_name) values ('${school}', '${karim}', 'Karim')`)
  const code = await invitationFor(karim)
  const pool = db.app as Parameters<typeof acceptInvitation>[0]
  const tries = ['karim-a', 'karim-b'].map((login) => acceptInvitation(pool, { code, login, password }, ''))
  expect((await Promise.all(tries)).filter((outcome) => outcome.ok)).toHaveLength(1)
  expect((await sql<{ n: number }>`select count(*) as n from app.account`.execute(db.app)).rows[0]?.n).toBe(0)
})

test('The office is told of a person only whether there is an account, and cannot invite who signs in already, itself included.', async () => {
  const state = (person: string) =>
    operate<AccountTables, AccountState>(db, school, (tx) => findAccountState(tx, { school, person }))
  const nadia = '00000000-0000-4000-8000-0000000000d1'
  await db.owner.query(`insert into app.person (school_id, id, first_name) values ('${school}', '${nadia}', 'Nadia');
    insert into app.staff (school_id, person_id) values ('${school}', '${nadia}');
    insert into app.staff_role (school_id, person_id, role) values ('${school}', '${nadia}', 'office')`)
  expect(await state(nadia)).toBe('none')
  const code = await invitationFor(nadia)
  expect(await state(nadia)).toBe('invited')
  const browser = new Browser(app)
  await browser.get(`/aanmelding/${code}`)
  await browser.post(`/aanmelding/${code}`, { login: 'nadia', password })
  expect(await state(nadia)).toBe('in use')
  await db.owner.query('update app.session set factor_at = app.now()')
  await browser.get('/account')
  await browser.post(`/personen/${nadia}/uitnodiging`)
  expect(browser.html).toContain('heeft al een account')
})
