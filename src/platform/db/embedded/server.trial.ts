import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { clusterIn } from './home.ts'
import type { Identity } from './identity.ts'
import { endLeftovers } from './leftovers.ts'
import type { Said } from './server.fixture.ts'

/** A server in a process of its own, and what it said. */
export type Trial = {
  child: ChildProcess
  said: Said[]
  /** Resolves when something was said that `wanted` accepts, with null when the process ended before. */
  hears<Wanted extends Said>(wanted: (said: Said) => said is Wanted): Promise<Wanted | null>
  /** Sends a signal and waits until the process has ended. */
  end(signal: NodeJS.Signals): Promise<void>
}

export const isUp = (said: Said): said is Extract<Said, { up: object }> => 'up' in said
export const isRefusal = (said: Said): said is Extract<Said, { refused: string }> => 'refused' in said

/** A data folder that is gone after the test, with every PostgreSQL in it. */
export const dataFolder = (owner?: Identity, within = tmpdir(), name = 'data'): string => {
  const folder = mkdtempSync(join(within, 'samenspraak-test-'))
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid)
  // As root PostgreSQL's own user must pass; without this the database would be placed elsewhere.
  chmodSync(folder, 0o711)
  const dataDir = join(folder, name)
  onTestFinished(async () => {
    await endLeftovers(clusterIn(dataDir))
    rmSync(folder, { recursive: true, force: true })
  })
  return dataDir
}

/** Starts server.fixture.ts on a data folder, as another user when one is given. */
export const tryServer = (dataDir: string, deed: 'idle' | 'write' | 'quit', as: Partial<Identity> = {}): Trial => {
  const program = join(import.meta.dirname, 'server.fixture.ts')
  const child = spawn(process.execPath, [program, dataDir, deed], {
    ...as,
    cwd: '/',
    env: { PATH: process.env['PATH'], HOME: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Said[] = []
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(JSON.parse(line) as Said))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    said,
    hears: async (wanted) => {
      const heard = new Promise<void>((done) => lines.on('line', () => said.some(wanted) && done()))
      if (!said.some(wanted)) await Promise.race([heard, ended])
      return said.find(wanted) ?? null
    },
    end: (signal) => (child.kill(signal), ended),
  }
}
