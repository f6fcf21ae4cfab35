import { Agent } from 'node:http'
import { ask, type Target } from './load.ts'

/** Between two pages of one reader, milliseconds. */
const pause = 40
const readers = 3

/** Readers who look at a page now and then, for so long or until something is done. @returns the milliseconds of each page */
export const paced = async (target: Target, milliseconds: number, until?: Promise<unknown>): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const state = { isOver: false }
  const over = until ?? new Promise((resolve) => setTimeout(resolve, milliseconds))
  void over.then(() => {
    state.isOver = true
  })
  const took: number[] = []
  const reader = async (): Promise<void> => {
    while (!state.isOver) {
      const begun = performance.now()
      await ask(agent, target, 0)
      took.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  agent.destroy()
  return took
}

/** Below which so much of them lies. */
export const share = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
