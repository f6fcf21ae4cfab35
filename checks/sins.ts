/** One broken rule: where (path relative to the root, with a line when known) and what is wrong, in one sentence. */
export type Sin = { readonly where: string; readonly says: string }

/** What a check found. `scanned` counts what it looked at: a check that looked at nothing has failed. */
export type Verdict = { readonly check: string; readonly scanned: number; readonly sins: readonly Sin[] }

/** Every check is a function of a folder (the root of the project, or a planted one in a test). */
export type Check = (root: string) => Verdict

/** A verdict that scanned nothing becomes a sin of its own. */
export const verdict = (check: string, scanned: number, sins: readonly Sin[]): Verdict => ({
  check,
  scanned,
  sins: scanned > 0 ? sins : [...sins, { where: check, says: 'looked at nothing, so it proved nothing' }],
})

/** The verdict as lines for a terminal. */
export const report = ({ check, scanned, sins }: Verdict): string =>
  sins.length === 0
    ? `${check}: ${scanned} looked at, no sin`
    : [`${check}: ${scanned} looked at, ${sins.length} sins`, ...sins.map((s) => `  ${s.where}: ${s.says}`)].join('\n')

/** Prints a verdict and sets the exit code, for a check that is run by itself. */
export const finish = (found: Verdict): void => {
  process.stdout.write(`${report(found)}\n`)
  if (found.sins.length > 0) process.exitCode = 1
}
