/** So many wait already that whoever comes now would wait too long. */
export class TooBusy extends Error {}

export type Lane = <R>(work: () => Promise<R>) => Promise<R>

/**
 * Lets so many pieces of work run at once, the others one after the other in the order they came.
 * @param atOnce how many run
 * @param waiting how many may wait
 * @throws TooBusy for whoever comes when that many wait
 */
export const laneOf = (atOnce: number, waiting: number): Lane => {
  let running = 0
  const queue: (() => void)[] = []
  const enter = (): Promise<void> => {
    if (running < atOnce) {
      running += 1
      return Promise.resolve()
    }
    if (queue.length >= waiting) return Promise.reject(new TooBusy())
    return new Promise((resolve) => queue.push(resolve))
  }
  // Who leaves hands the place to the next: nobody who comes in between takes it.
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
