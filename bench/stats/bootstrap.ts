// 200 replicates that are raked again, in a worker, against the same by hand; and how soon the worker stops when it is told.
import { Worker } from 'node:worker_threads'
import type { BootstrapTask, BootstrapWord } from './bootstrap-worker.ts'
import { median, say } from './timed.ts'

const [n, replicates] = process.argv.slice(2).map(Number)

const inWorker = (task: BootstrapTask, heard: (word: BootstrapWord, worker: Worker) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bootstrap-worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (word: BootstrapWord) => heard(word, worker))
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })

let against = { ours: NaN, bare: NaN, apart: NaN }
await inWorker({ n, replicates, isAgainstBare: true }, (word) => {
  if (word.kind === 'done') against = word
})
if (!(against.apart < 1e-6)) throw new Error(`the bootstrap is ${against.apart} from that by hand`)

const took: number[] = []
const stop = { asked: 0, after: NaN, done: 0 }
await inWorker({ n, replicates, isAgainstBare: false }, (word, worker) => {
  if (word.kind === 'replicate') took.push(word.took)
  if (word.kind === 'stopped') Object.assign(stop, { after: performance.now() - stop.asked, done: word.done })
  // In the middle of a replicate.
  if (took.length !== 5 || stop.asked > 0) return
  stop.asked = Infinity
  setTimeout(
    () => {
      stop.asked = performance.now()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage('stop')
    },
    median(took) / 2,
  )
})
say({ ...against, step: median(took), stoppedAfter: stop.after, done: stop.done })
