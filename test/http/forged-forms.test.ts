import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { actorNamed, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { goodCell, routesOf } from './good-requests.ts'
import { base, bodyOf, readerOf, type Fields, type Reader } from './reader.ts'
import { expectedOf, requestOf, sendCell } from './route-cells.ts'
import { watchTables, type Watch } from './watch-tables.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
let watch: Watch
beforeAll(async () => {
  house = await httpHouse()
  watch = await watchTables(house.db.owner)
})
afterAll(() => closeHouse(house))

type Forgery = (reader: Reader, path: string, fields: Fields) => Promise<Response>

const ours = { origin: base, 'sec-fetch-site': 'same-origin' }
const send = (reader: Reader, path: string, body: BodyInit | null, headers: Record<string, string>) =>
  reader.ask(path, { method: 'POST', body, headers })
const withToken =
  (token: string): Forgery =>
  (reader, path, fields) =>
    send(reader, path, bodyOf({ ...fields, _form: token }), ours)
const withHeaders =
  (headers: Record<string, string>): Forgery =>
  (reader, path, fields) =>
    reader.post(path, fields, headers)
const words = (reader: Reader, fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries({ _form: reader.formToken, ...fields }).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

const forgeries: Readonly<Record<string, Forgery>> = {
  'no token': (reader, path, fields) => send(reader, path, bodyOf(fields), ours),
  'an empty token': withToken(''),
  'the token of another reader': (reader, path, fields) =>
    withToken(readerOf(house.app, actorNamed('head').token).formToken)(reader, path, fields),
  'the token of the door': (reader, path, fields) =>
    withToken(readerOf(house.app, reader.token === null ? 'x'.repeat(43) : null).formToken)(reader, path, fields),
  'the cookie itself as token': (reader, path, fields) =>
    withToken(reader.cookie.replace(/^.*=/, ''))(reader, path, fields),
  'the token in the address': (reader, path, fields) =>
    send(reader, `${path}${path.includes('?') ? '&' : '?'}_form=${reader.formToken}`, bodyOf(fields), ours),
  'another origin': withHeaders({ origin: 'https://kwaad.example' }),
  'an origin that begins like ours': withHeaders({ origin: `${base}.kwaad.example` }),
  'an origin on another port': withHeaders({ origin: 'http://localhost:3001' }),
  'the origin of a sandbox': withHeaders({ origin: 'null' }),
  'a form of another site': withHeaders({ 'sec-fetch-site': 'cross-site' }),
  'a form of a neighbouring site': withHeaders({ 'sec-fetch-site': 'same-site' }),
  'plain text': (reader, path, fields) =>
    send(reader, path, String(words(reader, fields)), { ...ours, 'content-type': 'text/plain' }),
  'plain text that speaks of a form': (reader, path, fields) =>
    send(reader, path, String(words(reader, fields)), {
      ...ours,
      'content-type': 'text/plain; application/x-www-form-urlencoded',
    }),
  JSON: (reader, path, fields) =>
    send(reader, path, JSON.stringify({ _form: reader.formToken, ...fields }), {
      ...ours,
      'content-type': 'application/json',
    }),
  'no body': (reader, path) => send(reader, path, null, ours),
  'no cookie': (reader, path, fields) =>
    Promise.resolve(
      house.app.request(base + path, {
        method: 'POST',
        body: bodyOf({ _form: reader.formToken, ...fields }),
        headers: ours,
      }),
    ),
}

test('a form that our own page did not send is refused on every route, and changes nothing', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const cell = goodCell(route)
    const reader = readerOf(house.app, cell.actor.token)
    const { path, fields } = requestOf(cell)
    for (const [name, forge] of Object.entries(forgeries)) {
      const { status } = await forge(reader, path, fields)
      if (status !== 403 && status !== 400) found.push(`${route.path} took ${name}: ${status}`)
    }
    const written = await watch.changes()
    if (written.length > 0) found.push(`${route.path} changed ${JSON.stringify(written)}`)
    const { status } = await sendCell(reader, cell)
    if (status !== expectedOf(cell)) found.push(`${route.path} refused its own form: ${status}`)
    await watch.restore()
  }
  expect(found).toEqual([])
})

test('a form goes nowhere by another method', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const cell = goodCell(route)
    const { path, fields } = requestOf(cell)
    const reader = readerOf(house.app, cell.actor.token)
    const body = () => bodyOf({ _form: reader.formToken, ...fields })
    for (const method of ['PUT', 'PATCH', 'DELETE', 'QUERY']) {
      const { status } = await reader.ask(path, { method, body: body(), headers: ours })
      if (status !== 404) found.push(`${method} ${route.path}: ${status}`)
    }
    const hidden = { ...ours, 'x-http-method-override': 'POST' }
    const query = `_method=POST&${words(reader, fields)}`
    await reader.ask(`${path}${path.includes('?') ? '&' : '?'}${query}`, { headers: hidden })
  }
  expect(found).toEqual([])
  const written = await watch.changes()
  expect(written.filter(({ table }) => !table.startsWith('app.ledger_'))).toEqual([])
})

test('asking only for the head of a page tells as little and writes as little as asking for the page', async () => {
  const found: string[] = []
  for (const route of routesOf('GET')) {
    const cell = goodCell(route)
    const reader = readerOf(house.app, cell.actor.token)
    const { path } = requestOf(cell)
    await watch.restore()
    const got = await reader.ask(path)
    const written = await watch.changes()
    await watch.restore()
    const head = await reader.ask(path, { method: 'HEAD' })
    const stranger = readerOf(house.app, null)
    const shut = [await stranger.ask(path), await stranger.ask(path, { method: 'HEAD' })].map(({ status }) => status)
    if (head.status !== got.status || (await head.text()) !== '')
      found.push(`HEAD ${path}: ${head.status}, GET ${got.status}`)
    if (shut[0] !== shut[1]) found.push(`HEAD ${path} for nobody: ${shut[1]}, GET ${shut[0]}`)
    if (JSON.stringify(await watch.changes()) !== JSON.stringify(written)) found.push(`HEAD ${path} wrote otherwise`)
  }
  expect(found).toEqual([])
})
