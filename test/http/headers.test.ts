import { parse } from 'parse5'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { actorNamed, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { goodCell, routesOf } from './good-requests.ts'
import { base, readerOf, type App } from './reader.ts'
import { requestOf } from './route-cells.ts'
import { elementsOf } from './elements-of.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
let app: App
beforeAll(async () => {
  house = await httpHouse()
  app = house.appWith({})
  app.get('/stuk', () => {
    throw new TypeError('broken on purpose')
  })
})
afterAll(() => closeHouse(house))

/** One answer of every kind: each page, each refusal, each fault. */
const everyAnswer = async (): Promise<[string, Response][]> => {
  const answers: [string, Response][] = []
  for (const route of routesOf('GET')) {
    const cell = goodCell(route)
    const { path } = requestOf(cell)
    answers.push([path, await readerOf(app, cell.actor.token).ask(path)])
  }
  const office = readerOf(app, actorNamed('office').token)
  const stranger = readerOf(app, null)
  answers.push(
    ['404', await office.ask('/niets')],
    ['404 of an object', await office.ask('/leerlingen/geen-id')],
    ['303 to the door', await stranger.ask('/niets')],
    ['403', await office.ask('/school/vrije-dagen', { method: 'POST', body: new URLSearchParams({ a: 'b' }) })],
    ['400', await office.ask('/school/vrije-dagen', { method: 'POST', body: '{}' })],
    ['413', await office.post('/school/vrije-dagen', { a: 'x'.repeat(1_048_577) })],
    ['422', await office.post('/school/vrije-dagen', { name: '' })],
    ['404 of a form', await stranger.post('/school/vrije-dagen')],
    ['500', await office.ask('/stuk')],
  )
  return answers
}

const wanted: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

test('every answer, of whatever kind, allows nothing inline, nothing from elsewhere, no frame and no shared copy', async () => {
  const found: string[] = []
  const nonces = new Set<string>()
  const answers = await everyAnswer()
  for (const [name, { headers, status }] of answers) {
    for (const [header, value] of Object.entries(wanted))
      if (headers.get(header) !== value) found.push(`${name}: ${header} is ${headers.get(header)}`)
    const csp = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
        const [directive = '', ...sources] = part.split(' ')
        return [directive, sources.join(' ')]
      }),
    )
    for (const directive of ['default-src', 'base-uri', 'frame-ancestors'])
      if (csp.get(directive) !== "'none'") found.push(`${name}: ${directive} is ${csp.get(directive)}`)
    if (!["'self'", "'none'"].includes(csp.get('form-action') ?? '')) found.push(`${name}: forms may go elsewhere`)
    if (/unsafe|\*|https?:|data:|blob:/.test([...csp.values()].join(' ')))
      found.push(`${name}: ${[...csp.values()].join(' ')}`)
    nonces.add(csp.get('script-src') ?? name)
    const cache = headers.get('cache-control')
    const forGood = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
    if (cache !== forGood) found.push(`${name} (${status}): ${cache}`)
    if (headers.has('strict-transport-security')) found.push(`${name}: speaks of HTTPS on HTTP`)
    if (headers.has('access-control-allow-origin') || headers.has('server') || headers.has('x-powered-by'))
      found.push(`${name}: says too much`)
  }
  expect(found).toEqual([])
  expect(nonces.size).toBe(answers.length)
})

test('what is not there is not kept for good', async () => {
  const answer = await house.app.request(`${base}/assets/niets.css`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

test('over HTTPS the browser is told to stay there', async () => {
  const secure = house.appWith({ secure: true, origin: base })
  const answer = await secure.request(`${base}/inloggen`)
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
})

test('every script on a page carries the nonce of that answer, and no element acts by an attribute', async () => {
  const found: string[] = []
  for (const [name, answer] of await everyAnswer()) {
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    for (const { tagName, attrs } of elementsOf(parse(await answer.text()))) {
      const attribute = new Map(attrs.map((one) => [one.name, one.value]))
      if (tagName === 'script' && attribute.get('nonce') !== nonce) found.push(`${name}: a script without nonce`)
      if (['style', 'iframe', 'object', 'embed', 'base'].includes(tagName)) found.push(`${name}: <${tagName}>`)
      for (const one of attribute.keys()) if (/^on|^style$|^srcdoc$/.test(one)) found.push(`${name}: ${tagName} ${one}`)
      for (const one of ['href', 'src', 'action', 'formaction']) {
        const url = attribute.get(one)
        if (url !== undefined && !/^(\/(?![/\\])|#|mailto:|tel:|otpauth:\/\/totp\/Samenspraak:|\?)/.test(url))
          found.push(`${name}: ${one} ${url}`)
      }
    }
  }
  expect(found).toEqual([])
})
