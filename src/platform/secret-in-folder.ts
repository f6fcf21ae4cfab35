import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

/**
 * A secret of this installation: 64 hexadecimal signs in a file of the data folder, made there the first time. Half a secret,
 * left by a start that broke off, is replaced: it has opened nothing yet.
 */
export const secretInFolder = (dataDir: string, name: string): string => {
  const path = join(dataDir, name)
  const found = readIfThere(path)
  if (found !== null && found.length === 64) return found
  const made = randomBytes(32).toString('hex')
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, made)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return made
}

const readIfThere = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
