// Runs apart from the web thread, so that a hostile file can be stopped from outside.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { readCalendar } from './read-calendar.ts'

const { file, today } = z.object({ file: z.instanceof(Uint8Array), today: z.string() }).parse(workerData)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(readCalendar(file, today))
