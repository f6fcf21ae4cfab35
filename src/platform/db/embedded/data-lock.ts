import { mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataInUse, StartRefusal, reasonOf } from './start-refusal.ts'

/** Held until released or until this process ends, however it ends. */
export type DataLock = { release(): void }

/**
 * Takes the data folder for this process alone, making the folder (0700) when it is not there.
 * The lock is the kernel's (SQLite's lock on an empty file), so it ends with the process and is never stale.
 * Throws StartRefusal, one sentence that names the folder and the process that has it.
 */
export const lockData = (dataDir: string): DataLock => {
  const file = join(makeDataFolder(dataDir), 'lock')
  const lock = openLock(file)
  try {
    // Immediate: of two that ask at once exactly one gets it. Nothing is ever written to the file.
    lock.exec('pragma journal_mode = memory; begin immediate')
  } catch (fault) {
    lock.close()
    if (!reasonOf(fault).includes('locked')) throw new StartRefusal(`${file} cannot be locked: ${reasonOf(fault)}.`)
    throw new DataInUse(`The data folder ${dataDir} is already in use by ${holderOf(file)}.`)
  }
  return { release: () => lock.isOpen && lock.close() }
}

/** The data folder as an absolute path without links, made (0700) when it is not there. Throws StartRefusal. */
export const makeDataFolder = (dataDir: string): string => {
  try {
    demandRealFiles(dataDir)
    mkdirSync(join(dataDir, '..'), { recursive: true })
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return realpathSync(dataDir)
  } catch (fault) {
    throw new StartRefusal(`The data folder ${dataDir} cannot be made: ${reasonOf(fault)}.`)
  }
}

// Where the kernel shows itself as files nothing can be made, and making folders one in the other never ends there.
const demandRealFiles = (dataDir: string): void => {
  const kernel = ['/proc', '/sys'].find((root) => `${resolve(dataDir)}/`.startsWith(`${root}/`))
  if (kernel !== undefined) throw new Error(`nothing can be kept under ${kernel}`)
}

const openLock = (file: string): DatabaseSync => {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (fault) {
    throw new StartRefusal(`${file} cannot be opened by this user: ${reasonOf(fault)}.`)
  }
}

// The byte that SQLite locks for "about to write" (sqlite.org/lockingv3.html).
const reservedByte = 0x40000001

// By inode alone: on some file systems the kernel's list and stat name the device differently.
const holderOf = (file: string): string => {
  const pid = locksOfKernel()
    .map((line) => / (\d+) [0-9a-f]+:[0-9a-f]+:(\d+) (\d+) (?:\d+|EOF)$/.exec(line))
    .find((found) => found?.[2] === String(statSync(file).ino) && Number(found[3]) <= reservedByte)?.[1]
  return pid === undefined || pid === '0' ? 'another Samenspraak process' : `another Samenspraak, process ${pid}`
}

const locksOfKernel = (): string[] => {
  try {
    return readFileSync('/proc/locks', 'utf8').split('\n')
  } catch {
    return []
  }
}
