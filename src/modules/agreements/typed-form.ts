import { z } from 'zod'
import type { AppContext } from '#platform/http/app-env.ts'
import { form } from '#platform/http/form.ts'
import type { Typed } from './draft-fields.ts'

const anyFields = z.record(z.string(), z.unknown())

/** What was typed in this form, by the name of each field; a file is no text. */
export const typedIn = (c: AppContext): Typed => {
  const typed = form(c, anyFields)
  return Object.fromEntries(
    Object.entries(typed.ok ? typed.value : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}
