import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict, NotFound } from '#platform/errors.ts'
import { signedIn } from '#platform/access/rules.ts'
import { txOf, type AppContext } from '#platform/http/app-env.ts'
import { only } from '#platform/http/only.ts'
import { idOf } from '#test/access/cast-names.ts'
import { actorNamed, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { readerOf, type App, type Reader } from './reader.ts'
import { watchTables, type Watch } from './watch-tables.ts'

let house: HttpHouse
let watch: Watch
let office: Reader
beforeAll(async () => {
  house = await httpHouse()
  office = readerOf(writing(house.appWith({})), actorNamed('office').token)
  watch = await watchTables(house.db.owner)
})
afterAll(() => closeHouse(house))

const write = (c: AppContext) =>
  sql`insert into calendar_event (school_id, kind, name, starts_on, ends_on, audience)
    values (${idOf(1, 'school')}, 'trip', 'Half werk', '2027-01-12', '2027-01-12', 'school')`.execute(txOf(c))

/** Routes that write, and then answer in every way a route can. */
const writing = (app: App): App => {
  app.post('/half/gelukt', only(signedIn), async (c) => {
    await write(c)
    return c.redirect('/', 303)
  })
  for (const status of [400, 404, 409, 422, 500] as const)
    app.post(`/half/${status}`, only(signedIn), async (c) => {
      await write(c)
      return c.text('', status)
    })
  const faults = { 'niet-hier': new NotFound('test'), bezet: new Conflict('test'), kapot: new TypeError('test') }
  for (const [name, fault] of Object.entries(faults))
    app.post(`/half/${name}`, only(signedIn), async (c) => {
      await write(c)
      throw fault
    })
  app.get('/half/kijken', only(signedIn), async (c) => {
    await write(c)
    return c.text('')
  })
  return app
}

test('what a route wrote is kept when its answer says it is done, and not when the answer refuses', async () => {
  expect((await office.post('/half/gelukt')).status).toBe(303)
  expect(await watch.changes()).toEqual([{ table: 'app.calendar_event', added: 1, gone: 0 }])
  await watch.restore()
  const answers: number[] = []
  for (const how of ['400', '404', '409', '422', '500', 'niet-hier', 'bezet', 'kapot'])
    answers.push((await office.post(`/half/${how}`)).status)
  expect(answers).toEqual([400, 404, 409, 422, 500, 404, 409, 500])
  expect(await watch.changes()).toEqual([])
})

test('a route that is only looked at cannot write, even if it tries', async () => {
  expect((await office.ask('/half/kijken')).status).toBe(500)
  expect(await watch.changes()).toEqual([])
})
