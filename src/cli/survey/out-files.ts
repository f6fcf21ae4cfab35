import { randomUUID } from 'node:crypto'
import { link, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { quoted, Refusal } from './refusal.ts'

/** What is to be written where. */
export type OutFile = { readonly path: string; readonly pieces: Iterable<string> }

/**
 * Writes all files or none: each under another name first, then all are put in their place. What stood there stays when one fails.
 * @throws Refusal when a file cannot be written
 */
export const writeAll = async (files: readonly OutFile[]): Promise<void> => {
  const mark = randomUUID().slice(0, 8)
  const placed = files.map(({ path }) => ({
    path,
    fresh: join(dirname(path), `.${basename(path)}.${mark}.part`),
    old: join(dirname(path), `.${basename(path)}.${mark}.old`),
  }))
  try {
    for (const [at, { pieces }] of files.entries()) await write(placed[at]?.fresh ?? '', pieces, files[at]?.path ?? '')
    await putInPlace(placed)
  } finally {
    for (const { fresh, old } of placed) for (const path of [fresh, old]) await rm(path, { force: true })
  }
}

/** @throws Refusal when two of the files are one, or one cannot be written over */
export const mustBeOthers = async (outputs: readonly string[], inputs: readonly string[]): Promise<void> => {
  const taken = new Set(await Promise.all(inputs.map(placeOf)))
  for (const path of outputs) {
    const own = await placeOf(path)
    if (taken.has(own)) throw new Refusal(`${quoted(path)} is named twice: every file must be another.`)
    taken.add(own)
    const about = await stat(path).catch(() => null)
    if (about !== null && !about.isFile()) throw new Refusal(`${quoted(path)} cannot be written: it is not a file.`)
  }
}

type Placed = { readonly path: string; readonly fresh: string; readonly old: string }

const putInPlace = async (files: readonly Placed[]): Promise<void> => {
  const done: Placed[] = []
  try {
    for (const file of files) {
      await link(file.path, file.old).catch(() => undefined)
      await rename(file.fresh, file.path)
      done.push(file)
    }
  } catch (error) {
    for (const { path, old } of done) await rename(old, path).catch(() => rm(path, { force: true }))
    throw new Refusal(`${quoted(files[done.length]?.path ?? '')} cannot be written (${codeOf(error)}).`)
  }
}

const write = async (path: string, pieces: Iterable<string>, named: string): Promise<void> => {
  try {
    const file = await open(path, 'wx')
    try {
      for (const piece of pieces) await file.appendFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new Refusal(`${quoted(named)} cannot be written: ${reasonOf(codeOf(error))}.`)
  }
}

// The file need not be there yet; its folder tells where it will be.
const placeOf = async (path: string): Promise<string> =>
  realpath(path).catch(async () => join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)))

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

const reasonOf = (code: string): string =>
  code === 'ENOENT'
    ? 'its folder does not exist'
    : code === 'EACCES' || code === 'EPERM'
      ? 'this user may not write there'
      : code === 'ENOSPC'
        ? 'the disk is full'
        : `the system says ${code}`
