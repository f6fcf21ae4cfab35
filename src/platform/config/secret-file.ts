import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { foundText } from './setting.ts'

const LIMIT_BYTES = 65_536

/** The secret in a file without its trailing line end, or what is wrong with the file (never its text). */
export function readSecretFile(path: string): { readonly text: string } | { readonly found: string } {
  if (path.trim() === '') return { found: 'is empty' }
  try {
    return readOpened(openSync(path.trim(), 'r'), path)
  } catch (error) {
    return { found: `${foundText(path)}, which cannot be read (${reason(error)})` }
  }
}

function readOpened(file: number, path: string): { readonly text: string } | { readonly found: string } {
  try {
    const about = fstatSync(file)
    if (about.isDirectory()) return { found: `${foundText(path)}, which is a folder` }
    if (about.size > LIMIT_BYTES) return { found: `${foundText(path)}, which is larger than 64 KB` }
    const text = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
    return text === '' ? { found: `${foundText(path)}, which is an empty file` } : { text }
  } finally {
    closeSync(file)
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission'
  return typeof code === 'string' ? code : 'unknown reason'
}
