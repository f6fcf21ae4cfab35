import { distance } from '#platform/config/misspelt.ts'

/** The word that was probably meant, or null when none is near. */
export const nearest = (typed: string, words: readonly string[]): string | null => {
  const near = words
    .map((word) => ({ word, edits: distance(typed, word) }))
    .filter(({ word, edits }) => edits <= Math.max(1, Math.floor(word.length / 4)))
  return near.toSorted((a, b) => a.edits - b.edits)[0]?.word ?? null
}
