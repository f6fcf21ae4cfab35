import { readSecretFile } from './secret-file.ts'
import type { Environment, Fault, Parsed, Setting } from './setting.ts'

/** Where a value came from. */
export type Source = 'default' | 'environment' | 'file'

/** One setting after reading: the value in force (the fallback where it is wrong), its source and its fault. */
export interface Reading<T> {
  readonly name: string
  readonly secret: boolean
  readonly value: T
  /** The value as an operator may see it. */
  readonly shown: string
  readonly source: Source
  readonly fault: Fault | null
}

/** Reads one setting from the environment or, for a secret, from the file its NAME_FILE names. */
export function readSetting<T>(env: Environment, setting: Setting<T>): Reading<T> {
  const fileName = setting.secret ? env[`${setting.name}_FILE`] : undefined
  const direct = env[setting.name]
  if (fileName !== undefined && direct !== undefined) {
    return wrong(setting, 'environment', `and ${setting.name}_FILE are both set`, `given by one of the two`)
  }
  if (fileName !== undefined) return readFromFile(setting, fileName)
  if (direct === undefined) return unset(setting)
  const text = direct.trim()
  if (text !== '') return take(setting, 'environment', parseSafely(setting, text))
  return setting.emptyIsFault
    ? wrong(setting, 'environment', 'is empty', `left out or ${setting.wanted}`)
    : unset(setting)
}

function readFromFile<T>(setting: Setting<T>, fileName: string): Reading<T> {
  const read = readSecretFile(fileName)
  if ('text' in read) return take(setting, 'file', parseSafely(setting, read.text))
  return outcome(setting, setting.fallback, 'file', {
    name: `${setting.name}_FILE`,
    found: read.found,
    wanted: `the path of a readable file that holds ${setting.wanted}`,
    example: `/run/secrets/${setting.name.toLowerCase()}`,
  })
}

// URL parsers drop line ends and tabs without a word, so these are refused before any parser sees them.
function parseSafely<T>(setting: Setting<T>, text: string): Parsed<T> {
  return /\p{Cc}/u.test(text) ? { found: 'holds a line end or another control character' } : setting.parse(text)
}

function take<T>(setting: Setting<T>, source: Source, parsed: Parsed<T>): Reading<T> {
  return 'value' in parsed
    ? outcome(setting, parsed.value, source, null)
    : wrong(setting, source, parsed.found, setting.wanted)
}

const unset = <T>(setting: Setting<T>): Reading<T> => outcome(setting, setting.fallback, 'default', null)

const wrong = <T>(setting: Setting<T>, source: Source, found: string, wanted: string): Reading<T> =>
  outcome(setting, setting.fallback, source, { name: setting.name, found, wanted, example: setting.example })

const outcome = <T>(setting: Setting<T>, value: T, source: Source, fault: Fault | null): Reading<T> => ({
  name: setting.name,
  secret: setting.secret,
  value,
  shown: setting.show(value),
  source,
  fault,
})
