import { isLoopback } from './loopback.ts'
import type { Parsed } from './setting.ts'

// Connection strings hold passwords: what is found is described, never quoted.

const ENCODE = 'characters such as @ : / # ? % in a password are written as %40 and so on'

/** A PostgreSQL connection string with a user and a database. */
export function parseDatabaseUrl(text: string): Parsed<string | null> {
  if (!/^postgres(ql)?:\/\//.test(text)) return { found: 'does not start with postgresql://' }
  const url = readable(text)
  if (url === null) return { found: `cannot be read as a URL (${ENCODE})` }
  if (databaseUser(text) === '') return { found: 'names no user' }
  if (databaseName(text) === '') return { found: 'names no database' }
  return { value: text }
}

/** The address of a mail server. */
export function parseSmtpUrl(text: string): Parsed<string | null> {
  if (!/^smtps?:\/\//.test(text)) return { found: 'does not start with smtp:// or smtps://' }
  const url = readable(text)
  if (url === null) return { found: `cannot be read as a URL (${ENCODE})` }
  if (url.hostname === '') return { found: 'names no server' }
  if (!['', '/'].includes(url.pathname)) return { found: 'holds more than a server and a user' }
  return { value: text }
}

/** The user a connection string names, or '' when it names none. */
export function databaseUser(text: string): string {
  const url = readable(text)
  return url === null ? '' : (url.searchParams.get('user') ?? decodeURIComponent(url.username))
}

/** The database a connection string names, or '' when it names none. */
export function databaseName(text: string): string {
  const url = readable(text)
  return url === null ? '' : decodeURIComponent(url.pathname.replace(/^\//, ''))
}

/** Whether a connection string goes to another machine without asking for encryption. */
export function travelsInTheClear(text: string): boolean {
  const url = readable(text)
  if (url === null) return false
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  if (host === '' || host.startsWith('/') || isLoopback(host)) return false
  const asksTls = url.searchParams.get('ssl') === 'true' || (url.searchParams.get('sslmode') ?? 'disable') !== 'disable'
  return !asksTls
}

/** A connection string for the operator's eyes: scheme, server and path; of the rest only the user, and only if asked. */
export function maskedUrl(text: string, user: 'show user' | 'hide user'): string {
  const url = readable(text)
  if (url === null) return '***'
  const name = user === 'show user' ? encodeURIComponent(databaseUser(text)) : '***'
  const host = url.searchParams.get('host')
  return `${url.protocol}//${name}:***@${url.host}${url.pathname}${host === null ? '' : ` (host ${host})`}`
}

function readable(text: string): URL | null {
  const url = URL.parse(text)
  if (url === null || url.hash !== '') return null
  try {
    decodeURIComponent(text)
    return url
  } catch {
    return null
  }
}
