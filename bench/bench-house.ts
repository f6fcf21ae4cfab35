import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { appDatabase, layEmbedded, withClient } from '#platform/db/embedded-database.ts'
import { startEmbedded, type SocketConnection } from '#platform/db/embedded/start-embedded.ts'
import { fillSchools, type Size } from './fill-schools.ts'

/** How many guardians take turns, as so many phones would. */
export const readers = 96

/** How many sessions they have, so that many can open their first page. */
export const sessions = readers * 160

/** The token of the nth session; the guardians have them in turn. */
export const tokenOf = (n: number): string => createHash('sha256').update(`bench ${n}`).digest('base64url')

const oneSchool: Size = { schools: 1, weeks: 40 }

/** A data folder with filled schools, that a server can be started on. */
export const makeDataFolder = async (size = oneSchool): Promise<{ dataDir: string; remove: () => void }> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'))
  const database = await startEmbedded({ dataDir, log: () => undefined })
  await layEmbedded(database.connection)
  await withClient(database.connection('postgres', appDatabase), (owner) =>
    fillSchools(owner, size, readers, sessions, tokenOf),
  )
  await database.stop()
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** How the superuser reaches the database: no policy bounds it. */
export const asSuperuser = (socketDir: string): SocketConnection => ({
  host: socketDir,
  port: 5432,
  user: 'postgres',
  database: appDatabase,
})
