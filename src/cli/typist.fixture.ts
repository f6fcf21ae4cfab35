import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Environment } from '#platform/config.ts'
import { runCommandLine } from './command-line.ts'

/** Types commands under these settings, and reads what came back. */
export const typist =
  (env: Environment) =>
  async (argv: readonly string[], changes: Environment = {}, typed = '') => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    const stdin = (async function* () {
      yield Buffer.from(typed)
    })()
    const exit = await runCommandLine(
      argv,
      { ...env, ...changes },
      { stdin, stdout, stderr },
      new AbortController().signal,
    )
    stdout.end()
    stderr.end()
    return { exit, stdout: await text(stdout), stderr: await text(stderr) }
  }
