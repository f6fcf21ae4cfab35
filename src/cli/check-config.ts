import { type ConfigLine, type Environment, faultSentence, inspectConfig } from '#platform/config.ts'
import type { Described, Outcome } from './command.ts'
import { noRest, parseOptions } from './options.ts'

export const checkConfig: Described = {
  name: 'config check',
  usage: '[--json]',
  about: 'prints the settings in force, with secrets masked, and every fault; exit 3 when there is one',
}

/** What `config check` found: exit 3 when the program would not start with these settings. */
export type ConfigOutcome = Omit<Outcome, 'exit'> & { readonly exit: 0 | 3; readonly asJson: boolean }

/** Checks the settings without touching anything. @throws WrongUse */
export const runConfigCheck = (argv: readonly string[], env: Environment): ConfigOutcome => {
  const given = parseOptions(argv, { json: 'flag' })
  noRest(given)
  const { lines, faults, warnings } = inspectConfig(env)
  const sentences = faults.map(faultSentence)
  return {
    exit: faults.length === 0 ? 0 : 3,
    problem: sentences.length === 0 ? null : sentences.join('\n'),
    lines: [...table(lines), ...warnings.map((warning) => `Warning: ${warning}`)],
    json: { settings: lines, warnings, faults: faults.map((fault) => ({ ...fault, sentence: faultSentence(fault) })) },
    asJson: given.flags.has('json'),
  }
}

const table = (lines: readonly ConfigLine[]): readonly string[] => {
  const width = Math.max(...lines.map(({ name }) => name.length))
  return lines.map(({ name, value, source }) => `${name.padEnd(width)}  ${value}${FROM[source]}`)
}

const FROM = { default: '  (default)', environment: '', file: '  (from its file)' } as const
