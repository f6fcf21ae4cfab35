import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig, type Config } from '#platform/config.ts'
import { makeLog } from '#platform/log.ts'
import type { Demo } from '#platform/run-program.ts'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase, operate, type TestDatabase } from '#test/rig.ts'
import { demoPasswords, wholeDemo } from '#test/whole-demo.ts'
import { addSchool, type SchoolTables } from '#modules/school/index.ts'
import { openDemo } from './open-demo.ts'
import { openPasswords } from './passwords.ts'
import { personas, type Persona } from './personas.ts'

let db: TestDatabase
let folder: string
let demo: Demo
const silent = makeLog(
  () => undefined,
  () => 'error',
)

const configOf = (env: Record<string, string> = {}): Config => {
  const read = readConfig({ DATA_DIR: folder, ...env })
  if (!read.ok) throw new Error('the settings of this test are wrong')
  return read.config
}
const poolOf = ({ app }: TestDatabase) => app as unknown as Kysely<never>
const open = (env: Record<string, string> = {}): Promise<Demo> =>
  openDemo({ db: poolOf(db), config: configOf(env) }, silent)
const doorOf = (one: Demo): Browser => new Browser(appFor(db, { demo: one.demo, examples: one.examples }))
const buttons = async (one: Demo, headers: Record<string, string> = {}): Promise<number> => {
  const browser = doorOf(one)
  await browser.send('/inloggen', { headers: { host: '127.0.0.1:3000', ...headers } })
  return browser.html.match(/class="persona"/g)?.length ?? 0
}

const headings = (html: string): string[] =>
  [...html.matchAll(/<(?:h3|summary)>([^<]*)/g)].map(([, title = '']) => title)

describe('The door of the demo', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demo-'))
    db = await wholeDemo()
    demo = await open()
  }, 180_000)
  afterAll(async () => {
    await db.drop()
    rmSync(folder, { recursive: true })
  })

  test.each(personas)('lets $name in by a button', async ({ login }) => {
    const browser = doorOf(demo)
    await browser.send('/inloggen', { headers: { host: 'localhost:3000' } })
    expect(browser.html).toContain(login)
    const entered = await browser.send('/inloggen/proef', {
      method: 'POST',
      body: new URLSearchParams({ _form: browser.token(), login }),
      headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
    })
    expect(entered.status).toBe(303)
    expect((await browser.get('/vandaag')).status).toBe(200)
    await browser.get('/account')
    expect(browser.html).toContain(login)
  })

  // Who is a parent too comes in as one, and shows the second step when the other hat goes on.
  const isAtHome = ({ id, known }: Persona): boolean => known.as !== 'staff' || id === 'youssef'
  const atHome = personas.filter(isAtHome)
  test.each(atHome)('lets $name in by password', async ({ login }) => {
    const browser = doorOf(demo)
    await browser.signIn(login, demoPasswords.of(login))
    expect((await browser.get('/vandaag')).status).toBe(200)
  })

  const atWork = personas.filter((one) => !isAtHome(one))
  test.each(atWork)('asks $name for a second step after the password, as of everybody at work', async ({ login }) => {
    const browser = doorOf(demo)
    await browser.signIn(login, demoPasswords.of(login))
    const sent = await browser.get('/vandaag')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/account/tweede-stap'])
    expect((await browser.get('/account/tweede-stap/nieuw')).status).toBe(200)
    expect(browser.html).toContain('otpauth://totp/')
  })

  test('shows each of the cast, to a browser that calls this machine by its own name', async () => {
    for (const host of ['127.0.0.1:3000', 'localhost:3000', 'localhost', '[::1]:3000'])
      expect(await buttons(demo, { host }), host).toBe(personas.length)
  })

  test('shows nobody to a name of elsewhere, or behind a proxy', async () => {
    for (const host of ['demo.example', '127.0.0.1.demo.example', '192.168.1.4:3000', ''])
      expect(await buttons(demo, { host }), host).toBe(0)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(await buttons(demo, { [header]: '203.0.113.9' }), header).toBe(0)
  })

  test('shows everybody everywhere once DEMO=1 was said', async () => {
    const forced = await open({ DEMO: '1', HOST: '0.0.0.0' })
    expect(await buttons(forced, { host: 'demo.example', 'x-forwarded-for': '203.0.113.9' })).toBe(personas.length)
  })

  test('shows nobody once the school has a public address, and lets nobody in without a password', async () => {
    const turnedOff = await open({ PUBLIC_URL: 'https://school.example' })
    expect(turnedOff.lines).toEqual([])
    const browser = doorOf(turnedOff)
    await browser.get('/inloggen')
    expect((await browser.post('/inloggen/proef', { login: 'selma@klimboom.example' })).status).toBe(404)
    await browser.signIn('selma@klimboom.example', 'selma')
    expect((await browser.get('/vandaag')).status).not.toBe(200)
  })

  test('is short: who is at home, then each school, and who is not often asked for folded away', async () => {
    const browser = doorOf(demo)
    await browser.send('/inloggen', { headers: { host: 'localhost:3000' } })
    const [, people = ''] = browser.html.split('action="/inloggen/proef"')
    expect(headings(people)).toEqual(['Thuis', 'De Klimboom', 'De Overkant', 'De Vuurvlieg', 'Nog meer mensen'])
    const [open_ = ''] = people.split('<details')
    expect(open_.match(/class="persona"/g)).toHaveLength(14)
  })

  test('says so when the passwords were made for another folder', () => {
    expect(demo.lines).toHaveLength(1)
    expect(demo.lines[0]).toContain('not the one')
  })
})

describe('A first start', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demo-'))
    db = await freshDatabase()
    await db.setNow('2026-11-23T09:00:00+01:00')
    demo = await open()
  })
  afterAll(async () => {
    await db.drop()
    rmSync(folder, { recursive: true })
  })

  test('is printed with one sign-in for each role, its columns under each other', () => {
    const [title, ...lines] = demo.lines.slice(0, -1)
    expect(title).toBe('Demo with made-up people. One sign-in per role:')
    expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      'parent',
      'pupil',
      'teacher',
      'office',
      'head',
      'administrator',
    ])
    const columns = lines.map((line) => line.indexOf(line.trim().split(/ {2,}/)[2] ?? ''))
    expect(new Set(columns).size).toBe(1)
    expect(lines[0]).toContain(openPasswords(folder).of('selma@klimboom.example'))
  })

  test('serves De Klimboom, and says at the door and on the screen which schools are still being set up', async () => {
    const browser = doorOf(demo)
    await browser.send('/inloggen', { headers: { host: 'localhost:3000' } })
    expect(browser.html).toContain('selma@klimboom.example')
    expect(browser.html).not.toContain('merel@overkant.example')
    expect(browser.html.match(/wordt nog klaargezet/g)).toHaveLength(2)
    expect(demo.lines.at(-1)).toBe(
      'Still being set up: De Overkant and De Vuurvlieg. Their people can sign in within a minute.',
    )
    expect((await browser.post('/inloggen/proef', { login: 'merel@overkant.example' })).status).toBe(404)
  })

  test('offers a school as soon as it is whole, and stops between two steps when the program stops', async () => {
    const { done, stop } = demo.goOn()
    while ((await buttons(demo)) < 12) await wait(100)
    await stop()
    await done
    expect(await buttons(demo)).toBe(12)
    const again = await open()
    expect(await buttons(again)).toBe(12)
  })
})

describe('Once a real school was added', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demo-'))
    db = await wholeDemo()
    demo = await open()
  }, 180_000)
  afterAll(async () => {
    await db.drop()
    rmSync(folder, { recursive: true })
  })

  test('the demo is gone at once, and stays away in this folder, also with DEMO=1 and another database', async () => {
    const forced = await open({ DEMO: '1' })
    expect(await buttons(forced)).toBe(personas.length)
    await operate<SchoolTables, string>(db, null, (tx) =>
      addSchool(
        tx,
        { hat: 'operator', school: null },
        { key: 'echt', name: 'Echt', brin: null, region: 'noord', stages: ['BO'] },
      ),
    )
    expect(await buttons(forced)).toBe(0)
    expect(await buttons(demo)).toBe(0)
    expect((await open({ DEMO: '1' })).lines).toEqual([])

    const empty = await freshDatabase()
    const again = await openDemo({ db: poolOf(empty), config: configOf({ DEMO: '1' }) }, silent)
    expect(again.lines).toEqual([])
    const { rows } = await empty.owner.query('select key from app.school')
    expect(rows).toEqual([])
    await empty.drop()
  })
})
