import { shorten } from './normalise/clean-text.ts'

/** The name of a file without its folders, as it is told back. */
export const fileNameOf = (name: string): string => shorten(name.split(/[/\\]/u).at(-1) ?? '', 200) || 'bestand'
