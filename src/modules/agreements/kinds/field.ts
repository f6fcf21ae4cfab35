import { z } from 'zod'
import type { Level } from '../scope.ts'

/** What one parameter of an agreement can be. It says how it is asked, how it is read, and what type it has. */
export type Field =
  | { readonly type: 'number'; readonly least: number; readonly most: number }
  /** Within a part of the day, both ends included, where a kind asks that. */
  | { readonly type: 'time'; readonly least?: string; readonly most?: string }
  | {
      readonly type: 'one'
      readonly of: readonly string[]
      /** What holds where it is not said: in a version that is older than the field. */
      readonly absent?: string
      /** Options that can be chosen at some levels alone. */
      readonly at?: Readonly<Record<string, readonly Level[]>>
    }
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
      return z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .refine((value) => isWithinDay(field, value))
    case 'one': {
      const chosen = z.string().refine((value) => field.of.includes(value))
      return field.absent === undefined ? chosen : chosen.default(field.absent)
    }
    case 'some':
      return z
        .array(z.string().refine((value) => field.of.includes(value)))
        .min(1)
        .refine((values) => new Set(values).size === values.length)
  }
}

/** Whether a time of a day, 'HH:MM', lies within what the field leaves. */
export const isWithinDay = ({ least = '00:00', most = '23:59' }: Field & { type: 'time' }, time: string): boolean =>
  time >= least && time <= most

/** Whether an option can be chosen for an agreement of this level. */
export const isOption = (field: Field & { type: 'one' }, option: string, level: Level): boolean =>
  field.of.includes(option) && (field.at?.[option]?.includes(level) ?? true)

/** Parameters with what holds where a version says nothing, being older than the field. */
export const fillAbsent = (fields: Fields, kept: AnyTerms): AnyTerms => ({
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.type === 'one' && field.absent !== undefined ? [[name, field.absent]] : [],
    ),
  ),
  ...kept,
})

/** Reads parameters as they are written: exactly the fields of the kind, each within its bounds. */
export const readTerms = (fields: Fields, kept: unknown): AnyTerms | null =>
  z
    .strictObject(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])))
    .safeParse(kept).data ?? null
