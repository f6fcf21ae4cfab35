import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

// The kernel's limits, without the closing zero: 108 bytes on Linux, 104 on macOS.
const LONGEST = process.platform === 'darwin' ? 103 : 107
const NAME = 'command.sock'

/** The folder for what only a running server leaves: its socket, or the signpost to it. */
const runFolder = (dataDir: string): string => join(resolve(dataDir), 'run')
const signpost = (dataDir: string): string => join(runFolder(dataDir), 'socket-folder')

const fits = (path: string): boolean => Buffer.byteLength(path) <= LONGEST

/** Where a server listens, and how it leaves that place again. */
export type SocketPlace = { readonly path: string; readonly leave: () => void }

/**
 * Makes the place for the socket of this data folder: `run/command.sock` in it or, where that path is too long for a socket,
 * a private folder elsewhere that `run/socket-folder` names.
 */
export const makeSocketPlace = (dataDir: string): SocketPlace => {
  const run = runFolder(dataDir)
  mkdirSync(run, { recursive: true, mode: 0o700 })
  chmodSync(run, 0o700)
  removeElsewhere(dataDir)
  const path = join(run, NAME)
  if (fits(path)) return { path, leave: () => rmSync(path, { force: true }) }
  const folder = newFolder()
  writeFileSync(signpost(dataDir), `${folder}\n`, { mode: 0o600 })
  return { path: join(folder, NAME), leave: () => removeElsewhere(dataDir) }
}

/** The socket of a server on this data folder, or null when there is none that can be trusted. It may be a dead server's. */
export const findSocket = (dataDir: string): string | null => {
  const direct = join(runFolder(dataDir), NAME)
  if (fits(direct)) return lstatSync(direct, { throwIfNoEntry: false })?.isSocket() === true ? direct : null
  const folder = readSignpost(dataDir)
  if (folder === null) return null
  const path = join(folder, NAME)
  return lstatSync(path, { throwIfNoEntry: false })?.isSocket() === true ? path : null
}

const newFolder = (): string => {
  for (const base of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (!fits(join(base, 'samenspraak-......', NAME))) continue
    try {
      return mkdtempSync(join(base, 'samenspraak-'))
    } catch {
      continue
    }
  }
  throw new Error('There is no folder for the local socket: give DATA_DIR a shorter path.')
}

// After the folder was swept away, anybody could make one of the same name and be sent a file with people in it: only a
// private folder of the same owner as the data is trusted.
const readSignpost = (dataDir: string): string | null => {
  const owner = lstatSync(runFolder(dataDir), { throwIfNoEntry: false })?.uid
  const post = signpost(dataDir)
  if (owner === undefined || lstatSync(post, { throwIfNoEntry: false }) === undefined) return null
  const folder = readFileSync(post, 'utf8').trimEnd()
  const found = lstatSync(folder, { throwIfNoEntry: false })
  const ours = found?.isDirectory() === true && found.uid === owner && (found.mode & 0o077) === 0
  return ours && /^samenspraak-\w{6}$/.test(basename(folder)) ? folder : null
}

const removeElsewhere = (dataDir: string): void => {
  const folder = readSignpost(dataDir)
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
  rmSync(signpost(dataDir), { force: true })
}
