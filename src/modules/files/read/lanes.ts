/** Files read at the same time by one program: the others wait, so that twenty pictures do not fill the memory. */
const lanes = 2

let busy = 0
const waiting: (() => void)[] = []

/** Runs when there is room. */
export const inTurn = async <R>(run: () => Promise<R>): Promise<R> => {
  if (busy >= lanes) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy += 1
  try {
    return await run()
  } finally {
    // The place goes to the next in line, or is free.
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
}
