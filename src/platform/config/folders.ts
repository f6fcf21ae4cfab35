import { type Stats, accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Parsed, foundText } from './setting.ts'

/** A folder that exists or can be made, as an absolute path; a relative one counts from `home`. */
export const parseFolder =
  (home: string) =>
  (text: string): Parsed<string> => {
    const refusal = refusePath(home, text)
    if (refusal !== null) return { found: refusal }
    const folder = resolve(home, text)
    const problem = existing(folder) === folder && !isFolder(folder) ? 'is no folder' : cannotMake(folder)
    return problem === null ? { value: folder } : { found: `${foundText(text)}, which ${problem}` }
  }

/** A file that exists or can be made, as an absolute path; a relative one counts from `home`. */
export const parseFile =
  (home: string) =>
  (text: string): Parsed<string | null> => {
    const refusal = refusePath(home, text)
    if (refusal !== null) return { found: refusal }
    const file = resolve(home, text)
    const problem = isFolder(file) ? 'is a folder' : cannotMake(dirname(file))
    return problem === null ? { value: file } : { found: `${foundText(text)}, which ${problem}` }
  }

function refusePath(home: string, text: string): string | null {
  if (text.startsWith('~')) return `${foundText(text)} (a ~ is only understood by a shell)`
  if (/^[a-z]+:\/\//i.test(text)) return foundText(text)
  return resolve(home, text) === '/' ? `${foundText(text)}, which is the root of the disk` : null
}

function cannotMake(folder: string): string | null {
  const nearest = existing(folder)
  if (!isFolder(nearest)) return `lies below ${JSON.stringify(nearest)}, which is no folder`
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
    return null
  } catch {
    return nearest === folder ? 'cannot be written' : `cannot be made, for ${JSON.stringify(nearest)} cannot be written`
  }
}

const existing = (path: string): string =>
  about(path) === undefined && dirname(path) !== path ? existing(dirname(path)) : path

const isFolder = (path: string): boolean => about(path)?.isDirectory() ?? false

function about(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
