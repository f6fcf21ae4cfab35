import { Worker } from 'node:worker_threads'
import { LIMITS, type CalendarReading } from './calendar.ts'

// The built server has its worker beside it as JavaScript; run from source, Node strips the types.
const entry = new URL(import.meta.url.endsWith('.ts') ? './ics-worker.ts' : './ics-worker.js', import.meta.url)

/** Seconds and memory that one file may take. */
const BOUNDS = { milliseconds: 20_000, resourceLimits: { maxOldGenerationSizeMb: 384 } }

/**
 * Reads a calendar file in a thread of its own, stopped when it takes too long or too much.
 * @param today `YYYY-MM-DD`, the day around which series are followed
 * @throws what went wrong inside the thread, except running out of time or memory
 */
export async function readCalendarApart(
  file: Uint8Array,
  today: string,
  { milliseconds, resourceLimits } = BOUNDS,
): Promise<CalendarReading> {
  if (file.length > LIMITS.bytes) return { ok: false, why: 'too-large', refusals: [] }
  const worker = new Worker(entry, { workerData: { file, today }, resourceLimits, env: {}, stdout: true, stderr: true })
  const { promise, resolve, reject } = Promise.withResolvers<CalendarReading>()
  const bell = setTimeout(() => resolve({ ok: false, why: 'too-slow', refusals: [] }), milliseconds)
  worker.once('message', (reading: CalendarReading) => resolve(reading))
  worker.once('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, why: 'too-large', refusals: [] })
    else reject(fault)
  })
  worker.once('exit', () => reject(new Error('the reader stopped without an answer')))
  try {
    return await promise
  } finally {
    clearTimeout(bell)
    await worker.terminate()
  }
}
