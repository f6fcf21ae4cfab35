import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of the installation: the nearest one above this file that holds package.json.
 * Relative paths in settings count from here, so that every command finds the same data whatever folder it was typed in.
 */
export function homeFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
