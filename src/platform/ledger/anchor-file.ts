import { mkdir, open, readdir, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A head of a chain as it once was, kept where whoever changes the database cannot reach it. */
export type Anchor = { readonly chain: string; readonly seq: number; readonly hash: string; readonly at: string }

/** What the files hold, oldest first, and the lines that are no anchors (as 'file:line'). */
export type AnchorsRead = { readonly anchors: readonly Anchor[]; readonly broken: readonly string[] }

const fullAt = 4_000_000
const oldFilesKept = 12

/**
 * Adds lines to the file and returns when they are on the disk. A full file is set aside (`ledger.7.jsonl`) and twelve of
 * those are kept; `all` are then the present heads, with which the new file begins, so that none gets lost.
 */
export const appendAnchors = async (path: string, fresh: readonly Anchor[], all: readonly Anchor[]): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const full = await setAsideWhenFull(path)
  const lines = (full ? all : fresh).map((anchor) => `${JSON.stringify(anchor)}\n`).join('')
  const file = await open(path, 'a+', 0o600)
  try {
    await dropTornEnd(file)
    await file.write(lines)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Reads every anchor there is. A last line without an end was never completed and does not count. */
export const readAnchors = async (path: string): Promise<AnchorsRead> => {
  const anchors: Anchor[] = []
  const broken: string[] = []
  for (const file of [...(await setAside(path)).map(({ file }) => file), path]) {
    const lines = (await textOf(file)).split('\n').slice(0, -1)
    for (const [index, line] of lines.entries()) {
      const anchor = parseAnchor(line)
      if (anchor) anchors.push(anchor)
      else broken.push(`${basename(file)}:${index + 1}`)
    }
  }
  return { anchors, broken }
}

const parseAnchor = (line: string): Anchor | null => {
  try {
    const { chain, seq, hash, at } = JSON.parse(line) as Partial<Record<keyof Anchor, unknown>>
    if (typeof chain !== 'string' || typeof seq !== 'number' || typeof hash !== 'string' || typeof at !== 'string')
      return null
    const shaped = uuid.test(chain) && Number.isSafeInteger(seq) && /^[0-9a-f]{64}$/.test(hash)
    return shaped ? { chain, seq, hash, at } : null
  } catch {
    return null
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })

// A line that a crash cut short would spoil the next one.
const dropTornEnd = async (file: FileHandle): Promise<void> => {
  const { size } = await file.stat()
  if (size === 0) return
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  if (buffer.toString() === '\n') return
  const whole = await file.read(Buffer.alloc(size), 0, size, 0)
  await file.truncate(whole.buffer.lastIndexOf('\n') + 1)
}

// The files set aside, oldest first.
const setAside = async (path: string): Promise<{ file: string; number: number }[]> => {
  const stem = basename(path, '.jsonl')
  const names = await readdir(dirname(path)).catch(() => [])
  return names
    .flatMap((name) => {
      const number = /^\.(\d+)\.jsonl$/.exec(name.startsWith(stem) ? name.slice(stem.length) : '')?.[1]
      return number === undefined ? [] : [{ file: join(dirname(path), name), number: Number(number) }]
    })
    .sort((a, b) => a.number - b.number)
}

const setAsideWhenFull = async (path: string): Promise<boolean> => {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size < fullAt) return false
  const old = await setAside(path)
  const number = (old.at(-1)?.number ?? 0) + 1
  await rename(path, join(dirname(path), `${basename(path, '.jsonl')}.${number}.jsonl`))
  for (const { file } of old.slice(0, Math.max(0, old.length + 1 - oldFilesKept))) await unlink(file)
  return true
}
