import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { idOf } from '#test/access/cast-names.ts'
import { goodCell, routesOf } from './good-requests.ts'
import { closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { base, bodyOf, readerOf, type Fields, type Reader } from './reader.ts'
import { expectedOf, requestOf, type RouteCell } from './route-cells.ts'
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

const ours = { origin: base, 'sec-fetch-site': 'same-origin' }
const urlencoded = { ...ours, 'content-type': 'application/x-www-form-urlencoded' }
const megabyte = 1_048_576

const sender = (cell: RouteCell) => {
  const reader = readerOf(house.app, cell.actor.token)
  const { path, fields } = requestOf(cell)
  return { reader, path, fields: { _form: reader.formToken, ...fields } }
}
const raw = (reader: Reader, path: string, body: BodyInit, headers: Record<string, string> = urlencoded) =>
  reader.ask(path, { method: 'POST', body, headers })
const plain = (fields: Fields): string =>
  String(
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
  )
const takesFile = (fields: Fields): boolean => Object.values(fields).some((value) => value instanceof File)

test('a form sets nothing that its page does not ask: what is added to it changes nothing of what it does', async () => {
  const found: string[] = []
  const smuggled = (): Fields => ({
    role: 'administrator',
    roles: 'administrator',
    school: idOf(2, 'school'),
    school_id: idOf(2, 'school'),
    person_id: idOf(2, 'office'),
    pupil_id: idOf(2, 'child'),
    account_id: idOf(2, 'account office'),
    id: idOf(2, 'child'),
    released_at: '2020-01-01',
    ended_on: '2020-01-01',
    opened_by: idOf(2, 'school'),
    password_hash: 'none',
    'school[id]': idOf(2, 'school'),
    'contact.email': 'x@y.example',
  })
  for (const route of routesOf('POST')) {
    const cell = goodCell(route)
    const { reader, path, fields } = sender(cell)
    const outcomes: string[] = []
    for (const more of [{}, smuggled()]) {
      await watch.restore()
      const { status } = await raw(reader, path, bodyOf({ ...more, ...fields }), ours)
      const changes = await watch.changes()
      const foreign: string[] = []
      for (const { table } of changes)
        foreign.push(...(await watch.added(table)).filter((row) => row.includes(idOf(2, 'school'))))
      if (cell.actor.school === 1 && foreign.length > 0) found.push(`${route.path} wrote ${foreign.join()}`)
      outcomes.push(JSON.stringify([status, changes]))
      if (status !== expectedOf(cell)) found.push(`${route.path}: ${status}`)
    }
    if (outcomes[0] !== outcomes[1]) found.push(`${route.path}: ${outcomes.join(' became ')}`)
  }
  await watch.restore()
  expect(found).toEqual([])
})

test('a name that touches a prototype, or stands twice, is refused on every route', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const { reader, path, fields } = sender(goodCell(route))
    const good = plain(fields)
    const [first = '_form'] = Object.keys(fields).filter((name) => name !== '_form')
    for (const extra of [
      '__proto__=1',
      'constructor=1',
      'prototype=1',
      '%5F%5Fproto%5F%5F=1',
      `_form=${reader.formToken}`,
      `${first}=1&${first}=2`,
      `x=1&x=2`,
    ]) {
      const { status } = await raw(reader, path, `${good}&${extra}`)
      if (status !== 400) found.push(`${route.path} took ${extra}: ${status}`)
    }
  }
  expect(found).toEqual([])
  expect(await watch.changes()).toEqual([])
})

test('lists and objects are no words', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const { reader, path, fields } = sender(goodCell(route))
    const names = Object.entries(fields).flatMap(([name, value]) =>
      name === '_form' || typeof value !== 'string' ? [] : [name],
    )
    for (const shape of ['[]', '[0]', '[a]', '.a', '[__proto__]']) {
      const renamed = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [names.includes(name) ? `${name}${shape}` : name, value]),
      )
      const { status } = await raw(reader, path, bodyOf(renamed), ours)
      if (status >= 500 || (names.length > 0 && status < 400)) found.push(`${route.path} ${shape}: ${status}`)
      if (status < 400) await watch.restore()
    }
    for (const name of names) {
      const { status } = await raw(reader, path, bodyOf({ ...fields, [name]: new File(['x'], 'x.txt') }), ours)
      if (status >= 500) found.push(`${route.path} a file as ${name}: ${status}`)
      if (status < 400) await watch.restore()
    }
  }
  expect(found).toEqual([])
})

test('a body over the limit is refused whatever its length is said to be, and ten thousand fields break nothing', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const { reader, path, fields } = sender(goodCell(route))
    const many = Array.from({ length: 10_000 }, (_, at) => `v${at}=1`).join('&')
    const crowded = await raw(reader, path, `${plain(fields)}&${many}`)
    if (crowded.status >= 500) found.push(`${route.path} with many fields: ${crowded.status}`)
    await watch.restore()
    // A list can be sent there as a file or pasted: the form is as large as a file.
    if (takesFile(fields) || route.path === '/toetsen/inlezen') continue
    const body = `${plain(fields)}&vulling=`.padEnd(megabyte + 1, 'x')
    const sent = await raw(reader, path, body)
    const lying = await raw(reader, path, body, { ...urlencoded, 'content-length': '10' })
    const streamed = await reader.ask(path, {
      method: 'POST',
      headers: urlencoded,
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit)
    for (const { status } of [sent, lying, streamed]) if (status !== 413) found.push(`${route.path}: ${status}`)
    if ((await watch.changes()).length > 0) found.push(`${route.path} changed something`)
  }
  expect(found).toEqual([])
})

/** Values nobody types, in the bytes of a form. */
const oddValues: Readonly<Record<string, string>> = {
  'a zero byte': '%00',
  'a zero byte inside': 'a%00b',
  'bytes that are no UTF-8': '%ff%fe%c3%28',
  'half a character': '%ed%a0%80',
  'a broken escape': '%zz%',
  'a very long value': 'x'.repeat(900_000),
  'all control characters': Array.from({ length: 32 }, (_, at) => `%${at.toString(16).padStart(2, '0')}`).join(''),
  'a direction override': '%e2%80%ae%e2%81%a6',
  'combining marks': 'e' + '%cc%81'.repeat(5_000),
  'a new line': 'a%0d%0aSet-Cookie:%20x=1',
  'a minus': '-1',
  'a huge number': '9'.repeat(400),
  'no number': 'NaN',
  'a day that is none': '31-2-2027',
  'a far day': '31-12-9999',
  'an id of nobody': 'ffffffff-ffff-4fff-8fff-ffffffffffff',
  SQL: `%27%3b+drop+table+app.pupil%3b--`,
  'a wildcard': '%25%25%25',
  'an empty value': '',
  blanks: '+++',
}

test('no value that is typed breaks a form: it is taken, or refused as wrong input', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const { reader, path, fields } = sender(goodCell(route))
    if (takesFile(fields)) continue
    for (const name of Object.keys(fields).filter((one) => one !== '_form')) {
      const others = plain(Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name)))
      const tried = Object.entries(oddValues).slice(0, /password/i.test(name) ? 4 : undefined)
      for (const [what, value] of tried) {
        const { status } = await raw(reader, path, `${others}&${name}=${value}`)
        if (status >= 500) found.push(`${route.path} ${name} with ${what}: ${status}`)
      }
      await watch.restore()
    }
  }
  expect(found).toEqual([])
})

test('no name, file or part of a form breaks it', async () => {
  const found: string[] = []
  for (const route of routesOf('POST')) {
    const { reader, path, fields } = sender(goodCell(route))
    const names = ['%00', '%ff', 'a'.repeat(70_000), 'toString', 'hasOwnProperty', '', '%F0%9F%98%80']
    // Without its password a form is read as far, and costs no hash.
    const cheap = plain(Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'password')))
    for (const name of names) {
      const { status } = await raw(reader, path, `${cheap}&${name}=1`)
      if (status >= 500) found.push(`${route.path} with a field ${name.slice(0, 20)}: ${status}`)
    }
    const type = (boundary: string) => ({ ...ours, 'content-type': `multipart/form-data; boundary=${boundary}` })
    for (const [body, headers] of [
      ['--a\r\nContent-Disposition: form-data; name="_form"\r\n\r\n', type('a')],
      ['--a\r\nContent-Disposition: form-data\r\n\r\nx\r\n--a--', type('a')],
      ['--a\r\nContent-Disposition: form-data; name="x"; filename="\0../../x"\r\n\r\nx\r\n--a--\r\n', type('a')],
      ['x', type('')],
      ['', type('a')],
      ['x', { ...ours, 'content-type': 'multipart/form-data' }],
    ] as const) {
      const { status } = await raw(reader, path, body, headers)
      if (status !== 400 && status !== 403) found.push(`${route.path} with a broken part: ${status}`)
    }
    await watch.restore()
  }
  expect(found).toEqual([])
})

/** What stands in a query, by its name; those of a place in these lists are asked together. */
const oddQueries: Readonly<Record<string, readonly string[]>> = {
  blad: ['-1', '0', '99999999999999999999', '1e308', 'NaN', '1&blad=2'],
  'blad[]': ['1'],
  zoek: ['%00', 'a%00b', '%ff%fe', '%ed%a0%80', '%25_%5C', 'x'.repeat(20_000), '%F0%9F%98%80'.repeat(60), "';--"],
  groep: ['%00', 'x&groep=y', 'x'],
  school: ['%00', ''],
  'school[]': ['x'],
  kind: ['%00', ''],
  voor: ['__proto__', '%00'],
  gedaan: ['__proto__', 'constructor', '%3Cscript%3E'],
  uit: ['1&uit=1'],
  ['__proto__']: ['1'],
}

const oddQueriesTogether = Array.from({ length: 8 }, (_, at) =>
  Object.entries(oddQueries)
    .flatMap(([name, values]) => (values[at] === undefined ? [] : [`${name}=${values[at]}`]))
    .join('&'),
)

const oddText = ['a=%', '%=%', '?????', '&&&=&', 'a&'.repeat(5_000)]

test('no query and no address breaks a page', async () => {
  const found: string[] = []
  const oddIds = [
    '%00',
    '%ff',
    '%',
    '%2e%2e%2f',
    '..%5c',
    'x'.repeat(10_000),
    "1' or '1'='1",
    '%F0%9F%98%80',
    '0',
    '-1',
  ]
  for (const route of routesOf('GET')) {
    const cell = goodCell(route)
    const reader = readerOf(house.app, cell.actor.token)
    const { path } = requestOf(cell)
    for (const query of [...oddQueriesTogether, ...oddText]) {
      const { status } = await reader.ask(`${path}?${query}`)
      if (status >= 500) found.push(`${route.path}?${query.slice(0, 40)}: ${status}`)
    }
    if (!route.path.includes(':')) continue
    for (const id of oddIds) {
      const { status } = await reader.ask(route.path.replace(/:\w+/, id))
      if (status !== 404 && status !== 303) found.push(`${route.path} of ${id.slice(0, 20)}: ${status}`)
    }
  }
  expect(found).toEqual([])
})

test('no header breaks a page', async () => {
  const found: string[] = []
  const reader = readerOf(house.app, goodCell(routesOf('GET')[0] ?? never()).actor.token)
  for (const headers of [
    { 'accept-language': 'x'.repeat(5_000) },
    { 'accept-language': 'nl;q=__proto__, *;q=-1, ;;;=' },
    { 'user-agent': 'Mozilla ('.repeat(2_000) },
    { cookie: 'samenspraak=%00; samenspraak-taal=__proto__' },
    { cookie: `samenspraak=${'é'.repeat(10)}` },
    { cookie: 'samenspraak=' },
    { cookie: ';;;==;' },
    { 'x-forwarded-for': "' or 1=1 --" },
    { 'x-forwarded-host': 'kwaad.example' },
    { range: 'bytes=0-1,5-' },
    { 'if-none-match': '*' },
  ]) {
    for (const path of ['/inloggen', '/vandaag', '/leerlingen', '/niets']) {
      const response = await house.app.request(base + path, { headers: { cookie: reader.cookie, ...headers } })
      if (response.status >= 500) found.push(`${path} ${JSON.stringify(headers).slice(0, 60)}: ${response.status}`)
      if ((await response.text()).includes('kwaad.example')) found.push(`${path} repeats a host that was said`)
    }
  }
  expect(found).toEqual([])
})

const never = (): never => {
  throw new Error('no route')
}
