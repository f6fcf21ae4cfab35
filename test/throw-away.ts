import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
const gigabyte = 2 ** 30
// What `statfs` calls a folder that is kept in memory.
const inMemory = 0x01021994

const hasRoom = (): boolean => {
  try {
    const { type, bavail, bsize } = statfsSync(memory)
    return type === inMemory && bavail * bsize > 4 * gigabyte && process.availableMemory() > 6 * gigabyte
  } catch {
    return false
  }
}

/**
 * Where what tests throw away may stand. Each file of tests makes a database and drops it, thousands of small files; a disk
 * takes ten times as long for that as memory, so it is memory where there is room to spare.
 */
export const throwAwayBase = (): string => (hasRoom() ? memory : tmpdir())
