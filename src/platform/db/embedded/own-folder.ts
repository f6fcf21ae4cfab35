import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Identity, ownIdentity } from './identity.ts'

/** A folder of our own that nobody else can write in, made when it is not there; null when it cannot be had. */
export const safeFolder = (path: string, mode: number): string | null => {
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, mode)
    const found = lstatSync(path)
    const safe = found.isDirectory() && found.uid === ownIdentity().uid && (found.mode & 0o022) === 0
    return safe ? path : null
  } catch {
    return null
  }
}

/** Gives a folder that we made to `identity`, with everything in it. */
export const giveTo = (identity: Identity, path: string): void => {
  lchownSync(path, identity.uid, identity.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTo(identity, join(path, name))
}

/** True when the folder is `identity`'s alone, as PostgreSQL demands; file systems without owners cannot do it. */
export const isPrivateTo = (identity: Identity, path: string): boolean => {
  const found = lstatSync(path)
  return found.isDirectory() && found.uid === identity.uid && (found.mode & 0o077) === 0
}

/** Lets the group of `identity` pass through a folder of root that is closed to every group; nobody else gains. */
export const letPass = (identity: Identity, folder: string): void => {
  const found = lstatSync(folder)
  if (ownIdentity().uid !== 0 || found.uid !== 0 || (found.mode & 0o070) !== 0) return
  chownSync(folder, 0, identity.gid)
  chmodSync(folder, (found.mode & 0o777) | 0o010)
}

/** Why `identity` cannot pass through the folder and all above it, or null; the kernel judges, ACLs and all. */
export const passRefusal = (identity: Identity, folder: string): string | null => {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...identity, cwd: '/', stdio: 'ignore' })
  if (asked.error !== undefined) return `this process may not act as user ${identity.uid}: ${asked.error.message}`
  return asked.status === 0 ? null : `user ${identity.uid}, as whom PostgreSQL runs, cannot reach ${folder}`
}

/** Writes the folder's list of names to the disk, so that a rename in it survives a power cut. */
export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
