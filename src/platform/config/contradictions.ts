import { coversEveryone } from './proxies.ts'
import { databaseName, databaseUser, travelsInTheClear } from './connection-url.ts'
import { isLoopback } from './loopback.ts'
import type { Environment, Fault } from './setting.ts'
import type { Values } from './read-all.ts'

/** Faults between settings that are each right by themselves. */
export function contradictions(env: Environment, values: Values): readonly Fault[] {
  return [...databaseFaults(env, values), ...mailFaults(env, values)]
}

function databaseFaults(env: Environment, { databaseUrl, migrateDatabaseUrl, role }: Values): readonly Fault[] {
  const app = given(env, 'DATABASE_URL')
  const owner = given(env, 'MIGRATE_DATABASE_URL')
  if (app && !owner)
    return [missing('MIGRATE_DATABASE_URL', 'DATABASE_URL', 'the URL of the role that owns the tables', OWNER)]
  if (owner && !app) return [missing('DATABASE_URL', 'MIGRATE_DATABASE_URL', 'the URL of the login role', APP)]
  if (!app && role !== 'all')
    return [missing('DATABASE_URL', `ROLE=${role}`, 'the URL of a database that processes can share', APP)]
  if (
    databaseUrl === null ||
    migrateDatabaseUrl === null ||
    databaseUser(databaseUrl) !== databaseUser(migrateDatabaseUrl)
  )
    return []
  const found = 'names the same user as DATABASE_URL'
  return [
    { name: 'MIGRATE_DATABASE_URL', found, wanted: 'the URL of another role, which owns the tables', example: OWNER },
  ]
}

function mailFaults(env: Environment, { mailFrom, anchorMailTo }: Values): readonly Fault[] {
  const smtp = given(env, 'SMTP_URL')
  if (smtp && mailFrom === null && !given(env, 'MAIL_FROM')) {
    return [missing('MAIL_FROM', 'SMTP_URL', 'the address mail is sent from', 'samenspraak@school.example')]
  }
  if (!smtp && anchorMailTo.length > 0) {
    return [
      missing(
        'SMTP_URL',
        'ANCHOR_MAIL_TO',
        'the address of a mail server',
        'smtps://user:password@mail.school.example:465',
      ),
    ]
  }
  return []
}

/** Sentences about what works but is probably not meant. */
export function doubts({
  host,
  publicUrl,
  trustedProxies,
  databaseUrl,
  migrateDatabaseUrl,
  smtpUrl,
  mailFrom,
}: Values): readonly string[] {
  const open = trustedProxies.find(coversEveryone)
  const said = {
    'HOST lets other machines in while PUBLIC_URL is not set: links in mail will point to this machine and cookies travel unencrypted.':
      !isLoopback(host) && publicUrl === null,
    'PUBLIC_URL is set and TRUSTED_PROXIES is not: behind a proxy, every visitor seems to come from the address of the proxy.':
      publicUrl?.startsWith('https:') === true && trustedProxies.length === 0,
    [`TRUSTED_PROXIES holds ${open}: every visitor can then claim any address.`]: open !== undefined,
    'DATABASE_URL reaches another machine unencrypted: add sslmode=verify-full.':
      databaseUrl !== null && travelsInTheClear(databaseUrl),
    'DATABASE_URL and MIGRATE_DATABASE_URL name different databases.':
      databaseUrl !== null &&
      migrateDatabaseUrl !== null &&
      databaseName(databaseUrl) !== databaseName(migrateDatabaseUrl),
    'MAIL_FROM is set and SMTP_URL is not: no mail is sent.': mailFrom !== null && smtpUrl === null,
  }
  return Object.entries(said).flatMap(([sentence, holds]) => (holds ? [sentence] : []))
}

const APP = 'postgresql://samenspraak_app:password@localhost:5432/samenspraak'
const OWNER = 'postgresql://samenspraak_owner:password@localhost:5432/samenspraak'

const given = (env: Environment, name: string): boolean => (env[name] ?? env[`${name}_FILE`]) !== undefined

const missing = (name: string, because: string, wanted: string, example: string): Fault => ({
  name,
  found: `is not set while ${because} is`,
  wanted,
  example,
})
