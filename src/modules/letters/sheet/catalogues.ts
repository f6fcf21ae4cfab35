import { ar } from './ar.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import type { SheetWords } from './words.ts'

export type { SheetWords } from './words.ts'

const catalogues: readonly SheetWords[] = [nl, en, tr, ar, pl, uk]

/** The languages a letter is in: Dutch, and beside it that of the home when there is a catalogue of it. */
export const sheetWords = (language: string): readonly SheetWords[] => [
  nl,
  ...catalogues.filter(({ lang }) => lang === language && lang !== 'nl'),
]
