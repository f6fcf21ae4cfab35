import type { z } from 'zod'
import { readText } from './read-text.ts'
import { quoted, Refusal } from './refusal.ts'

/** Reads a file of JSON. @throws Refusal when it cannot be read, is no JSON, or is not built as it must be (where) */
export const readJson = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
  const found = schema.safeParse(parsed(await readText(path), path))
  if (found.success) return found.data
  throw new Refusal(`${quoted(path)} cannot be used: ${faultOf(found.error)}`)
}

const parsed = (text: string, path: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    const fault = faultOfKeys(text)
    if (fault !== null) throw new Refusal(`${quoted(path)} has ${fault}.`)
    return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Refusal(`${quoted(path)} is no JSON: ${error.message.replaceAll(/\s+/g, ' ')}.`)
  }
}

/** A key that stands twice in one object, of which JSON.parse keeps the last in silence, or that is lost on the way. */
const faultOfKeys = (text: string): string | null => {
  const open: (Set<string> | null)[] = []
  for (const [token, word] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (word !== undefined) {
      const key = String(JSON.parse(word))
      const keys = open.at(-1)
      if (key === '__proto__') return 'the key "__proto__", which cannot be read; give it another name, in the data too'
      if (keys?.has(key) === true) return `the key ${quoted(key)} twice in one place`
      keys?.add(key)
    }
  }
  return null
}

/** The first fault as one sentence; of several forms, that of the form with the fewest. */
const faultOf = (error: z.ZodError): string => {
  const [first] = error.issues
  if (first === undefined) return 'it is not built as it must be.'
  const { path, message } = nearestFault(first)
  const where = path.length === 0 ? 'the top' : quoted(path.map(String).join(' → '))
  return `at ${where}, ${message.replaceAll(/[\s.]+$|\n/g, '')}.`
}

type Issue = z.ZodError['issues'][number]
type Place = { readonly path: readonly PropertyKey[]; readonly message: string }

const nearestFault = (issue: Issue): Place => {
  if (issue.code !== 'invalid_union') return issue
  const forms = issue.errors.filter((form) => form.every((one) => one.path.length > 0 || one.code !== 'invalid_type'))
  const [first] = forms.toSorted((one, other) => one.length - other.length)[0] ?? []
  if (first === undefined) return issue
  const { path, message } = nearestFault(first)
  return { path: [...issue.path, ...path], message }
}
