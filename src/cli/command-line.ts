import { type Config, type Environment, faultSentence, readConfig } from '#platform/config.ts'
import { configureLog } from '#platform/log.ts'
import { version } from '#platform/version.ts'
import { checkConfig, runConfigCheck } from './check-config.ts'
import type { Command, Described, Outcome } from './command.ts'
import { commands } from './commands.ts'
import { helpText, usageLine } from './help.ts'
import { openInput } from './input-file.ts'
import { nearest } from './nearest.ts'
import { perform } from './perform.ts'
import type { LocalCommand } from './survey/local-command.ts'
import { surveyTabulate } from './survey/tabulate.ts'
import { surveyWeight } from './survey/weight.ts'
import { WrongUse } from './wrong-use.ts'

/** Where a command line reads and writes. */
export type Streams = {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
}

export type ExitCode = 0 | 2 | 3

const local: readonly LocalCommand[] = [surveyWeight, surveyTabulate]
const all: readonly Described[] = [...commands, checkConfig, ...local]

/** Runs one command line and returns its exit code. Only the answer goes to stdout. */
export const runCommandLine = async (
  argv: readonly string[],
  env: Environment,
  streams: Streams,
  signal: AbortSignal,
): Promise<ExitCode> => {
  const found = findCommand(argv)
  try {
    if (found === 'help') return say(streams.stdout, helpText(all), 0)
    if (found === 'version') return say(streams.stdout, [version], 0)
    if (found === null) throw new WrongUse(unknownCommand(argv))
    const rest = argv.slice(found.name.split(' ').length)
    if (rest.includes('--help') || rest.includes('-h')) return say(streams.stdout, [usageLine(found), found.about], 0)
    if ('runLocal' in found) return await tellLocal(found, rest, streams)
    if (!('run' in found)) return tellConfig(rest, env, streams)
    return await runCommand(found, rest, env, streams, signal)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    const usage = typeof found === 'object' && found !== null ? usageLine(found) : 'Usage: samenspraak help'
    return say(streams.stderr, [error.message, usage], 3)
  }
}

const runCommand = async (
  command: Command,
  argv: readonly string[],
  env: Environment,
  streams: Streams,
  signal: AbortSignal,
): Promise<ExitCode> => {
  const { args, file, json } = command.read(argv)
  const read = readConfig(env)
  if (!read.ok) return say(streams.stderr, read.faults.map(faultSentence), 3)
  configureLog(quieter(read.config), streams.stderr)
  const input = file === null ? null : await openInput(file, streams.stdin)
  try {
    const outcome = await perform(read.config, { command, args, body: input?.bytes ?? nothing(), signal })
    return tell(outcome, json, streams)
  } finally {
    await input?.close()
  }
}

const tell = <Exit extends ExitCode>(
  outcome: Omit<Outcome, 'exit'> & { exit: Exit },
  json: boolean,
  streams: Streams,
): Exit => {
  say(streams.stdout, json ? [JSON.stringify(outcome.json)] : outcome.lines, 0)
  return say(streams.stderr, outcome.problem?.split('\n') ?? [], outcome.exit)
}

const tellConfig = (argv: readonly string[], env: Environment, streams: Streams): ExitCode => {
  const outcome = runConfigCheck(argv, env)
  return tell(outcome, outcome.asJson, streams)
}

const tellLocal = async (command: LocalCommand, argv: readonly string[], streams: Streams): Promise<ExitCode> => {
  const outcome = await command.runLocal(argv)
  return tell(outcome, outcome.asJson, streams)
}

const findCommand = (argv: readonly string[]): Command | LocalCommand | Described | 'help' | 'version' | null => {
  const [first = ''] = argv
  if (['help', '--help', '-h'].includes(first)) return 'help'
  if (['version', '--version', '-V'].includes(first)) return 'version'
  const fits = ({ name }: Described): boolean => name.split(' ').every((word, index) => argv[index] === word)
  const named = [...commands, checkConfig, ...local].filter(fits)
  // `schools add` before `schools`.
  return named.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
}

const unknownCommand = (argv: readonly string[]): string => {
  if (argv.length === 0) return 'A command is missing.'
  const names = all.map(({ name }) => name)
  const typed = argv.slice(0, 2).join(' ')
  const meant =
    nearest(typed, names) ?? nearest(argv[0] ?? '', names) ?? names.find((name) => name.startsWith(`${argv[0]} `))
  const named = `There is no command ${JSON.stringify(argv[0])}`
  return meant === undefined ? `${named}.` : `${named}; did you mean ${meant}?`
}

// A command says what it did; of the log only what went wrong stands between.
const quieter = ({ logLevel }: Config) => (logLevel === 'info' ? 'warn' : logLevel)

const say = <Exit extends ExitCode>(stream: NodeJS.WritableStream, lines: readonly string[], exit: Exit): Exit => {
  if (lines.length > 0) stream.write(`${lines.map(printable).join('\n')}\n`)
  return exit
}

// Words out of a file may hold what a terminal obeys, or what turns the line around.
const printable = (line: string): string => line.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

const nothing = async function* (): AsyncGenerator<Uint8Array> {}
