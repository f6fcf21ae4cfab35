import { oneLine, plainDigits } from '#platform/http/fields.ts'
import { marksOf, type Grade } from './grade.ts'
import type { Scale } from './tables.ts'

/**
 * Reads a grade as teachers type it: 6,4 or 6.4, 7, 10, or one of the marks of the scale in any case.
 * @returns null when it is none of these; what is empty is the caller's matter
 */
export const readGrade = (scale: Scale, typed: string): Grade | null => {
  const text = plainDigits(oneLine(typed))
  const mark = marksOf[scale].find((one) => one.toLowerCase() === text.toLowerCase())
  if (mark !== undefined) return { tenths: null, mark }
  if (scale !== 'tenths') return null
  const [, whole = '', tenth = '0'] = /^(\d{1,2})(?:[.,](\d))?$/.exec(text) ?? []
  const tenths = Number(whole) * 10 + Number(tenth)
  return whole !== '' && tenths >= 10 && tenths <= 100 ? { tenths, mark: null } : null
}
