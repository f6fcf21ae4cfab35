// A bootstrap in a worker, a replicate at a time, the bare one by turns with it; between two of them it listens.
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { bootstrapBare } from './bare.ts'
import { bootstrapOurs, surveyOf } from './ours.ts'
import { answers, makePanel } from './panel.ts'

export type BootstrapTask = { n: number; replicates: number; isAgainstBare: boolean }
export type BootstrapWord =
  | { kind: 'replicate'; took: number }
  | { kind: 'stopped'; done: number }
  | { kind: 'done'; ours: number; bare: number; apart: number }

const { n, replicates, isAgainstBare } = workerData as BootstrapTask
const say = (word: BootstrapWord): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(word)
}
const stop = { isAsked: false }
parentPort?.on('message', () => {
  stop.isAsked = true
})

const seed = 'bench'
const panel = makePanel(n, 1)
const steps = bootstrapOurs(surveyOf(panel), replicates, seed, 1)
const bare = isAgainstBare ? bootstrapBare(panel, seed) : null
const took = { ours: 0, bare: 0 }
const [sums, squares] = [new Float64Array(answers), new Float64Array(answers)]
const warmUp = bootstrapOurs(surveyOf(panel), replicates, seed, 1)
for (let r = 0; r < 3; r += 1) {
  warmUp.next()
  bare?.(r)
}
/** Milliseconds: this thread is alone in taking turns, so that both meet the same machine. */
const timed = <Result>(run: () => Result, whose: 'ours' | 'bare'): Result => {
  const { user, system } = process.threadCpuUsage()
  const result = run()
  const after = process.threadCpuUsage({ user, system })
  took[whose] += (after.user + after.system) / 1000
  return result
}

let found = null
for (let r = 0; r < replicates && !stop.isAsked; r += 1) {
  const begun = performance.now()
  found = timed(() => steps.next(), 'ours')
  say({ kind: 'replicate', took: performance.now() - begun })
  const shares = bare === null ? null : timed(() => bare(r), 'bare')
  shares?.forEach((share, k) => {
    sums[k] += share
    squares[k] += share * share
  })
  await setImmediate()
}
if (stop.isAsked) say({ kind: 'stopped', done: steps.done() })
else {
  const ofReplicates = sums.map((sum, k) => Math.sqrt((squares[k] - (sum * sum) / replicates) / (replicates - 1)))
  // The package has the n/(n − 1) of the sampling in it.
  const apart = found?.standardErrors.map((one, k) => Math.abs((one * Math.sqrt(1 - 1 / n)) / ofReplicates[k] - 1))
  say({ kind: 'done', ...took, apart: Math.max(...(apart ?? [NaN])) })
}
parentPort?.close()
