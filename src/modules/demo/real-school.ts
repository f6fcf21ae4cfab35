import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const nameIn = (dataDir: string): string => join(dataDir, 'real-school')

/** A data folder that ever served a real school never shows the demo again, whatever became of the database. */
export const everHeldRealSchool = (dataDir: string): boolean => existsSync(nameIn(dataDir))

export const noteRealSchool = (dataDir: string): void => {
  if (!everHeldRealSchool(dataDir))
    writeFileSync(nameIn(dataDir), 'This folder served a real school.\n', { mode: 0o600 })
}
