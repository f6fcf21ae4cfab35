import { join } from 'node:path'
import { parseHost, parseMailAddresses, parseSender } from './addresses.ts'
import { maskedUrl, parseDatabaseUrl, parseSmtpUrl } from './connection-url.ts'
import { parseFile, parseFolder } from './folders.ts'
import { parseProxies } from './proxies.ts'
import { parsePublicUrl } from './public-url.ts'
import { type Parsed, type Setting, foundText } from './setting.ts'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export const ROLES = ['all', 'web', 'worker'] as const
/** What this process does: pages and jobs, pages only, or jobs only. */
export type Role = (typeof ROLES)[number]

/** Every setting there is. `home` is the folder from which relative paths count. */
export const settingsOf = (home: string) => ({
  host: text({
    name: 'HOST',
    wanted: 'an IP address or a machine name without scheme or port',
    example: '127.0.0.1',
    parse: parseHost,
    fallback: '127.0.0.1',
  }),
  port: setting({
    name: 'PORT',
    wanted: 'a whole number from 0 to 65535',
    example: '3000',
    parse: parsePort,
    fallback: 3000,
    show: String,
  }),
  dataDir: text({
    name: 'DATA_DIR',
    wanted: 'a folder that exists or can be made',
    example: '/var/lib/samenspraak',
    parse: parseFolder(home),
    fallback: join(home, 'data'),
  }),
  publicUrl: optional({
    name: 'PUBLIC_URL',
    wanted: 'an https:// address (or http:// on this machine itself) without path, question or credentials',
    example: 'https://samenspraak.school.example',
    parse: parsePublicUrl,
    emptyIsFault: true,
  }),
  databaseUrl: databaseUrl('DATABASE_URL', 'samenspraak_app', 'the login role'),
  migrateDatabaseUrl: databaseUrl('MIGRATE_DATABASE_URL', 'samenspraak_owner', 'the owner'),
  demo: setting({
    name: 'DEMO',
    wanted: '0 or 1',
    example: '1',
    parse: parseSwitch,
    fallback: null,
    show: (value: boolean | null) => (value === null ? 'not set' : value ? '1' : '0'),
  }),
  trustedProxies: list({
    name: 'TRUSTED_PROXIES',
    wanted: 'addresses or CIDR ranges, split by commas',
    example: '127.0.0.1,10.0.0.0/8',
    parse: parseProxies,
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    wanted: 'smtp://user:password@server:port or smtps://…',
    example: 'smtps://user:password@mail.school.example:465',
    parse: parseSmtpUrl,
    fallback: null,
    show: (value: string | null) => (value === null ? 'not set' : maskedUrl(value, 'hide user')),
    secret: true,
    emptyIsFault: true,
  }),
  mailFrom: optional({
    name: 'MAIL_FROM',
    wanted: 'a mail address or Name <address>',
    example: 'samenspraak@school.example',
    parse: parseSender,
  }),
  anchorMailTo: list({
    name: 'ANCHOR_MAIL_TO',
    wanted: 'mail addresses, split by commas',
    example: 'privacy@school.example',
    parse: parseMailAddresses,
  }),
  ledgerAnchorFile: optional({
    name: 'LEDGER_ANCHOR_FILE',
    wanted: 'a file in a folder that exists or can be made',
    example: '/var/backups/samenspraak-ledger.jsonl',
    parse: parseFile(home),
  }),
  logLevel: text<LogLevel>({
    name: 'LOG_LEVEL',
    wanted: `one of ${LOG_LEVELS.join(', ')}`,
    example: 'info',
    parse: oneOf(LOG_LEVELS),
    fallback: 'info',
  }),
  role: text<Role>({
    name: 'ROLE',
    wanted: `one of ${ROLES.join(', ')}`,
    example: 'all',
    parse: oneOf(ROLES),
    fallback: 'all',
  }),
})

type Draft<T> = Omit<Setting<T>, 'secret' | 'emptyIsFault'> & Partial<Pick<Setting<T>, 'secret' | 'emptyIsFault'>>

const setting = <T>(draft: Draft<T>): Setting<T> => ({ secret: false, emptyIsFault: false, ...draft })

const text = <T extends string>(draft: Omit<Draft<T>, 'show'>): Setting<T> =>
  setting({ ...draft, show: (value) => value })

const optional = (draft: Omit<Draft<string | null>, 'show' | 'fallback'>): Setting<string | null> =>
  setting({ ...draft, fallback: null, show: (value) => value ?? 'not set' })

const list = (draft: Omit<Draft<readonly string[]>, 'show' | 'fallback'>): Setting<readonly string[]> =>
  setting({ ...draft, fallback: [], show: (value) => (value.length === 0 ? 'not set' : value.join(', ')) })

const databaseUrl = (name: string, user: string, who: string): Setting<string | null> =>
  setting({
    name,
    wanted: `a postgresql:// URL with user and database for ${who}`,
    example: `postgresql://${user}:password@localhost:5432/samenspraak`,
    parse: parseDatabaseUrl,
    fallback: null,
    show: (value) => (value === null ? 'not set' : maskedUrl(value, 'show user')),
    secret: true,
    emptyIsFault: true,
  })

function parsePort(found: string): Parsed<number> {
  const port = /^(0|[1-9]\d{0,4})$/.test(found) ? Number(found) : Number.NaN
  return port <= 65_535 ? { value: port } : { found: foundText(found) }
}

const parseSwitch = (found: string): Parsed<boolean | null> =>
  found === '0' || found === '1' ? { value: found === '1' } : { found: foundText(found) }

const oneOf =
  <T extends string>(choices: readonly T[]) =>
  (found: string): Parsed<T> => {
    const choice = choices.find((one) => one === found)
    return choice === undefined ? { found: foundText(found) } : { value: choice }
  }
