import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { root } from '#platform/root.ts'
import type { Fault, Format, ReadContext, ReadOutcome } from '../roster.ts'
import { defaultCaps, type Caps } from './caps.ts'
import { tableCaps, type TableOutcome } from './table.ts'

// Beside this file while the sources run as they are; an entry of its own once they are bundled.
const entry = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : pathToFileURL(join(root, 'dist', 'roster-worker.js'))

/**
 * Reads and normalises a file in a thread of its own, capped in size, depth, time and memory. The bytes move to that
 * thread: a caller that still needs them keeps a copy.
 */
export const readFile = (
  format: Format,
  bytes: Uint8Array<ArrayBuffer>,
  context: ReadContext,
  caps: Caps = defaultCaps,
): Promise<ReadOutcome> => readApart<ReadOutcome>({ format, context, caps }, bytes)

/** Reads any table of text in the same way, whatever its columns mean. */
export const readTable = (bytes: Uint8Array<ArrayBuffer>, caps: Caps = tableCaps): Promise<TableOutcome> =>
  readApart<TableOutcome>({ format: 'table', context: { stages: [], today: '' }, caps }, bytes)

type Refused = { ok: false; fault: Fault }
type Task = { format: Format | 'table'; context: ReadContext; caps: Caps }

const readApart = async <Outcome>(
  { format, context, caps }: Task,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Outcome | Refused> => {
  if (bytes.length > caps.bytes)
    return { ok: false, fault: { code: 'tooLarge', wanted: String(Math.floor(caps.bytes / 1024 / 1024)) } }
  if (bytes.length === 0) return { ok: false, fault: { code: 'empty' } }
  // A view on a larger buffer (a pooled Buffer) must not take its neighbours along.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes)
  const worker = new Worker(entry, {
    workerData: { format, bytes: own, context, caps },
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: caps.heap * 2, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    stdout: true,
    stderr: true,
  })
  try {
    return await answerOf<Outcome>(worker, caps)
  } finally {
    await worker.terminate()
  }
}

const answerOf = <Outcome>(worker: Worker, caps: Caps): Promise<Outcome | Refused> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => resolve({ ok: false, fault: { code: 'tooSlow', wanted: String(caps.seconds) } }),
      caps.seconds * 1000,
    )
    const settle = (give: () => void) => {
      clearTimeout(timer)
      give()
    }
    worker.once('message', (outcome: Outcome) => settle(() => resolve(outcome)))
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve({ ok: false, fault: { code: 'tooLarge', wanted: String(Math.floor(caps.bytes / 1024 / 1024)) } })
          : reject(error),
      ),
    )
    worker.once('exit', () => settle(() => resolve({ ok: false, fault: { code: 'unreadable' } })))
  })
