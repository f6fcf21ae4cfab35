import type { Described } from './command.ts'

/** The help: every command with its options, the exit codes, and how it finds the installation. */
export const helpText = (commands: readonly Described[]): readonly string[] => [
  'Usage: samenspraak COMMAND',
  '',
  ...commands.flatMap(({ name, usage, about }) => [`  ${`${name} ${usage}`.trimEnd()}`, `      ${about}`]),
  '  help, --version',
  '',
  'A command asks the server that runs on DATA_DIR; when none runs, it opens the database itself.',
  'The survey commands work on the files they are given alone, without settings, server or database.',
  'Settings come from the environment, as for the server: `samenspraak config check` shows them.',
  'FILE may be - for what comes in on stdin. With --json, stdout holds one line of JSON and nothing else.',
  '',
  'Exit codes:',
  '  0  done, or a dry run that could be done',
  '  2  refused as a whole, nothing was changed: the content of the file, an unknown school, a database that does not start',
  '  3  wrong use: a command, option, date or setting that cannot be read, or a file that is not there',
  '     (the survey commands refuse with 2 whatever is wrong with their files)',
  '  There is no code 1: nothing is ever applied in part.',
]

/** How one command is typed. */
export const usageLine = ({ name, usage }: Described): string => `Usage: samenspraak ${name} ${usage}`.trimEnd()
