import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '#platform/db/embedded-database.ts'

const identity = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  return { uid: uid ?? 0, gid: gid ?? 0 }
}

// As the server that comes with the program has it in tests.
const forgetful = ['listen_addresses=', 'fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'jit=off']

/** A server of another version, from its folder of programs, for the part of the tests that runs on it. */
export const startDebianServer = async (binaries: string, folder: string) => {
  const who = identity()
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid)
  const data = join(folder, 'cluster')
  const options = { ...who, cwd: '/', stdio: 'ignore' as const }
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  )
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, ...forgetful.flatMap((setting) => ['-c', setting])],
    options,
  )
  for (let tries = 0; ; tries += 1) {
    try {
      await withClient({ host: folder, port: 5432, user: 'postgres', database: 'postgres' }, async () => undefined)
      break
    } catch (fault) {
      if (tries > 100) throw fault
      await wait(50)
    }
  }
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.once('exit', () => resolve())
      server.kill('SIGINT')
    })
  return { host: folder, port: 5432, stop }
}
