import { readdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql, type Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { root } from '#platform/root.ts'

export type HealthStatus = 'ok' | 'warning' | 'error'

/** One thing that was looked at. `what` is a sentence for the operator, without personal data. */
export type HealthPart = {
  readonly name: 'database' | 'clock' | 'migrations' | 'disk'
  readonly status: HealthStatus
  readonly what: string
}

/** The worst of the parts, and the parts. Who asks from outside is told the status alone. */
export type Health = { readonly status: HealthStatus; readonly parts: readonly HealthPart[] }

export type HealthWish = {
  readonly db: Kysely<never>
  readonly clock: Clock
  readonly dataDir: string
  /** Where the migrations stand that the database should have. */
  readonly migrations?: string
}

// A database that needs longer than this for nothing at all is in trouble, or far away.
const SLOW_MS = 500
const HANGS_MS = 5000
const SKEW_WARNING_S = 2
const SKEW_ERROR_S = 60
const DISK_WARNING_MB = 2048
const DISK_ERROR_MB = 256

/** Looks at the database, its clock and migrations, and the disk. Never throws, and answers within about five seconds. */
export const checkHealth = async (wish: HealthWish): Promise<Health> => {
  const parts = [...(await databaseParts(wish)), await diskPart(wish.dataDir)]
  return { status: worst(parts), parts }
}

const worst = (parts: readonly HealthPart[]): HealthStatus =>
  parts.some(({ status }) => status === 'error')
    ? 'error'
    : parts.some(({ status }) => status === 'warning')
      ? 'warning'
      : 'ok'

const databaseParts = async ({
  db,
  clock,
  migrations = join(root, 'migrations'),
}: HealthWish): Promise<readonly HealthPart[]> => {
  const began = performance.now()
  try {
    const { at, names } = await withinTime(stateOf(db))
    const ms = Math.round(performance.now() - began)
    const database: HealthPart = {
      name: 'database',
      status: ms > SLOW_MS ? 'warning' : 'ok',
      what: `The database answered in ${ms} ms.`,
    }
    return [database, clockPart(at, clock.now()), migrationsPart(names, filesIn(migrations))]
  } catch {
    return [{ name: 'database', status: 'error', what: 'The database does not answer.' }]
  }
}

type State = { at: Date; names: string[] }

const stateOf = async (db: Kysely<never>): Promise<State> => {
  const { rows } = await sql<State>`
    select clock_timestamp() as at, array(select name from app.migration order by name) as names`.execute(db)
  const [state] = rows
  if (state === undefined) throw new Error('no row')
  return state
}

const withinTime = <R>(asked: Promise<R>): Promise<R> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), HANGS_MS)
  // The one that loses the race may still fail; nobody waits for it any more.
  asked.catch(() => undefined)
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer))
}

const clockPart = (there: Date, here: Date): HealthPart => {
  const seconds = Math.abs(there.getTime() - here.getTime()) / 1000
  const status = seconds > SKEW_ERROR_S ? 'error' : seconds > SKEW_WARNING_S ? 'warning' : 'ok'
  return {
    name: 'clock',
    status,
    what: `The clocks of the database and of this machine differ by ${seconds.toFixed(1)} s.`,
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^\d{4}_.*\.sql$/.test(name))

const migrationsPart = (applied: readonly string[], wanted: readonly string[]): HealthPart => {
  const waiting = wanted.filter((name) => !applied.includes(name)).length
  const unknown = applied.filter((name) => !wanted.includes(name)).length
  if (waiting > 0)
    return {
      name: 'migrations',
      status: 'error',
      what: `${waiting} migrations were not applied: start the program again.`,
    }
  if (unknown > 0) return { name: 'migrations', status: 'error', what: 'The database is newer than this program.' }
  return { name: 'migrations', status: 'ok', what: `All ${applied.length} migrations are applied.` }
}

const diskPart = async (dataDir: string): Promise<HealthPart> => {
  try {
    const { bavail, bsize } = await statfs(dataDir)
    const free = Math.floor((bavail * bsize) / 1_048_576)
    const status = free < DISK_ERROR_MB ? 'error' : free < DISK_WARNING_MB ? 'warning' : 'ok'
    return { name: 'disk', status, what: `The disk of the data folder has ${free} MB free.` }
  } catch {
    return { name: 'disk', status: 'error', what: 'The data folder cannot be reached.' }
  }
}
