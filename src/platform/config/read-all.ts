import { type Reading, readSetting } from './read-setting.ts'
import type { Environment, Setting } from './setting.ts'
import type { settingsOf } from './settings.ts'

type Settings = ReturnType<typeof settingsOf>
type ValueOf<S> = S extends Setting<infer T> ? T : never
type Readings = { readonly [Key in keyof Settings]: Reading<ValueOf<Settings[Key]>> }

/** The value of every setting, before settings are held against each other. */
export type Values = { readonly [Key in keyof Settings]: ValueOf<Settings[Key]> }

/** Reads every setting; a wrong one takes its fallback and carries its fault. */
export const readAll = (env: Environment, settings: Settings): Readings => ({
  host: readSetting(env, settings.host),
  port: readSetting(env, settings.port),
  dataDir: readSetting(env, settings.dataDir),
  publicUrl: readSetting(env, settings.publicUrl),
  databaseUrl: readSetting(env, settings.databaseUrl),
  migrateDatabaseUrl: readSetting(env, settings.migrateDatabaseUrl),
  demo: readSetting(env, settings.demo),
  trustedProxies: readSetting(env, settings.trustedProxies),
  smtpUrl: readSetting(env, settings.smtpUrl),
  mailFrom: readSetting(env, settings.mailFrom),
  anchorMailTo: readSetting(env, settings.anchorMailTo),
  ledgerAnchorFile: readSetting(env, settings.ledgerAnchorFile),
  logLevel: readSetting(env, settings.logLevel),
  role: readSetting(env, settings.role),
})

export const valuesOf = (read: Readings): Values => ({
  host: read.host.value,
  port: read.port.value,
  dataDir: read.dataDir.value,
  publicUrl: read.publicUrl.value,
  databaseUrl: read.databaseUrl.value,
  migrateDatabaseUrl: read.migrateDatabaseUrl.value,
  demo: read.demo.value,
  trustedProxies: read.trustedProxies.value,
  smtpUrl: read.smtpUrl.value,
  mailFrom: read.mailFrom.value,
  anchorMailTo: read.anchorMailTo.value,
  ledgerAnchorFile: read.ledgerAnchorFile.value,
  logLevel: read.logLevel.value,
  role: read.role.value,
})
