import type { Scale } from './tables.ts'

/** What a pupil got: a grade in whole tenths (10 to 100), or a mark that is no number. Never both; a mark is never counted as 0. */
export type Grade = { tenths: number; mark: null } | { tenths: null; mark: string }

/** Not made by this pupil: exempt, or still to be made. */
export const notMade = ['Vr', 'Inh'] as const

const words = ['ZG', 'G', 'V', 'RV', 'M', 'O', 'U'] as const

/** What can be typed for a test of this scale, besides a number. The order is that of the page. */
export const marksOf: Readonly<Record<Scale, readonly string[]>> = {
  tenths: notMade,
  words: [...words, ...notMade],
  roman: ['I+', 'I', 'II', 'III', 'IV', 'V'],
  letters: ['A', 'B', 'C', 'D', 'E'],
  function: ['1', '2', '3', '4', '5', '6', '7', '8'].flatMap((year) => [`M${year}`, `E${year}`]),
  words_only: [],
}

/** As a grade stands on a page and in a field: '6,4', 'V'. */
export const gradeText = ({ tenths, mark }: { tenths: number | null; mark: string | null }): string =>
  tenths === null ? (mark ?? '') : `${Math.trunc(tenths / 10)},${tenths % 10}`

/** Below 5,5. A mark that is no number is no fail here. */
export const isFail = (tenths: number | null): boolean => tenths !== null && tenths < 55
