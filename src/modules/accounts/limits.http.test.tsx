import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { wrongTries } from '#platform/http/wrong-tries.ts'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase, type TestDatabase } from '#test/rig.ts'
import { hashPassword } from './password.ts'

const password = 'vier groene fietsen'
let db: TestDatabase
let app: ReturnType<typeof appFor>
const clock = { now: 0 }

beforeAll(async () => {
  db = await freshDatabase()
  app = appFor(db, { addressOf: () => '192.0.2.1', wrongTries: wrongTries(() => clock.now) })
  await db.owner.query(
    `insert into app.account (login, password_hash) select 'leerling' || n, $1 from generate_series(1, 35) n`,
    [await hashPassword(password)],
  )
})
beforeEach(async () => {
  clock.now += 60_000
  await db.owner.query('delete from app.account_limit')
})
afterAll(() => db.drop())

const pupils = Array.from({ length: 35 }, (_, at) => `leerling${at + 1}`)

test('Thirty-five pupils behind one address sign in within a minute, though each of them mistypes twice.', async () => {
  const from = performance.now()
  const answers = await Promise.all(
    pupils.map(async (login) => {
      const browser = new Browser(app)
      await browser.signIn(login, 'vier groene fiets')
      await browser.signIn(login, 'vier groene fietsn')
      return (await browser.signIn(login, password)).status
    }),
  )
  expect(answers).toEqual(pupils.map(() => 303))
  expect(performance.now() - from).toBeLessThan(60_000)
}, 90_000)

test('Somebody who types another’s name wrong all day holds up strangers, and not the owner on the own phone.', async () => {
  const phone = new Browser(app)
  await phone.signIn('leerling1', password)
  await phone.get('/account')
  await phone.post('/sessie/einde')
  await db.owner.query(
    `insert into app.account_limit (login_hash) select sha256('leerling1') from generate_series(1, 40)`,
  )
  expect((await new Browser(app).signIn('leerling1', password)).status).toBe(429)
  expect((await phone.signIn('leerling1', password)).status).toBe(303)
  const other = new Browser(app)
  other.cookies.set('samenspraak-apparaat', phone.cookies.get('samenspraak-apparaat') ?? '')
  await db.owner.query(
    `insert into app.account_limit (login_hash) select sha256('leerling2') from generate_series(1, 40)`,
  )
  expect((await other.signIn('leerling2', password)).status).toBe(429)
  await phone.get('/account')
  await phone.post('/sessie/einde')
  for (let tries = 0; tries < 10; tries += 1) expect((await phone.signIn('leerling1', 'fout')).status).toBe(422)
  expect((await phone.signIn('leerling1', password)).status).toBe(429)
}, 60_000)

test('The wait after wrong tries grows to a quarter of an hour, and then it is over.', async () => {
  await db.setNow('2026-11-23T09:00:00Z')
  await db.owner.query(
    `insert into app.account_limit (login_hash, tried_at) select sha256('leerling3'), '2026-11-23T08:59:59Z' from generate_series(1, 40)`,
  )
  const browser = new Browser(app)
  expect((await browser.signIn('leerling3', password)).status).toBe(429)
  expect(browser.html).toContain('Wacht 15 minuten')
  await db.setNow('2026-11-23T09:15:00Z')
  expect((await browser.signIn('leerling3', password)).status).toBe(303)
  await db.setNow(null)
})

test('A flood of wrong tries from one address waits for the rest of its minute; right ones were never counted.', async () => {
  for (let tries = 0; tries < 200; tries += 1) {
    const browser = new Browser(app)
    await browser.get('/herstel')
    await browser.post('/herstel', { code: `ABCD-EFGH-${tries}` })
  }
  expect((await new Browser(app).signIn('leerling4', password)).status).toBe(429)
  clock.now += 60_000
  expect((await new Browser(app).signIn('leerling4', password)).status).toBe(303)
}, 60_000)
