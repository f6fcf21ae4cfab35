import pg from 'pg'
import type { Asks } from './asks.ts'
import { checkLoginRole, checkOwnerRole } from './roles.ts'
import { checkServerVersion } from './server-version.ts'

export type ExternalUrls = { readonly url: string; readonly migrateUrl: string }

/** An external PostgreSQL that may be used, with the names of its two roles; or one sentence per fault. */
export type ExternalCheck =
  | { readonly ok: true; readonly loginRole: string; readonly ownerRole: string }
  | { readonly ok: false; readonly faults: readonly string[] }

const CONNECT_MS = 10_000

/**
 * Connects as both roles and checks version, roles and that both see one database that can be written. Changes nothing.
 * No sentence holds a password.
 */
export const checkExternal = async (urls: ExternalUrls): Promise<ExternalCheck> => {
  const opened = await Promise.all([open('DATABASE_URL', urls.url), open('MIGRATE_DATABASE_URL', urls.migrateUrl)])
  try {
    const [login, owner] = opened
    const unreachable = [...new Set(opened.flatMap((one) => ('fault' in one ? [one.fault] : [])))]
    if ('fault' in login || 'fault' in owner) return { ok: false, faults: unreachable }
    return await checkBoth(login.client, owner.client)
  } finally {
    for (const one of opened) if ('client' in one) await one.client.end()
  }
}

const checkBoth = async (login: Asks, owner: Asks): Promise<ExternalCheck> => {
  const version = await checkServerVersion(owner)
  if (version !== null) return { ok: false, faults: [version] }
  const [there, here] = [await placeOf(login), await placeOf(owner)]
  if (there === null || here === null)
    return { ok: false, faults: ['The server does not say which database it serves.'] }
  const faults = [
    ...(there.place === here.place
      ? []
      : ['DATABASE_URL and MIGRATE_DATABASE_URL reach different databases; wanted is one.']),
    ...(here.standby ? ['The server is a standby that can only be read; wanted is the primary.'] : []),
    ...(here.encoding === 'UTF8' ? [] : [`The database has the encoding ${here.encoding}; wanted is UTF8.`]),
    ...(await checkLoginRole(login, here.role)),
    ...(await checkOwnerRole(owner)),
  ]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, loginRole: there.role, ownerRole: here.role }
}

type Place = { role: string; place: string; standby: boolean; encoding: string }

// The moment the server started tells two servers apart that both serve a database of this name.
const placeOf = async (client: Asks): Promise<Place | null> => {
  const { rows } = await client.query<Place>(`
    select current_user::text as role, pg_is_in_recovery() as standby, pg_encoding_to_char(encoding) as encoding,
      concat_ws('/', oid, datname, pg_postmaster_start_time()) as place
    from pg_database where datname = current_database()`)
  return rows[0] ?? null
}

type Opened = { readonly client: pg.Client } | { readonly fault: string }

const open = async (name: string, connectionString: string): Promise<Opened> => {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'samenspraak',
  })
  // A server that goes away between two questions fails the next one, which says so.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return { client }
  } catch (error) {
    await client.end().catch(() => undefined)
    return { fault: connectionFault(name, error) }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'its socket does not exist',
  EACCES: 'its socket may not be opened by this user',
  ENOTFOUND: 'the name of the server is not known',
  EAI_AGAIN: 'the name of the server could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  ECONNRESET: 'it broke the connection off',
  EHOSTUNREACH: 'it cannot be reached from here',
  ENETUNREACH: 'it cannot be reached from here',
  '28P01': 'the user or the password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'the database does not exist',
  '42501': 'the user may not connect to this database',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
}

/** Why no connection came about, as one sentence without the connection string. */
export const connectionFault = (name: string, error: unknown): string => {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const code = first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : ''
  const reason =
    REASONS[code] ?? tlsReason(code, first) ?? (code === '' ? 'it did not answer as PostgreSQL does' : `error ${code}`)
  return `${name} cannot be used: ${reason}.`
}

const tlsReason = (code: string, error: unknown): string | null => {
  if (/CERT|SELF_SIGNED|ISSUER|ALTNAME/.test(code)) return `its certificate is not trusted (${code})`
  const message = error instanceof Error ? error.message : ''
  if (message.includes('does not support SSL')) return 'it does not offer the encryption that sslmode asks for'
  if (message.includes('timeout')) return 'it did not answer in time'
  return message.includes('password must be a string') ? 'it asks for a password and none is given' : null
}
