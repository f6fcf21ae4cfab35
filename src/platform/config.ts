import { root } from '#platform/root.ts'
import { contradictions, doubts } from './config/contradictions.ts'
import { misspeltSettings } from './config/misspelt.ts'
import { readAll, type Values, valuesOf } from './config/read-all.ts'
import type { Source } from './config/read-setting.ts'
import type { Environment, Fault } from './config/setting.ts'
import { type LogLevel, type Role, settingsOf } from './config/settings.ts'

export { demoAnswers, demoWanted } from './config/demo.ts'
export { isLoopback } from './config/loopback.ts'
export { type Environment, type Fault, faultSentence } from './config/setting.ts'
export type { LogLevel, Role } from './config/settings.ts'

/** What the operator decided, checked. Paths are absolute; the public address is scheme, name and port. */
export interface Config {
  readonly host: string
  /** 0 means any free port. */
  readonly port: number
  readonly dataDir: string
  readonly publicUrl: string | null
  readonly database: DatabaseChoice
  /** What DEMO says; null when it says nothing (see `demoWanted`). */
  readonly demo: boolean | null
  readonly trustedProxies: readonly string[]
  readonly mail: { readonly url: string; readonly from: string } | null
  readonly anchorMailTo: readonly string[]
  readonly ledgerAnchorFile: string | null
  readonly logLevel: LogLevel
  readonly role: Role
}

/** The embedded PostgreSQL in the data folder, or a server of the operator's own with a login role and an owner. */
export type DatabaseChoice =
  { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: string; readonly migrateUrl: string }

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly warnings: readonly string[] }

/** One line of `config check`: the value in force, secrets masked. */
export interface ConfigLine {
  readonly name: string
  readonly value: string
  readonly source: Source
}

/**
 * Reads and checks the whole configuration; every fault at once.
 * @param home the folder from which relative paths count, so that every command finds the same data wherever it is typed
 */
export function readConfig(env: Environment, home: string = root): ConfigResult {
  const { values, faults, warnings } = inspectConfig(env, home)
  return faults.length === 0 ? { ok: true, config: configOf(values), warnings } : { ok: false, faults, warnings }
}

/** The same reading for `config check`: also each value in force, as far as it is right. */
export function inspectConfig(env: Environment, home: string = root): Inspection {
  const readings = readAll(env, settingsOf(home))
  const values = valuesOf(readings)
  const all = Object.values(readings)
  const own = all.flatMap((one) => (one.fault === null ? [] : [one.fault]))
  return {
    values,
    faults: [...own, ...contradictions(env, values)],
    warnings: [...misspeltSettings(env, all), ...doubts(values)],
    lines: all.filter((one) => one.fault === null).map(({ name, shown, source }) => ({ name, value: shown, source })),
  }
}

interface Inspection {
  readonly values: Values
  readonly faults: readonly Fault[]
  readonly warnings: readonly string[]
  readonly lines: readonly ConfigLine[]
}

function configOf(values: Values): Config {
  const { databaseUrl, migrateDatabaseUrl, smtpUrl, mailFrom, ...rest } = values
  return {
    ...rest,
    database:
      databaseUrl === null || migrateDatabaseUrl === null
        ? { kind: 'embedded' }
        : { kind: 'external', url: databaseUrl, migrateUrl: migrateDatabaseUrl },
    mail: smtpUrl === null || mailFrom === null ? null : { url: smtpUrl, from: mailFrom },
  }
}
