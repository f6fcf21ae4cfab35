import { readFile } from 'node:fs/promises'
import { quoted, Refusal } from './refusal.ts'

/**
 * The text of a file in UTF-8, without its byte order mark.
 * @throws Refusal when it is not there, may not be read, or is in another encoding (which line)
 */
export const readText = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Refusal(`The file ${quoted(path)} ${reason(error)}.`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`${quoted(path)} is not in UTF-8: line ${foreignLine(bytes)} holds other bytes.`)
  }
}

const reason = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user'
  if (code === 'EISDIR') return 'is a folder'
  return `cannot be read (${String(code)})`
}

const foreignLine = (bytes: Uint8Array): number => {
  let [line, from] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(10, from)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end === -1 ? bytes.length : end))
    } catch {
      return line
    }
    if (end === -1) return line
    line += 1
    from = end + 1
  }
}
