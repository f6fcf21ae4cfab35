import { z } from 'zod'

/** What one parameter of an agreement can be. It says how it is asked, how it is read, and what type it has. */
export type Field =
  | { readonly type: 'number'; readonly least: number; readonly most: number }
  | { readonly type: 'time' }
  | { readonly type: 'one'; readonly of: readonly string[] }
  | { readonly type: 'some'; readonly of: readonly string[] }

export type Fields = Readonly<Record<string, Field>>

export type ValueOf<F extends Field> = F extends { type: 'number' }
  ? number
  : F extends { type: 'one'; of: readonly (infer O)[] }
    ? O
    : F extends { type: 'some'; of: readonly (infer O)[] }
      ? readonly O[]
      : string

/** The parameters of a kind, by the names of its fields. */
export type TermsOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

export type Value = number | string | readonly string[]
export type AnyTerms = Readonly<Record<string, Value>>

const schemaOf = (field: Field): z.ZodType<Value> => {
  switch (field.type) {
    case 'number':
      return z.number().int().min(field.least).max(field.most)
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    case 'one':
      return z.string().refine((value) => field.of.includes(value))
    case 'some':
      return z
        .array(z.string().refine((value) => field.of.includes(value)))
        .min(1)
        .refine((values) => new Set(values).size === values.length)
  }
}

/** Reads parameters as they are kept: exactly the fields of the kind, each within its bounds. */
export const readTerms = (fields: Fields, kept: unknown): AnyTerms | null =>
  z
    .strictObject(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])))
    .safeParse(kept).data ?? null
