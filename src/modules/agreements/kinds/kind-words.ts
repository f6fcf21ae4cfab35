import type { AnyTerms, Fields, TermsOf } from './field.ts'
import type { Kind, kinds, Theme } from './kinds.ts'

type Shapes = typeof kinds
type OptionsOf<F> = F extends { of: readonly (infer O extends string)[] } ? Readonly<Record<O, string>> : never

/** The words of one field: its label, and those of its options. A hint where the label does not say all. */
export type FieldWords<F> = { readonly label: string; readonly hint?: string } & ([OptionsOf<F>] extends [never]
  ? { readonly options?: undefined }
  : { readonly options: OptionsOf<F> })

/** The three lines of an agreement. Only that of the school is measured. */
export type Lines = { readonly school: string; readonly parents: string; readonly pupils: string }

export type WordsOf<S extends { fields: Fields; starters: object }> = {
  readonly name: string
  /** What is agreed, in sentences that state the parameters. */
  readonly says: (terms: TermsOf<S['fields']>) => readonly string[]
  readonly fields: { readonly [Name in keyof S['fields']]: FieldWords<S['fields'][Name]> }
  readonly starters: { readonly [Key in keyof S['starters']]: { readonly name: string } & Lines }
  /** What a council asks before it says yes. */
  readonly questions: readonly string[]
}

export type KindWords = { readonly [K in Kind]: WordsOf<Shapes[K]> }

export type CatalogueWords = {
  readonly themes: Readonly<Record<Theme, { readonly name: string; readonly line: string }>>
  readonly kinds: KindWords
  /** The steps to a decision, the same for every kind. */
  readonly steps: readonly string[]
}

/** The same of any kind. A method, so that the words of each kind fit: which parameters they get, the kind decides. */
export interface AnyKindWords {
  readonly name: string
  says(terms: AnyTerms): readonly string[]
  readonly fields: Readonly<
    Record<string, { label: string; hint?: string; options?: Readonly<Record<string, string>> | undefined } | undefined>
  >
  readonly starters: Readonly<Record<string, ({ name: string } & Lines) | undefined>>
  readonly questions: readonly string[]
}
