import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LIMITS, type FileReading } from '../kept-file.ts'
import { kindOf } from './kind-of.ts'
import { inTurn } from './lanes.ts'

// The built server has these programs beside it as JavaScript; run from source, Node strips the types.
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const programs = {
  picture: new URL(`./picture-worker.${ending}`, import.meta.url),
  pdf: new URL(`./pdf-worker.${ending}`, import.meta.url),
}

const faults = ['empty', 'too-large', 'heic', 'no-picture', 'unknown', 'broken'] as const
const moreFaults = ['too-many-pixels', 'too-much', 'locked', 'acts', 'holds-files'] as const
const bytesOf = z.instanceof(Uint8Array)
const side = z.number().int().positive()
const reading = z.union([
  z.object({
    ok: z.literal(true),
    file: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('picture'), whole: bytesOf, small: bytesOf, width: side, height: side }),
      z.object({ kind: z.literal('pdf'), whole: bytesOf }),
    ]),
  }),
  z.object({ ok: z.literal(false), why: z.enum([...faults, ...moreFaults]) }),
])

/** How much a process holds in memory, in bytes; 0 where the system does not say. */
const memoryOf = (pid: number | undefined): number => {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

const glanceMs = 40

/** Ends a process that takes too long or too much. @returns how to stop looking */
const guard = (child: ChildProcess, { milliseconds, memory }: Bounds, over: () => void): (() => void) => {
  const bell = setTimeout(over, milliseconds)
  const glance = setInterval(() => memoryOf(child.pid) > memory && over(), glanceMs)
  return () => {
    clearTimeout(bell)
    clearInterval(glance)
  }
}

export type Bounds = { milliseconds: number; memory: number }

/**
 * Reads a file in a process of its own, without our settings, ended when it takes too long or too much. Two at a time.
 * What cannot be read for whatever reason is a value; only a reader that cannot be started is a fault.
 */
export const readApart = (bytes: Uint8Array, bounds: Bounds = LIMITS): Promise<FileReading> => {
  const kind = kindOf(bytes)
  // What needs no decoder needs no process.
  if (bytes.length === 0) return Promise.resolve({ ok: false, why: 'empty' })
  if (bytes.length > LIMITS.bytes) return Promise.resolve({ ok: false, why: 'too-large' })
  if (kind === 'heic' || kind === 'unknown') return Promise.resolve({ ok: false, why: kind })
  return inTurn(() => ask(programs[kind === 'pdf' ? 'pdf' : 'picture'], bytes, bounds))
}

const ask = async (program: URL, bytes: Uint8Array, bounds: Bounds): Promise<FileReading> => {
  const child = fork(program, {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<FileReading>()
  const relax = guard(child, bounds, () => resolve({ ok: false, why: 'too-much' }))
  child.once('error', reject)
  child.once('message', (answer) => {
    const parsed = reading.safeParse(answer)
    resolve(parsed.success ? parsed.data : { ok: false, why: 'broken' })
  })
  // It fell over, or the system ended it: the file did that.
  child.once('exit', () => resolve({ ok: false, why: 'broken' }))
  child.send(bytes, (error) => error && resolve({ ok: false, why: 'broken' }))
  try {
    return await promise
  } finally {
    relax()
    child.kill('SIGKILL')
  }
}
