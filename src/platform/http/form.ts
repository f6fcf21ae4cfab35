import type { z } from 'zod'
import type { AppContext } from './app-env.ts'

export type FormErrors = Readonly<Record<string, string>>
export type FormValues = Readonly<Record<string, string>>
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FormErrors; values: FormValues }

const entries = (c: AppContext): [string, string | File][] => {
  const sent = c.get('form')
  if (sent === null) throw new Error('this request carries no form')
  return [...sent]
}

/**
 * Parses the form of this request, once. Names the schema does not know are left out, so that nobody sets what the page
 * does not ask.
 * @returns the value, or the first message per field with what was typed (passwords and files excepted)
 */
export const form = <T>(c: AppContext, schema: z.ZodType<T>): Parsed<T> => {
  const typed = Object.fromEntries(entries(c))
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed)) {
    if (typeof value === 'string' && !/password|^_form$/i.test(name)) values[name] = value
  }
  return { ok: false, errors, values }
}

/** What was typed in the form of this request, by the name of each field; a file is no text. For boxes that have names of their own. */
export const typedTexts = (c: AppContext): FormValues =>
  Object.fromEntries(entries(c).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** The file of this field, or null when none was chosen. */
export const upload = (c: AppContext, name: string): File | null => {
  const value = c.get('form')?.get(name)
  return value instanceof File && (value.size > 0 || value.name !== '') ? value : null
}
