import { z } from 'zod'
import { importRoster as importFile, type ImportResult, type ImportTables } from '#modules/roster/index.ts'
import { forTables } from '#platform/db/for-tables.ts'
import { command, done } from './command.ts'
import { readDay } from './day.ts'
import { nearest } from './nearest.ts'
import { needed } from './options.ts'
import { table } from './table.ts'
import { WrongUse } from './wrong-use.ts'

const FORMATS = ['edexml', 'pupils', 'staff', 'guardians'] as const
const KINDS = ['pupils', 'groups', 'staff', 'guardians'] as const

const args = z.object({
  format: z.enum(FORMATS),
  file: z.string(),
  school: z.string(),
  dryRun: z.boolean(),
  endMissing: z.string().nullable(),
  allowLeavers: z.boolean(),
  strict: z.boolean(),
})

export const importRoster = command({
  name: 'import',
  usage:
    'edexml|pupils|staff|guardians FILE --school KEY [--dry-run] [--end-missing DATE] [--allow-leavers] [--strict]',
  about:
    'reads pupils, groups, staff or guardians from a file, all of it or nothing; ' +
    'who is missing from the file leaves only with --end-missing, and more than 10 % only with --allow-leavers too; ' +
    '--strict refuses the whole file for one refused row',
  options: { school: 'value', 'dry-run': 'flag', 'end-missing': 'value', 'allow-leavers': 'flag', strict: 'flag' },
  args,
  changes: true,
  read: (given) => {
    const [format, file, ...more] = given.rest
    if (format === undefined) throw new WrongUse(`The format is missing: give ${FORMATS.join(', ')}.`)
    if (file === undefined) throw new WrongUse('FILE is missing.')
    if (more.length > 0) throw new WrongUse(`${JSON.stringify(more[0])} is too much: one file at a time.`)
    const endMissing = given.values.get('end-missing')
    return {
      file,
      args: {
        format: readFormat(format),
        file,
        school: needed(given, 'school', 'the short name that `samenspraak schools` lists'),
        dryRun: given.flags.has('dry-run'),
        endMissing: endMissing === undefined ? null : readDay(endMissing, '--end-missing'),
        allowLeavers: given.flags.has('allow-leavers'),
        strict: given.flags.has('strict'),
      },
    }
  },
  run: async ({ db, body }, { file, school, ...wish }) => {
    const request = { ...wish, fileName: file, schoolKey: school, bytes: body, lang: 'en' as const }
    const { refused, result } = await importFile(forTables<ImportTables>(db), request)
    if (refused === null) return done(result, describe(result))
    return { exit: 2, problem: refused, lines: [], json: { ...result, refused } }
  },
})

const readFormat = (typed: string): (typeof FORMATS)[number] => {
  const format = FORMATS.find((one) => one === typed)
  if (format !== undefined) return format
  const meant = nearest(typed, FORMATS)
  const named = `${JSON.stringify(typed)} is not a format`
  throw new WrongUse(meant === null ? `${named}: give ${FORMATS.join(', ')}.` : `${named}; did you mean ${meant}?`)
}

const COUNTED = ['added', 'changed', 'unchanged', 'missing', 'ended'] as const
const MOST_LINES = 50

const describe = (result: ImportResult): readonly string[] => [
  result.dryRun ? 'This was a dry run: nothing was changed.' : 'The file was applied.',
  ...table([['', ...COUNTED], ...KINDS.map((kind) => [kind, ...COUNTED.map((count) => String(result[count][kind]))])]),
  ...(result.skippedFields.length === 0
    ? []
    : [`Skipped, as Samenspraak does not keep it: ${result.skippedFields.join(', ')}.`]),
  ...remarks('Put right', result.repairs),
  ...remarks('Not read in', result.refusals),
]

const remarks = (title: string, list: readonly { line: number; what: string }[]): readonly string[] => [
  ...list.slice(0, MOST_LINES).map(({ line, what }) => `${title}, line ${line}: ${what}`),
  ...(list.length > MOST_LINES ? [`${title}: ${list.length - MOST_LINES} more; --json names all.`] : []),
]
