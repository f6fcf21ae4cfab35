export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** In milliseconds of the processor, so that what else runs on the machine weighs on nobody. */
export const timed = <Result>(run: () => Result): { took: number; result: Result } => {
  const begun = process.threadCpuUsage()
  const result = run()
  const { user, system } = process.threadCpuUsage(begun)
  return { took: (user + system) / 1000, result }
}

/** What a script of this folder prints last is one line of JSON for who started it. */
export const say = (found: unknown): void => {
  process.stdout.write(`${JSON.stringify(found)}\n`)
}
