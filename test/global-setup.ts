import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildAssets } from '../bin/build-assets.mjs'
import { startDebianServer } from './debian-server.ts'
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { appRole, withClient } from '#platform/db/embedded-database.ts'
import { replaceClock } from './replace-clock.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { host: string; port: number }
    assets: string
  }
}

export const template = 'template_of_tests'

const start = async (folder: string): Promise<{ host: string; port: number; stop: () => Promise<void> }> => {
  const binaries = process.env.TEST_POSTGRES_BIN
  if (binaries !== undefined) return startDebianServer(binaries, folder)
  const embedded = await startEmbedded({ dataDir: folder, log: () => undefined, fast: true })
  return { host: embedded.socketDir, port: embedded.port, stop: () => embedded.stop() }
}

/** One server for the whole run, one template database; each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-test-'))
  // As root PostgreSQL's own user must pass; without this the database would be placed elsewhere and stay behind.
  chmodSync(folder, 0o711)
  const server = await start(join(folder, 'pg'))
  const { host, port } = server
  const superuser = (database: string) => ({ host, port, user: 'postgres', database })
  await withClient(superuser('postgres'), async (client) => {
    // Nothing is ever recovered: what was written ahead need not be kept for it.
    await client.query(`alter system set max_wal_size = '256MB'`)
    await client.query('select pg_reload_conf()')
    await client.query(`create role ${appRole} login nosuperuser nobypassrls`)
    await client.query(`create database ${template}`)
  })
  await withClient(superuser(template), async (client) => {
    await migrate(client, appRole)
    await replaceClock(client, process.env.TEST_CLOCK)
  })
  const assets = join(folder, 'assets')
  await buildAssets(assets)
  project.provide('database', { host, port })
  project.provide('assets', assets)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
