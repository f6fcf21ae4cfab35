import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptInvitation, type AccountTables } from '#modules/accounts/index.ts'
import { forTables } from '#platform/db/for-tables.ts'
import { type Installation, openInstallation } from '#platform/installation.ts'
import { z } from 'zod'
import { readConfig } from '#platform/config.ts'
import { makeLog } from '#platform/log.ts'
import { serveCommands } from './serve-commands.ts'
import { typist } from './typist.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-'))
const env = { DATA_DIR: join(folder, 'data') }
const type = typist(env)
const quiet = makeLog(
  () => undefined,
  () => 'error',
)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const klimboom = ['--key', 'klimboom', '--name', 'De Klimboom', '--region', 'midden', '--stage', 'BO', '--brin', '12ab']

describe('Wrong use exits with 3, says one sentence and how it is typed, and leaves stdout empty', () => {
  test.each<readonly [string[], string]>([
    [[], 'A command is missing.'],
    [['scools'], 'did you mean schools?'],
    [['ledger'], 'did you mean ledger check?'],
    [['ledger', 'chek'], 'did you mean ledger check?'],
    [['make', 'coffee'], 'There is no command "make".'],
    [['schools', 'list'], '"list" is too much.'],
    [['schools', '--jsn'], 'did you mean --json?'],
    [['schools', '--json', '--json'], '--json is given twice.'],
    [['schools', 'add'], '--key is missing: give small letters'],
    [['schools', 'add', ...klimboom.with(1, 'De Klimboom')], '--key is "De Klimboom"'],
    [['schools', 'add', ...klimboom.with(3, ' ')], '--name must have'],
    [['schools', 'add', ...klimboom.with(5, 'oost')], '--region is "oost"'],
    [['schools', 'add', ...klimboom.with(7, 'BO,PO')], '--stage is "PO"'],
    [['schools', 'add', ...klimboom.with(9, '1234')], '--brin is "1234"'],
    [['accounts', 'invite'], '--school is missing'],
    [['accounts', 'invite', '--school', 'klimboom', '--name', 'Anna', '--role', 'boss'], '--role is "boss"'],
    [['accounts', 'invite', '--school', 'klimboom', '--name', ' ', '--role', 'head'], '--name must have'],
    [['config', 'check', '--verbose'], '--verbose is not an option here.'],
  ])('%j', async (argv, sentence) => {
    const { exit, stdout, stderr } = await type(argv)
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/^[^\n]+\nUsage: samenspraak [^\n]+\n$/)
  })

  test('also when a setting is wrong, with one sentence per fault', async () => {
    const { exit, stdout, stderr } = await type(['schools'], { PORT: 'x', DEMO: 'x' })
    expect({ exit, stdout, lines: stderr.trim().split('\n').length }).toEqual({ exit: 3, stdout: '', lines: 2 })
  })
})

describe('Without an installation', () => {
  test.each([['help'], ['--help'], ['-h']])('%s lists every command and exit code', async (word) => {
    const { exit, stdout, stderr } = await type([word])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/schools add[^]*ledger check[^]*config check[^]*3 {2}wrong use/)
  })

  test('--help behind a command tells about that one', async () => {
    expect((await type(['schools', 'add', '--help'])).stdout).toMatch(/^Usage: samenspraak schools add --key KEY/)
  })

  test('--version says the version', async () => {
    expect((await type(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('config check shows settings without secrets and exits with 0', async () => {
    const database = { DATABASE_URL: 'postgresql://a:hunter2@h/d', MIGRATE_DATABASE_URL: 'postgresql://o:hunter3@h/d' }
    const { exit, stdout } = await type(['config', 'check'], database)
    expect(exit).toBe(0)
    expect(stdout).toContain('DATABASE_URL          postgresql://a:***@h/d')
    expect(stdout).not.toContain('hunter')
  })

  test('config check exits with 3 and every fault, as JSON too', async () => {
    const { exit, stdout, stderr } = await type(['config', 'check', '--json'], { PORT: 'x', PUBLIC_ULR: 'y' })
    expect(exit).toBe(3)
    expect(stderr).toContain('PORT is "x"')
    expect(JSON.parse(stdout)).toMatchObject({
      faults: [{ name: 'PORT', sentence: expect.stringContaining('PORT is "x"') }],
      warnings: [expect.stringContaining('did you mean PUBLIC_URL')],
    })
  })
})

describe('On its own', () => {
  test('a command lays the database, works and leaves the folder free', async () => {
    const added = await type(['schools', 'add', ...klimboom, '--json'])
    expect({ exit: added.exit, stderr: added.stderr }).toEqual({ exit: 0, stderr: '' })
    expect(JSON.parse(added.stdout)).toMatchObject({
      key: 'klimboom',
      name: 'De Klimboom',
      stages: ['BO'],
      brin: '12AB',
    })
    const listed = await type(['schools', '--json'])
    expect(JSON.parse(listed.stdout)).toMatchObject({
      schools: [{ key: 'klimboom', name: 'De Klimboom', brin: '12AB', pupils: 0, groups: 0, staff: 0, guardians: 0 }],
    })
  })

  test('what is refused exits with 2 and one sentence, in the JSON too', async () => {
    const { exit, stdout, stderr } = await type(['schools', 'add', ...klimboom, '--json'])
    const refused = 'There is already a school with the key klimboom.'
    expect({ exit, stderr, json: JSON.parse(stdout) }).toEqual({ exit: 2, stderr: `${refused}\n`, json: { refused } })
  })

  test('the health of a server is not known when none runs', async () => {
    const { exit, stderr } = await type(['health'])
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: `No server runs on ${env.DATA_DIR}.\n` })
  })

  test('a database that cannot be reached is a refusal', async () => {
    const nobody = (user: string) => `postgresql://${user}@127.0.0.1:1/x`
    const changes = { DATABASE_URL: nobody('a'), MIGRATE_DATABASE_URL: nobody('b'), DATA_DIR: join(folder, 'other') }
    const { exit, stdout, stderr } = await type(['schools'], changes)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toContain('DATABASE_URL cannot be used: nothing listens there.')
  })
})

describe('In the running server', () => {
  let installation: Installation
  let served: { close(): Promise<void> }

  beforeAll(async () => {
    const read = readConfig(env)
    if (!read.ok) throw new Error('the settings of this test are wrong')
    installation = await openInstallation(read.config, quiet)
    served = await serveCommands(installation, quiet)
  })
  afterAll(async () => {
    await served.close()
    await installation.stop()
  })

  test('a command gives the same answers', async () => {
    const { exit, stdout } = await type(['schools'])
    expect({ exit, stdout: stdout.split('\n') }).toEqual({
      exit: 0,
      stdout: [
        'KEY       NAME         BRIN  PUPILS  GROUPS  STAFF  GUARDIANS',
        'klimboom  De Klimboom  12AB       0       0      0          0',
        '',
      ],
    })
    expect((await type(['schools', 'add', ...klimboom])).exit).toBe(2)
    const wilg = klimboom.with(1, 'wilg').with(3, 'De Wilg')
    expect(await type(['schools', 'add', ...wilg])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('De Wilg'),
    })
  })

  const anna = [
    'accounts',
    'invite',
    '--school',
    'klimboom',
    '--name',
    'Anna  de Wit',
    '--role',
    'administrator',
    '--json',
  ]

  test('the first administrator is invited with a link that works once', async () => {
    const { exit, stdout } = await type(anna)
    const { link, ...rest } = z
      .object({ link: z.string(), name: z.string(), role: z.string() })
      .parse(JSON.parse(stdout))
    expect({ exit, ...rest }).toEqual({ exit: 0, name: 'Anna de Wit', role: 'administrator' })
    const code = /^http:\/\/127\.0\.0\.1:3000\/aanmelding\/([\w-]+)$/.exec(link)?.[1] ?? ''
    // Who is invited again before taking the account into use is the same person, once.
    expect((await type(anna)).exit).toBe(0)
    expect((await type(['schools'])).stdout).toMatch(/klimboom .* 1 +0\n/)
    const db = forTables<AccountTables>(installation.db)
    const chosen = { code, login: 'anna.de.wit', password: 'vier blauwe stoelen' }
    expect(await acceptInvitation(db, chosen, 'test')).toMatchObject({ ok: true })
    expect(await acceptInvitation(db, chosen, 'test')).toMatchObject({ ok: false })
  })

  test('who signs in already gets a role and no link', async () => {
    const { exit, stdout } = await type(anna.with(7, 'head'))
    expect({ exit, json: JSON.parse(stdout) }).toMatchObject({ exit: 0, json: { role: 'head', link: null } })
    expect(await type(anna.with(3, 'nergens'))).toMatchObject({ exit: 2, stderr: expect.stringContaining('no school') })
  })

  test('the health of the server is told in parts', async () => {
    const { exit, stdout } = await type(['health', '--json'])
    const parts = z.object({ parts: z.array(z.object({ name: z.string() })) }).parse(JSON.parse(stdout)).parts
    expect({ exit, names: parts.map(({ name }) => name) }).toEqual({
      exit: 0,
      names: ['database', 'clock', 'migrations', 'disk'],
    })
  })

  test('the ledger is compared', async () => {
    const { exit, stdout } = await type(['ledger', 'check', '--json'])
    expect({ exit, json: JSON.parse(stdout) }).toMatchObject({ exit: 0, json: { sound: true, faults: [] } })
  })
})
