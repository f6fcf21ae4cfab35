const block = 4096

/**
 * Runs a loop over rows a block at a time. An engine makes a function fast that is called often, and one long loop, which is called once,
 * it makes fast late and anew at each call.
 */
export const inBlocks = (n: number, loop: (from: number, to: number) => void): void => {
  for (let from = 0; from < n; from += block) loop(from, Math.min(n, from + block))
}
