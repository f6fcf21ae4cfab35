import { parseArgs } from 'node:util'
import { nearest } from './nearest.ts'
import { WrongUse } from './wrong-use.ts'

/** Which options a command has: a flag stands alone, a value follows the others. */
export type OptionKinds = { readonly [name: string]: 'flag' | 'value' }

/** The options and the rest of a command line. */
export type Given = {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

/**
 * Reads options, each at most once, as `--name value` or `--name=value`; after `--` everything is the rest.
 * @throws WrongUse with one sentence
 */
export const parseOptions = (argv: readonly string[], kinds: OptionKinds): Given => {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const rest: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const kind = rawName.startsWith('--') && Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (kind === undefined) throw new WrongUse(unknown(rawName, kinds))
    if (flags.has(name) || values.has(name)) throw new WrongUse(`${rawName} is given twice.`)
    if (kind === 'flag' && value !== undefined) throw new WrongUse(`${rawName} takes no value.`)
    if (kind === 'flag') flags.add(name)
    else values.set(name, valueOf(token))
  }
  return { flags, values, rest }
}

type Token = { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }

const valueOf = ({ rawName, value, inlineValue }: Token): string => {
  // What looks like the next option is one: a value that begins with a dash is written behind an equals sign.
  const missing =
    value === undefined || value === '' || (inlineValue !== true && value.startsWith('-') && value !== '-')
  if (missing) throw new WrongUse(`${rawName} needs a value.`)
  return value
}

const unknown = (rawName: string, kinds: OptionKinds): string => {
  const known = Object.keys(kinds).map((name) => `--${name}`)
  const meant = nearest(rawName, known)
  return meant === null
    ? `${rawName} is not an option here.`
    : `${rawName} is not an option here; did you mean ${meant}?`
}

/** The value of an option that must be there. @throws WrongUse */
export const needed = (given: Given, name: string, what: string): string => {
  const value = given.values.get(name)
  if (value === undefined) throw new WrongUse(`--${name} is missing: give ${what}.`)
  return value
}

/** Sees to it that nothing stands behind the options. @throws WrongUse */
export const noRest = ({ rest }: Given): void => {
  if (rest.length > 0) throw new WrongUse(`${JSON.stringify(rest[0])} is too much.`)
}
