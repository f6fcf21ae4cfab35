// The reader's own thread: a hostile file can use up this thread's time and memory, not the server's.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { formats } from '../roster.ts'
import { readBytes } from './read-bytes.ts'
import { tableOfBytes } from './table-bytes.ts'

const job = z.object({
  format: z.enum([...formats, 'table']),
  bytes: z.instanceof(Uint8Array),
  context: z.object({ stages: z.array(z.string()), today: z.string() }),
  caps: z.object({
    bytes: z.number(),
    rows: z.number(),
    depth: z.number(),
    refusals: z.number(),
    seconds: z.number(),
    heap: z.number(),
  }),
})

const { format, bytes, context, caps } = job.parse(workerData)
const outcome = format === 'table' ? await tableOfBytes(bytes, caps) : await readBytes(format, bytes, context, caps)
parentPort?.postMessage(outcome, [])
