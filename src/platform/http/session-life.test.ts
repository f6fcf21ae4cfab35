import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(() => house.db.setNow('2026-11-23T09:00:00+01:00'))
afterAll(() => house.drop())

const ofGuardian = `account_id in (select account_id from app.session where hat = 'guardian')`
const live = (values: string): Promise<unknown> =>
  house.db.owner.query(`update app.session set ${values} where ${ofGuardian}`)
const ends = async (): Promise<string[]> => {
  const { rows } = await house.db.owner.query<{ at: string }>(
    `select distinct to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from app.session where ${ofGuardian} and expires_at < '2099-01-01'`,
  )
  return rows.map(({ at }) => at)
}
const hour = `idle = '1 hour', until = '2026-11-23T18:00Z', expires_at = '2026-11-23T09:00Z'`

test('A session that is used lives on, is not written with every page, and ends however much it is used.', async () => {
  await live(hour)
  const browser = house.as('bas')
  await house.db.setNow('2026-11-23T08:05:00Z')
  expect((await browser.get('/vandaag')).status).toBe(200)
  expect(await ends()).toEqual(['2026-11-23 09:00'])
  await house.db.setNow('2026-11-23T08:55:00Z')
  // The reach that is kept tells it as well as one that is found.
  await browser.get('/vandaag')
  expect(await ends()).toContain('2026-11-23 09:55')
  await house.db.setNow('2026-11-23T09:50:00Z')
  await browser.get('/vandaag')
  expect(await ends()).toContain('2026-11-23 10:50')
  await live(`expires_at = '2026-11-23T17:50Z'`)
  await house.db.setNow('2026-11-23T17:45:00Z')
  await browser.get('/vandaag')
  expect(await ends()).toContain('2026-11-23 18:00')
  await house.db.setNow('2026-11-23T18:01:00Z')
  expect((await browser.get('/vandaag')).headers.get('location')).toBe('/inloggen')
})

test('A session that is not used ends after its idle time, and no page brings it back.', async () => {
  await live(hour)
  const browser = house.as('bas')
  await house.db.setNow('2026-11-23T09:01:00Z')
  expect((await browser.get('/vandaag')).headers.get('location')).toBe('/inloggen')
  expect(await ends()).toEqual(['2026-11-23 09:00'])
})

test('The hat of staff is worn only in a session that showed a second factor; the other hats do not need it.', async () => {
  const office = house.as('olga')
  expect((await office.get('/leerlingen')).status).toBe(200)
  expect((await office.get('/leerlingen')).status).toBe(200)
  await house.db.owner.query(`update app.session set factor_at = null`)
  for (const path of ['/leerlingen', '/vandaag', '/er-is-hier-niets']) {
    const answer = await office.get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/tweede-stap'])
  }
  expect((await house.as('bas').get('/vandaag')).status).toBe(200)
  await house.db.owner.query(`update app.session set factor_at = app.now()`)
  expect((await office.get('/leerlingen')).status).toBe(200)
})
