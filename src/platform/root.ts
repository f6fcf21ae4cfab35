import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const findRoot = (from: string): string =>
  existsSync(join(from, 'package.json')) && existsSync(join(from, 'migrations')) ? from : findRoot(dirname(from))

/** The folder of the project: the same for the sources and for what was built from them. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))
