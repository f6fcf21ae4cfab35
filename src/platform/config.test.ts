import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '#platform/root.ts'
import { type Environment, faultSentence, inspectConfig, readConfig } from './config.ts'

const home = mkdtempSync(join(tmpdir(), 'config-'))
afterAll(() => rmSync(home, { recursive: true }))

const file = (name: string, text: string): string => {
  writeFileSync(join(home, name), text)
  return join(home, name)
}
const aFile = file('plain.txt', 'hello')
const empty = file('empty', '\n')
const big = file('big', 'x'.repeat(70_000))
const twoLines = file('two-lines', 'postgresql://app:pw@db/samen\npostgresql://other:pw@db/samen\n')
mkdirSync(join(home, 'folder'))

const APP = 'postgresql://app:hunter2@localhost/samen'
const OWNER = 'postgresql://owner:hunter3@localhost/samen'
const SMTP = 'smtp://post:hunter4@mail.example:587'

const sentences = (env: Environment): readonly string[] => {
  const result = readConfig(env, home)
  return result.ok ? [] : result.faults.map(faultSentence)
}

const wrong: readonly (readonly [env: Environment, name: string, found: string])[] = [
  [{ PORT: '3000abc' }, 'PORT', 'is "3000abc"'],
  [{ PORT: '-1' }, 'PORT', 'is "-1"'],
  [{ PORT: '70000' }, 'PORT', 'is "70000"'],
  [{ PORT: '65536' }, 'PORT', 'is "65536"'],
  [{ PORT: '3e3' }, 'PORT', 'is "3e3"'],
  [{ PORT: '0x10' }, 'PORT', 'is "0x10"'],
  [{ PORT: '3000.5' }, 'PORT', 'is "3000.5"'],
  [{ PORT: '03000' }, 'PORT', 'is "03000"'],
  [{ PORT: 'http' }, 'PORT', 'is "http"'],
  [{ HOST: '127.0.0.1:3000' }, 'HOST', 'is "127.0.0.1:3000"'],
  [{ HOST: 'http://localhost' }, 'HOST', 'is "http://localhost"'],
  [{ HOST: '256.1.1.1' }, 'HOST', 'is "256.1.1.1"'],
  [{ HOST: '127.1' }, 'HOST', 'is "127.1"'],
  [{ HOST: '*' }, 'HOST', 'is "*"'],
  [{ HOST: 'my host' }, 'HOST', 'is "my host"'],
  [{ DATA_DIR: aFile }, 'DATA_DIR', 'which is no folder'],
  [{ DATA_DIR: join(aFile, 'below') }, 'DATA_DIR', 'which is no folder'],
  [{ DATA_DIR: '/' }, 'DATA_DIR', 'the root of the disk'],
  [{ DATA_DIR: '~/data' }, 'DATA_DIR', 'only understood by a shell'],
  [{ DATA_DIR: 'file:///tmp/data' }, 'DATA_DIR', 'is "file:///tmp/data"'],
  [{ DATA_DIR: '/proc/1/samenspraak' }, 'DATA_DIR', ''],
  [{ PUBLIC_URL: 'samenspraak.nl' }, 'PUBLIC_URL', 'is "samenspraak.nl"'],
  [{ PUBLIC_URL: 'http://samenspraak.nl' }, 'PUBLIC_URL', 'not encrypted'],
  [{ PUBLIC_URL: 'https://samenspraak.nl/school' }, 'PUBLIC_URL', 'more than an address'],
  [{ PUBLIC_URL: 'https://samenspraak.nl/?a=1' }, 'PUBLIC_URL', 'more than an address'],
  [{ PUBLIC_URL: 'https://samenspraak.nl#top' }, 'PUBLIC_URL', 'more than an address'],
  [{ PUBLIC_URL: 'https://jan:geheim@samenspraak.nl' }, 'PUBLIC_URL', 'holds credentials'],
  [{ PUBLIC_URL: 'ftp://samenspraak.nl' }, 'PUBLIC_URL', 'is "ftp://samenspraak.nl"'],
  [{ PUBLIC_URL: 'https://' }, 'PUBLIC_URL', 'is "https://"'],
  [{ PUBLIC_URL: '' }, 'PUBLIC_URL', 'is empty'],
  [{ DATABASE_URL: APP }, 'MIGRATE_DATABASE_URL', 'is not set while DATABASE_URL is'],
  [{ MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'is not set while MIGRATE_DATABASE_URL is'],
  [{ DATABASE_URL: '', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'is empty'],
  [{ DATABASE_URL: 'mysql://a:hunter2@h/d', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'does not start with'],
  [{ DATABASE_URL: 'postgresql://h/samen', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'names no user'],
  [{ DATABASE_URL: 'postgresql://app:hunter2@h', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'names no database'],
  [{ DATABASE_URL: 'postgresql://app:hun#ter2@h/d', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'cannot be read'],
  [{ DATABASE_URL: 'postgresql://app:hunter2%@h/d', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'cannot be read'],
  [{ DATABASE_URL: 'postgresql://app:hun\nter2@h/d', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'line end'],
  [{ DATABASE_URL: OWNER, MIGRATE_DATABASE_URL: OWNER }, 'MIGRATE_DATABASE_URL', 'the same user'],
  [{ DATABASE_URL: APP, DATABASE_URL_FILE: aFile, MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'are both set'],
  [{ DATABASE_URL_FILE: join(home, 'none'), MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL_FILE', 'no such file'],
  [{ DATABASE_URL_FILE: join(home, 'folder'), MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL_FILE', 'is a folder'],
  [{ DATABASE_URL_FILE: empty, MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL_FILE', 'an empty file'],
  [{ DATABASE_URL_FILE: big, MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL_FILE', 'larger than 64 KB'],
  [{ DATABASE_URL_FILE: '', MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL_FILE', 'is empty'],
  [{ DATABASE_URL_FILE: twoLines, MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'line end'],
  [{ DATABASE_URL_FILE: aFile, MIGRATE_DATABASE_URL: OWNER }, 'DATABASE_URL', 'does not start with'],
  [{ DEMO: 'yes' }, 'DEMO', 'is "yes"'],
  [{ DEMO: '2' }, 'DEMO', 'is "2"'],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES', '"10.0.0.0/33"'],
  [{ TRUSTED_PROXIES: '127.0.0.1, proxy.local' }, 'TRUSTED_PROXIES', '"proxy.local"'],
  [{ TRUSTED_PROXIES: '10.0.0.0/8/8' }, 'TRUSTED_PROXIES', '"10.0.0.0/8/8"'],
  [{ TRUSTED_PROXIES: 'fe80::1%eth0' }, 'TRUSTED_PROXIES', '"fe80::1%eth0"'],
  [{ SMTP_URL: 'http://mail', MAIL_FROM: 'a@b.nl' }, 'SMTP_URL', 'does not start with'],
  [{ SMTP_URL: 'smtp://', MAIL_FROM: 'a@b.nl' }, 'SMTP_URL', 'names no server'],
  [{ SMTP_URL: SMTP }, 'MAIL_FROM', 'is not set while SMTP_URL is'],
  [{ SMTP_URL: SMTP, MAIL_FROM: 'not an address' }, 'MAIL_FROM', 'is "not an address"'],
  [{ SMTP_URL: SMTP, MAIL_FROM: 'School <a@b>, c@d.nl' }, 'MAIL_FROM', 'is "School <a@b>, c@d.nl"'],
  [{ ANCHOR_MAIL_TO: 'a@b.nl' }, 'SMTP_URL', 'is not set while ANCHOR_MAIL_TO is'],
  [{ ANCHOR_MAIL_TO: 'a@b.nl;c@d.nl', SMTP_URL: SMTP, MAIL_FROM: 'a@b.nl' }, 'ANCHOR_MAIL_TO', 'is "a@b.nl;c@d.nl"'],
  [{ LEDGER_ANCHOR_FILE: join(home, 'folder') }, 'LEDGER_ANCHOR_FILE', 'is a folder'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL', 'is "verbose"'],
  [{ LOG_LEVEL: 'INFO' }, 'LOG_LEVEL', 'is "INFO"'],
  [{ ROLE: 'all,web' }, 'ROLE', 'is "all,web"'],
  [{ ROLE: 'worker' }, 'DATABASE_URL', 'is not set while ROLE=worker is'],
]

describe('A wrong configuration', () => {
  test.each(wrong)('%j is one fault that names %s and what was found', (env, name, found) => {
    const said = sentences(env)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`^${name} .* but must be .*, for example ${name}=.+\\.$`))
    expect(said[0]).toContain(found)
    expect(said.join()).not.toMatch(/hunter|geheim/)
  })

  test('says every fault at once', () => {
    expect(sentences({ PORT: 'x', HOST: ':', DEMO: 'x', LOG_LEVEL: 'x', ROLE: 'x' })).toHaveLength(5)
  })

  test('cuts long values and escapes control characters', () => {
    expect(sentences({ LOG_LEVEL: 'é'.repeat(500) })[0]).toContain(`"${'é'.repeat(80)}…"`)
    expect(sentences({ LOG_LEVEL: 'a\u001b[31mb' })[0]).toContain('holds a line end or another control character')
  })

  test('reads as one sentence', () => {
    expect(sentences({ PORT: '70000' })).toEqual([
      'PORT is "70000", but must be a whole number from 0 to 65535, for example PORT=3000.',
    ])
  })
})

describe('A right configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({}, home)).toEqual({
      ok: true,
      warnings: [],
      config: {
        host: '127.0.0.1',
        port: 3000,
        dataDir: join(home, 'data'),
        publicUrl: null,
        database: { kind: 'embedded' },
        demo: null,
        trustedProxies: [],
        mail: null,
        anchorMailTo: [],
        ledgerAnchorFile: null,
        logLevel: 'info',
        role: 'all',
      },
    })
  })

  test('takes every setting', () => {
    const result = readConfig(
      {
        HOST: '::',
        PORT: ' 0 ',
        DATA_DIR: 'elsewhere',
        PUBLIC_URL: 'https://Samen.School.nl:8443/',
        DATABASE_URL_FILE: file('app-url', `${APP}\r\n`),
        MIGRATE_DATABASE_URL: OWNER,
        DEMO: '0',
        TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 fd00::/8',
        SMTP_URL: SMTP,
        MAIL_FROM: 'De Klimboom <samen@school.nl>',
        ANCHOR_MAIL_TO: 'a@school.nl, b@school.nl',
        LEDGER_ANCHOR_FILE: 'heads.jsonl',
        LOG_LEVEL: 'debug',
        ROLE: 'worker',
      },
      home,
    )
    expect(result.ok && result.config).toEqual({
      host: '::',
      port: 0,
      dataDir: join(home, 'elsewhere'),
      publicUrl: 'https://samen.school.nl:8443',
      database: { kind: 'external', url: APP, migrateUrl: OWNER },
      demo: false,
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
      mail: { url: SMTP, from: 'De Klimboom <samen@school.nl>' },
      anchorMailTo: ['a@school.nl', 'b@school.nl'],
      ledgerAnchorFile: join(home, 'heads.jsonl'),
      logLevel: 'debug',
      role: 'worker',
    })
  })

  test.each([{ PORT: '' }, { DEMO: '' }, { TRUSTED_PROXIES: ' ' }, { LEDGER_ANCHOR_FILE: '' }])(
    'takes an empty value as not set where that is harmless: %j',
    (env) => {
      expect(sentences(env)).toEqual([])
    },
  )

  test.each([
    ['postgresql:///samen?host=/run/postgresql&user=app', 'postgresql:///samen?host=/run/postgresql&user=owner'],
    ['postgres://app@[::1]:5433/samen', 'postgres://owner@[::1]:5433/samen'],
    ['postgresql://app:p%40%2Fss@db.example/samen?sslmode=verify-full', 'postgresql://owner:p%23@db.example/samen'],
  ])('takes the connection string %s', (app, owner) => {
    expect(sentences({ DATABASE_URL: app, MIGRATE_DATABASE_URL: owner })).toEqual([])
  })
})

describe('A doubtful configuration', () => {
  test.each<readonly [Environment, string]>([
    [{ PUBLIC_ULR: 'https://a.nl' }, 'PUBLIC_ULR is not a setting and is ignored; did you mean PUBLIC_URL?'],
    [{ DATABSE_URL: 'x' }, 'did you mean DATABASE_URL?'],
    [{ DATABASE_URL_FLIE: 'x' }, 'did you mean DATABASE_URL_FILE?'],
    [{ SAMENSPRAAK_PORT: '1' }, 'did you mean PORT?'],
    [{ SAMENSPRAAK_COLOUR: '1' }, 'SAMENSPRAAK_COLOUR is not a setting and is ignored.'],
    [{ public_url: 'x' }, 'did you mean PUBLIC_URL?'],
    [{ PORT_FILE: 'x' }, 'only secrets are read from files'],
    [{ HOST: '0.0.0.0' }, 'PUBLIC_URL is not set'],
    [{ PUBLIC_URL: 'https://a.nl' }, 'TRUSTED_PROXIES is not'],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'every visitor can then claim any address'],
    [{ MAIL_FROM: 'a@b.nl' }, 'no mail is sent'],
    [{ DATABASE_URL: 'postgresql://a@db.example/s', MIGRATE_DATABASE_URL: OWNER }, 'unencrypted'],
    [{ DATABASE_URL: APP, MIGRATE_DATABASE_URL: 'postgresql://b@localhost/other' }, 'different databases'],
  ])('%j starts with a warning', (env, warning) => {
    const result = readConfig(env, home)
    expect(result.ok).toBe(true)
    expect(result.warnings.join('\n')).toContain(warning)
  })

  test('an ordinary environment gives none', () => {
    const env = {
      HOME: '/root',
      USER: 'a',
      TERM: 'x',
      SHLVL: '1',
      LANG: 'nl',
      PATH: '/bin',
      MODE: '1',
      npm_config_port: '1',
    }
    expect(readConfig(env, home).warnings).toEqual([])
  })
})

describe('What config check shows', () => {
  test('masks passwords and says where a value came from', () => {
    const env = {
      DATABASE_URL: APP,
      MIGRATE_DATABASE_URL_FILE: file('owner-url', OWNER),
      SMTP_URL: SMTP,
      MAIL_FROM: 'a@b.nl',
    }
    const { lines } = inspectConfig(env, home)
    expect(JSON.stringify(lines)).not.toMatch(/hunter/)
    expect(lines).toContainEqual({
      name: 'DATABASE_URL',
      value: 'postgresql://app:***@localhost/samen',
      source: 'environment',
    })
    expect(lines).toContainEqual({
      name: 'MIGRATE_DATABASE_URL',
      value: 'postgresql://owner:***@localhost/samen',
      source: 'file',
    })
    expect(lines).toContainEqual({ name: 'SMTP_URL', value: 'smtp://***:***@mail.example:587', source: 'environment' })
    expect(lines).toContainEqual({ name: 'PORT', value: '3000', source: 'default' })
  })

  test('never shows a password given as a question', () => {
    const env = { DATABASE_URL: 'postgresql://h/d?user=app&password=hunter2', MIGRATE_DATABASE_URL: OWNER }
    expect(JSON.stringify(inspectConfig(env, home).lines)).not.toMatch(/hunter/)
  })
})

test.skipIf(process.getuid?.() === 0)('A secret file without permission is a fault', () => {
  const path = file('closed', APP)
  chmodSync(path, 0o000)
  expect(sentences({ DATABASE_URL_FILE: path, MIGRATE_DATABASE_URL: OWNER })[0]).toContain('no permission')
})

test('The page for operators names every setting', () => {
  const page = readFileSync(join(root, 'docs', 'running.md'), 'utf8')
  const missing = inspectConfig({}, home).lines.filter(({ name }) => !page.includes(`\`${name}\``))
  expect(missing).toEqual([])
})
