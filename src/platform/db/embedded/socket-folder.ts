import { chmodSync, lchownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Home, Placed } from './home.ts'
import { type Identity, ownIdentity } from './identity.ts'
import { isPrivateTo } from './own-folder.ts'
import { StartRefusal } from './start-refusal.ts'

/** Sockets have a number in their name, though no network port is opened. */
export const socketPort = 5432

/** Where PostgreSQL listens: a folder that only its own user (and root) can enter, which is what guards the door. */
export type SocketFolder = { folder: string; placed: readonly Placed[] }

/** Makes the folder for the socket: beside the database, or a short private one when the path would be too long. */
export const makeSocketFolder = (home: Home, earlier: string | null): SocketFolder => {
  const folder = join(home.folder, 'socket')
  if (fits(folder)) return { folder: emptied(prepared(folder, home.identity)), placed: [] }
  const short = reusable(earlier, home.identity) ?? newShort(home.identity)
  const why = `a path of more than ${longestPath} bytes in ${home.folder} cannot be a socket`
  return { folder: emptied(short), placed: [{ what: 'socket', why, where: short }] }
}

/** Removes a folder that was made for the socket alone. */
export const removeSocketFolder = ({ folder, placed }: SocketFolder): void => {
  if (placed.length > 0) rmSync(folder, { recursive: true, force: true })
}

// The kernel's limit: 108 bytes, the closing zero among them.
const longestPath = 107

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestPath

const prepared = (folder: string, identity: Identity): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  lchownSync(folder, identity.uid, identity.gid)
  chmodSync(folder, 0o700)
  return folder
}

// What a killed PostgreSQL left; with its number in use again, PostgreSQL would take it for alive.
const emptied = (folder: string): string => {
  for (const name of readdirSync(folder)) if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true })
  return folder
}

const reusable = (earlier: string | null, identity: Identity): string | null => {
  if (earlier === null || !/^samenspraak-\w{6}$/.test(basename(earlier))) return null
  return lstatSync(earlier, { throwIfNoEntry: false }) && isPrivateTo(identity, earlier) ? earlier : null
}

const newShort = (identity: Identity): string => {
  const bases = [ownIdentity().uid === 0 ? '/run' : process.env['XDG_RUNTIME_DIR'], tmpdir(), '/tmp']
  for (const base of bases) {
    if (base === undefined || !fits(join(base, 'samenspraak-......'))) continue
    try {
      const folder = mkdtempSync(join(base, 'samenspraak-'))
      lchownSync(folder, identity.uid, identity.gid)
      return folder
    } catch {
      continue
    }
  }
  throw new StartRefusal('There is no folder for the socket of PostgreSQL: give DATA_DIR a shorter path.')
}
