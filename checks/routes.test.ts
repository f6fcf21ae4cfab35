import { readFileSync } from 'node:fs'
import { parseAccess } from '#test/access/parse-access.ts'
import { appFor, freshDatabase } from '#test/rig.ts'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { routes, type WrittenRoute } from './routes.ts'

const only = (rule: string) => Object.assign(async (_: unknown, next: () => Promise<void>) => next(), { rule })
const house = () => {
  const app = new Hono()
  app.use('*', async (_, next) => next())
  app.get('/leerlingen', only('mayListPupils'), (c) => c.text(''))
  return app
}
const written: WrittenRoute[] = [{ method: 'GET', path: '/leerlingen', rule: 'mayListPupils', gets: 'the list' }]
const sins = (app: Hono, reviewed: readonly WrittenRoute[] = written): string[] =>
  routes(app.routes, reviewed).sins.map(({ where, says }) => `${where} ${says}`)

test('a route that names its rule and was reviewed is no sin, alone or in a sub-app', () => {
  expect(sins(house())).toEqual([])
  const app = new Hono().route('/', house())
  expect(sins(app)).toEqual([])
})

test('a route without a rule is found', () => {
  const app = house()
  app.post('/leerlingen', (c) => c.text(''))
  expect(sins(app)).toEqual(['POST /leerlingen names no rule: only(…)'])
})

test('a catch-all that answers must name its rule where it has one method', () => {
  const app = house()
  app.get('/assets/*', (c) => c.text(''))
  expect(sins(app)).toEqual(['GET /assets/* names no rule: only(…)'])
})

test('a route that nobody reviewed is found, and one that is gone', () => {
  expect(sins(house(), [])).toEqual([expect.stringContaining('stands not in docs/access.md')])
  const more = [...written, { method: 'GET', path: '/oud', rule: 'anyone', gets: '' }]
  expect(sins(house(), more)).toEqual(['GET /oud is reviewed but not served'])
})

test('another rule than the reviewed one is found', () => {
  expect(sins(house(), [{ method: 'GET', path: '/leerlingen', rule: 'anyone', gets: '' }])).toEqual([
    expect.stringContaining('asks mayListPupils, but docs/access.md was reviewed with anyone'),
  ])
})

test('two rules on one route are found', () => {
  const app = house()
  app.get('/leerlingen', only('anyone'), (c) => c.text(''))
  expect(sins(app)).toEqual([expect.stringContaining('names 2 rules')])
})

test('a sub-app with its own onError cannot hide its routes', () => {
  const sub = house()
  sub.onError((_, c) => c.text('', 500))
  expect(sins(new Hono().route('/', sub))).toContainEqual(expect.stringContaining('hidden by an onError'))
})

test('a read that writes in the ledger was reviewed as such, and the other way round', () => {
  const app = new Hono()
  app.get('/leerlingen', Object.assign(only('mayListPupils'), { logsRead: true }), (c) => c.text(''))
  expect(sins(app)).toEqual([expect.stringContaining('was not reviewed as logged')])
  const asLogged = written.map((route) => ({ ...route, gets: 'the list; logged' }))
  expect(sins(app, asLogged)).toEqual([])
  expect(sins(house(), asLogged)).toEqual([expect.stringContaining('reviewed as logged and is not')])
})

test('an app without routes proves nothing', () => {
  expect(sins(new Hono(), [])).toEqual([expect.stringContaining('looked at nothing')])
})

test('every route of the assembled app names its rule and stands in docs/access.md', async () => {
  const db = await freshDatabase()
  try {
    const reviewed = parseAccess(readFileSync('docs/access.md', 'utf8')).routes
    expect(routes(appFor(db).routes, reviewed).sins).toEqual([])
  } finally {
    await db.drop()
  }
})
