import { type FileHandle, open } from 'node:fs/promises'
import { WrongUse } from './wrong-use.ts'

/** The bytes of a file that was named, and how to let go of it. */
export type InputFile = { readonly bytes: AsyncIterable<Uint8Array>; close(): Promise<void> }

/**
 * Opens the file a command was given; `-` is what comes in on stdin.
 * @throws WrongUse when it is not there, is a folder or a device, or may not be read
 */
export const openInput = async (path: string, stdin: AsyncIterable<Uint8Array>): Promise<InputFile> => {
  if (path === '-') return { bytes: stdin, close: async () => undefined }
  const named = JSON.stringify(path)
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new WrongUse(`The file ${named} ${reason(error)}.`)
  })
  try {
    await refuseOtherThanFile(file, named)
    return { bytes: file.createReadStream({ autoClose: false }), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

// A pipe that the shell names (`<(…)`) is read like a file; a device may never end.
const refuseOtherThanFile = async (file: FileHandle, named: string): Promise<void> => {
  const about = await file.stat()
  if (about.isDirectory()) throw new WrongUse(`${named} is a folder, not a file.`)
  if (!about.isFile() && !about.isFIFO()) throw new WrongUse(`${named} is not a file.`)
}

const reason = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user'
  return `cannot be opened (${String(code)})`
}
